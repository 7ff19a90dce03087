import MinutesArchive

extension Secretariat {
    func updateIndex(_ c: Catalog) throws {}; func rebuildIndex(_ c: Catalog) throws {};
    func indexProblems(_ c: Catalog) -> [Diagnostic] { [] }
}

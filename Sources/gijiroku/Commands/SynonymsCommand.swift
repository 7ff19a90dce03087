import MinutesKit

/// `gijiroku synonyms`: words the search takes for the same.
enum SynonymsCommand: Command {
    static let name = "synonyms"
    static let help = CommandHelp(
        summary: Words("検索で同じ意味とみなす語（同義語）を登録する", "the words a search takes for the same"),
        usage: ["synonyms list [語]", "synonyms import FILE", "synonyms export [-o FILE]"],
        details: Words(
            """
            同義語は保管庫の synonyms.csv にあり、表計算ソフトで編集して import で入れ替えられます。1行目は見出しです。
              グループ,語,展開,分類
              1,社会福祉協議会,0,組織
              1,社協,0,組織
              1,市社協,1,組織
            展開は 0（常に展開。空欄も同じ）、1（ほかの語からだけ見つかる）、2（展開しない）です。
            JSON（[{"group": "1", "words": ["社協", "社会福祉協議会"]}]）と、Sudachi の同義語辞書の形式もそのまま読めます。
            検索では、どの同義語で見つかったかを示します。search --exact や "語句" では使いません。
            """,
            """
            The synonyms are synonyms.csv in the archive; edit it in a spreadsheet and replace it with import. The first
            line has the headings group,word,expansion,category. expansion is 0 or nothing (always), 1 (found from the
            others, does not find them) or 2 (never). JSON ([{"group": "1", "words": ["社協", "社会福祉協議会"]}]) and the
            source of Sudachi's synonym dictionary are read as well. search --exact and "phrases" do without.
            """),
        options: [.archive, .format("text", "json", "csv"), .output],
        examples: [
            ("synonyms import 同義語.csv", Words("登録する（前のものと入れ替わる）", "put them in")),
            ("synonyms list 社協", Words("「社協」と同じ意味の語", "the group of a word")),
            ("synonyms export -o 同義語.csv", Words("編集のために書き出す", "write them for editing")),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        let words = arguments.operands
        let output = Output(arguments, terminal: terminal)
        switch (words.first ?? "list", words.count) {
        case ("list", 0...2):
            let dictionary = try ArchiveLocation(arguments).open().synonyms()
            let wanted = words.count > 1 ? TextFolding.fold(words[1]) : nil
            let groups = dictionary.grouped.filter { group in
                wanted.map { word in group.contains { TextFolding.fold($0.word).contains(word) } } ?? true
            }
            let shown = SynonymDictionary(groups.flatMap(\.self))
            switch arguments.value("--format") {
            case "json": try output.write(JSONBytes.encode(shown))
            case "csv": try output.write(CSVBytes.encode(SynonymFile.rows(shown)))
            default: try output.print(text(shown, isEmpty: dictionary.isEmpty, terminal))
            }
        case ("import", 2):
            let secretariat = try ArchiveLocation(arguments).open()
            do {
                let dictionary = try secretariat.importSynonyms(InputFile(path: words[1]).read())
                terminal.note(
                    Words(
                        "同義語 \(dictionary.grouped.count)組（\(dictionary.entries.count)語）を登録しました。",
                        "\(dictionary.grouped.count) groups of synonyms (\(dictionary.entries.count) words) are in the archive."
                    ))
            } catch let error as SynonymFileError {
                terminal.note(
                    Words("\(words[1]) \(error)", "\(words[1]): \(error.englishDescription)"))
                return .problems
            }
        case ("export", 1):
            let dictionary = try ArchiveLocation(arguments).open().synonyms()
            switch arguments.value("--format") {
            case "json": try output.write(JSONBytes.encode(dictionary))
            default: try output.write(CSVBytes.encode(SynonymFile.rows(dictionary)))
            }
        default:
            throw UsageError(
                "synonyms list、synonyms import ファイル、synonyms export のどれかを指定してください。",
                "Use synonyms list, synonyms import FILE or synonyms export.")
        }
        return .done
    }

    private static func text(_ shown: SynonymDictionary, isEmpty: Bool, _ terminal: Terminal) -> String {
        func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(terminal.language) }
        if isEmpty {
            return say(
                "同義語は登録されていません。synonyms import ファイル で登録できます（書き方は synonyms --help）。",
                "There are no synonyms; put some in with synonyms import FILE (see synonyms --help).")
        }
        guard !shown.isEmpty else { return say("その語は登録されていません。", "The word is not among them.") }
        var table = Table([say("グループ", "Group"), say("語", "Words"), say("分類", "Category")])
        for group in shown.grouped {
            let words = group.map { entry in
                switch entry.expansion {
                case .always: entry.word
                case .found: say("\(entry.word)（ほかの語からだけ）", "\(entry.word) (found only)")
                case .never: say("\(entry.word)（展開しない）", "\(entry.word) (never)")
                }
            }
            var categories: [String] = []
            for entry in group where !entry.category.isEmpty && !categories.contains(entry.category) {
                categories.append(entry.category)
            }
            table.add([group[0].group, words.joined(separator: "、"), categories.joined(separator: "、")])
        }
        return table.text(terminal)
    }
}

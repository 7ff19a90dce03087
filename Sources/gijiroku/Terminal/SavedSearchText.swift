import MinutesKit

/// The list of saved searches.
struct SavedSearchText {
    private let saved: SavedSearches
    private let terminal: Terminal

    init(_ saved: SavedSearches, terminal: Terminal) {
        self.saved = saved
        self.terminal = terminal
    }

    private func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(terminal.language) }

    var text: String {
        guard !saved.names.isEmpty else {
            return say(
                "保存した検索はありません。search 検索語 --save 名前 で保存できます。",
                "No search is saved; save one with search QUERY --save NAME.")
        }
        var table = Table(rows[0])
        for row in rows.dropFirst() { table.add(row) }
        return table.text(terminal)
    }

    var rows: [[String]] {
        [[say("名前", "Name"), say("検索式", "Query"), say("条件", "Options")]]
            + saved.names.map { name in
                let request = saved.searches[name] ?? SearchRequest()
                return [name, request.query, conditions(of: request).joined(separator: " ")]
            }
    }

    /// As options of the command line.
    private func conditions(of request: SearchRequest) -> [String] {
        let filters = request.filters
        let named: [(String, [String])] = [
            ("--role", filters.roles), ("--speaker", filters.speakers), ("--topic", filters.topics),
            ("--kind", filters.kinds), ("--meeting", filters.meetings), ("--agenda", filters.agendas),
            ("--year", filters.fiscalYears), ("日付:", filters.dates), ("回答:", filters.answers),
        ]
        var words = named.flatMap { name, values in values.map { name.hasSuffix(":") ? name + $0 : "\(name) \($0)" } }
        if request.scope != .remark { words.append("--scope \(request.scope.rawValue)") }
        if request.sort != .relevance { words.append("--sort \(request.sort.rawValue)") }
        if request.isExact { words.append("--exact") }
        if !request.fields.isEmpty {
            words.append("--fields " + request.fields.map(\.rawValue).sorted().joined(separator: ","))
        }
        if request.prefersRecent { words.append("--recent") }
        if request.wantsFacets { words.append("--facets") }
        if let grouping = request.grouping { words.append("--group \(grouping.rawValue)") }
        return words
    }
}

import MinutesSearch

/// What a query finds, counted: all of it, and what ranking needs to know of the whole index.
struct Counts {
    /// Remarks that are hits.
    let total: Int
    /// Remarks that count, and their characters.
    let remarks: Int
    let characters: Int
    /// Day of the latest meeting, as the column `day` has it.
    let latest: Int
    /// For each wanted phrase, and for each word in any spelling, the remarks it stands in.
    let frequencies: [Int]
    let wordFrequencies: [Int]

    /// - Throws: `ClickHouseError`.
    init(
        _ translation: QueryTranslation, tables: ClickHouseTables, client: ClickHouseClient
    ) throws(ClickHouseError) {
        var columns: [SQLText] = ["count()", "sum(characters)", "max(day)", "countIf(\(translation.condition))"]
        let wanted = translation.wanted
        let phrases = wanted.phrases.map(PhraseCondition.sql)
        columns += phrases.map { "countIf(\($0))" }
        let spelled = wanted.words.filter { $0.phrases.count > 1 }
        columns += spelled.map { word in "countIf(\(SQLText(any: word.phrases.map { phrases[$0] })))" }
        let row =
            try client.rows(
                [UInt64].self,
                "SELECT \(SQLText(joining: columns, with: ", ")) FROM \(tables.allRemarks) WHERE \(tables.counting)"
            ).first ?? []
        guard row.count == columns.count else {
            throw .badAnswer(server: client.server.name, reason: "\(row.count)列")
        }
        let numbers = row.map { Int(clamping: $0) }
        (remarks, characters, latest, total) = (numbers[0], numbers[1], numbers[2], numbers[3])
        let frequencies = Array(numbers[4..<(4 + phrases.count)])
        self.frequencies = frequencies
        var rest = numbers[(4 + phrases.count)...]
        wordFrequencies = wanted.words.map { word in
            word.phrases.count == 1 ? frequencies[word.phrases[0]] : rest.removeFirst()
        }
    }
}

import MinutesSearch

/// What a query finds, counted: all of it, and what ranking needs to know of the whole index.
struct Counts {
    /// Remarks that are hits.
    let total: Int
    /// Remarks that count.
    let remarks: Int
    /// Day of the latest meeting, as the column `day` has it.
    let latest: Int
    /// For each wanted phrase, and for each word in any spelling, the remarks it stands in.
    let frequencies: [Int]
    let wordFrequencies: [Int]
    /// For each wanted word the remarks its spellings stand in, judged by their rarest bigrams as `SearchIndex.weight` does.
    let judgedFrequencies: [Int]

    /// - Throws: `ClickHouseError`.
    init(
        _ translation: QueryTranslation, tables: ClickHouseTables, client: ClickHouseClient
    ) throws(ClickHouseError) {
        var columns: [SQLText] = ["count()", "max(day)", "countIf(\(translation.condition))"]
        let wanted = translation.wanted
        let phrases = wanted.phrases.map(PhraseCondition.sql)
        columns += phrases.map { "countIf(\($0))" }
        let spelled = wanted.words.filter { $0.phrases.count > 1 }
        columns += spelled.map { word in "countIf(\(SQLText(any: word.phrases.map { phrases[$0] })))" }
        // Two characters are their own bigram.
        let bigrams = wanted.phrases.map { $0.scalars.count > 2 || $0.isPrefix ? Relevance.bigrams(of: $0) : [] }
        for bigram in bigrams.joined() {
            let text = ComparedColumn.text([bigram.0, bigram.1])
            columns.append("countIf(position(compared, \(.literal(text))) != 0)")
        }
        let row =
            try client.rows(
                [UInt64].self,
                "SELECT \(SQLText(joining: columns, with: ", ")) FROM \(tables.allRemarks) WHERE \(tables.counting)"
            ).first ?? []
        guard row.count == columns.count else {
            throw .badAnswer(server: client.server.name, reason: "\(row.count)列")
        }
        let numbers = row.map { Int(clamping: $0) }
        (remarks, latest, total) = (numbers[0], numbers[1], numbers[2])
        let frequencies = Array(numbers[3..<(3 + phrases.count)])
        self.frequencies = frequencies
        var rest = numbers[(3 + phrases.count)...]
        wordFrequencies = wanted.words.map { word in
            word.phrases.count == 1 ? frequencies[word.phrases[0]] : rest.removeFirst()
        }
        let judged = wanted.phrases.indices.map { place in
            // Of two characters with a blank nothing can be judged.
            if wanted.phrases[place].scalars.count > 2, bigrams[place].isEmpty { return numbers[0] }
            let counts = rest.prefix(bigrams[place].count)
            rest = rest.dropFirst(counts.count)
            return counts.min() ?? frequencies[place]
        }
        judgedFrequencies = wanted.words.map { $0.phrases.reduce(0) { $0 + judged[$1] } }
    }
}

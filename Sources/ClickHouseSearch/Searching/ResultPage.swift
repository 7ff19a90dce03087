import MinutesSearch

/// The hits of a page: first which and in what order, then what is shown of them, their questions and first answers.
struct ResultPage {
    let hits: [SearchHit]

    /// - Throws: `ClickHouseError`.
    init(
        _ translation: QueryTranslation, _ counts: Counts, _ request: SearchRequest, tables: ClickHouseTables,
        client: ClickHouseClient
    ) throws(ClickHouseError) {
        // Without words there is no relevance: the latest first. The same rule as the embedded index has.
        let sort = translation.wanted.phrases.isEmpty && request.sort == .relevance ? .newest : request.sort
        let score = ScoreExpression.sql(
            translation.wanted, wordFrequencies: counts.wordFrequencies, remarks: counts.remarks,
            characters: counts.characters,
            latest: request.prefersRecent && sort == .relevance ? counts.latest : nil)
        let order: SQLText =
            switch sort {
            case .relevance: "score DESC, day DESC, meeting, place"
            case .newest: "day DESC, meeting, place"
            case .oldest: "day, meeting, place"
            case .meeting: "body, day, meeting, place"
            }
        let ranked = try client.rows(
            RankedRow.self,
            """
            SELECT \(score) AS score, day, meeting, toString(load), place, question, answer FROM \(tables.allRemarks) \
            WHERE \(tables.counting) AND \(translation.condition) \
            ORDER BY \(order) LIMIT \(request.offset), \(request.limit)
            """)
        var wanted: [RowKey: RankedRow] = [:]
        for row in ranked {
            for place in [Int(row.place), Int(row.question), Int(row.answer)] where place >= 0 {
                wanted[RowKey(load: row.load, place: place)] = row
            }
        }
        var shown: [RowKey: ShownRemark] = [:]
        let keys = wanted.keys.sorted { ($0.load, $0.place) < ($1.load, $1.place) }
        for start in stride(from: 0, to: keys.count, by: 1000) {
            let part = keys[start..<min(keys.count, start + 1000)]
            for row in try Self.rows(part, of: wanted, tables: tables, client: client) { shown[row.key] = row.remark }
        }
        hits = ranked.compactMap { row in
            func remark(_ place: Int32) -> ShownRemark? { shown[RowKey(load: row.load, place: Int(place))] }
            guard let found = shown[RowKey(load: row.load, place: Int(row.place))] else { return nil }
            return SearchHit(
                found, question: remark(row.question), answer: remark(row.answer), phrases: translation.wanted.phrases,
                score: Double(row.score) / 10_000)
        }
        guard hits.count == ranked.count else {
            throw .badAnswer(server: client.server.name, reason: "発言 \(ranked.count)件のうち\(hits.count)件")
        }
    }

    /// The key's columns come first in the tables' order, so that little is read.
    private static func rows(
        _ keys: ArraySlice<RowKey>, of ranked: [RowKey: RankedRow], tables: ClickHouseTables, client: ClickHouseClient
    ) throws(ClickHouseError) -> [ShownRow] {
        let found = keys.compactMap { key in ranked[key].map { (key, $0) } }
        func list(_ parts: [SQLText]) -> SQLText { SQLText(joining: parts, with: ", ") }
        let days = Set(found.map(\.1.day)).sorted().map { SQLText.number($0) }
        let meetings = Set(found.map(\.1.meeting)).sorted().map { SQLText.literal($0) }
        let places = found.compactMap { key, _ in UInt64(key.load).map { "(\($0), \(key.place))" as SQLText } }
        return try client.rows(
            ShownRow.self,
            """
            SELECT toString(load), place, meeting, title, date, id, ord, line, role, label, agenda, topics, text, answers \
            FROM \(tables.allRemarks) WHERE day IN (\(list(days))) AND meeting IN (\(list(meetings))) \
            AND (load, place) IN (\(list(places)))
            """)
    }
}

/// A load and a place in the meeting. A load is a string of digits: JSON of other programs loses the last of long
/// numbers.
private struct RowKey: Hashable {
    var load: String
    var place: Int
}

private struct RankedRow: Decodable {
    var score: Int64
    var day: UInt32
    var meeting: String
    var load: String
    var place: UInt32
    var question: Int32
    var answer: Int32

    init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        score = try values.decode(Int64.self)
        day = try values.decode(UInt32.self)
        meeting = try values.decode(String.self)
        load = try values.decode(String.self)
        place = try values.decode(UInt32.self)
        question = try values.decode(Int32.self)
        answer = try values.decode(Int32.self)
    }
}

private struct ShownRow: Decodable {
    var key: RowKey
    var remark: ShownRemark

    init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        key = RowKey(load: try values.decode(String.self), place: try values.decode(Int.self))
        remark = ShownRemark(
            meeting: try values.decode(String.self), meetingTitle: try values.decode(String.self),
            date: try values.decode(String.self), id: try values.decode(String.self),
            order: try values.decode(Int.self), line: try values.decode(Int.self),
            role: try values.decode(String.self), label: try values.decode(String.self),
            agenda: try values.decode(String.self), topics: try values.decode([String].self),
            text: try values.decode(String.self), answers: try values.decode(Int.self))
    }
}

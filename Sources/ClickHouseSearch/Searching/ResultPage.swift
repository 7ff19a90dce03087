import MinutesSearch

/// Hits in the order asked for: first which, then what is shown of them, their questions and first answers.
struct ResultPage {
    private let counts: Counts
    private let translation: QueryTranslation
    private let tables: ClickHouseTables
    private let client: ClickHouseClient
    private let score: SQLText
    private let order: SQLText

    init(
        _ translation: QueryTranslation, _ counts: Counts, _ request: SearchRequest, tables: ClickHouseTables,
        client: ClickHouseClient
    ) {
        (self.counts, self.translation, self.tables, self.client) = (counts, translation, tables, client)
        // Without words there is no relevance: the latest first. The same rule as the embedded index has.
        let sort = translation.wanted.phrases.isEmpty && request.sort == .relevance ? .newest : request.sort
        score = ScoreExpression.sql(
            translation.wanted, judgedFrequencies: counts.judgedFrequencies, remarks: counts.remarks,
            latest: request.prefersRecent && sort == .relevance ? counts.latest : nil)
        order =
            switch sort {
            case .relevance: "score DESC, day DESC, meeting, place"
            case .newest: "day DESC, meeting, place"
            case .oldest: "day, meeting, place"
            case .meeting: "body, day, meeting, place"
            }
    }

    /// - Throws: `ClickHouseError`.
    func hits(offset: Int, limit: Int) throws(ClickHouseError) -> [SearchHit] {
        try hits(group: "''", restriction: nil, limit: "LIMIT \(offset), \(limit)").map(\.hit)
    }

    /// The first few of each of some groups.
    /// - Parameters:
    ///   - group: gives the group of a row.
    ///   - ids: of the groups wanted.
    /// - Throws: `ClickHouseError`.
    func hits(of ids: [String], group: SQLText) throws(ClickHouseError) -> [String: [SearchHit]] {
        var found: [String: [SearchHit]] = [:]
        for start in stride(from: 0, to: ids.count, by: 1000) {
            let part = SQLText(joining: ids[start..<min(ids.count, start + 1000)].map(SQLText.literal), with: ", ")
            let limit: SQLText = "LIMIT \(SearchResults.Group.shown) BY grp"
            for (id, hit) in try hits(group: group, restriction: "grp IN (\(part))", limit: limit) {
                found[id, default: []].append(hit)
            }
        }
        return found
    }

    private func hits(
        group: SQLText, restriction: SQLText?, limit: SQLText
    ) throws(ClickHouseError) -> [(group: String, hit: SearchHit)] {
        let conditions = [tables.counting, translation.condition] + (restriction.map { [$0] } ?? [])
        let ranked = try client.rows(
            RankedRow.self,
            """
            SELECT \(score) AS score, day, meeting, toString(load), place, question, answer, \(group) AS grp \
            FROM \(tables.allRemarks) WHERE \(SQLText(joining: conditions, with: " AND ")) ORDER BY \(order) \(limit)
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
        let hits = ranked.compactMap { row -> (group: String, hit: SearchHit)? in
            func remark(_ place: Int32) -> ShownRemark? { shown[RowKey(load: row.load, place: Int(place))] }
            guard let found = shown[RowKey(load: row.load, place: Int(row.place))] else { return nil }
            let hit = SearchHit(
                found, question: remark(row.question), answer: remark(row.answer),
                phrases: translation.wanted.phrases, score: Double(row.score) / 10_000)
            return (row.group, hit)
        }
        guard hits.count == ranked.count else {
            throw .badAnswer(server: client.server.name, reason: "発言 \(ranked.count)件のうち\(hits.count)件")
        }
        return hits
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
    var group: String

    init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        score = try values.decode(Int64.self)
        day = try values.decode(UInt32.self)
        meeting = try values.decode(String.self)
        load = try values.decode(String.self)
        place = try values.decode(UInt32.self)
        question = try values.decode(Int32.self)
        answer = try values.decode(Int32.self)
        group = try values.decode(String.self)
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

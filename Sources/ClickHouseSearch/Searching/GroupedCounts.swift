import MinutesSearch

/// A result counted by what stands beside the text: for its facets, and for groups of hits.
struct GroupedCounts {
    let translation: QueryTranslation
    let tables: ClickHouseTables
    let client: ClickHouseClient

    /// What a row counts for with a topic; an empty one where it has none.
    private static let topicOrNone: SQLText = "arrayJoin(empty(topics) ? [''] : topics)"

    /// - Throws: `ClickHouseError`.
    func facets() throws(ClickHouseError) -> SearchFacets {
        var years: [Int: Int] = [:]
        for (year, total) in try counts(by: "toString(fiscal_year)") { years[Int(year) ?? 0, default: 0] += total }
        var meetings: [String: FacetCounter.Meeting] = [:]
        for row in try self.meetings() {
            meetings[row.id] = FacetCounter.Meeting(name: row.title, day: row.day, total: row.total)
        }
        return FacetCounter(
            roles: try counts(by: "role"), years: years, meetings: meetings,
            topics: try counts(by: "arrayJoin(topics)"), kinds: try counts(by: "arrayJoin(kinds)")
        ).facets
    }

    /// The groups of a page with their best hits, and the number of all groups.
    /// - Throws: `ClickHouseError`.
    func groups(
        by grouping: SearchGrouping, _ request: SearchRequest, hits page: ResultPage
    ) throws(ClickHouseError) -> (page: [SearchResults.Group], total: Int) {
        var keys: [SearchResults.Group.Key] = []
        var names: [String: String] = [:]
        let column: SQLText
        switch grouping {
        case .meeting:
            column = "meeting"
            for row in try meetings() {
                keys.append((row.id, row.date.isEmpty ? nil : row.date, row.total))
                names[row.id] = row.title
            }
        case .topic:
            column = Self.topicOrNone
            for (topic, total) in try counts(by: column) { keys.append((topic, nil, total)) }
        }
        keys.sort(by: SearchResults.Group.isBefore)
        let shown = keys.dropFirst(max(0, request.offset)).prefix(max(0, request.limit))
        let hits = try page.hits(of: shown.map(\.id), group: column)
        let groups = shown.map { key in
            SearchResults.Group(key, name: names[key.id] ?? key.id, shown: hits[key.id] ?? [])
        }
        return (groups, keys.count)
    }

    private func counts(by value: SQLText) throws(ClickHouseError) -> [String: Int] {
        let rows = try client.rows(
            NamedCount.self,
            """
            SELECT \(value) AS value, count() FROM \(tables.allRemarks) \
            WHERE \(tables.counting) AND \(translation.condition) GROUP BY value
            """)
        return Dictionary(rows.map { ($0.value, $0.total) }, uniquingKeysWith: +)
    }

    private func meetings() throws(ClickHouseError) -> [MeetingCount] {
        try client.rows(
            MeetingCount.self,
            """
            SELECT meeting, any(title), any(date), any(day), count() FROM \(tables.allRemarks) \
            WHERE \(tables.counting) AND \(translation.condition) GROUP BY meeting
            """)
    }
}

private struct NamedCount: Decodable {
    var value: String
    var total: Int

    init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        value = try values.decode(String.self)
        total = try values.decode(Int.self)
    }
}

private struct MeetingCount: Decodable {
    var id: String
    var title: String
    var date: String
    var day: UInt32
    var total: Int

    init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        id = try values.decode(String.self)
        title = try values.decode(String.self)
        date = try values.decode(String.self)
        day = try values.decode(UInt32.self)
        total = try values.decode(Int.self)
    }
}

/// Filters given beside the query, for example by options of the command line. Values are written as in a query;
/// several values of one field mean any of them, several fields all of them.
public struct SearchFilters: Hashable, Sendable {
    /// `事務局`, `委員`, `chair`, …
    public var roles: [String] = []
    /// Part of the label or name.
    public var speakers: [String] = []
    /// Part of a topic's name.
    public var topics: [String] = []
    /// Part of the name of a meeting or body, or the id of a meeting.
    public var meetings: [String] = []
    /// `2023-04..2024-03`, `令和5年度`, …
    public var dates: [String] = []
    /// Part of an agenda item's title.
    public var agendas: [String] = []
    /// `令和5`, `2023`, …
    public var fiscalYears: [String] = []
    /// Kinds of findings: `要望`, `commitment`, …
    public var kinds: [String] = []
    /// `あり` or `なし`: whether a remark answers it.
    public var answers: [String] = []

    public init() {}

    /// - Throws: `SearchQueryError` without a position.
    func expressions() throws(SearchQueryError) -> [SearchExpression] {
        var all: [SearchExpression] = []
        let fields: [(FilterField, [String])] = [
            (.role, roles), (.speaker, speakers), (.topic, topics), (.meeting, meetings), (.date, dates),
            (.agenda, agendas), (.fiscalYear, fiscalYears), (.kind, kinds), (.answer, answers),
        ]
        for (field, values) in fields where !values.isEmpty {
            var any: [SearchExpression] = []
            for value in values { any.append(try field.expression(FilterField.values(in: value))) }
            all.append(any.count == 1 ? any[0] : .any(any))
        }
        return all
    }
}

/// As JSON: the fields that have values.
extension SearchFilters: Codable {
    private enum Keys: String, CodingKey {
        case roles, speakers, topics, meetings, dates, agendas, fiscalYears, kinds, answers
    }

    private static let fields: [(Keys, WritableKeyPath<SearchFilters, [String]> & Sendable)] = [
        (.roles, \.roles), (.speakers, \.speakers), (.topics, \.topics), (.meetings, \.meetings), (.dates, \.dates),
        (.agendas, \.agendas), (.fiscalYears, \.fiscalYears), (.kinds, \.kinds), (.answers, \.answers),
    ]

    public init(from decoder: any Decoder) throws {
        self.init()
        let container = try decoder.container(keyedBy: Keys.self)
        for (key, path) in Self.fields {
            self[keyPath: path] = try container.decodeIfPresent([String].self, forKey: key) ?? []
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        for (key, path) in Self.fields where !self[keyPath: path].isEmpty {
            try container.encode(self[keyPath: path], forKey: key)
        }
    }
}

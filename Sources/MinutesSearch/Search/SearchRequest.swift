/// What is asked of the search.
public struct SearchRequest: Hashable, Sendable {
    /// In the query language; empty: everything the filters let through.
    public var query: String
    public var filters: SearchFilters
    /// The unit in which the words must stand together, where the query names none.
    public var scope: SearchScope
    public var sort: SearchSort
    /// Whether words are looked for as they are typed: no other spellings, no synonyms.
    public var isExact: Bool
    /// Fields in which words are looked for besides the text.
    public var fields: Set<SearchField> = []
    /// Whether remarks of later meetings count for more in the order by relevance.
    public var prefersRecent = false
    /// Whether the whole result is counted by role, year, meeting, topic and kind.
    public var wantsFacets = false
    /// Gives groups with their best hits instead of hits; `limit` and `offset` count groups then.
    public var grouping: SearchGrouping?
    /// Hits to give at most.
    public var limit: Int
    /// Hits to pass over.
    public var offset: Int

    public init(
        _ query: String = "", filters: SearchFilters = SearchFilters(), scope: SearchScope = .remark,
        sort: SearchSort = .relevance, isExact: Bool = false, limit: Int = 20, offset: Int = 0
    ) {
        self.query = query
        self.filters = filters
        self.scope = scope
        self.sort = sort
        self.isExact = isExact
        self.limit = limit
        self.offset = offset
    }
}

/// As JSON: what is not as usual, without the page.
extension SearchRequest: Codable {
    private enum Keys: String, CodingKey {
        case query, filters, scope, sort, exact, fields, recent, facets, group
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        self.init(
            try container.decodeIfPresent(String.self, forKey: .query) ?? "",
            filters: try container.decodeIfPresent(SearchFilters.self, forKey: .filters) ?? SearchFilters(),
            scope: try container.decodeIfPresent(SearchScope.self, forKey: .scope) ?? .remark,
            sort: try container.decodeIfPresent(SearchSort.self, forKey: .sort) ?? .relevance,
            isExact: try container.decodeIfPresent(Bool.self, forKey: .exact) ?? false)
        fields = Set(try container.decodeIfPresent([SearchField].self, forKey: .fields) ?? [])
        prefersRecent = try container.decodeIfPresent(Bool.self, forKey: .recent) ?? false
        wantsFacets = try container.decodeIfPresent(Bool.self, forKey: .facets) ?? false
        grouping = try container.decodeIfPresent(SearchGrouping.self, forKey: .group)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(query, forKey: .query)
        if filters != SearchFilters() { try container.encode(filters, forKey: .filters) }
        if scope != .remark { try container.encode(scope, forKey: .scope) }
        if sort != .relevance { try container.encode(sort, forKey: .sort) }
        if isExact { try container.encode(isExact, forKey: .exact) }
        if !fields.isEmpty { try container.encode(fields.sorted { $0.rawValue < $1.rawValue }, forKey: .fields) }
        if prefersRecent { try container.encode(prefersRecent, forKey: .recent) }
        if wantsFacets { try container.encode(wantsFacets, forKey: .facets) }
        if let grouping { try container.encode(grouping, forKey: .group) }
    }
}

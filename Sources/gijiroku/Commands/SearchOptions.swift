import MinutesKit

/// The options of `gijiroku search` as a request.
struct SearchOptions {
    private let arguments: Arguments

    init(_ arguments: Arguments) { self.arguments = arguments }

    private static let narrowing = [
        "--topic", "--role", "--speaker", "--meeting", "--kind", "--agenda", "--year", "--from", "--to",
    ]

    /// - Parameter saved: what the options change.
    /// - Throws: `UsageError`.
    func request(from saved: SearchRequest?) throws -> SearchRequest {
        guard saved != nil || !arguments.operands.isEmpty || Self.narrowing.contains(where: arguments.has) else {
            throw UsageError(
                "探す語を指定してください。例：gijiroku search 居場所", "Say what to look for, for example: gijiroku search 居場所")
        }
        guard saved == nil || arguments.operands.isEmpty else {
            throw UsageError(
                "--saved と検索語は一緒に使えません。絞り込みのオプション（--from など）は使えます。",
                "--saved takes no query besides; options such as --from work.")
        }
        var request = saved ?? SearchRequest(arguments.operands.joined(separator: " "))
        narrow(&request.filters)
        if let scope = arguments.value("--scope").flatMap(SearchScope.init) { request.scope = scope }
        if let sort = arguments.value("--sort").flatMap(SearchSort.init) { request.sort = sort }
        if let group = arguments.value("--group").flatMap(SearchGrouping.init) { request.grouping = group }
        if arguments.has("--exact") { request.isExact = true }
        if arguments.has("--recent") { request.prefersRecent = true }
        if arguments.has("--facets") { request.wantsFacets = true }
        for value in arguments.all("--fields") { request.fields.formUnion(try fields(value)) }
        request.limit = try arguments.integer("--limit", in: 1...100_000, default: 20)
        request.offset = try arguments.integer("--offset", in: 0...100_000_000, default: 0)
        if arguments.has("--page") {
            guard !arguments.has("--offset") else {
                throw UsageError("--page と --offset はどちらか一つにしてください。", "Use --page or --offset, not both.")
            }
            request.offset = (try arguments.integer("--page", in: 1...1_000_000, default: 1) - 1) * request.limit
        }
        return request
    }

    func narrow(_ filters: inout SearchFilters) {
        filters.topics += arguments.all("--topic")
        filters.roles += arguments.all("--role")
        filters.speakers += arguments.all("--speaker")
        filters.meetings += arguments.all("--meeting")
        filters.kinds += arguments.all("--kind")
        filters.agendas += arguments.all("--agenda")
        filters.fiscalYears += arguments.all("--year")
        if arguments.has("--from") || arguments.has("--to") {
            filters.dates = ["\(arguments.value("--from") ?? "")..\(arguments.value("--to") ?? "")"]
        }
    }

    private func fields(_ value: String) throws -> Set<SearchField> {
        var fields: Set<SearchField> = []
        for name in value.split(separator: ",") {
            switch name {
            case "label", "発言者": fields.insert(.label)
            case "agenda", "議題": fields.insert(.agenda)
            case "title", "会議": fields.insert(.title)
            case "all", "すべて": fields.formUnion(SearchField.allCases)
            default:
                throw UsageError(
                    "--fields の「\(name)」は使えません。label（発言者）、agenda（議題）、title（会議名）をカンマで区切ってください。",
                    "--fields cannot be \"\(name)\"; name label, agenda and title with commas.")
            }
        }
        return fields
    }
}

import Foundation
import MinutesKit

/// The same remarks in the embedded index and in a ClickHouse, the same queries to both: every count, every hit and its
/// place must be the same. Rates and times beside it.
///
/// The ClickHouse is that of `GIJIROKU_CLICKHOUSE_URL`, `…_PASSWORD`; its database `gijiroku_bench` is made and dropped.
struct ServerComparison {
    private var documents = 300
    private var seed: UInt64 = 20_240_221
    private var turns: String?
    private var queries: String?
    private var cluster: String?
    private var shards: [String] = []
    private var keeps = false

    /// `nil` for words it does not know.
    init?(_ words: [String]) {
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--keep" {
                keeps = true
                continue
            }
            guard let value = rest.popFirst() else { return nil }
            switch word {
            case "--documents": guard let number = Int(value), number > 0 else { return nil }; documents = number
            case "--seed": guard let number = UInt64(value) else { return nil }; seed = number
            case "--turns": turns = value
            case "--queries": queries = value
            case "--cluster": cluster = value
            case "--shard": shards.append(value)
            default: return nil
            }
        }
    }

    func run() throws {
        let corpus = try turns.map(ComparedCorpus.init(turns:)) ?? ComparedCorpus(documents: documents, seed: seed)
        let folder = FileManager.default.temporaryDirectory.path + "/gijiroku-bench-servers-\(getpid())"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let embedded = EmbeddedSearch(folder: folder, texts: corpus)
        let server = try server()
        try server.drop()
        defer { if !keeps { try? server.drop() } }
        try server.create(cluster: cluster.flatMap(ClickHouseName.init))
        try put(corpus, into: embedded, name: "embedded")
        try put(corpus, into: server.backend, name: "clickhouse")
        // Everything twice over, half of it cut short: nothing may be there twice.
        try? server.backend.put(corpus.meetings.count, removing: []) { number in
            if number > corpus.meetings.count / 2 { throw CancellationError() }
            return corpus.meetings[number]
        } progress: { _ in
        }
        try server.backend.put(corpus.meetings.count, removing: []) {
            corpus.meetings[$0]
        } progress: { _ in
        }
        // One meeting goes out of both, and comes back.
        for backend in [embedded, server.backend] as [any SearchBackend] {
            try backend.put(
                0, removing: [corpus.meetings[0].id], meeting: { _ in corpus.meetings[0] }, progress: { _ in })
            try backend.put(1, removing: [], meeting: { _ in corpus.meetings[0] }, progress: { _ in })
        }
        guard try server.backend.versions() == embedded.versions() else { throw ComparisonProblem("versions differ") }
        try compare(embedded, server.backend, corpus)
    }

    private func put(_ corpus: ComparedCorpus, into backend: some SearchBackend, name: String) throws {
        let processor = ProcessorTime.seconds
        let time = try ContinuousClock().measure {
            try backend.put(corpus.meetings.count, removing: []) {
                corpus.meetings[$0]
            } progress: { _ in
            }
        }
        let seconds = BenchTimes.seconds(time)
        print(
            String(
                format: "load   %@ %d meetings, %d remarks, %.1f MB: %.2f s wall, %.2f s CPU here, %.0f remarks/s",
                name.padding(toLength: 10, withPad: " ", startingAt: 0), corpus.meetings.count, corpus.remarks,
                Double(corpus.bytes) / 1e6, seconds, ProcessorTime.seconds - processor,
                Double(corpus.remarks) / seconds))
    }

    private func compare(
        _ embedded: some SearchBackend, _ server: some SearchBackend, _ corpus: ComparedCorpus
    ) throws {
        let asked = try queries.map(ComparedQueries.read) ?? ComparedQueries.made(for: corpus)
        var times: (embedded: [Double], server: [Double]) = ([], [])
        var (refused, rounded, wrong, found) = (0, 0, 0, 0)
        for request in asked {
            let query = try SearchIndex.query(of: request)
            var answers: [SearchResults] = []
            let clock = ContinuousClock()
            do {
                // Once to warm up, as a second page or a second person would find it.
                _ = try server.search(query, request)
                let time = try clock.measure { answers.append(try server.search(query, request)) }
                times.server.append(BenchTimes.seconds(time))
            } catch let error as ClickHouseError {
                guard case .untranslatable = error else { throw error }
                refused += 1
                continue
            }
            _ = try embedded.search(query, request)
            let time = try clock.measure { answers.append(try embedded.search(query, request)) }
            times.embedded.append(BenchTimes.seconds(time))
            found += answers[1].total
            switch Difference(server: answers[0], embedded: answers[1]) {
            case .none: break
            case .rounding: rounded += 1
            case .found(let what):
                wrong += 1
                print("DIFFERENT  \(request.query) \(request.sort) \(request.scope): \(what)")
            }
        }
        print(
            "queries \(asked.count): \(times.server.count - wrong) the same (\(rounded) but for the last digit of a score), "
                + "\(wrong) different, \(refused) refused as untranslatable; \(found) hits in all")
        print("  embedded    " + BenchTimes.percentiles(times.embedded))
        print("  clickhouse  " + BenchTimes.percentiles(times.server))
        if wrong > 0 { throw ComparisonProblem("\(wrong) answers differ") }
    }

    private func server() throws -> SearchServer {
        let environment = ProcessInfo.processInfo.environment
        guard let address = environment["GIJIROKU_CLICKHOUSE_URL"], let database = ClickHouseName("gijiroku_bench")
        else { throw ComparisonProblem("GIJIROKU_CLICKHOUSE_URL is not set") }
        let servers = try ([address] + shards).map {
            try ClickHouseServer(
                address: $0, database: database, user: environment["GIJIROKU_CLICKHOUSE_USER"],
                password: environment["GIJIROKU_CLICKHOUSE_PASSWORD"])
        }
        let carrier = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("gijiroku-http")
        return SearchServer(servers[0], shards: Array(servers[1...]), transport: try CarrierProgram(carrier))
    }
}

/// How two answers to one query differ.
private enum Difference {
    case none
    /// Scores that lie within a ten-thousandth of each other, and so may stand the other way round.
    case rounding
    case found(String)

    init(server: SearchResults, embedded: SearchResults) {
        guard server.total == embedded.total else {
            self = .found("total \(server.total), embedded \(embedded.total)")
            return
        }
        for (left, right) in zip(server.words, embedded.words)
        where (left.text, left.total) != (right.text, right.total) || left.others != right.others {
            self = .found("word \(left.text) \(left.total), embedded \(right.text) \(right.total)")
            return
        }
        guard server.hits.count == embedded.hits.count, server.words.count == embedded.words.count else {
            self = .found("hits \(server.hits.count), embedded \(embedded.hits.count)")
            return
        }
        guard server.facets == embedded.facets else {
            self = .found("facets")
            return
        }
        let groups = [server, embedded].map { $0.groups ?? [] }
        guard server.groupTotal == embedded.groupTotal, groups[0].count == groups[1].count,
            zip(groups[0], groups[1]).allSatisfy({
                ($0.id, $0.name, $0.total, $0.hits.count) == ($1.id, $1.name, $1.total, $1.hits.count)
            })
        else {
            self = .found("groups")
            return
        }
        let shown = [server, embedded].map { $0.hits + ($0.groups ?? []).flatMap(\.hits) }
        if shown[0] == shown[1] {
            self = .none
            return
        }
        for (left, right) in zip(shown[0], shown[1]) {
            guard abs(left.score - right.score) < 0.000_15 else {
                self = .found("score \(left.score) of \(left.remark), embedded \(right.score) of \(right.remark)")
                return
            }
            var like = left
            like.score = right.score
            guard left.remark != right.remark || like == right else {
                self = .found("what is shown of \(left.remark)")
                return
            }
        }
        self = .rounding
    }
}

private struct ComparisonProblem: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

import Foundation
import MinutesKit

/// Queries as people mistype them, and as somebody writes them who wants to bring the program down, for a number of
/// seconds, on a small archive.
///
/// What must hold: no crash, an answer or an error that points into the query, counts that fit the hits, and a bounded
/// time. Seed and number of a query give it again.
struct QueryFuzz {
    private let settings: BenchSettings

    init(_ settings: BenchSettings) { self.settings = settings }

    /// CPU seconds any query may take.
    #if DEBUG
        private static let longest = 20.0
    #else
        private static let longest = 1.0
    #endif

    /// - Throws: `FuzzProblem.failed` with the number of queries that broke a rule.
    func run() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gijiroku-queries-\(getpid())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let secretariat = try archive(in: folder)
        let end = ContinuousClock.now + .seconds(settings.seconds)
        var (count, answered, failures, slowest) = (0, 0, 0, 0.0)
        while ContinuousClock.now < end || count < Self.hostile.count {
            let request = request(count)
            let start = ProcessorTime.seconds
            var problem: String?
            do {
                let results = try secretariat.search(request).results
                answered += 1
                problem = Self.problem(with: results, request)
            } catch let error as SearchQueryError {
                let isInside = error.position <= request.query.unicodeScalars.count + 1
                if !isInside || error.reason.isEmpty || error.english.isEmpty { problem = "\(error)" }
                if let pointer = error.pointer(in: request.query), pointer.utf8.count > 2000 { problem = pointer }
            } catch {
                problem = "\(error)"
            }
            let seconds = ProcessorTime.seconds - start
            slowest = max(slowest, seconds)
            if problem == nil, seconds > Self.longest { problem = String(format: "took %.2f s", seconds) }
            if let problem {
                failures += 1
                print("query \(count) 「\(request.query.prefix(200))」 \(problem)")
                if failures == 20 { break }
            }
            count += 1
        }
        print(
            String(
                format: "queries  seed %llu: %d queries, %d answered, %d failures, slowest %.2f s", settings.seed,
                count,
                answered, failures, slowest))
        if failures > 0 { throw FuzzProblem.failed(failures) }
    }

    private func archive(in folder: URL) throws -> Secretariat {
        let corpus = folder.appendingPathComponent("corpus", isDirectory: true)
        try FileManager.default.createDirectory(at: corpus, withIntermediateDirectories: true)
        for number in 0..<8 {
            try Data(settings.generator.document(number).utf8)
                .write(to: corpus.appendingPathComponent("\(number).txt"))
        }
        let secretariat = try Secretariat.create(at: folder.appendingPathComponent("archive", isDirectory: true))
        _ = try secretariat.importDocuments(try DocumentFolder.documents(at: [corpus.path]))
        let synonyms = "group,word\n1,居場所\n1,サロン\n1,検討\n2,相談\n2,話し合い\n2,a\n"
        try secretariat.importSynonyms(SourceBytes(name: "synonyms.csv", bytes: Array(synonyms.utf8)))
        return secretariat
    }

    private static func problem(with results: SearchResults, _ request: SearchRequest) -> String? {
        if results.total < results.hits.count { return "\(results.hits.count) hits of \(results.total)" }
        if request.grouping == nil, results.hits.count != min(request.limit, max(0, results.total - request.offset)) {
            return "\(results.hits.count) hits on a page of \(request.limit) of \(results.total)"
        }
        for hit in results.hits + (results.groups ?? []).flatMap(\.hits) {
            for range in hit.highlights where hit.snippet.utf8Slice(range.range) == nil {
                return "a highlight cuts a character of \(hit.remark)"
            }
        }
        for word in results.words {
            if word.nearest.contains(where: { $0.total == 0 }) {
                return "a word offered for \(word.text) stands nowhere"
            }
        }
        return nil
    }

    private func request(_ number: Int) -> SearchRequest {
        if number < Self.hostile.count { return SearchRequest(Self.hostile[number]) }
        var random = SeededRandom(seed: settings.seed &+ UInt64(number) &* 0x9e37_79b9_7f4a_7c15)
        var request = SearchRequest(query(&random), limit: 1 + random.below(30), offset: random.below(5) * 3)
        request.scope = random.pick(SearchScope.allCases)
        request.sort = random.pick(SearchSort.allCases)
        request.isExact = random.below(3) == 0
        request.prefersRecent = random.below(3) == 0
        request.wantsFacets = random.below(3) == 0
        if random.below(4) == 0 { request.grouping = random.pick(SearchGrouping.allCases) }
        if random.below(4) == 0 { request.fields = [random.pick(SearchField.allCases)] }
        return request
    }

    private func query(_ random: inout SeededRandom) -> String {
        if random.below(8) == 0 {
            // Whatever bytes there are.
            return String(decoding: (0..<random.below(200)).map { _ in UInt8(random.below(256)) }, as: UTF8.self)
        }
        let isWellFormed = random.below(2) == 0
        var query = ""
        for _ in 0...random.below(random.below(10) == 0 ? 300 : 12) {
            query += random.pick(isWellFormed ? Self.clauses : Self.pieces)
            if isWellFormed || random.below(2) == 0 { query += random.pick([" ", "　", " OR ", " ", " -"]) }
        }
        return isWellFormed ? query + "会議" : query
    }

    private static let clauses = [
        "居場所", "担い手", "検討", "取り組み", "打合せ", "の", "です", "出張*", "相*", "「検討します」", "居場所 NEAR/20 担い手", "検討 近傍/3 (相談 OR 居場所)",
        "(居場所 OR 相談)", "(居場所 -(担い手 検討))", "役割:事務局", "役割:(委員 OR 委員長)", "日付:2020..2026", "年度:令和5", "議題:振り返り", "会議:委員会",
        "回答:あり", "種別:要望", "話題:居場所", "発言者:委員", "範囲:発言", "第１回", "月面基地", "ｺﾐｾﾝ", "か\u{3099}",
    ]

    private static let pieces = [
        "(", ")", "（", "）", "「", "」", "\"", "“", "-", "－", "OR", "または", "AND", "NOT", "|", "NEAR/", "NEAR/5", "近傍/20",
        "近傍",
        "*", "＊", ":", "：", "役割", "役割:", "日付:", "日付:2024-..", "年度:", "範囲:", "範囲:会議", "回答:", "、", ",", "..", "〜", "居場所",
        "担", "a",
        "A", "１", "1", "髙", "𠮷", "か\u{3099}", "\u{3099}", "\u{0}", "\u{FEFF}", "\u{200B}", "\u{202E}", "\n", "\\", ".*",
        "[a-z]+", "(?=", "{1,9}",
        "'; DROP TABLE", "%", "_", "🏔️",
    ]

    /// Always tried first.
    private static let hostile = [
        String(repeating: "あ", count: 1_000_000), String(repeating: "居場所 ", count: 10_000),
        String(repeating: "居場所 OR ", count: 10_000) + "a", String(repeating: "(", count: 10_000),
        (0..<255).map { "語\($0)" }.joined(separator: " OR "), (0..<255).map { "取り組み\($0)" }.joined(separator: " "),
        String(repeating: "取り組み", count: 250), String(repeating: "の ", count: 250),
        (0..<250).map { _ in "の" }.joined(separator: " NEAR/1000 "), "(a+)+$", "^(([a-z])+.)+[A-Z]([a-z])+$",
        ".*.*.*=.*",
        "の* NEAR/1000 の* NEAR/1000 い*", "範囲:会議 " + String(repeating: "-の ", count: 200),
        String(repeating: "(", count: 60) + "の" + String(repeating: ")", count: 60),
        "役割:(" + String(repeating: "委員 OR ", count: 200) + "委員)", "話題:" + String(repeating: "あ", count: 9_000),
    ]
}

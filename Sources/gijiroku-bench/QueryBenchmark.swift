import Foundation
import MinutesKit

/// Asks an index given queries and compares the counts with the truth.
///
/// The file has a JSON object a line: `kind`, `terms` (phrases that must all stand in the remark) and true counts by
/// names that begin with `n_`.
struct QueryBenchmark {
    private var folder = ""
    private var queries = ""
    private var truth: String?
    private var scan: String?
    private var passes = 3

    /// - Returns: `nil` for words it does not know.
    init?(_ words: [String]) {
        var rest = words[...]
        while let word = rest.popFirst() {
            guard let value = rest.popFirst() else { return nil }
            switch word {
            case "--index": folder = value
            case "--queries": queries = value
            case "--truth": truth = value
            case "--scan": scan = value
            case "--passes": passes = max(1, Int(value) ?? 3)
            default: return nil
            }
        }
        if folder.isEmpty || queries.isEmpty { return nil }
    }

    private struct Query {
        var kind: String
        var terms: [String]
        var counts: [String: Int]
        var parsed: SearchQuery

        init?(_ line: Substring) throws {
            guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let terms = object["terms"] as? [String]
            else { return nil }
            kind = object["kind"] as? String ?? ""
            self.terms = terms
            counts = object.compactMapValues { $0 as? Int }.filter { $0.key.hasPrefix("n_") }
            parsed = SearchQuery(.all(terms.compactMap { SearchPhrase($0) }.map { .phrase($0) }))
        }
    }

    func run() throws {
        let all = try String(contentsOfFile: queries, encoding: .utf8).split(separator: "\n").compactMap(Query.init)
        let clock = ContinuousClock()
        var opened: SearchIndex?
        let opening = try clock.measure { opened = try SearchIndex.open(folder) }
        guard let index = opened else { return }
        let request = SearchRequest(limit: 20)
        var totals: [Int] = []
        var first: [Double] = []
        for query in all {
            var total = 0
            first.append(
                BenchTimes.seconds(try clock.measure { total = try index.rank(query.parsed, request).total }))
            totals.append(total)
        }
        var times = [[Double]](repeating: [], count: all.count)
        var processorTimes = times
        let processor = ProcessorTime.seconds
        for _ in 0..<passes {
            for (number, query) in all.enumerated() {
                let before = ProcessorTime.ofThread
                times[number].append(
                    BenchTimes.seconds(try clock.measure { _ = try index.rank(query.parsed, request) }))
                processorTimes[number].append(ProcessorTime.ofThread - before)
            }
        }
        let cpu = (ProcessorTime.seconds - processor) / Double(passes * max(1, all.count))
        let medians = times.map { $0.sorted()[$0.count / 2] }
        print(
            String(
                format: "index    %d remarks, opened in %.2f ms; %d queries, first %d of each, CPU %.3f ms a query",
                index.remarkCount, BenchTimes.seconds(opening) * 1000, all.count, request.limit, cpu * 1000))
        var figures: [String: Any] = [
            "benchmark": "query", "remarks": index.remarkCount, "queries": all.count, "cpu_ms": cpu * 1000,
        ]
        var kinds: [String] = []
        for query in all where !kinds.contains(query.kind) { kinds.append(query.kind) }
        for kind in kinds {
            let part = all.indices.filter { all[$0].kind == kind }.map { medians[$0] }
            print(line(kind, part))
            figures[kind] = values(part)
        }
        print(line("all", medians))
        let processorMedians = processorTimes.map { $0.sorted()[$0.count / 2] }
        print(line("all, CPU", processorMedians))
        print(line("first", first))
        figures["all_cpu"] = values(processorMedians)
        figures["all"] = values(medians)
        figures["first_pass"] = values(first)
        figures["wrong"] = try wrong(all, totals)
        BenchJSON.print(figures)
    }

    private func percentile(_ times: [Double], _ share: Double) -> Double {
        let sorted = times.sorted()
        let place = Double(sorted.count - 1) * share
        let (low, high) = (Int(place), min(Int(place) + 1, sorted.count - 1))
        return (sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))) * 1000
    }

    private func values(_ times: [Double]) -> [String: Double] {
        ["p50_ms": percentile(times, 0.5), "p95_ms": percentile(times, 0.95), "max_ms": percentile(times, 1)]
    }

    private func line(_ name: String, _ times: [Double]) -> String {
        let name = name.padding(toLength: 8, withPad: " ", startingAt: 0)
        return String(
            format: "%@ %4d   p50 %8.3f ms   p95 %8.3f ms   max %8.3f ms", name, times.count, percentile(times, 0.5),
            percentile(times, 0.95), percentile(times, 1))
    }

    // MARK: The truth

    /// Compares with the counts in the file (`--truth n_10k`) and with a scan of the turns.
    private func wrong(_ all: [Query], _ totals: [Int]) throws -> Int {
        var wrong = 0
        func compare(_ expected: [Int?], _ name: String) {
            var differing = 0
            for (number, query) in all.enumerated() {
                guard let count = expected[number], count != totals[number] else { continue }
                differing += 1
                if differing <= 5 { print("differs  \(query.terms): \(totals[number]), \(name) \(count)") }
            }
            let known = expected.count { $0 != nil }
            print("counts   \(known - differing) of \(known) equal to \(name)")
            wrong += differing
        }
        if let truth { compare(all.map { $0.counts[truth] }, truth) }
        if let scan { compare(try scanned(all, TurnsFile(scan)), "a scan") }
        return wrong
    }

    /// For each query the number of turns in whose folded text all of its folded terms stand.
    private func scanned(_ all: [Query], _ turns: TurnsFile) -> [Int] {
        var counts = [Int](repeating: 0, count: all.count)
        let terms = all.map { $0.terms.map { Array(TextFolding.fold($0).utf8) } }
        turns.forEachTurn { _, text in
            TextFolding.fold(text).bytes.withUnsafeBytes { text in
                for (number, terms) in terms.enumerated() {
                    if terms.allSatisfy({ SearchBenchmark.contains(text, $0) }) {
                        counts[number] += 1
                    }
                }
            }
        }
        return counts
    }
}

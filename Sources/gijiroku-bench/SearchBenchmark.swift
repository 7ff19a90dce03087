import Foundation
import MinutesKit

/// Import of generated minutes, then queries, beside a scan of the same text; counts must agree.
struct SearchBenchmark {
    private let settings: BenchSettings

    init(_ settings: BenchSettings) { self.settings = settings }

    func run() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gijiroku-bench-\(getpid())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let corpus = folder.appendingPathComponent("corpus", isDirectory: true)
        try FileManager.default.createDirectory(at: corpus, withIntermediateDirectories: true)
        var bytes = 0
        for number in 0..<settings.documents {
            let text = settings.generator.document(number)
            bytes += text.utf8.count
            try Data(text.utf8).write(to: corpus.appendingPathComponent("\(number).txt"))
        }
        let secretariat = try Secretariat.create(at: folder.appendingPathComponent("archive", isDirectory: true))
        let clock = ContinuousClock()
        let processor = ProcessorTime.seconds
        let importing = try clock.measure {
            _ = try secretariat.importDocuments(try DocumentFolder.documents(at: [corpus.path]))
        }
        let megabytes = Double(bytes) / 1_000_000
        print(
            String(
                format: "import   %d documents, %.1f MB: %.2f s wall, %.2f s CPU, %.1f MB/s, peak memory %.0f MB",
                settings.documents, megabytes, BenchTimes.seconds(importing), ProcessorTime.seconds - processor,
                megabytes / BenchTimes.seconds(importing), PeakMemory.megabytes))
        try queries(secretariat)
    }

    private func queries(_ secretariat: Secretariat) throws {
        let texts = try secretariat.records().flatMap {
            $0.meeting.remarks.map { Array(TextFolding.fold($0.text).utf8) }
        }
        var indexed: [Double] = []
        var scanned: [Double] = []
        let clock = ContinuousClock()
        for query in words {
            var total = 0
            indexed.append(
                BenchTimes.seconds(
                    try clock.measure {
                        total = try secretariat.search(SearchRequest(query, isExact: true)).results.total
                    }))
            var count = 0
            let needle = Array(TextFolding.fold(query).utf8)
            scanned.append(BenchTimes.seconds(clock.measure { count = texts.count { Self.contains($0, needle) } }))
            guard total == count else { throw BenchProblem.countsDiffer(query: query, index: total, scan: count) }
        }
        print("queries  \(words.count), \(texts.count) remarks, counts equal to a scan; each opens the index anew")
        print("  index  " + BenchTimes.percentiles(indexed))
        print("  scan   " + BenchTimes.percentiles(scanned))
    }

    /// Words of high, middle and low frequency, phrases, and one that is not there.
    private var words: [String] {
        CorpusVocabulary.subjects + CorpusVocabulary.things + CorpusVocabulary.places
            + ["相談", "居場", "社協", "検討", "次回までに整理", "ご指摘の", "第３次計画では", "要綱で定めています", "月面基地"]
    }

    private static func contains(_ text: [UInt8], _ needle: [UInt8]) -> Bool {
        text.withUnsafeBytes { contains($0, needle) }
    }

    static func contains(_ text: UnsafeRawBufferPointer, _ needle: [UInt8]) -> Bool {
        needle.withUnsafeBytes { needle in
            guard let base = text.baseAddress, let wanted = needle.baseAddress else { return false }
            var from = 0
            while from + needle.count <= text.count {
                let rest = text.count - needle.count + 1 - from
                guard let found = memchr(base + from, Int32(needle[0]), rest) else { return false }
                if memcmp(found, wanted, needle.count) == 0 { return true }
                from = UnsafeRawPointer(found) - base + 1
            }
            return false
        }
    }
}

/// Why a benchmark's result means nothing.
enum BenchProblem: Error, CustomStringConvertible {
    case countsDiffer(query: String, index: Int, scan: Int)
    case programFailed(path: String, status: Int)
    case noCorpus(String)

    var description: String {
        switch self {
        case .countsDiffer(let query, let index, let scan):
            "\(query): the index finds \(index), a scan \(scan)"
        case .programFailed(let path, let status): "\(path) ended with \(status)"
        case .noCorpus(let folder):
            "\(folder) holds no turns.tsv and queries.jsonl; make them with gijiroku-bench search-corpus --output DIR"
        }
    }
}

import Foundation
import MinutesKit

/// `gijiroku-bench <benchmark> [--documents N] [--seed N]`
@main
struct GijirokuBench {
    static func main() {
        var words = Array(CommandLine.arguments.dropFirst())
        let name = words.isEmpty ? "--help" : words.removeFirst()
        let settings = BenchSettings(words)
        do {
            switch (name, settings) {
            case ("parse", let settings?): try ParseBenchmark(settings).run()
            case ("docx", let settings?): try DocxBenchmark(settings).run()
            case ("search", let settings?): try SearchBenchmark(settings).run()
            case ("actions", let settings?): try ActionsBenchmark(settings).run()
            case ("clickhouse", _):
                guard let comparison = ServerComparison(words) else { exit(2) }
                try comparison.run()
            case ("import", let settings?): try ImportBenchmark(settings).run()
            case ("fuzz", let settings?): try FuzzRun(settings).run()
            case ("queries", let settings?): try QueryFuzz(settings).run()
            case ("index", _): try run(IndexBenchmark(words)?.run)
            case ("query", _): try run(QueryBenchmark(words)?.run)
            case ("replay", _) where words.count == 1: try FuzzRun.replay(words[0])
            case ("corpus", let settings?): try CorpusWriter(settings).run()
            case ("search-corpus", let settings?): try SearchCorpusWriter(settings).run()
            case ("peers", let settings?): try PeerBenchmark(settings).run()
            default:
                print(usage)
                exit(name == "--help" || name == "-h" ? 0 : 2)
            }
        } catch {
            FileHandle.standardError.write(Data("gijiroku-bench: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(_ benchmark: (() throws -> Void)?) throws {
        guard let benchmark else {
            print(usage)
            exit(2)
        }
        try benchmark()
    }

    private static let usage = """
        gijiroku-bench parse  [--documents N] [--seed N] [--input DIR]
                                                parsing with all analyzers: MB/s a core, peak memory
        gijiroku-bench docx   [--documents N] [--seed N]        reading Word documents: MB/s of XML a core
        gijiroku-bench search [--documents N] [--seed N]        index and queries, beside a scan of the same text
        gijiroku-bench index --turns FILE.tsv [--out DIR]       an index of given turns (id, tab, text): time, memory, size
        gijiroku-bench query --index DIR --queries FILE.jsonl [--truth n_10k] [--scan FILE.tsv] [--passes N]
                                                given queries: p50 and p95 by kind, counts beside the truth and a scan
        gijiroku-bench actions [--documents N] [--seed N] [--input ARCHIVE]
                                                the action list, asked in nine ways
        gijiroku-bench clickhouse [--documents N | --turns FILE] [--queries FILE] [--cluster NAME --shard URL…]
                                                the embedded index and a ClickHouse: the same answers
        gijiroku-bench import [--documents N] [--seed N] [--input DIR] [--output DIR]
                                                an import and a rebuild: time, memory, disk by folder
        gijiroku-bench fuzz [--seconds N] [--seed N] [--input DIR] [--output DIR]
                                                damaged documents: no crash, no hang, nothing lost
        gijiroku-bench queries [--seconds N] [--seed N]
                                                damaged and hostile queries: no crash, a bounded time
        gijiroku-bench replay FILE                              one input of a fuzz run again
        gijiroku-bench corpus [--documents N] --output DIR      write the generated minutes
        gijiroku-bench search-corpus [--documents N] [--seed N] --output DIR
                                                minutes, turns.tsv and 200 counted questions for searches
        gijiroku-bench peers --input DIR        ripgrep and SQLite FTS5 on such a corpus, where installed
        """
}

/// What a benchmark is run with.
struct BenchSettings {
    var documents = 10_000
    var seed: UInt64 = 20_240_221
    /// How long a fuzz run takes.
    var seconds = 20
    var output: String?
    /// Files to measure instead of the generated ones, over and over.
    var input: String?

    /// `nil` for words it does not know.
    init?(_ words: [String]) {
        var rest = words[...]
        while let word = rest.popFirst() {
            guard let value = rest.popFirst() else { return nil }
            switch word {
            case "--documents": guard let number = Int(value), number > 0 else { return nil }; documents = number
            case "--seed": guard let number = UInt64(value) else { return nil }; seed = number
            case "--seconds": guard let number = Int(value), number > 0 else { return nil }; seconds = number
            case "--output": output = value
            case "--input": input = value
            default: return nil
            }
        }
    }

    var generator: CorpusGenerator { CorpusGenerator(seed: seed) }

    /// Gives the document of a number: generated, or one of the input's files in turn.
    /// - Throws: `FileProblem` when the input cannot be read.
    func documentSource() throws -> (Int) -> SourceBytes {
        guard let input else {
            return { SourceBytes(name: "\($0).txt", bytes: Array(generator.document($0).utf8)) }
        }
        let files = try DocumentFolder.documents(at: [input]).map { try SourceFile.read($0.url) }
        return { files[$0 % files.count] }
    }
}

/// Peak memory of this process.
enum PeakMemory {
    /// In megabytes.
    static var megabytes: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_maxrss) / 1024
    }
}

/// CPU time of this process.
enum ProcessorTime {
    /// Of this thread, in seconds: what a short piece of work takes on a machine that is busy with other things.
    static var ofThread: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }

    /// In seconds, user and system.
    static var seconds: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }
}

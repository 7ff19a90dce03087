import Foundation
import MinutesKit
import Synchronization

/// Damaged documents through reader, parser, analyzers, publication check and the comparison of versions for a number of
/// seconds.
///
/// What must hold: no crash, no hang, every byte in exactly one segment, quotes verbatim, ids unique, and a time in
/// proportion to the size. Seed and number of an input give it again; the input being tried lies in the work folder, so
/// that a crash leaves it there.
struct FuzzRun {
    private let settings: BenchSettings
    private let folder: URL

    init(_ settings: BenchSettings) {
        self.settings = settings
        folder = URL(fileURLWithPath: settings.output ?? ".build/fuzz", isDirectory: true)
    }

    /// - Throws: `FuzzProblem.failed` with the number of inputs that broke a rule.
    func run() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let current = folder.appendingPathComponent("input-being-tried")
        var trial = try FuzzTrial()
        let seeds = try FuzzSeeds(input: settings.input, seed: settings.seed).documents
        let watch = FuzzWatch(current)
        let end = ContinuousClock.now + .seconds(settings.seconds)
        var (count, bytes, failures, slowest) = (0, 0, 0, 0.0)
        // Every document as it is, then damaged ones.
        while ContinuousClock.now < end {
            let document = input(count, seeds)
            try Data(document.bytes).write(to: current)
            watch.begin(count)
            let result = trial.run(name: document.name, bytes: document.bytes)
            watch.finish()
            count += 1
            bytes += document.bytes.count
            slowest = max(slowest, result.seconds)
            if let problem = result.problem {
                failures += 1
                let kept = folder.appendingPathComponent("\(settings.seed)-\(count - 1)-\(document.name)")
                try Data(document.bytes).write(to: kept)
                print("input \(count - 1) (\(document.bytes.count) bytes, \(kept.path)): \(problem)")
                if failures == 20 { break }
            }
        }
        try? FileManager.default.removeItem(at: current)
        print(
            String(
                format: "fuzz     seed %llu: %d inputs, %.1f MB, %d failures, slowest %.2f s", settings.seed, count,
                Double(bytes) / 1_000_000, failures, slowest))
        if failures > 0 { throw FuzzProblem.failed(failures) }
    }

    /// The input of a number: the same for the same seed and seeds.
    private func input(_ number: Int, _ seeds: [(name: String, bytes: [UInt8])]) -> (name: String, bytes: [UInt8]) {
        if number < seeds.count { return seeds[number] }
        var random = SeededRandom(seed: settings.seed &+ UInt64(number) &* 0x9e37_79b9_7f4a_7c15)
        // The Word document is one seed among many, and has most of the readers' code.
        let base = random.below(5) == 0 ? (FuzzSeeds.wordName, FuzzWord.seed.packed) : seeds[random.below(seeds.count)]
        var mutator = Mutator(seed: random.next())
        if base.0 == FuzzSeeds.wordName, random.below(8) > 0 {
            return (base.0, FuzzWord.seed.damaged(&mutator, &random))
        }
        return (base.0, mutator.mutate(base.1, other: seeds[random.below(seeds.count)].bytes))
    }

    /// Tries one file, for a crash that is looked into.
    static func replay(_ path: String) throws {
        let source = try SourceFile.read(URL(fileURLWithPath: path))
        var trial = try FuzzTrial()
        let result = trial.run(name: source.name, bytes: source.bytes)
        print(result.problem ?? "nothing wrong", String(format: "(%.3f s)", result.seconds))
        if result.problem != nil { throw FuzzProblem.failed(1) }
    }
}

/// One input, and whether everything holds.
struct FuzzTrial {
    private let processor: MinutesProcessor
    /// The record before this one, to be replaced by it as by a correction.
    private var former: AnalyzedMeeting?

    init() throws { processor = try MinutesProcessor() }

    /// CPU seconds any input may take, and those it may take besides for each byte: forty times what is usual.
    private static let base = 0.5
    private static let perByte = 4e-6
    #if DEBUG
        private static let slack = 20.0
    #else
        private static let slack = 1.0
    #endif

    mutating func run(name: String, bytes: [UInt8]) -> (problem: String?, seconds: Double) {
        let start = ProcessorTime.seconds
        var problem: String?
        // A document that is refused with a sentence is as good as one that is read.
        if let text = try? processor.read(SourceBytes(name: name, bytes: bytes)) {
            for meeting in processor.parseAll(text) {
                let record = processor.analyse(meeting)
                problem = problem ?? processor.problems(of: record, text: text.value.text).first
                if let former {
                    problem = problem ?? processor.problems(of: record, after: former, text: text.value.text).first
                }
                former = record
            }
            _ = processor.check(SourceBytes(name: name, bytes: bytes))
        }
        let seconds = ProcessorTime.seconds - start
        if problem == nil, seconds > Self.slack * (Self.base + Self.perByte * Double(bytes.count)) {
            problem = String(format: "took %.2f s", seconds)
        }
        return (problem, seconds)
    }
}

/// Ends the program when one input takes too long: nothing else would.
private final class FuzzWatch: Sendable {
    private let started = Mutex<(number: Int, at: ContinuousClock.Instant)?>(nil)

    init(_ current: URL) {
        let watch = self
        Thread.detachNewThread {
            while true {
                Thread.sleep(forTimeInterval: 1)
                guard let began = watch.started.withLock({ $0 }), ContinuousClock.now - began.at > .seconds(60) else {
                    continue
                }
                FileHandle.standardError.write(
                    Data("gijiroku-bench: input \(began.number) hangs; it lies in \(current.path)\n".utf8))
                exit(1)
            }
        }
    }

    func begin(_ number: Int) { started.withLock { $0 = (number, ContinuousClock.now) } }
    func finish() { started.withLock { $0 = nil } }
}

/// Why a fuzz run ends with exit code 1.
enum FuzzProblem: Error, CustomStringConvertible {
    case failed(Int)

    var description: String {
        switch self {
        case .failed(let count): "\(count) inputs break a rule; gijiroku-bench replay FILE tries one again"
        }
    }
}

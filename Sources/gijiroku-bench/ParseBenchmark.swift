import Foundation
import MinutesKit

/// Decoding, parsing and all built-in analyzers over generated minutes, one core, a document at a time.
///
/// The documents are made twenty at a time before they are measured, so that making them does not empty the processor's
/// caches between any two of them.
struct ParseBenchmark {
    private let settings: BenchSettings
    private static let batch = 20

    init(_ settings: BenchSettings) { self.settings = settings }

    func run() throws {
        let processor = try MinutesProcessor()
        let document = try settings.documentSource()
        var bytes = 0
        var remarks = 0
        var findings = 0
        var times: [String: Double] = ["read": 0, "parse": 0, "analyse": 0]
        var early = 0.0
        var perAnalyzer: [String: Double] = [:]
        var made: [SourceBytes] = []
        for number in 0..<settings.documents {
            if number.isMultiple(of: Self.batch) {
                made = []
                made = (number..<min(number + Self.batch, settings.documents)).map(document)
            }
            let source = made[number % Self.batch]
            bytes += source.bytes.count
            let start = ProcessorTime.seconds
            let text = try processor.read(source)
            let read = ProcessorTime.seconds
            let meeting = processor.parse(text)
            let parsed = ProcessorTime.seconds
            let record = processor.analyse(meeting)
            let analysed = ProcessorTime.seconds
            times["read", default: 0] += read - start
            times["parse", default: 0] += parsed - read
            times["analyse", default: 0] += analysed - parsed
            remarks += record.meeting.remarks.count
            findings += record.findings.count
            if number == min(settings.documents / 10, 1000) { early = PeakMemory.megabytes }
            if number.isMultiple(of: 50) {
                for (id, seconds) in try processor.timePerAnalyzer(meeting) { perAnalyzer[id, default: 0] += seconds }
            }
        }
        let megabytes = Double(bytes) / 1_000_000
        let total = times.values.reduce(0, +)
        func rate(_ seconds: Double) -> String { seconds > 0 ? String(format: "%8.1f MB/s", megabytes / seconds) : "-" }
        print(
            "documents \(settings.documents), \(String(format: "%.1f", megabytes)) MB, \(remarks) remarks, \(findings) findings"
        )
        for stage in ["read", "parse", "analyse"] {
            print("\(stage.padding(toLength: 10, withPad: " ", startingAt: 0))\(rate(times[stage] ?? 0))")
        }
        print("together  \(rate(total)) a core")
        for (id, seconds) in perAnalyzer.sorted(by: { $0.key < $1.key }) {
            let share = seconds / max(perAnalyzer.values.reduce(0, +), .leastNonzeroMagnitude) * 100
            print("  \(id.padding(toLength: 26, withPad: " ", startingAt: 0))\(String(format: "%5.1f %%", share))")
        }
        print(
            String(
                format: "peak memory %.0f MB after a tenth, %.0f MB at the end", early, PeakMemory.megabytes))
    }
}

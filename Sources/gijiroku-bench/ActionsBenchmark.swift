import Foundation
import MinutesKit

/// The action list of an archive of generated minutes, asked in the ways a secretariat asks; every query opens the
/// archive anew, as the command line does. Answers must agree with those taken from the records.
struct ActionsBenchmark {
    private let settings: BenchSettings
    /// Records are read for comparison only in archives up to this size.
    private static let compared = 500

    init(_ settings: BenchSettings) { self.settings = settings }

    func run() throws {
        if let input = settings.input { return try queries(URL(fileURLWithPath: input, isDirectory: true)) }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gijiroku-bench-\(getpid())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let corpus = folder.appendingPathComponent("corpus", isDirectory: true)
        try FileManager.default.createDirectory(at: corpus, withIntermediateDirectories: true)
        for number in 0..<settings.documents {
            // The committees of the corpus: each a meeting of its own.
            let text = settings.generator.document(2 * number)
            try Data(text.utf8).write(to: corpus.appendingPathComponent("\(number).txt"))
        }
        let archive = folder.appendingPathComponent("archive", isDirectory: true)
        let secretariat = try Secretariat.create(at: archive)
        let time = try ContinuousClock().measure {
            _ = try secretariat.importDocuments(try DocumentFolder.documents(at: [corpus.path]))
        }
        print(String(format: "import   %d documents: %.2f s", settings.documents, BenchTimes.seconds(time)))
        try queries(archive)
    }

    private func queries(_ archive: URL) throws {
        let meetings = try Secretariat.open(at: archive).meetings().count
        let wanted: [(name: String, filter: ActionFilter)] = [
            ("all", try ActionFilter()), ("pending", try ActionFilter(scope: .pending)),
            ("open", try ActionFilter(status: "open")), ("kind", try ActionFilter(kind: "約束")),
            ("owner", try ActionFilter(owner: "事務局")), ("topic", try ActionFilter(topic: "居場所")),
            ("due", try ActionFilter(dueBy: "2022-03")), ("meeting", try ActionFilter(meeting: "第３部会")),
            ("owner, kind, due", try ActionFilter(kind: "約束", owner: "事務局", dueBy: "2022-03")),
        ]
        for (name, filter) in wanted {
            var times: [Double] = []
            var listing: ActionListing?
            for _ in 0..<15 {
                let time = try ContinuousClock().measure {
                    listing = try Secretariat.open(at: archive).actionListing(filter, limit: 500)
                }
                times.append(BenchTimes.seconds(time))
            }
            let total = listing?.total ?? 0
            print(
                name.padding(toLength: 18, withPad: " ", startingAt: 0), BenchTimes.percentiles(times), "  of \(total)")
            guard meetings <= Self.compared else { continue }
            let whole = try Secretariat.open(at: archive).listingFromRecords(filter, limit: 500)
            guard whole.total == total, whole.list == listing?.list else {
                throw BenchProblem.countsDiffer(query: name, index: total, scan: whole.total)
            }
        }
        // Somebody else's archive gets no decisions.
        if settings.input == nil { try decisions(archive) }
        print("\(meetings) meetings, 500 items at most, the archive opened anew each time")
    }

    /// A decision, and the list after it.
    private func decisions(_ archive: URL) throws {
        let secretariat = try Secretariat.open(at: archive)
        let items = try secretariat.actionListing(ActionFilter(scope: .pending), limit: 9).list.items
        var times: [Double] = []
        for item in items {
            let time = try ContinuousClock().measure {
                try Secretariat.open(at: archive).acceptActions([item.id], ActionChange(by: "bench"))
            }
            times.append(BenchTimes.seconds(time))
        }
        try secretariat.resetActions(items.map(\.id), by: "bench")
        print("accept            ", BenchTimes.percentiles(times))
    }
}

/// Times of repeated work.
enum BenchTimes {
    static func seconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return Double(seconds) + Double(attoseconds) / 1e18
    }

    static func percentiles(_ times: [Double]) -> String {
        let sorted = times.sorted()
        func at(_ share: Double) -> Double {
            sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] * 1000
        }
        return String(format: "p50 %7.3f ms   p95 %7.3f ms", at(0.5), at(0.95))
    }
}

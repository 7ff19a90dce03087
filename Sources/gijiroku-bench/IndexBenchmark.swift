import Foundation
import MinutesKit
import Synchronization

/// Builds an index of given turns, so that the same turns can be given to other engines in the same run.
struct IndexBenchmark {
    private var turns = ""
    private var output: String?

    /// - Returns: `nil` for words it does not know.
    init?(_ words: [String]) {
        var rest = words[...]
        while let word = rest.popFirst() {
            guard let value = rest.popFirst() else { return nil }
            switch word {
            case "--turns": turns = value
            case "--out": output = value
            default: return nil
            }
        }
        if turns.isEmpty { return nil }
    }

    func run() throws {
        let folder = output ?? FileManager.default.temporaryDirectory.path + "/gijiroku-bench-index-\(getpid())"
        defer { if output == nil { try? FileManager.default.removeItem(atPath: folder) } }
        AnonymousMemory.watch()
        let file = try TurnsFile(turns)
        let processor = ProcessorTime.seconds
        var (remarks, text) = (0, 0)
        let time = try ContinuousClock().measure {
            let writer = try SearchIndexWriter(folder, fromScratch: true)
            try file.forEachMeeting { meeting in
                remarks += meeting.meeting.remarks.count
                text += meeting.meeting.remarks.reduce(0) { $0 + $1.text.utf8.count }
                try writer.add(meeting, version: "1")
            }
            try writer.commit()
        }
        let cpu = ProcessorTime.seconds - processor
        let wall = BenchTimes.seconds(time)
        let size = try Self.size(folder)
        let one = try oneMore(folder)
        print("turns    \(remarks), \(text) bytes of text")
        print(
            String(
                format: "build    %.2f s wall, %.2f s CPU, peak memory of its own %.0f MB", wall, cpu,
                AnonymousMemory.peak))
        print(String(format: "on disk  %d bytes, %.3f of the text", size, Double(size) / Double(max(1, text))))
        print(String(format: "one meeting more %.3f s wall, %.3f s CPU", one.wall, one.cpu))
        BenchJSON.print([
            "benchmark": "index", "turns": remarks, "text_bytes": text, "wall_s": wall, "cpu_s": cpu,
            "index_bytes": size, "one_more_wall_s": one.wall, "one_more_cpu_s": one.cpu,
            "peak_mb": AnonymousMemory.peak,
        ])
    }

    /// What it takes to add a meeting.
    private func oneMore(_ folder: String) throws -> (wall: Double, cpu: Double) {
        let remarks = (1...120).map { number in
            Remark(
                id: StableID.make("r", ["one-more", "\(number)"], salt: 0), order: number, label: "委員", role: .member,
                name: nil, agenda: nil, text: "\(number)番目の発言です。居場所づくりの担い手について、地域の皆さまのご意見を伺いたいと思います。",
                span: SourceSpan(start: 0, end: 0, line: number, endLine: number))
        }
        let meeting = Meeting(id: "one-more", header: MeetingHeader(id: "one-more"), agenda: [], remarks: remarks)
        let processor = ProcessorTime.seconds
        let time = try ContinuousClock().measure {
            let writer = try SearchIndexWriter(folder)
            try writer.add(AnalyzedMeeting(meeting: meeting, findings: []), version: "1")
            try writer.commit()
        }
        let cpu = ProcessorTime.seconds - processor
        let writer = try SearchIndexWriter(folder)
        writer.remove("one-more")
        try writer.commit()
        return (BenchTimes.seconds(time), cpu)
    }

    static func size(_ folder: String) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: folder).reduce(0) { sum, name in
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
            return sum + (attributes[.size] as? Int ?? 0)
        }
    }
}

/// Prints figures for other programs: one line of JSON.
enum BenchJSON {
    static func print(_ figures: [String: Any]) {
        guard let data = try? JSONSerialization.data(withJSONObject: figures, options: [.sortedKeys]) else { return }
        Swift.print(String(decoding: data, as: UTF8.self))
    }
}

/// Memory of this process without files it has mapped, which the system can take back at any time.
enum AnonymousMemory {
    /// In megabytes, now; 0 where the system does not tell.
    static var now: Double {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
        let line = status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") }
        return (line?.split(separator: " ").dropFirst().first).flatMap { Double($0) }.map { $0 / 1024 } ?? 0
    }

    /// The largest that `watch` saw, or now.
    static var peak: Double { max(now, watched.withLock { $0 }) }

    private static let watched = Mutex<Double>(0)

    /// Looks at the memory ten times a second from now on.
    static func watch() {
        Thread.detachNewThread {
            while true {
                let now = now
                watched.withLock { $0 = max($0, now) }
                Thread.sleep(forTimeInterval: 0.1)
            }
        }
    }
}

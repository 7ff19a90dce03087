import Foundation

/// ripgrep and SQLite's FTS5 asked the questions of a corpus, as far as they are installed: what any index of ours has to
/// beat on the machine it is measured on.
struct PeerBenchmark {
    private let folder: URL
    private var table: String { folder.appendingPathComponent("turns.tsv").path }

    /// What one program took, as it is printed and as JSON.
    struct Row: Codable {
        var program: String
        var buildWall: Double?
        var buildProcessor: Double?
        var megabytes: Double?
        /// Milliseconds a question, a process each.
        var coldP50: Double
        var coldP95: Double
        /// Milliseconds a question in one process that has answered all of them before.
        var warmP50: Double?
        var warmP95: Double?
        /// Questions whose count is the true one.
        var right: Int
        var questions: Int
    }

    init(_ settings: BenchSettings) {
        folder = URL(fileURLWithPath: settings.input ?? settings.output ?? "search-corpus", isDirectory: true)
    }

    func run() throws {
        let questions = try Self.questions(in: folder)
        var rows: [Row] = []
        if let ripgrep = MeasuredProcess.path(of: "rg") {
            rows.append(try scan(ripgrep, questions))
        } else {
            print("ripgrep: not installed")
        }
        if let sqlite = MeasuredProcess.path(of: "sqlite3") {
            rows.append(try SQLitePeer(program: sqlite, table: table, questions: questions).measure())
        } else {
            print("sqlite3: not installed")
        }
        for row in rows {
            print(
                "\(row.program)  counts right \(row.right)/\(row.questions)"
                    + (row.buildWall.map {
                        String(format: "  build %.1f s wall, %.1f s CPU", $0, row.buildProcessor ?? 0)
                    }
                        ?? "")
                    + (row.megabytes.map { String(format: "  %.0f MB", $0) } ?? ""))
            print(String(format: "  cold, a process a question  p50 %8.2f ms  p95 %8.2f ms", row.coldP50, row.coldP95))
            if let p50 = row.warmP50, let p95 = row.warmP95 {
                print(String(format: "  warm, in one process        p50 %8.2f ms  p95 %8.2f ms", p50, p95))
            }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        print(String(decoding: try encoder.encode(rows), as: UTF8.self))
    }

    /// - Throws: `BenchProblem.noCorpus` where the folder holds none.
    static func questions(in folder: URL) throws -> [SearchQuestion] {
        guard let lines = try? String(contentsOf: folder.appendingPathComponent("queries.jsonl"), encoding: .utf8),
            FileManager.default.fileExists(atPath: folder.appendingPathComponent("turns.tsv").path)
        else { throw BenchProblem.noCorpus(folder.path) }
        return try lines.split(separator: "\n").map {
            try JSONDecoder().decode(SearchQuestion.self, from: Data($0.utf8))
        }
    }

    /// Looks at the whole table for each question; a second term is looked for in what the first found.
    private func scan(_ program: String, _ questions: [SearchQuestion]) throws -> Row {
        var times: [Double] = []
        var right = 0
        for question in questions {
            let quoted = question.terms.map { "'\($0)'" }
            var command = "\(program) -F -e \(quoted[0]) '\(table)'"
            for term in quoted.dropFirst() { command += " | \(program) -F -e \(term)" }
            let run = try MeasuredProcess("/bin/sh", ["-c", command + " | wc -l"])
            times.append(run.wall * 1000)
            if Int(run.output.trimmingCharacters(in: .whitespacesAndNewlines)) == question.n { right += 1 }
        }
        let share = Shares(times)
        return Row(
            program: "ripgrep", coldP50: share.at(0.5), coldP95: share.at(0.95), right: right,
            questions: questions.count)
    }
}

/// Sorted times, asked for shares of them.
struct Shares {
    private let sorted: [Double]
    init(_ times: [Double]) { sorted = times.sorted() }
    func at(_ share: Double) -> Double {
        sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
}

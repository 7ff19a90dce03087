import Foundation

/// SQLite's FTS5 over pairs of characters, which is what it takes to find words of two in Japanese text with it.
struct SQLitePeer {
    let program: String
    let table: String
    let questions: [SearchQuestion]

    func measure() throws -> PeerBenchmark.Row {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gijiroku-peer-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let pairs = folder.appendingPathComponent("pairs.txt")
        try writePairs(to: pairs)
        let database = folder.appendingPathComponent("turns.db").path
        let build = try MeasuredProcess(
            program, [database],
            input: Data(
                """
                pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-262144;
                create virtual table f using fts5(text, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '、。（）'");
                .mode list
                .separator "\\t" "\\n"
                .import '\(pairs.path)' f
                insert into f(f) values('optimize');

                """.utf8))
        let size = try FileManager.default.attributesOfItem(atPath: database)[.size] as? Int ?? 0
        var cold: [Double] = []
        var right = 0
        for question in questions {
            let run = try MeasuredProcess(program, [database], input: Data(Self.statements(question).utf8))
            cold.append(run.wall * 1000)
            if run.output.split(separator: "\n").first.flatMap({ Int($0) }) == question.n { right += 1 }
        }
        let (first, second) = (Shares(cold), Shares(try warm(database)))
        return PeerBenchmark.Row(
            program: "SQLite FTS5", buildWall: build.wall, buildProcessor: build.processor,
            megabytes: Double(size) / 1_000_000, coldP50: first.at(0.5), coldP95: first.at(0.95),
            warmP50: second.at(0.5), warmP95: second.at(0.95), right: right, questions: questions.count)
    }

    /// Milliseconds of each question, in a process that has answered all of them once.
    private func warm(_ database: String) throws -> [Double] {
        var script = "pragma cache_size=-262144; pragma mmap_size=8000000000;\n"
        for question in questions { script += Self.statements(question) }
        script += ".print warm\n.timer on\n"
        for question in questions { script += Self.statements(question) }
        let lines = try MeasuredProcess(program, [database], input: Data(script.utf8)).output.split(separator: "\n")
        // Run Time: real 0.004 user 0.003906 sys 0.000120, once for the count and once for the best twenty; the clock is
        // printed in milliseconds only.
        let seconds = lines.drop { $0 != "warm" }.compactMap { line -> Double? in
            guard line.hasPrefix("Run Time:") else { return nil }
            let words = line.split(separator: " ")
            return zip(words, words.dropFirst()).reduce(0.0) { sum, pair in
                pair.0 == "user" || pair.0 == "sys" ? sum + (Double(pair.1) ?? 0) : sum
            }
        }
        return stride(from: 0, to: seconds.count - 1, by: 2).map { (seconds[$0] + seconds[$0 + 1]) * 1000 }
    }

    /// The exact count, and the best twenty.
    private static func statements(_ question: SearchQuestion) -> String {
        let match = question.terms.map { "\"\(pairs(of: $0))\"" }.joined(separator: " AND ")
        return "select count(*) from f where f match '\(match)';\n"
            + "select rowid from f where f match '\(match)' order by rank limit 20;\n"
    }

    private static func pairs(of text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count > 1 else { return text }
        var pairs = String.UnicodeScalarView()
        for place in 0..<(scalars.count - 1) {
            if place > 0 { pairs.append(" ") }
            pairs.append(scalars[place])
            pairs.append(scalars[place + 1])
        }
        return String(pairs)
    }

    private func writePairs(to file: URL) throws {
        let rows = try String(contentsOf: URL(fileURLWithPath: table), encoding: .utf8)
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        var waiting = Data()
        for row in rows.utf8.split(separator: UInt8(ascii: "\n")) {
            guard let tab = row.firstIndex(of: UInt8(ascii: "\t")) else { continue }
            waiting += Data(Self.pairs(of: String(Substring(row[row.index(after: tab)...]))).utf8) + [0x0A]
            if waiting.count > 8 << 20 {
                try handle.write(contentsOf: waiting)
                waiting = Data()
            }
        }
        try handle.write(contentsOf: waiting)
    }
}

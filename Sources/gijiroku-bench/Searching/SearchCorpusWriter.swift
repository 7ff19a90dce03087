import Foundation

/// Writes a corpus for measuring searches: `txt/*.txt` as a parser reads them, `turns.tsv` with the id and the text of
/// each turn, `queries.jsonl` with two hundred questions and their true counts.
struct SearchCorpusWriter {
    private let settings: BenchSettings

    init(_ settings: BenchSettings) { self.settings = settings }

    func run() throws {
        let folder = URL(fileURLWithPath: settings.output ?? "search-corpus", isDirectory: true)
        let documents = folder.appendingPathComponent("txt", isDirectory: true)
        try FileManager.default.createDirectory(at: documents, withIntermediateDirectories: true)
        let table = folder.appendingPathComponent("turns.tsv")
        try Data().write(to: table)
        let rows = try FileHandle(forWritingTo: table)
        defer { try? rows.close() }
        let corpus = SearchCorpus(seed: settings.seed)
        var texts: [UInt8] = []
        var ends: [Int] = []
        var sample: [SearchCorpus.Turn] = []
        for number in 0..<settings.documents {
            let (text, turns) = corpus.document(number)
            try Data(text.utf8).write(to: documents.appendingPathComponent(String(format: "m%05d.txt", number)))
            var lines: [UInt8] = []
            for turn in turns {
                lines += Array("\(turn.id)\t\(turn.text)\n".utf8)
                texts += Array(turn.text.utf8)
                ends.append(texts.count)
            }
            try rows.write(contentsOf: Data(lines))
            if number % max(1, settings.documents / 50) == 0 { sample += turns }
        }
        var questions = SearchQuestion.choose(from: sample, seed: settings.seed)
        SearchQuestion.count(&questions, in: texts, ends: ends)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        var lines = Data()
        for question in questions { lines += try encoder.encode(question) + Data("\n".utf8) }
        try lines.write(to: folder.appendingPathComponent("queries.jsonl"))
        print(
            "\(settings.documents) documents, \(ends.count) turns, \(texts.count / 1_000_000) MB of text, "
                + "\(questions.count) questions in \(folder.path)")
    }
}

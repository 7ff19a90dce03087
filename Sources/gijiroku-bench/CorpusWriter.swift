import Foundation

/// Writes the generated minutes as files, for programs other than this one.
struct CorpusWriter {
    private let settings: BenchSettings

    init(_ settings: BenchSettings) { self.settings = settings }

    func run() throws {
        let folder = URL(fileURLWithPath: settings.output ?? "corpus", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var bytes = 0
        for number in 0..<settings.documents {
            let text = settings.generator.document(number)
            bytes += text.utf8.count
            let padded = String(repeating: "0", count: max(0, 6 - String(number).count)) + String(number)
            try Data(text.utf8).write(to: folder.appendingPathComponent("\(padded).txt"))
        }
        print("\(settings.documents) documents, \(bytes >> 20) MB in \(folder.path)")
    }
}

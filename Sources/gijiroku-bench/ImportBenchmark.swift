import Foundation
import MinutesKit

/// An import into a new archive, and a rebuild of it: throughput, wall and processor time, peak memory, and what lies
/// on the disk by folder. Generated minutes, or those of a folder.
struct ImportBenchmark {
    private let settings: BenchSettings

    init(_ settings: BenchSettings) { self.settings = settings }

    /// What was measured, in the order of the table.
    struct Result: Encodable {
        var documents: Int
        var remarks: Int
        /// Bytes of the documents.
        var bytes: Int
        var importing: Stage
        var rebuilding: Stage?
        /// Processor seconds of each part alone, on one thread, of a sample of the documents, for all of them.
        var parts: [Part]
        /// Bytes on the disk by folder.
        var disk: [String: Int]
        /// Everything but the originals against the text of the remarks.
        var diskPerText: Double
        var text: Int
        var peakMegabytes: Double
    }

    struct Stage: Encodable {
        var wall: Double
        var processor: Double
        var documentsPerSecond: Double
    }

    struct Part: Encodable {
        var name: String
        var processor: Double
    }

    struct Failure: Error, CustomStringConvertible { var description: String }

    func run() throws {
        let folder = URL(
            fileURLWithPath: settings.output
                ?? FileManager.default.temporaryDirectory.appendingPathComponent("gijiroku-bench-\(getpid())").path,
            isDirectory: true)
        defer { if settings.output == nil { try? FileManager.default.removeItem(at: folder) } }
        let archive = folder.appendingPathComponent("archive", isDirectory: true)
        let documents = try documents(folder)
        let bytes = documents.reduce(0) { $0 + Self.size($1.url) }
        let secretariat = try Secretariat.create(at: archive)
        let importing = try stage(documents.count) {
            let report = try secretariat.importDocuments(documents)
            if let failed = report.outcomes.first(where: { $0.status == .failed }) {
                throw Failure(description: "\(failed.path): \(failed.problem ?? "")")
            }
        }
        let peak = PeakMemory.megabytes
        let meetings = try secretariat.meetings()
        let disk = Self.disk(archive)
        let sample = documents.count > 200 ? stride(from: 0, to: documents.count, by: documents.count / 100) : nil
        let chosen = sample.map { $0.map { documents[$0] } } ?? documents
        let parts = try ImportParts(chosen).measure(scaledTo: documents.count)
        var result = Result(
            documents: documents.count, remarks: meetings.reduce(0) { $0 + $1.remarks }, bytes: bytes,
            importing: importing, rebuilding: nil, parts: parts.parts, disk: disk, diskPerText: 0, text: parts.text,
            peakMegabytes: peak)
        result.diskPerText =
            Double(disk.filter { $0.key != "originals" }.values.reduce(0, +)) / Double(max(1, result.text))
        result.rebuilding = try stage(documents.count) { _ = try secretariat.rebuild() }
        show(result)
    }

    private func documents(_ folder: URL) throws -> [DocumentPath] {
        if let input = settings.input {
            return Array(try DocumentFolder.documents(at: [input]).prefix(settings.documents))
        }
        let corpus = folder.appendingPathComponent("corpus", isDirectory: true)
        try FileManager.default.createDirectory(at: corpus, withIntermediateDirectories: true)
        for number in 0..<settings.documents {
            try Data(settings.generator.document(2 * number).utf8).write(
                to: corpus.appendingPathComponent("\(number).txt"))
        }
        return try DocumentFolder.documents(at: [corpus.path])
    }

    private func stage(_ documents: Int, _ work: () throws -> Void) throws -> Stage {
        let before = ProcessorTime.seconds
        let wall = BenchTimes.seconds(try ContinuousClock().measure(work))
        return Stage(
            wall: wall, processor: ProcessorTime.seconds - before, documentsPerSecond: Double(documents) / wall)
    }

    private static func size(_ url: URL) -> Int {
        (try? url.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
    }

    /// Bytes in each folder of an archive.
    private static func disk(_ archive: URL) -> [String: Int] {
        var sizes: [String: Int] = [:]
        for name in (try? FileManager.default.contentsOfDirectory(atPath: archive.path)) ?? [] {
            let url = archive.appendingPathComponent(name)
            var total = size(url)
            let below = FileManager.default.enumerator(at: url, includingPropertiesForKeys: [.fileSizeKey])
            while let child = below?.nextObject() as? URL { total += size(child) }
            sizes[name] = total
        }
        return sizes
    }

    private func show(_ result: Result) {
        func megabytes(_ bytes: Int) -> String { String(format: "%8.1f MB", Double(bytes) / 1e6) }
        func line(_ name: String, _ words: String) {
            print(name.padding(toLength: 22, withPad: " ", startingAt: 0), words)
        }
        line(
            "documents",
            "\(result.documents), \(result.remarks) remarks,\(megabytes(result.bytes)), text\(megabytes(result.text))")
        for (name, stage) in [("import", result.importing), ("rebuild", result.rebuilding)] {
            guard let stage else { continue }
            line(
                name,
                String(
                    format: "wall %8.2f s   processor %8.2f s   %7.1f documents/s", stage.wall, stage.processor,
                    stage.documentsPerSecond))
        }
        line("peak memory", String(format: "%.0f MB", result.peakMegabytes))
        for part in result.parts { line("  " + part.name, String(format: "%8.2f processor s", part.processor)) }
        for (name, bytes) in result.disk.sorted(by: { $0.key < $1.key }) where bytes > 0 {
            line("  " + name, megabytes(bytes))
        }
        line("without originals", String(format: "%.3f of the text", result.diskPerText))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        if let json = try? encoder.encode(result) { print(String(decoding: json, as: UTF8.self)) }
    }
}

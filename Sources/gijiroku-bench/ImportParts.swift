import Foundation
import MinutesKit

/// What each part of an import costs alone.
struct ImportParts {
    private let documents: [DocumentPath]

    init(_ documents: [DocumentPath]) { self.documents = documents }

    /// - Parameter count: of documents, for which the times are told.
    /// - Returns: processor seconds by part, and bytes of the remarks' texts.
    func measure(scaledTo count: Int) throws -> (parts: [ImportBenchmark.Part], text: Int) {
        let processor = try MinutesProcessor()
        let scale = Double(count) / Double(max(1, documents.count))
        var sources: [SourceBytes] = []
        var texts: [Parsed<SourceText>] = []
        var meetings: [Meeting] = []
        var records: [AnalyzedMeeting] = []
        var parts: [ImportBenchmark.Part] = []
        func part(_ name: String, _ work: () throws -> Void) rethrows {
            let before = ProcessorTime.seconds
            try work()
            parts.append(.init(name: name, processor: (ProcessorTime.seconds - before) * scale))
        }
        try part("read") { sources = try documents.map { try SourceFile.read($0.url) } }
        try part("decode") { texts = try sources.map { try processor.read($0) } }
        part("parse") { meetings = texts.flatMap { processor.parseAll($0) } }
        part("analyse") { records = meetings.map { processor.analyse($0) } }
        for cost in ImportCost.measure(records, sources: sources.map(\.bytes), scale: scale) {
            parts.append(.init(name: cost.name, processor: cost.seconds))
        }
        let text = records.reduce(0) { $0 + $1.meeting.remarks.reduce(0) { $0 + $1.text.utf8.count } }
        return (parts, Int(Double(text) * scale))
    }
}

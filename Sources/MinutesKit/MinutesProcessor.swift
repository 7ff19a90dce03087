import Foundation
import MinutesAnalysis
import MinutesModel
import MinutesParsing
import MinutesReading

/// The minutes processor: a document's bytes become a record with findings. Readers and analyzers are plugged in.
///
/// ```swift
/// let processor = try MinutesProcessor()
/// let record = try processor.process(SourceFile.read(url))
/// for remark in record.meeting.remarks { print(remark.label, remark.text) }
/// ```
public struct MinutesProcessor: Sendable {
    public let readers: ReaderRegistry
    public let analyzers: AnalyzerRegistry
    private let parser: MinutesParser
    private let pipeline: AnalysisPipeline

    /// - Throws: `AnalysisSetupError` when the analyzers cannot be brought into an order.
    public init(readers: ReaderRegistry = .builtIn, analyzers: AnalyzerRegistry = .builtIn) throws {
        self.readers = readers
        self.analyzers = analyzers
        parser = MinutesParser()
        pipeline = try AnalysisPipeline(analyzers)
    }

    /// Decodes a document.
    /// - Throws: `ReadingError` when there is no text to be had.
    public func read(_ source: SourceBytes) throws -> Parsed<SourceText> { try readers.read(source) }

    /// Splits the text into a record; what was noticed while reading comes first among its diagnostics.
    public func parse(_ text: Parsed<SourceText>) -> Meeting {
        var meeting = parser.parse(text.value)
        meeting.diagnostics = text.diagnostics + meeting.diagnostics
        return meeting
    }

    /// Adds the findings of all analyzers.
    public func analyse(_ meeting: Meeting) -> AnalyzedMeeting { pipeline.analyze(meeting) }

    /// All three.
    /// - Throws: `ReadingError`.
    public func process(_ source: SourceBytes) throws -> AnalyzedMeeting { analyse(parse(try read(source))) }

    /// The same, with an account of how the layout of the turns was recognised, for `--explain`.
    public func processExplaining(_ source: SourceBytes) throws -> (record: AnalyzedMeeting, layout: String) {
        let text = try read(source)
        let explained = parser.parseExplaining(text.value)
        var meeting = explained.meeting
        meeting.diagnostics = text.diagnostics + meeting.diagnostics
        return (analyse(meeting), explained.layout.explanation)
    }

    /// CPU seconds each analyzer takes alone on a meeting, those it requires left out of the count.
    package func timePerAnalyzer(_ meeting: Meeting) throws -> [String: Double] {
        var times: [String: Double] = [:]
        for analyzer in analyzers.analyzers where analyzer.descriptor.requires.isEmpty {
            let alone = try AnalysisPipeline(AnalyzerRegistry([analyzer]))
            let start = ContinuousClock.now
            _ = alone.analyze(meeting)
            let (seconds, attoseconds) = (ContinuousClock.now - start).components
            times[analyzer.descriptor.id] = Double(seconds) + Double(attoseconds) / 1e18
        }
        return times
    }
}

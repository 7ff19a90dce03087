import Foundation
import MinutesAnalysis
import MinutesArchive
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
    let parser: MinutesParser
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
    ///
    /// Of a document with several meetings (an answer of an API) only the first, with an error among the diagnostics.
    public func parse(_ text: Parsed<SourceText>) -> Meeting {
        var meeting = parser.parse(text.value)
        meeting.diagnostics = text.diagnostics + meeting.diagnostics
        return meeting
    }

    /// The records of all meetings in a text: one, unless the format gives several.
    public func parseAll(_ text: Parsed<SourceText>) -> [Meeting] {
        parser.parseAll(text.value).map { meeting in
            var meeting = meeting
            meeting.diagnostics = text.diagnostics + meeting.diagnostics
            return meeting
        }
    }

    /// Adds the findings of all analyzers.
    public func analyse(_ meeting: Meeting) -> AnalyzedMeeting { pipeline.analyze(meeting) }

    /// All three, for a document with one meeting.
    /// - Throws: `ReadingError`; `.severalMeetings` when it holds more than one (see ``processAll(_:)``).
    public func process(_ source: SourceBytes) throws -> AnalyzedMeeting {
        let text = try read(source)
        guard text.value.meetings.count <= 1 else {
            throw ReadingError.severalMeetings(name: source.name, count: text.value.meetings.count)
        }
        return analyse(parse(text))
    }

    /// All three, for every meeting in a document, in its order; never empty.
    /// - Throws: `ReadingError`.
    public func processAll(_ source: SourceBytes) throws -> [AnalyzedMeeting] {
        parseAll(try read(source)).map(analyse)
    }

    /// The same, with an account of how the layout of the turns was recognised, for `--explain`.
    /// - Parameter fixed: how turns begin, where a person says so.
    /// - Throws: `ReadingError`.
    public func processExplaining(
        _ source: SourceBytes, as fixed: TurnLayout? = nil
    ) throws -> [(record: AnalyzedMeeting, layout: ExplainedLayout)] {
        parse(try read(source), as: fixed).map { parsed in
            (analyse(parsed.meeting), ExplainedLayout(layout: parsed.layout, document: source.name))
        }
    }

    /// All three, for every meeting in a document, by the layout that is fixed for its body, if any.
    /// - Throws: `ReadingError`.
    func processAll(
        _ source: SourceBytes, by layouts: BodyLayouts
    ) throws -> [(record: AnalyzedMeeting, layout: Layout)] {
        let text = try read(source)
        var parsed = parse(text, as: layouts.always)
        if layouts.always == nil, text.value.meetings.isEmpty,
            let fixed = layouts.fixed(for: parsed[0].meeting.header)
        {
            parsed = parse(text, as: fixed)
        }
        return parsed.map { (analyse($0.meeting), $0.layout) }
    }

    private func parse(_ text: Parsed<SourceText>, as fixed: TurnLayout?) -> [(meeting: Meeting, layout: Layout)] {
        parser.parseExplaining(text.value, as: fixed).map { explained in
            var meeting = explained.meeting
            meeting.diagnostics = text.diagnostics + meeting.diagnostics
            return (meeting, explained.layout)
        }
    }

    /// What contradicts itself or the text in a record: segments, spans, ids, quotes. Empty for every record this
    /// program makes, whatever the document.
    package func problems(of record: AnalyzedMeeting, text: String) -> [String] {
        RecordCheck(record, text: text).problems
    }

    /// The same for a record that takes the place of another as a new version of its document.
    package func problems(of record: AnalyzedMeeting, after former: AnalyzedMeeting, text: String) -> [String] {
        RecordCheck(record.succeeding(former).record, text: text).problems
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

import JapaneseText
import MinutesModel

/// What an analyzer gets beside the meeting.
public struct AnalysisContext: Sendable {
    /// The day relative dates are counted from: the meeting's date, ISO 8601, when it is known.
    public var referenceDate: String?
    /// Settings of the archive for this analyzer, by name.
    public var settings: [String: String]
    /// Sentences of each remark, in the order of `meeting.remarks`: UTF-8 ranges of its `text`, split once for all
    /// analyzers.
    public var sentences: [[Range<Int>]]
    /// The folded text of each remark, in the order of `meeting.remarks`: widths, letter case and variant characters
    /// made one, with the way back. Folded once for all analyzers that look words up.
    public var folded: [FoldedText]
    /// What earlier analyzers found, of the kinds this one requires.
    public var earlier: [Finding]
    /// What the pass over all vocabularies gave.
    var passed: [(vocabulary: Vocabulary, hits: WordHits)] = []

    /// How `folded` is folded. Circles stay: 〇 is the zero of 二〇二四.
    package static let folding: FoldingOptions = [.width, .letterCase, .composition, .variants]

    public init(
        referenceDate: String? = nil, settings: [String: String] = [:], sentences: [[Range<Int>]] = [],
        folded: [FoldedText] = [], earlier: [Finding] = []
    ) {
        self.referenceDate = referenceDate
        self.settings = settings
        self.sentences = sentences
        self.folded = folded
        self.earlier = earlier
    }

    /// Everything the meeting itself gives: its date, its remarks cut into sentences and folded.
    /// - Complexity: O(n) in the bytes of the remarks.
    public init(for meeting: Meeting, settings: [String: String] = [:], earlier: [Finding] = []) {
        self.init(
            referenceDate: meeting.header.date, settings: settings,
            sentences: meeting.remarks.map { SentenceSplitter.ranges(in: $0.text) },
            folded: meeting.remarks.map { remark in remark.text.withUTF8Bytes { TextFolding.fold($0, Self.folding) } },
            earlier: earlier)
    }

    /// The sentences of a remark, also where the context was made without them.
    package func sentences(at index: Int, of meeting: Meeting) -> [Range<Int>] {
        sentences.count == meeting.remarks.count
            ? sentences[index] : SentenceSplitter.ranges(in: meeting.remarks[index].text)
    }

    /// The folded text of a remark, also where the context was made without it.
    package func folded(at index: Int, of meeting: Meeting) -> FoldedText {
        folded.count == meeting.remarks.count
            ? folded[index] : meeting.remarks[index].text.withUTF8Bytes { TextFolding.fold($0, Self.folding) }
    }

    /// Where a hit stands in the `text` of a remark, UTF-8 bytes.
    /// - Parameter index: place of the remark in `meeting.remarks`.
    public func range(of hit: WordHit, inRemark index: Int, of meeting: Meeting) -> Range<Int> {
        folded(at: index, of: meeting).sourceRange(of: hit.range)
    }

    /// Where the words of a vocabulary stand in each remark's folded text. The pipeline has looked for those that its
    /// analyzers name (`Analyzer.vocabulary`); any other is looked for here.
    public func hits(of vocabulary: Vocabulary, in meeting: Meeting) -> WordHits {
        if let known = passed.first(where: { $0.vocabulary === vocabulary }) { return known.hits }
        var hits = WordHits()
        for index in meeting.remarks.indices {
            hits.append(
                contentsOf: folded(at: index, of: meeting).bytes.withUnsafeBufferPointer { vocabulary.hits(in: $0) })
            hits.closeRemark()
        }
        return hits
    }
}

/// What a corpus analyzer gets beside the meetings.
public struct CorpusContext: Sendable {
    /// Today as far as the analysis is concerned, ISO 8601.
    public var referenceDate: String
    public var settings: [String: String]

    public init(referenceDate: String, settings: [String: String] = [:]) {
        self.referenceDate = referenceDate
        self.settings = settings
    }
}

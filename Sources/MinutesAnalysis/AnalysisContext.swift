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
    /// What earlier analyzers found, of the kinds this one requires.
    public var earlier: [Finding]

    public init(
        referenceDate: String? = nil, settings: [String: String] = [:], sentences: [[Range<Int>]] = [],
        earlier: [Finding] = []
    ) {
        self.referenceDate = referenceDate
        self.settings = settings
        self.sentences = sentences
        self.earlier = earlier
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

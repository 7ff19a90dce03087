/// The decoded text of one document, with where it came from.
///
/// Spans everywhere in the model are UTF-8 byte offsets into `text`. A byte order mark is not part of the text;
/// line ends and page breaks are kept as they came, so that the spans of a parse add up to the text.
public struct SourceText: Sendable, Hashable {
    /// The decoded text, native UTF-8.
    public var text: String
    /// The file name or address the document came under, for messages.
    public var name: String
    /// The encoding the bytes were read as, for example `utf-8` or `cp932`.
    public var encoding: String
    /// How sure the detection of the encoding is, 0…1.
    public var encodingConfidence: Double
    /// What the format itself says about the meetings in the text; empty for formats that are text only.
    public var meetings: [GivenMeeting]

    public init(
        text: String, name: String = "", encoding: String = "utf-8", encodingConfidence: Double = 1,
        meetings: [GivenMeeting] = []
    ) {
        self.text = text
        self.name = name
        self.encoding = encoding
        self.encodingConfidence = encodingConfidence
        self.meetings = meetings
    }
}

/// A value together with what was noticed while making it.
public struct Parsed<Value: Sendable>: Sendable {
    public var value: Value
    public var diagnostics: [Diagnostic]

    public init(_ value: Value, diagnostics: [Diagnostic] = []) {
        self.value = value
        self.diagnostics = diagnostics
    }
}

import MinutesModel

/// How turns began in the last minutes of a body: derived, made again by a rebuild.
package struct FoundLayout: Codable, Hashable, Sendable {
    /// The ways in which turns begin, the commonest first.
    package var turns: [TurnLayout.Way]
    package var confidence: Double
    /// Id of the meeting, and its date (ISO 8601).
    package var meeting: String
    package var date: String?
    /// File name of the document.
    package var document: String

    package init(turns: [TurnLayout.Way], confidence: Double, meeting: String, date: String?, document: String) {
        self.turns = turns
        self.confidence = confidence
        self.meeting = meeting
        self.date = date
        self.document = document
    }

    /// Whether it is of a later meeting than the other, or of the same; the order of import does not matter.
    package func replaces(_ other: FoundLayout) -> Bool {
        meeting == other.meeting || (date ?? "", meeting) > (other.date ?? "", other.meeting)
    }
}

/// `layouts/fixed.json`: what people decided, by body. It cannot be derived.
struct FixedLayouts: Codable, VersionedFile {
    static let knownFormat = 1

    var format = Self.knownFormat
    var bodies: [String: TurnLayout] = [:]
}

/// `layouts/found.json`: what the last minutes of each body showed.
struct FoundLayouts: Codable, VersionedFile {
    static let knownFormat = 1

    var format = Self.knownFormat
    var bodies: [String: FoundLayout] = [:]
}

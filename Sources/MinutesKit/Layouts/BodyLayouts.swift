import MinutesArchive
import MinutesModel
import MinutesParsing

/// The layouts that documents are read by, and what is learnt from them.
struct BodyLayouts {
    /// What people fixed, by body.
    private(set) var fixed: [String: TurnLayout]
    /// What the last minutes of each body showed.
    private(set) var found: [String: FoundLayout]
    /// One layout for every document, whatever its body.
    private let given: TurnLayout?
    private var isFixedChanged = false
    private var isFoundChanged = false

    /// - Throws: `ArchiveError` when the decisions cannot be read.
    init(_ archive: Archive?, given: TurnLayout? = nil, forgetsFound: Bool = false) throws {
        fixed = try archive?.fixedLayouts() ?? [:]
        found = forgetsFound ? [:] : archive?.foundLayouts() ?? [:]
        self.given = given
        isFoundChanged = forgetsFound
    }

    /// A layout that is fixed before the document is read.
    var always: TurnLayout? { given }

    func fixed(for header: MeetingHeader) -> TurnLayout? { Self.key(header).flatMap { fixed[$0] } }

    /// The body a document names, without blanks; else its title.
    static func key(_ header: MeetingHeader) -> String? {
        let name = (header.body ?? header.title)?.filter { !$0.isWhitespace } ?? ""
        return name.isEmpty ? nil : name
    }

    /// Takes in what a document showed.
    /// - Returns: a warning when the turns of this body began otherwise before.
    mutating func learn(_ record: AnalyzedMeeting, _ layout: Layout, document: String) -> Diagnostic? {
        guard let key = Self.key(record.meeting.header) else { return nil }
        if let given, fixed[key] != given {
            fixed[key] = given
            isFixedChanged = true
        }
        let ways = layout.evidence.filter(\.isChosen).map(\.shape.way)
        guard let first = ways.first else { return nil }
        let now = FoundLayout(
            turns: ways, confidence: layout.confidence, meeting: record.id, date: record.meeting.header.date,
            document: document)
        let before = found[key]
        if before.map({ now.replaces($0) }) ?? true, before != now {
            found[key] = now
            isFoundChanged = true
        }
        guard let before, before.meeting != record.id, before.turns.first != first, fixed[key] == nil else {
            return nil
        }
        return Diagnostic(
            .warning, code: "layout.changed",
            message: "「\(key)」の会議録は、これまで\(before.turns[0].words)で発言が始まっていましたが（\(before.document)）、"
                + "この文書は\(first.words)です。書き方が変わったのか、読み違いでないかを確かめてください。")
    }

    /// Writes what changed.
    func write(_ writer: ArchiveWriter) throws(ArchiveError) {
        if isFixedChanged { try writer.put(fixedLayouts: fixed) }
        if isFoundChanged { try writer.put(foundLayouts: found) }
    }
}

extension TurnLayout.Way {
    /// `記号「○」＋発言者`.
    public var words: String {
        TurnShape(shape, sign: sign?.unicodeScalars.first?.value ?? 0).description
    }
}

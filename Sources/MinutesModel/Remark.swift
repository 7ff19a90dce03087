/// One turn: what one speaker said between being named and the next.
public struct Remark: Codable, Hashable, Sendable, Identifiable {
    /// Made of meeting, label and content, not of position.
    public var id: String
    /// Place in the meeting, from 1.
    public var order: Int
    /// The mark before the label (`○`, `◆`), empty where the layout has none.
    public var mark: String
    /// The speaker as printed, without the mark.
    public var label: String
    public var role: Role
    /// The speaker's name, only where the text gives it: as the attendance list has it where the label leads to one
    /// person there (by name, family name, seat or a post that one person holds), else as the label prints it. A name
    /// that `label` does not hold comes from the list.
    public var name: String?
    /// The side the speaker's mark stands for, where a document uses more than one mark: `chair`, `officials`, `members`.
    public var party: String?
    /// Id of the agenda item it was said under.
    public var agenda: String?
    /// Id of the `TopicBoundary` it was said under.
    public var topicBoundary: String?
    /// What was said: wraps undone, no furniture, paragraphs separated by `\n`.
    public var text: String
    /// From the mark or label to the end of the last line.
    public var span: SourceSpan
    /// Where each piece of `text` comes from.
    public var map: TextMap
    /// What the format of the document says about the turn beside its text: `speechID`, `speakerGroup`.
    public var fields: [String: String]

    public init(
        id: String, order: Int, mark: String = "", label: String, role: Role, name: String? = nil, party: String? = nil,
        agenda: String? = nil, topicBoundary: String? = nil, text: String, span: SourceSpan, map: TextMap = TextMap(),
        fields: [String: String] = [:]
    ) {
        self.id = id
        self.order = order
        self.mark = mark
        self.label = label
        self.role = role
        self.name = name
        self.party = party
        self.agenda = agenda
        self.topicBoundary = topicBoundary
        self.text = text
        self.span = span
        self.map = map
        self.fields = fields
    }

    private enum CodingKeys: String, CodingKey {
        case id, order, mark, label, role, name, party, agenda, topicBoundary, text, span, map, fields
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(String.self, forKey: .id)
        order = try values.decode(Int.self, forKey: .order)
        mark = try values.decode(String.self, forKey: .mark)
        label = try values.decode(String.self, forKey: .label)
        role = try values.decode(Role.self, forKey: .role)
        name = try values.decodeIfPresent(String.self, forKey: .name)
        party = try values.decodeIfPresent(String.self, forKey: .party)
        agenda = try values.decodeIfPresent(String.self, forKey: .agenda)
        topicBoundary = try values.decodeIfPresent(String.self, forKey: .topicBoundary)
        text = try values.decode(String.self, forKey: .text)
        span = try values.decode(SourceSpan.self, forKey: .span)
        map = try values.decode(TextMap.self, forKey: .map)
        fields = try values.decodeIfPresent([String: String].self, forKey: .fields) ?? [:]
    }

    /// Writes every key, `null` where the document says nothing, so that a reader need not ask for each; `fields` only
    /// where the format gives some.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(order, forKey: .order)
        try values.encode(mark, forKey: .mark)
        try values.encode(label, forKey: .label)
        try values.encode(role, forKey: .role)
        try values.encode(name, forKey: .name)
        try values.encode(party, forKey: .party)
        try values.encode(agenda, forKey: .agenda)
        try values.encode(topicBoundary, forKey: .topicBoundary)
        try values.encode(text, forKey: .text)
        try values.encode(span, forKey: .span)
        try values.encode(map, forKey: .map)
        if !fields.isEmpty { try values.encode(fields, forKey: .fields) }
    }
}

/// The way back from a remark's text to the document: pieces copied unchanged, in order.
///
/// Between pieces stand only a space or a line break that the parser put there. Encoded as a flat array
/// `[text offset, source offset, line, …]`.
public struct TextMap: Codable, Hashable, Sendable {
    public struct Piece: Hashable, Sendable {
        /// UTF-8 offset in the remark's text.
        public var text: Int
        /// UTF-8 offset in the decoded document.
        public var source: Int
        /// Line of the document, from 1.
        public var line: Int

        public init(text: Int, source: Int, line: Int) {
            self.text = text
            self.source = source
            self.line = line
        }
    }

    public var pieces: [Piece]

    public init(pieces: [Piece] = []) { self.pieces = pieces }

    /// The place in the document of a byte of the text.
    /// - Complexity: O(log n) in the number of pieces.
    public func place(of offset: Int) -> Piece? {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].text <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let piece = pieces[low - 1]
        return Piece(text: offset, source: piece.source + offset - piece.text, line: piece.line)
    }

    public init(from decoder: any Decoder) throws {
        let flat = try decoder.singleValueContainer().decode([Int].self)
        guard flat.count.isMultiple(of: 3) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a text map has three numbers a piece"))
        }
        pieces = stride(from: 0, to: flat.count, by: 3).map {
            Piece(text: flat[$0], source: flat[$0 + 1], line: flat[$0 + 2])
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(pieces.flatMap { [$0.text, $0.source, $0.line] })
    }
}

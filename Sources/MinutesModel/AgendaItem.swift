/// One item of the agenda, as printed: numbers that repeat, are skipped or wrong stay as they are.
public struct AgendaItem: Codable, Hashable, Sendable, Identifiable {
    public var id: String
    /// The printed number: `３`, `（１）`, `日程第１`. Empty for an unnumbered heading.
    public var number: String
    public var title: String
    /// Id of the item this one stands under.
    public var parent: String?
    /// Reference printed behind the title: `※別紙１参照`, without the mark.
    public var attachment: String?
    public var span: SourceSpan

    public init(
        id: String, number: String, title: String, parent: String? = nil, attachment: String? = nil, span: SourceSpan
    ) {
        self.id = id
        self.number = number
        self.title = title
        self.parent = parent
        self.attachment = attachment
        self.span = span
    }

    /// Writes every key, `null` where the document says nothing, so that a reader need not ask for each.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(number, forKey: .number)
        try values.encode(title, forKey: .title)
        try values.encode(parent, forKey: .parent)
        try values.encode(attachment, forKey: .attachment)
        try values.encode(span, forKey: .span)
    }
}

/// The start of a new topic inside an agenda item: `説明（略）。（基本目標２ …）`.
///
/// It holds from the remark that carries it up to the next boundary or the next agenda item.
public struct TopicBoundary: Codable, Hashable, Sendable, Identifiable {
    public var id: String
    /// The remark that carries it.
    public var remark: String
    /// What stands in the brackets: the plan item being discussed, as printed, wraps undone.
    public var title: String
    public var span: SourceSpan

    public init(id: String, remark: String, title: String, span: SourceSpan) {
        self.id = id
        self.remark = remark
        self.title = title
        self.span = span
    }
}

import MinutesModel

/// One item of a plan's outline.
public struct PlanItem: Hashable, Sendable, Identifiable {
    /// Made of the path of numbers and titles, unless the file gives one.
    public var id: String
    public var level: PlanItemLevel
    /// As printed, with the word before it: `基本目標２`, `（６）`, `①`. Empty where nothing is printed.
    public var number: String
    public var title: String
    /// Words and topics that belong here beside those of the title.
    public var keywords: [String]
    public var children: [PlanItem]

    public init(
        id: String = "", level: PlanItemLevel, number: String = "", title: String, keywords: [String] = [],
        children: [PlanItem] = []
    ) {
        self.id = id
        self.level = level
        self.number = number
        self.title = title
        self.keywords = keywords
        self.children = children
    }

    /// Number and title as they stand in a heading.
    public var heading: String {
        if number.isEmpty { return title }
        return title.isEmpty ? number : "\(number) \(title)"
    }
}

extension PlanItem: Codable {
    private enum Key: String, CodingKey { case id, level, number, title, keywords, children }

    /// Only `title` or `number` has to be there.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        id = try values.decodeIfPresent(String.self, forKey: .id) ?? ""
        number = try values.decodeIfPresent(String.self, forKey: .number) ?? ""
        title =
            number.isEmpty
            ? try values.decode(String.self, forKey: .title)
            : try values.decodeIfPresent(String.self, forKey: .title) ?? ""
        level =
            try values.decodeIfPresent(PlanItemLevel.self, forKey: .level)
            ?? PlanHeading(number.isEmpty ? title : number + " " + title).level ?? .item
        keywords = try values.decodeIfPresent([String].self, forKey: .keywords) ?? []
        children = try values.decodeIfPresent([PlanItem].self, forKey: .children) ?? []
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(id, forKey: .id)
        try values.encode(level, forKey: .level)
        try values.encode(number, forKey: .number)
        try values.encode(title, forKey: .title)
        try values.encode(keywords, forKey: .keywords)
        try values.encode(children, forKey: .children)
    }
}

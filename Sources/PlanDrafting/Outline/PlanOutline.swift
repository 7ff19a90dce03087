import MinutesModel

/// The tree of a plan's items: what the draft of the next plan follows.
public struct PlanOutline: Hashable, Sendable {
    /// Version of the JSON form.
    public static let schema = 1

    /// Name of the plan, where the file gives it.
    public var title: String?
    public var items: [PlanItem]

    /// Gives every item that has none an id, made of what stands on the way to it.
    public init(title: String? = nil, items: [PlanItem]) {
        self.title = title
        var seen: [String: Int] = [:]
        self.items = items.map { Self.identified($0, above: [], seen: &seen) }
    }

    private static func identified(_ item: PlanItem, above: [String], seen: inout [String: Int]) -> PlanItem {
        var item = item
        let path = above + [item.number, item.title]
        let id = item.id.isEmpty ? StableID.make("p", path, salt: 0) : item.id
        let repeats = seen[id, default: 0]
        seen[id] = repeats + 1
        item.id = repeats == 0 ? id : StableID.make("p", path, salt: repeats)
        item.children = item.children.map { identified($0, above: path, seen: &seen) }
        return item
    }

    /// Every item with the headings above it, in the order of the plan.
    public var entries: [Entry] {
        var result: [Entry] = []
        func walk(_ items: [PlanItem], _ path: [String], _ parent: Int?) {
            for item in items {
                result.append(Entry(item: item, depth: path.count, path: path, parent: parent))
                let index = result.count - 1
                walk(item.children, path + [item.heading], index)
            }
        }
        walk(items, [], nil)
        return result
    }

    /// An item and its place in the tree.
    public struct Entry: Hashable, Sendable {
        public var item: PlanItem
        /// 0 at the top.
        public var depth: Int
        /// Headings of the items above, from the top.
        public var path: [String]
        /// Index of the item above in `entries`.
        public var parent: Int?
    }

    /// An outline made of the topics of the minutes, the most frequent first, for a body that has no plan at hand.
    ///
    /// - Parameter meetings: their `topic` findings count once a remark.
    public static func byTopic(_ meetings: [AnalyzedMeeting]) -> PlanOutline {
        byTopic(meetings.flatMap(\.findings))
    }

    /// As `byTopic(_:)` for meetings, from findings alone.
    public static func byTopic(_ findings: [Finding]) -> PlanOutline {
        var remarks: [String: Set<String>] = [:]
        for finding in findings where finding.kind == .topic {
            guard let topic = finding.fields["topic"], !topic.isEmpty else { continue }
            remarks[topic, default: []].insert(finding.remark)
        }
        let ordered = remarks.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        return PlanOutline(items: ordered.map { PlanItem(level: .topic, title: $0.key, keywords: [$0.key]) })
    }
}

extension PlanOutline: Codable {
    private enum Key: String, CodingKey { case schema, title, items }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let schema = try values.decodeIfPresent(Int.self, forKey: .schema) ?? Self.schema
        guard schema <= Self.schema else {
            throw DecodingError.dataCorruptedError(
                forKey: .schema, in: values,
                debugDescription: "schema \(schema) is newer than this program knows (\(Self.schema))")
        }
        self.init(
            title: try values.decodeIfPresent(String.self, forKey: .title),
            items: try values.decode([PlanItem].self, forKey: .items))
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(Self.schema, forKey: .schema)
        try values.encodeIfPresent(title, forKey: .title)
        try values.encode(items, forKey: .items)
    }
}

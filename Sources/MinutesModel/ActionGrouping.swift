/// A way of putting an action list in groups.
public enum ActionGrouping: String, Codable, Hashable, Sendable, CaseIterable {
    case owner, due, kind, topic, meeting, status

    /// What the groups are of: 担当, 期限, ….
    public var japaneseName: String {
        switch self {
        case .owner: "担当"
        case .due: "期限"
        case .kind: "種別"
        case .topic: "話題"
        case .meeting: "会議"
        case .status: "状況"
        }
    }

    /// The items in the order of their groups, each once; what is put like something rejected last.
    public func sorted(_ items: [ActionItem]) -> [ActionItem] {
        var seen: Set<String> = []
        let doubtful = items.filter { $0.likeRejected != nil }
        return groups(of: items.filter { $0.likeRejected == nil }).flatMap(\.items).filter {
            seen.insert($0.id).inserted
        }
            + doubtful
    }

    /// Items under one heading.
    public struct Group: Hashable, Sendable {
        /// As a clerk would head it.
        public var name: String
        public var items: [ActionItem]

        public init(name: String, items: [ActionItem]) {
            self.name = name
            self.items = items
        }
    }

    /// The groups in the order a clerk reads them: owners by their number of items, due by month, kinds as the list has
    /// them, topics by their number of items, meetings by date. Where the minutes say nothing, the group comes last. An
    /// item with several topics stands under each.
    public func groups(of items: [ActionItem]) -> [Group] {
        var order: [String] = []
        var found: [String: [ActionItem]] = [:]
        for item in items {
            for key in keys(of: item) {
                if found[key] == nil { order.append(key) }
                found[key, default: []].append(item)
            }
        }
        let rank = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        let sorted = order.sorted { left, right in
            if left.isEmpty != right.isEmpty { return right.isEmpty }
            return isBefore(left, right, found, rank)
        }
        return sorted.map { Group(name: $0.isEmpty ? nothing : name(of: $0), items: found[$0] ?? []) }
    }

    private func isBefore(
        _ left: String, _ right: String, _ found: [String: [ActionItem]], _ rank: [String: Int]
    ) -> Bool {
        let first = (rank[left] ?? 0) < (rank[right] ?? 0)
        switch self {
        case .owner, .topic:
            let (a, b) = (found[left]?.count ?? 0, found[right]?.count ?? 0)
            return a == b ? first : a > b
        // Days before words without a day.
        case .due: return left.first?.isNumber == right.first?.isNumber ? left < right : left.first?.isNumber == true
        case .kind:
            func place(_ key: String) -> Int {
                FindingKind.actions.firstIndex { $0.rawValue == key } ?? FindingKind.actions.count
            }
            return (place(left), rank[left] ?? 0) < (place(right), rank[right] ?? 0)
        case .meeting: return first
        case .status:
            func place(_ key: String) -> Int { ActionStatus.allCases.firstIndex { $0.rawValue == key } ?? 0 }
            return place(left) < place(right)
        }
    }

    private func keys(of item: ActionItem) -> [String] {
        switch self {
        case .owner: [item.owner ?? ""]
        case .due: [item.due.map { due in due.date.map { String($0.prefix(7)) } ?? "：" } ?? ""]
        case .kind: [item.type.rawValue]
        case .topic: item.topics.isEmpty ? [""] : item.topics
        case .meeting: [(item.date ?? "") + "\u{0}" + item.meeting + "\u{0}" + item.meetingTitle]
        case .status: [item.status.rawValue]
        }
    }

    private func name(of key: String) -> String {
        switch self {
        case .owner, .topic: return key
        case .due:
            let parts = key.split(separator: "-")
            guard parts.count == 2, let year = Int(parts[0]), let month = Int(parts[1]) else { return "日付の決まらない期限" }
            return "\(year)年\(month)月まで"
        case .kind: return FindingKind(rawValue: key).japaneseName
        case .meeting:
            let parts = key.split(separator: "\u{0}", omittingEmptySubsequences: false)
            return [parts.first, parts.last].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "　")
        case .status: return ActionStatus(rawValue: key)?.japaneseName ?? key
        }
    }

    /// The heading of those of which the minutes do not say it.
    private var nothing: String {
        switch self {
        case .owner: "担当の記載なし"
        case .due: "期限の記載なし"
        case .topic: "話題なし"
        case .kind, .meeting, .status: "記載なし"
        }
    }
}

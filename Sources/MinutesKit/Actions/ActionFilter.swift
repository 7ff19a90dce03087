import Foundation
import JapaneseText
import MinutesArchive
import MinutesModel

/// Which items are meant, by what people made of them.
public enum ReviewScope: String, Sendable, CaseIterable {
    /// The list: what nobody has looked at and what was accepted.
    case listed
    case pending, accepted, rejected
    case all

    func accepts(_ verdict: ReviewVerdict) -> Bool {
        switch self {
        case .listed: verdict != .rejected
        case .pending: verdict == .pending
        case .accepted: verdict == .accepted
        case .rejected: verdict == .rejected
        case .all: true
        }
    }
}

/// Which items of the action list are wanted.
public struct ActionFilter: Sendable {
    public var scope: ReviewScope
    public var kinds: [FindingKind]?
    public var status: ActionStatus?
    public var owner: String?
    public var topic: String?
    public var meeting: String?
    /// ISO 8601, inclusive.
    public var dueBy: String?

    /// - Throws: `RequestProblem` for a kind, status or date that is none.
    public init(
        kind: String? = nil, status: String? = nil, owner: String? = nil, topic: String? = nil,
        meeting: String? = nil, dueBy: String? = nil, scope: ReviewScope = .listed
    ) throws {
        self.scope = scope
        kinds = try kind.map(Self.kinds)
        self.status = try status.map {
            guard let status = ActionStatus(rawValue: $0) else { throw RequestProblem.unknownStatus($0) }
            return status
        }
        self.owner = owner
        self.topic = topic
        self.meeting = meeting
        self.dueBy = try dueBy.map { try DateText.iso($0, endOfPeriod: true) }
    }

    /// `約束`, `commitment`, or several with commas.
    private static func kinds(_ text: String) throws -> [FindingKind] {
        try text.split(whereSeparator: { $0 == "," || $0 == "、" || $0 == "・" }).map { try Self.kind(String($0)) }
    }

    /// An action kind by its name in either language, or the beginning of the Japanese one.
    /// - Throws: `RequestProblem.unknownKind`.
    public static func kind(_ name: String) throws -> FindingKind {
        let found = FindingKind.actions.first { kind in
            kind.rawValue == name || kind.rawValue.replacing("_", with: "-") == name
                || kind.japaneseName == name || kind.japaneseName.hasPrefix(name)
        }
        guard let found else { throw RequestProblem.unknownKind(name) }
        return found
    }

    /// Whether an item is meant, whatever people made of it.
    func accepts(_ item: ActionItem) -> Bool {
        if let kinds, !kinds.contains(item.type) { return false }
        if let status, item.status != status { return false }
        if let owner, !TextFolding.fold(item.owner ?? "").contains(TextFolding.fold(owner)) { return false }
        if let topic, !item.topics.contains(where: { TextFolding.fold($0).contains(TextFolding.fold(topic)) }) {
            return false
        }
        if let meeting, !Self.names(meeting, id: item.meeting, title: item.meetingTitle) { return false }
        if let dueBy { return item.due?.date.map { $0 <= dueBy } ?? false }
        return true
    }

    /// What the index is asked.
    var query: ActionQuery {
        var query = ActionQuery()
        query.kinds = kinds.map { Set($0) }
        query.status = status
        query.verdicts = Set(ReviewVerdict.allCases.filter(scope.accepts))
        query.dueBy = dueBy
        if let owner, !owner.isEmpty {
            let wanted = TextFolding.fold(owner)
            query.owner = { TextFolding.fold($0).holds(wanted) }
        }
        if let topic {
            let wanted = TextFolding.fold(topic)
            query.topic = { wanted.isEmpty || TextFolding.fold($0).holds(wanted) }
        }
        if let meeting {
            let wanted = TextFolding.fold(meeting)
            query.meeting = { id, title in
                id.hasPrefix(meeting) || wanted.isEmpty || TextFolding.fold(title).holds(wanted)
            }
        }
        return query
    }

    /// Whether a word names a meeting: the beginning of its id, or part of its title.
    static func names(_ word: String, id: String, title: String) -> Bool {
        id.hasPrefix(word) || TextFolding.fold(title).contains(TextFolding.fold(word))
    }
}

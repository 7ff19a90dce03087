import MinutesModel

/// What a newer version of a document changed, for people to read.
public struct MeetingChanges: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case moved, edited
        /// Now part of another remark.
        case merged
        case added, removed
    }

    public enum Subject: String, Codable, Sendable { case agenda, remark }

    /// One remark or agenda item that is not as it was.
    public struct Change: Codable, Hashable, Sendable {
        public var kind: Kind
        public var subject: Subject
        /// Id in the older version; `nil` for what was added.
        public var formerID: String?
        /// Id in the newer version; `nil` for what was removed.
        public var id: String?
        /// Label of the speaker, or number of the agenda item, as printed.
        public var formerLabel: String?
        public var label: String?
        /// First line in either document, from 1.
        public var formerLine: Int?
        public var line: Int?
        /// The words around the difference; the beginning of what was added, removed or moved.
        public var formerText: String?
        public var text: String?

        private enum CodingKeys: String, CodingKey {
            case kind, subject, label, line, text, id, formerLabel, formerLine, formerText
            case formerID = "formerId"
        }
    }

    /// Remarks that are word for word as they were, between the same neighbours.
    public var unchanged: Int
    /// In the order of the newer document; agenda items first.
    public var changes: [Change]

    /// Whether remarks and agenda items are the same in the same order.
    public var isEmpty: Bool { changes.isEmpty }

    public func count(_ kind: Kind, _ subject: Subject = .remark) -> Int {
        changes.count { $0.kind == kind && $0.subject == subject }
    }
}

/// The older version of a meeting brought together with the newer one.
struct VersionComparison {
    private(set) var changes: MeetingChanges
    /// Ids of the older version that are not in use any more, and what they are now.
    private(set) var successors: [String: FormerIDs.Successor] = [:]

    private let old: AnalyzedMeeting
    private let new: AnalyzedMeeting

    /// - Complexity: O(n log n) in remarks and findings, and in the bytes of the remarks that changed.
    init(from old: AnalyzedMeeting, to new: AnalyzedMeeting) {
        self.old = old
        self.new = new
        changes = MeetingChanges(unchanged: 0, changes: [])
        if old.id != new.id { successors[old.id] = .id(new.id) }
        let agenda = VersionMatching(
            old.meeting.agenda.map { VersionElement(label: $0.number, text: $0.title) },
            new.meeting.agenda.map { VersionElement(label: $0.number, text: $0.title) })
        let remarks = VersionMatching(
            old.meeting.remarks.map { VersionElement(label: $0.label, text: $0.text) },
            new.meeting.remarks.map { VersionElement(label: $0.label, text: $0.text) })
        changes.unchanged = remarks.pairs.count { $0.relation == .same }
        report(.agenda, agenda, old.meeting.agenda.map(Entry.init), new.meeting.agenda.map(Entry.init))
        report(.remark, remarks, old.meeting.remarks.map(Entry.init), new.meeting.remarks.map(Entry.init))
        let findings = FindingSuccession(old, new, remarks)
        for (former, id) in findings.successors { successors[former] = id }
        boundaries(remarks)
        let live = new.liveIDs
        successors = successors.filter { !live.contains($0.key) }
    }

    /// A remark or agenda item, as far as a report needs it.
    private struct Entry {
        var id: String
        var label: String
        var text: String
        var line: Int

        init(_ item: AgendaItem) { (id, label, text, line) = (item.id, item.number, item.title, item.span.line) }
        init(_ remark: Remark) { (id, label, text, line) = (remark.id, remark.label, remark.text, remark.span.line) }
    }

    private mutating func report(
        _ subject: MeetingChanges.Subject, _ matching: VersionMatching, _ old: [Entry], _ new: [Entry]
    ) {
        var found: [(place: Int, change: MeetingChanges.Change)] = []
        var pairOfOld: [Int: VersionMatching.Pair] = [:]
        var known: Set<Int> = []
        for pair in matching.pairs {
            pairOfOld[pair.old] = pair
            known.insert(pair.new)
        }
        // What was removed is told behind what stood before it.
        var place = -1
        for (index, former) in old.enumerated() {
            guard let pair = pairOfOld[index] else {
                successors[former.id] = .removed
                found.append(
                    (
                        place,
                        .init(
                            kind: .removed, subject: subject, formerID: former.id, formerLabel: former.label,
                            formerLine: former.line, formerText: Excerpt.beginning(of: former.text))
                    ))
                continue
            }
            let now = new[pair.new]
            if pair.relation == .same { place = pair.new }
            if former.id != now.id { successors[former.id] = .id(now.id) }
            guard pair.relation != .same else { continue }
            let kind: MeetingChanges.Kind =
                switch pair.relation {
                case .same, .moved: .moved
                case .edited: .edited
                case .merged: .merged
                }
            let excerpt =
                kind == .edited
                ? Excerpt.difference(former.text, now.text)
                : (Excerpt.beginning(of: former.text), Excerpt.beginning(of: now.text))
            found.append(
                (
                    pair.new,
                    .init(
                        kind: kind, subject: subject, formerID: former.id, id: now.id, formerLabel: former.label,
                        label: now.label, formerLine: former.line, line: now.line, formerText: excerpt.0,
                        text: excerpt.1)
                ))
        }
        for (index, now) in new.enumerated() where !known.contains(index) {
            found.append(
                (
                    index,
                    .init(
                        kind: .added, subject: subject, id: now.id, label: now.label, line: now.line,
                        text: Excerpt.beginning(of: now.text))
                ))
        }
        changes.changes += found.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
            .map(\.element.change)
    }

    /// A topic boundary goes where its remark went.
    private mutating func boundaries(_ matching: VersionMatching) {
        let byRemark = Dictionary(grouping: new.meeting.topicBoundaries, by: \.remark)
        for former in old.meeting.topicBoundaries {
            let remark: String
            switch successors[former.remark] {
            case .removed: continue
            case .id(let id): remark = id
            case nil: remark = former.remark
            }
            let there = byRemark[remark] ?? []
            if let now = there.first(where: { $0.title == former.title }) ?? there.first {
                successors[former.id] = .id(now.id)
            }
        }
    }
}

extension AnalyzedMeeting {
    /// Everything in it that has an id.
    var liveIDs: Set<String> {
        var ids: Set = [id]
        ids.formUnion(meeting.agenda.map(\.id))
        ids.formUnion(meeting.remarks.map(\.id))
        ids.formUnion(meeting.topicBoundaries.map(\.id))
        ids.formUnion(findings.map(\.id))
        return ids
    }

    /// The same record with the ids of the version it replaces, and of those before.
    package func succeeding(_ former: AnalyzedMeeting) -> (record: AnalyzedMeeting, changes: MeetingChanges) {
        let comparison = VersionComparison(from: former, to: self)
        let live = liveIDs
        var record = self
        record.formerIDs = former.formerIDs
        record.formerIDs.follow(comparison.successors, live: live.contains)
        return (record, comparison.changes)
    }
}

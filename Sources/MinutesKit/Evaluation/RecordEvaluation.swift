import JapaneseText
import MinutesModel

/// How well the header, the people and the agenda of a document were read.
public struct RecordEvaluation: Encodable, Sendable {
    public typealias Score = TurnEvaluation.Score

    /// Something that is missing, made up or other than in the document.
    public struct Difference: Encodable, Sendable, Hashable {
        /// `date`, `attendance`, `agenda`, `remark.name`, …
        public var field: String
        public var wanted: String?
        public var found: String?
    }

    /// File name of the document.
    public var document: String
    /// Title, body, session, fiscal year, date, times, venue, observers: a field counts where either side has it.
    public var header = Score()
    /// People and unnamed seats, by name (or title and organisation) and whether they came.
    public var people = Score()
    /// Of the people found: role, title and organisation all right.
    public var details = Score()
    /// Items by number, title and the item they stand under. Whether the stop behind a number is counted as part of it
    /// (`１．` or `１`) is a matter of taste, as are blanks and widths: none of them counts.
    public var agenda = Score()
    /// Remarks that stand under the right item, of those found at the line of the truth.
    public var links = Score()
    /// Remarks with the right role, of those found at the line of the truth.
    public var roles = Score()
    /// Names of the speakers, where document or record name them.
    public var names = Score()
    public var differences: [Difference] = []

    init(document: String, meeting: Meeting, truth: RecordTruth) {
        self.document = document
        compareHeader(meeting.header, truth)
        comparePeople(meeting.header.attendance, truth.attendance)
        compareAgenda(meeting, truth)
        compareTurns(meeting, truth)
    }

    // MARK: Header

    private mutating func compareHeader(_ read: MeetingHeader, _ truth: RecordTruth) {
        func year(_ text: String?) -> String? {
            guard let text else { return nil }
            let found = TimeScanner.expressions(in: text).first { $0.kind == .fiscalYear }?.start
            return found.map { String($0.year) } ?? text
        }
        let fields: [(String, String?, String?)] = [
            ("title", truth.title, read.title), ("body", truth.body, read.body),
            ("session", truth.session, read.session),
            ("fiscalYear", truth.fiscalYear.map(String.init), year(read.fiscalYear)),
            ("date", truth.date, read.date), ("opensAt", truth.opensAt, read.opensAt),
            ("closesAt", truth.closesAt, read.closesAt), ("venue", truth.venue, read.venue),
            ("observers", truth.observers.map(String.init), read.observers.map(String.init)),
        ]
        for (field, wanted, found) in fields {
            if wanted != nil { header.wanted += 1 }
            if found != nil { header.found += 1 }
            if let wanted, let found, Self.key(wanted) == Self.key(found) {
                header.right += 1
            } else if wanted != nil || found != nil {
                differences.append(Difference(field: field, wanted: wanted, found: found))
            }
        }
    }

    // MARK: People

    private mutating func comparePeople(_ found: [Attendance], _ wanted: [RecordTruth.Person]) {
        people = Score(wanted: wanted.count, found: found.count)
        var byKey: [String: [Int]] = [:]
        for (index, person) in found.enumerated().reversed() {
            let key = Self.key(person.name, person.title, person.organization) + person.status.rawValue
            byKey[key, default: []].append(index)
        }
        var isTaken = Array(repeating: false, count: found.count)
        for person in wanted {
            let key = Self.key(person.name ?? "", person.title, person.organization) + person.status
            guard let index = byKey[key]?.popLast() else {
                differences.append(Difference(field: "attendance", wanted: Self.text(person), found: nil))
                continue
            }
            isTaken[index] = true
            people.right += 1
            details.wanted += 1
            details.found += 1
            let other = found[index]
            let isNamed = person.name != nil
            let isSame =
                other.role.rawValue == person.role
                && (!isNamed
                    || Self.plainTitle(other.title ?? other.seat.map { "\($0)番" }) == Self.plainTitle(person.title)
                        && Self.key(other.organization ?? "") == Self.key(person.organization ?? ""))
            if isSame {
                details.right += 1
            } else {
                differences.append(
                    Difference(field: "attendance.details", wanted: Self.text(person), found: Self.text(other)))
            }
        }
        for (index, person) in found.enumerated() where !isTaken[index] {
            differences.append(Difference(field: "attendance", wanted: nil, found: Self.text(person)))
        }
    }

    /// A name, or for an unnamed seat what stands in its place.
    private static func key(_ name: String, _ title: String?, _ organization: String?) -> String {
        name.isEmpty ? key((organization ?? "") + (title ?? "")) : key(name)
    }

    /// 委員 as a title says no more than the role.
    private static func plainTitle(_ title: String?) -> String {
        let plain = key(title ?? "")
        return ["委員", "議員", "構成員"].contains(plain) ? "" : plain
    }

    private static func text(_ person: RecordTruth.Person) -> String {
        [person.name, person.title, person.organization, person.role, person.status].map { $0 ?? "–" }
            .joined(separator: " / ")
    }

    private static func text(_ person: Attendance) -> String {
        [person.name, person.title, person.organization, person.role.rawValue, person.status.rawValue]
            .map { $0 ?? "–" }.joined(separator: " / ")
    }

    // MARK: Agenda

    private mutating func compareAgenda(_ meeting: Meeting, _ truth: RecordTruth) {
        agenda = Score(wanted: truth.agenda.count, found: meeting.agenda.count)
        var byKey: [String: Int] = [:]
        let numbers = Dictionary(
            meeting.agenda.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for item in meeting.agenda {
            let parent = item.parent.flatMap { numbers[$0] }.map { meeting.agenda[$0] }
            byKey[Self.key(item) + "\u{1F}" + (parent.map(Self.key) ?? ""), default: 0] += 1
        }
        for item in truth.agenda {
            let parent = item.parent.map { truth.agenda[$0] }
            let key = Self.key(item) + "\u{1F}" + (parent.map(Self.key) ?? "")
            if let count = byKey[key], count > 0 {
                byKey[key] = count - 1
                agenda.right += 1
            } else {
                differences.append(Difference(field: "agenda", wanted: Self.text(item, under: parent), found: nil))
            }
        }
        for item in meeting.agenda {
            let parent = item.parent.flatMap { numbers[$0] }.map { meeting.agenda[$0] }
            let key = Self.key(item) + "\u{1F}" + (parent.map(Self.key) ?? "")
            guard let count = byKey[key], count > 0 else { continue }
            byKey[key] = count - 1
            let under = parent.map { " < \($0.number) \($0.title)" } ?? ""
            differences.append(Difference(field: "agenda", wanted: nil, found: "\(item.number) \(item.title)\(under)"))
        }
    }

    private static func key(_ item: AgendaItem) -> String { key(number: item.number, title: item.title) }
    private static func key(_ item: RecordTruth.Item) -> String { key(number: item.number ?? "", title: item.title) }

    /// Number and title together; the stop behind the number is left out.
    private static func key(number: String, title: String) -> String {
        var number = key(number)
        while let last = number.last, ".．、,，".contains(last) { number.removeLast() }
        return number + key(title)
    }

    private static func text(_ item: RecordTruth.Item, under parent: RecordTruth.Item?) -> String {
        "\(item.number ?? "") \(item.title)" + (parent.map { " < \($0.number ?? "") \($0.title)" } ?? "")
    }

    // MARK: Remarks

    private mutating func compareTurns(_ meeting: Meeting, _ truth: RecordTruth) {
        let byLine = Dictionary(
            meeting.remarks.map { ($0.span.line, $0) }, uniquingKeysWith: { first, _ in first })
        let items = Dictionary(meeting.agenda.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for turn in truth.turns ?? [] {
            guard let remark = byLine[turn.line] else { continue }
            roles.wanted += 1
            roles.found += 1
            if remark.role.rawValue == turn.role {
                roles.right += 1
            } else {
                differ("remark.role", turn.line, "\(remark.label) \(turn.role)", remark.role.rawValue)
            }
            let item = remark.agenda.flatMap { items[$0] }
            if let wanted = (turn.agenda ?? turn.agendaSpoken).map({ truth.agenda[$0] }) {
                links.wanted += 1
                if item != nil { links.found += 1 }
                if item.map(Self.key) == Self.key(wanted) {
                    links.right += 1
                } else {
                    differ(
                        "remark.agenda", turn.line, Self.text(wanted, under: nil),
                        item.map { "\($0.number) \($0.title)" })
                }
            }
            // Where the label names nobody, a name of the attendance list is neither right nor wrong.
            if turn.name == nil, let name = remark.name, !Self.key(remark.label).contains(Self.key(name).prefix(2)) {
                continue
            }
            if turn.name != nil { names.wanted += 1 }
            if remark.name != nil { names.found += 1 }
            // The list may give the full name to a family name that was printed.
            if let wanted = turn.name, let found = remark.name, Self.isName(wanted, of: found) {
                names.right += 1
            } else if turn.name != nil || remark.name != nil {
                differ("remark.name", turn.line, turn.name, remark.name)
            }
        }
    }

    /// The beginning of a name, or one part of a name in several: ロサ of ミラ・ロサ.
    private static func isName(_ wanted: String, of found: String) -> Bool {
        let key = key(wanted)
        return Self.key(found).hasPrefix(key) || found.split(separator: "・").contains { Self.key(String($0)) == key }
    }

    private mutating func differ(_ field: String, _ line: Int, _ wanted: String?, _ found: String?) {
        differences.append(Difference(field: "\(field):\(line)", wanted: wanted, found: found))
    }

    /// Folded, without blanks.
    private static func key(_ text: String) -> String {
        TextFolding.fold(text).filter { !$0.isWhitespace }
    }
}

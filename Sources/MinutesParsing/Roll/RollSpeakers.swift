import MinutesModel

/// Labels as evidence for who of a list is a member: `山田委員` is one, whatever the heading over the name says.
struct RollSpeakers {
    /// Names that labels print before a word for a member, folded.
    private let members: Set<String>
    /// And before 会長, 座長.
    private let chairs: Set<String>

    /// - Parameter people: the list; labels are looked at only where it leaves a role open.
    init(_ inference: LayoutInference, in people: [Attendance]) {
        var members: Set<String> = []
        var chairs: Set<String> = []
        let labels = people.contains(where: Self.isOpen) ? inference.speakingLabels : []
        for label in labels where members.count < 200 {
            let entry = inference.labels.entries[label]
            // 専門委員 are heard by the members.
            guard entry.reading.strength == 3, !entry.text.ends(in: "専門委員"), let name = entry.reading.name,
                name.count >= 2
            else { continue }
            if entry.reading.role == .member, Self.words.contains(where: entry.text.holds) {
                members.insert(Roster.key(name))
            } else if entry.reading.role == .chair, Self.seats.end(entry.text), entry.text.begins(with: name) {
                chairs.insert(Roster.key(name))
            }
        }
        self.members = members
        self.chairs = chairs
    }

    private static let words = ["委員", "構成員", "評議員", "部会員"]
    private static let seats = WordEndings("会長 委員長 座長 部会長 分科会長")

    /// - Complexity: O(people × names), bounded.
    func settle(_ people: inout [Attendance]) {
        guard !members.isEmpty || !chairs.isEmpty else { return }
        if chairs.count == 1, let chair = chairs.first, !people.contains(where: { $0.role == .chair }) {
            let found = people.indices.prefix(400).filter {
                Self.isOpen(people[$0]) && people[$0].status == .present
                    && Roster.key(people[$0].name).begins(with: chair)
            }
            if found.count == 1 { people[found[0]].role = .chair }
        }
        var called: [String: Int] = [:]
        var open: [Int] = []
        for index in people.indices.prefix(400) where Self.isOpen(people[index]) {
            let name = Roster.key(people[index].name)
            if members.contains(where: name.begins) {
                called[people[index].group, default: 0] += 1
                people[index].role = .member
            } else {
                open.append(index)
            }
        }
        // The others of a list most of whom are called so did not speak.
        for index in open {
            let group = people[index].group
            let all = open.count { people[$0].group == group }
            // Nor did those of a list of names and nothing else, of whom one at least is called so.
            let isBare = people[index].title == nil && people[index].organization == nil
            if isBare, people[index].status == .absent, !called.isEmpty { people[index].role = .member }
            if (called[group] ?? 0) > (isBare ? 0 : all) { people[index].role = .member }
        }
    }

    /// Somebody named of whose role the heading of the list says nothing.
    private static func isOpen(_ person: Attendance) -> Bool {
        guard !person.name.isEmpty, person.role == .other || person.role == .expert || person.role == .official else {
            return false
        }
        return AttendanceReader.groupRole(person.group) == nil && !RollPerson.isBody(person.group)
    }
}

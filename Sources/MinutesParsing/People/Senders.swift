import MinutesModel

/// The bodies that sent the people of a list, for labels that name a body and nobody: `医師会`, `観測所（代理）`.
struct Senders {
    private struct Entry {
        /// Folded; empty where the list names none.
        var body: String
        /// The heading of the list, where it is the name of a body.
        var heading: String?
        var group: String
        var role: Role
    }

    private var entries: [Entry] = []

    /// A hostile list may be long, and is looked through for each label.
    private static let most = 400

    init(_ people: [Attendance]) {
        for person in people.prefix(Self.most) {
            entries.append(
                Entry(
                    body: person.organization.map(Roster.key) ?? "",
                    heading: RollPerson.isBody(person.group) ? person.group : nil, group: person.group,
                    role: person.role))
        }
    }

    /// What begins like an office is nobody's name.
    static func isOffice(_ name: String) -> Bool {
        DepartmentWords.first(in: Array(name.utf8)[...]) == 0 && !name.begins(with: "市場")
    }

    private static let offices = WordEndings("課 室 局 部 係")

    /// 農林課 where 農林課長 is one of those who explain, or observes, and nobody of it sits with the secretariat.
    static func isOfficial(_ label: String, _ people: [Attendance]) -> Bool {
        guard label.count >= 3, label.count <= 20, offices.end(label), !label.holds("事務局") else { return false }
        let office = Roster.key(label)
        // 市福祉課 is 福祉課 of the town, whatever its name.
        let isOfTown = office.first.map { "市町村区県".contains($0) } == true && office.count >= 4
        var isOne = false
        for person in people.prefix(most) where person.status == .present {
            let post = Roster.key((person.organization ?? "") + (person.title ?? ""))
            let begins =
                post.hasPrefix(office) || post.hasPrefix(office.dropFirst(isOfTown ? 1 : 0))
                || isOfTown && post.holds(office)
            guard begins else { continue }
            if person.role == .secretariat { return false }
            if person.role == .official || person.role == .expert { isOne = true }
        }
        return isOne
    }

    /// 県: the role of those under that heading, where they have one.
    private func only(of group: String) -> Role? {
        let roles = Set(entries.filter { $0.group == group && $0.body.isEmpty }.map(\.role))
        return roles.count == 1 ? roles.first : nil
    }

    private static let places = WordEndings("市 町 村 県 府 都 区 国")

    /// The role of those a body sent, where the label is its name, or a part of it that nobody is called, or the heading of
    /// their list, and all of them have one role.
    func role(of label: LabelTable.Entry) -> Role? {
        guard label.reading.strength < 2, !entries.isEmpty else { return nil }
        // 観測所（代理）: whoever came from there.
        let deputy = ["（代理）", "(代理)"].first(where: label.text.ends)
        let text = Roster.key(deputy.map { String(label.text.dropLast($0.count)) } ?? label.text)
        if text.count == 1 { return only(of: label.text) }
        guard text.count >= 2 else { return nil }
        let isShort = Self.isOffice(text)
        let isBody = text.count >= 4 || text.count >= 3 && OrganizationWords.ends(text)
        let isBeginning = (text.count >= 4 || isBody) && !Self.places.end(text)
        var role: Role?
        var parts: Set<String> = []
        for entry in entries {
            // 県警察本部 in brackets among those of 県 is a body of its own.
            if entry.group == label.text, !entry.body.isEmpty, !entry.body.ends(in: text) { continue }
            let isSent = entry.body == text || isBody && entry.body.ends(in: text)
            if !isSent, entry.group != label.text {
                let isPart =
                    isShort && (entry.body.holds(text) || entry.heading?.holds(text) == true)
                    || isBeginning && entry.body.begins(with: text)
                guard isPart else { continue }
                parts.insert(entry.body.holds(text) ? entry.body : entry.group)
            } else if !isSent, !isBody, !isShort {
                continue
            }
            let told: Role = isSent && (entry.role == .chair || entry.role == .viceChair) ? .member : entry.role
            if let role, role != told {
                // 公社　理事長、総務課長 speak for the body that sent them.
                guard !isSent, [role, told].allSatisfy({ $0 == .official || $0 == .secretariat }) else { return nil }
            }
            role = role == .official ? .official : told
        }
        // 市福祉課 among the observers is no expert.
        if role == .expert, text.ends(in: "課") { return .official }
        return role == .other || parts.count > 1 ? nil : role
    }
}

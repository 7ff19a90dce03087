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

    private static let places = WordEndings("市 町 村 県 府 都 区 国")

    /// The role of those a body sent, where the label is its name, or a part of it that nobody is called, or the heading of
    /// their list, and all of them have one role.
    func role(of label: LabelTable.Entry) -> Role? {
        guard label.reading.strength < 2, !entries.isEmpty else { return nil }
        // 観測所（代理）: whoever came from there.
        let deputy = ["（代理）", "(代理)"].first(where: label.text.ends)
        let text = Roster.key(deputy.map { String(label.text.dropLast($0.count)) } ?? label.text)
        guard text.count >= 2 else { return nil }
        let isShort = Self.isOffice(text)
        let isBody = text.count >= 4 || text.count >= 3 && OrganizationWords.ends(text)
        let isBeginning = text.count >= 4 && !Self.places.end(text)
        var role: Role?
        var parts: Set<String> = []
        for entry in entries {
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

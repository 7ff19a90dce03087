import JapaneseText
import MinutesModel

/// The attendance list, asked for whom a label means.
///
/// Names and titles are compared folded: 髙橋 is 高橋, 渡邊 is 渡辺, blanks inside a name do not count.
struct Roster {
    enum Answer: Equatable {
        /// Index into the list.
        case person(Int)
        /// Several people it could be.
        case several([Int])
        case nobody
    }

    private let people: [Attendance]
    private let names: [String]
    private let titles: [String]
    private var byTitle: [String: [Int]] = [:]
    /// By the first scalar of the name.
    private var byFirst: [UInt32: [Int]] = [:]
    private var bySeat: [Int: [Int]] = [:]
    private var byOrganization: [String: [Int]] = [:]
    /// People compared one by one for one label: a list with more of one first character is hostile.
    private static let limit = 64

    init(_ people: [Attendance]) {
        self.people = people
        names = people.map { Self.key($0.name) }
        titles = people.map { Self.key($0.title ?? "") }
        for index in people.indices {
            for office in Self.offices(people[index]) { byTitle[office, default: []].append(index) }
            if let first = names[index].unicodeScalars.first?.value { byFirst[first, default: []].append(index) }
            if let body = people[index].organization, !body.isEmpty {
                byOrganization[Self.key(body), default: []].append(index)
            }
            if let seat = people[index].seat { bySeat[seat, default: []].append(index) }
        }
    }

    /// What labels may call the holder of a post: 課長 of 福祉課 is 課長, 福祉課課長 and 福祉課長.
    static func offices(_ person: Attendance) -> [String] {
        guard let title = person.title, !title.isEmpty else { return [] }
        let post = key(title)
        // 理事長兼院長 is called by either.
        if post.holds("兼"), case let posts = post.split(separator: "兼").map(String.init), posts.count == 2,
            posts.allSatisfy({ (RoleLexicon.standard.suffix(of: Array($0.utf8)[...])?.strength ?? 0) >= 2 })
        {
            return [post] + posts
        }
        guard let organization = person.organization else { return [post] }
        let body = key(organization)
        guard let unit = body.last, ["課", "係", "部", "局", "室", "所", "館"].contains(unit) else { return [post] }
        let joined = post.first == unit ? body.dropLast() + post : body + post
        return post.first == unit ? [post, String(joined), body + post] : [post, String(joined)]
    }

    subscript(index: Int) -> Attendance { people[index] }

    static func key(_ text: String) -> String {
        String(decoding: SpeakerLabel.condensed(TextFolding.fold(text)), as: UTF8.self)
    }

    /// Whether what stands before a post in a label is a part of somebody's office on the list, and no name there.
    func isInsideOffice(_ name: String, of label: String) -> Bool {
        guard name.count >= 2, people.count <= 400, label.begins(with: name),
            case let post = String(label.dropFirst(name.count)), post.count >= 2
        else { return false }
        return people.contains { person in
            guard let title = person.title, title.ends(in: post) else { return false }
            let whole = person.name + title
            return whole.range(ofWord: name).map { $0.lowerBound > whole.startIndex } == true
        }
    }

    /// The role of who heads a house of that name: 水産試験場長 for 水産試験場.
    func head(of label: String) -> Role? {
        guard (3...15).contains(label.count), RollWord.Kind.of(label) == .body else { return nil }
        let found = (byTitle[Self.key(label + "長")] ?? []).filter { people[$0].status == .present }
        return found.count == 1 ? people[found[0]].role : nil
    }

    /// Whom a label without a name means: the only one with that post, or the only chair.
    func post(_ label: String, role: Role) -> Answer {
        let key = Self.key(label)
        // Who is absent does not speak.
        let found = (byTitle[key] ?? []).filter { people[$0].status == .present }
        if found.count == 1 { return .person(found[0]) }
        if found.count > 1 { return .nobody }
        guard role == .chair || role == .viceChair, Self.presiding.contains(key) else { return .nobody }
        let seated = people.indices.filter { people[$0].role == role }
        guard seated.count == 1, people[seated[0]].status == .present else { return .nobody }
        // 議長 is whoever presides; 会長 does not mean a 委員長.
        let isSame = titles[seated[0]].isEmpty || key == "議長"
        return isSame && (role == .chair || titles[seated[0]].isEmpty) ? .person(seated[0]) : .nobody
    }

    private static let presiding: Set<String> = [
        "議長", "委員長", "会長", "部会長", "座長", "分科会長", "副議長", "副委員長", "副会長", "副部会長", "副座長",
    ]

    /// 服部会長 of a list with 服部 … 会長, whom the label alone would make a 服 and 部会長.
    func titled(_ label: String) -> Int? {
        let key = Self.key(label)
        guard let first = key.unicodeScalars.first?.value, let candidates = byFirst[first],
            candidates.count <= Self.limit
        else { return nil }
        let found = candidates.filter { index in
            let title = titles[index]
            guard !title.isEmpty, key.hasSuffix(title), case let name = key.dropLast(title.count) else { return false }
            return name.count >= 2 && names[index].hasPrefix(name)
        }
        return found.count == 1 ? found[0] : nil
    }

    /// The only one from an organisation, of the role the label gives.
    func organization(_ body: String, role: Role) -> Int? {
        let found = (byOrganization[Self.key(body)] ?? []).prefix(Self.limit).filter {
            people[$0].status == .present && people[$0].role == role
        }
        return found.count == 1 ? found[0] : nil
    }

    /// The entry of a body that sent somebody who is not named: 婦人会 among those who came.
    func unnamed(_ body: String) -> Int? {
        let found = (byOrganization[Self.key(body)] ?? []).prefix(Self.limit).filter {
            people[$0].status == .present && people[$0].name.isEmpty
        }
        return found.count == 1 ? found[0] : nil
    }

    func seat(_ number: Int) -> Answer {
        let found = bySeat[number] ?? []
        return found.count == 1 ? .person(found[0]) : found.isEmpty ? .nobody : .several(found)
    }

    /// Whom a name means: full name, family name, family name and what tells two of one name apart in brackets.
    /// - Parameters:
    ///   - name: as the label prints it: `山田太郎`, `山田`, `山田（賢）`.
    ///   - post: what stands beside the name in the label.
    ///   - others: folded names the other labels print; a longer one that fits takes its person out.
    func person(_ name: String, post: String, role: Role, others: [String]) -> Answer {
        var key = Self.key(name)
        var hint = ""
        if let open = key.firstIndex(of: "("), open > key.startIndex {
            hint = String(key[key.index(after: open)...].prefix { $0 != ")" })
            key = String(key[..<open])
        }
        guard let first = key.unicodeScalars.first?.value, let candidates = byFirst[first],
            candidates.count <= Self.limit
        else {
            return called(key)
        }
        let exact = candidates.filter { names[$0] == key && hint.isEmpty }
        if exact.count == 1 { return .person(exact[0]) }
        var found = exact
        if found.isEmpty {
            found = candidates.filter { index in
                let full = names[index]
                guard full.count > key.count, full.hasPrefix(key) else {
                    // The list gives the family name only, the label the whole.
                    return full.count >= 2 && key.count > full.count && key.hasPrefix(full)
                        && full.count <= 3 && key.count <= 7
                }
                // 林健一 is no 林田 where another label says 林田.
                return !others.contains {
                    $0.count > key.count && $0.count < full.count && $0.hasPrefix(key) && full.hasPrefix($0)
                }
            }
            if key.count == 1 { found = found.filter { names[$0].count <= 4 } }
        }
        if !hint.isEmpty {
            let given = found.filter { names[$0].dropFirst(key.count).hasPrefix(hint) }
            found = given.isEmpty ? found.filter { Self.key(people[$0].organization ?? "").contains(hint) } : given
        }
        if found.isEmpty, case .person(let index) = called(key) { found = [index] }
        found = found.filter { fits(people[$0], role: role, post: post) }
        if found.count > 1 { found = narrowed(found, role: role, post: post) }
        switch found.count {
        case 0: return .nobody
        case 1: return .person(found[0])
        default: return .several(found)
        }
    }

    /// ラン for ミラ・ティ・ラン: any part of a name in several.
    private func called(_ key: String) -> Answer {
        guard key.count >= 2, key.isKatakana, people.count <= 400 else { return .nobody }
        let found = names.indices.filter { index in
            names[index].holds("・") && names[index].split(separator: "・").contains { $0 == key }
        }
        return found.count == 1 ? .person(found[0]) : .nobody
    }

    /// A member of the committee is no head of section of one family name.
    private func fits(_ person: Attendance, role: Role, post: String) -> Bool {
        let isStaff = person.role == .secretariat || person.role == .official
        switch role {
        case .member, .chair, .viceChair:
            guard isStaff else { return true }
            let title = Self.key(person.title ?? "")
            // 機構（理事長: what is left of a label whose bracket held the name.
            return title.contains(Self.key(post)) || title.count >= 2 && Self.key(post).hasSuffix("(" + title)
        case .secretariat, .official:
            guard !isStaff, person.role != .other, person.role != .expert else { return true }
            let printed = Self.key((person.title ?? "") + (person.organization ?? ""))
            return !post.isEmpty && printed.contains(Self.key(post))
        case .expert, .audience, .other: return true
        }
    }

    /// Post, role and presence, in this order, where one of them leaves a single person.
    private func narrowed(_ found: [Int], role: Role, post: String) -> [Int] {
        let post = Self.key(post)
        let tests: [(Int) -> Bool] = [
            { !post.isEmpty && titles[$0] == post }, { people[$0].role == role },
            { people[$0].status == .present },
        ]
        var left = found
        for test in tests {
            let fitting = left.filter(test)
            if fitting.count == 1 { return fitting }
            if !fitting.isEmpty { left = fitting }
        }
        return left
    }
}

import MinutesModel

/// Which group of a list serves the meeting, where none is called 事務局: the one the labels call so, else the only one of
/// officials named by family name and post.
struct RollHosts {
    private let labels: [LabelTable.Entry]

    /// A hostile list, or document, may be long.
    private static let most = 400

    init(_ inference: LayoutInference) {
        labels = inference.speakingLabels.prefix(Self.most).map { inference.labels.entries[$0] }
    }

    /// - Complexity: O(people × labels), bounded.
    func settle(_ header: inout MeetingHeader) {
        let people = header.attendance
        guard people.count <= Self.most, people.contains(where: { $0.role == .member || $0.role == .chair }),
            !people.contains(where: { $0.group.holds("議員") || AttendanceReader.groupRole($0.group) == .secretariat })
        else { return }
        guard let host = called(people) ?? only(people, header.body) else { return }
        for index in header.attendance.indices {
            let person = header.attendance[index]
            if person.group == host {
                guard person.organization.map({ $0 == host || Self.isUnit($0) }) ?? true,
                    [.official, .other, .expert].contains(person.role),
                    person.title?.isOne(of: RollPerson.executives) != true, person.title != nil
                else { continue }
                header.attendance[index].role = .secretariat
                if person.organization == host { header.attendance[index].organization = nil }
            } else if person.role == .secretariat,
                RollPerson.isBody(person.group) || AttendanceReader.groupRole(person.group) == .official
            {
                // 事務局長 of the body that is looked at
                header.attendance[index].role = .official
            }
        }
    }

    /// The group of one whom a label calls so: 山田（事務局）, 事務局（山田）. `nil` also where 事務局 speaks by itself.
    private func called(_ people: [Attendance]) -> String? {
        for label in labels where label.text.holds("事務局") {
            guard let split = SpeakerLabel.splitBrackets(Array(label.text.utf8)), split.tail.isEmpty else { continue }
            let (head, inner) = (
                String(decoding: split.head, as: UTF8.self), String(decoding: split.inner, as: UTF8.self)
            )
            guard let name = inner == "事務局" ? head : head == "事務局" ? inner : nil, name.count >= 2 else { continue }
            let key = Roster.key(name)
            let found = people.filter { !$0.name.isEmpty && Roster.key($0.name).begins(with: key) }
            if found.count == 1, Self.mayHost(found[0].group) { return found[0].group }
        }
        return nil
    }

    private func only(_ people: [Attendance], _ body: String?) -> String? {
        guard !labels.contains(where: { $0.text.begins(with: "事務局") || $0.text.ends(in: "（事務局）") }) else { return nil }
        var groups: [String] = []
        for person in people where !groups.contains(person.group) && groups.count < 40 { groups.append(person.group) }
        let serving = groups.filter { group in
            Self.mayHost(group)
                && people.allSatisfy {
                    $0.group != group || $0.status == .absent || $0.organization != nil && $0.role == .official
                        || $0.title != nil && (1...6).contains($0.name.count)
                            && ($0.role == .official || $0.role == .secretariat || $0.role == .other)
                }
                && people.contains {
                    $0.group == group && $0.title != nil && ($0.organization.map(Self.isUnit) ?? true)
                }
        }
        let named = serving.filter { group in
            Self.governments.hold(group) || Self.offices.end(group) && body?.holds(group) == true
        }
        if named.count == 1 { return named[0] }
        // Whoever opens the meeting serves it: 総務課 among 消防署 and 総務課.
        if named.isEmpty, let first = labels.first?.text,
            let opening = serving.first(where: { $0.count >= 3 && first.begins(with: $0) })
        {
            return opening
        }
        return named.isEmpty && serving.count == 1 && !RollPerson.isBody(serving[0]) ? serving[0] : nil
    }

    /// Those who explain, observe or apply are there for what they are asked.
    private static func mayHost(_ group: String) -> Bool {
        !others.stands(in: group)
            && (RollPerson.isBody(group) || governments.hold(group) || AttendanceReader.isKindOfPeople(group))
    }

    /// 障がい福祉課 of the town itself; the police of a prefecture are a body of their own.
    private static func isUnit(_ body: String) -> Bool { units.end(body) && !body.holds("警察") }
    private static let units = WordEndings("課 室 係 部 局")
    private static let governments = WordEndings("国 県 都 道 府 市 町 村 区 社協")
    private static let offices = WordEndings("局 庁 省 府 課")
    private static let others: WordSet = [
        "説明", "理事者", "執行部", "オブザーバー", "参考人", "申請", "関係", "幹事", "事業者", "施設", "学校", "答弁", "傍聴", "監事", "法人",
    ]
}

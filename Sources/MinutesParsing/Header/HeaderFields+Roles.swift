import MinutesModel

/// Roles that only the whole of the lists tells.
extension HeaderFields {
    func settleRoles(_ header: inout MeetingHeader) {
        nameAgain(&header.attendance)
        if header.attendance.contains(where: { $0.role == .chair && $0.title?.ends(in: "委員長") == true }) {
            // 出席議長等　議長　…: of the assembly, before one of its committees
            for index in header.attendance.indices where header.attendance[index].group.holds("議長") {
                header.attendance[index].role = .other
            }
        }
        if header.attendance.contains(where: { $0.group.holds("事務局") }) {
            // 区役所　福祉課長 beside the 事務局 came from another office.
            for index in header.attendance.indices where header.attendance[index].role == .secretariat {
                let group = header.attendance[index].group
                let isOffice = RollPerson.isBody(group) || ["役所", "役場", "庁", "社協"].contains(where: group.ends)
                if isOffice, AttendanceReader.groupRole(group) == nil { header.attendance[index].role = .official }
            }
        }
        let present = header.attendance.filter {
            $0.status == .present && isPlain($0.group) && $0.organization != nil && $0.title != nil
        }
        let sendsMembers =
            present.count >= 2 && present.allSatisfy { [.member, .chair, .viceChair].contains($0.role) }
        for index in header.attendance.indices where header.attendance[index].role == .secretariat {
            // 東町　水道課長: a town that takes part answers for itself.
            let person = header.attendance[index]
            if let body = person.organization, body.utf8.count >= 6, Self.towns.end(body),
                AttendanceReader.groupRole(person.group) != .secretariat
            {
                header.attendance[index].role = .official
            }
        }
        if header.attendance.contains(where: { $0.role == .member }) {
            // Who is missed at a committee is one of its members.
            for index in header.attendance.indices where header.attendance[index].status == .absent {
                let person = header.attendance[index]
                if person.role == .other, person.title == nil, !person.group.contains("監事") {
                    header.attendance[index].role = .member
                }
                // 欠席者　福祉大学　教授　… beside 出席者 of whom every one sent by a body is a member
                if person.organization != nil, person.title != nil, isPlain(person.group), sendsMembers {
                    header.attendance[index].role = .member
                }
            }
        }
        for index in header.attendance.indices where header.attendance[index].seat != nil {
            // ３番　山田　太郎: who has a seat of their own is a member.
            let person = header.attendance[index]
            if person.role == .other, person.title == nil, !person.name.isEmpty {
                header.attendance[index].role = .member
            }
        }
        for index in header.attendance.indices where header.attendance[index].group == "参加" {
            // 参加　図書館友の会、公募委員: who takes part is a member.
            let person = header.attendance[index]
            if person.role == .other { header.attendance[index].role = .member }
        }
        if header.attendance.contains(where: { $0.role == .chair || $0.role == .viceChair }) {
            for index in header.attendance.indices {
                // 婦人会 beside the chair sent a member, 役場 somebody of the office.
                let person = header.attendance[index]
                guard person.role == .other, person.name.isEmpty, person.title == nil, let body = person.organization,
                    !person.group.holds("その他"), !person.group.holds("監事"), !RollWord.Kind.isCompany(body),
                    body.first?.isNumeral != true
                else { continue }
                let isOffice = ["課", "役場", "役所", "庁", "駐在所", "署", "支局", "分署", "事務所", "保健所"].contains(where: body.ends)
                header.attendance[index].role = isOffice ? .official : .member
            }
            // Named beside their chair and without a post, they are the members.
            for index in header.attendance.indices {
                let person = header.attendance[index]
                if person.role == .other, person.title == nil, !person.name.isEmpty, !person.group.contains("その他"),
                    AttendanceReader.groupRole(person.group) != .other,
                    !person.group.holds("委員外"),
                    !person.group.contains("監事"),
                    !person.group.contains("関係者"), !OrganizationWords.ends(person.name),
                    !person.name.hasPrefix("株式会社")
                {
                    header.attendance[index].role = .member
                }
            }
        }
    }

    /// `※会長　山田太郎` below another list: who of those above presides.
    private func nameAgain(_ people: inout [Attendance]) {
        guard people.count <= 400 else { return }
        var again: Set<Int> = []
        for (index, person) in people.enumerated() {
            guard person.role == .chair || person.role == .viceChair, !person.name.isEmpty, person.organization == nil,
                person.seat == nil, let title = person.title,
                let other = people.indices.first(where: { other in
                    other != index && !again.contains(other) && people[other].name == person.name
                        && (other < index || Self.offices.hold(person.group))
                        && (people[other].title == nil || people[other].title == title)
                })
            else { continue }
            // 議長氏名　山田太郎 above the list
            let seat = ["氏名", "名"].first(where: title.ends).map { String(title.dropLast($0.count)) } ?? title
            guard seat.isSeatWord else { continue }
            people[other].title = seat
            people[other].role = person.role
            again.insert(index)
        }
        if !again.isEmpty { people = people.indices.filter { !again.contains($0) }.map { people[$0] } }
    }

    private static let offices = WordEndings("議長 会長 委員長 座長 議長氏名 会長氏名 委員長氏名 座長氏名 議長名 会長名 委員長名 座長名")
    private static let towns = WordEndings("市 町 村 県 府 都 区")

    /// 出席者, 欠席者: a heading that says nothing of those below it.
    private func isPlain(_ group: String) -> Bool {
        AttendanceReader.groupRole(group) == nil && !RollPerson.isBody(group)
    }
}

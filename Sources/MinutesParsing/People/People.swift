import JapaneseText
import MinutesModel

/// Who the labels of a document are: role and name, with the attendance list and the kind of meeting taken in.
struct People {
    struct Who {
        var role: Role
        var name: String?
    }

    private let byLabel: [Who]
    /// Labels that fit several people of the list, with these people's names.
    private(set) var ambiguous: [(label: Int, names: [String])] = []

    init(header: MeetingHeader, inference: LayoutInference, letters: LetterLegend) {
        let labels = inference.labels.entries
        var speaks = Array(repeating: false, count: labels.count)
        let used = inference.speakingLabels.sorted()
        for label in used { speaks[label] = true }
        let isAssembly = Self.isAssembly(header, used.map { labels[$0] })
        let roster = Roster(header.attendance)
        let senders = Senders(header.attendance)
        let secretariatTitles = Set(header.attendance.filter { $0.role == .secretariat }.flatMap(Roster.offices))
        let hasSides = Self.hasSides(header, used.map { labels[$0].text })
        let hasChair = header.attendance.contains { $0.role == .chair && $0.status == .present }
        let hasOfficers = header.attendance.contains { $0.role == .official && $0.group.holds("幹事") }
        // By their first character: a label is compared with those that begin alike.
        var printed: [Character: [String]] = [:]
        if !header.attendance.isEmpty {
            for index in used {
                guard let name = labels[index].reading.name.map(Roster.key), let first = name.first else { continue }
                if printed[first, default: []].count < 64 { printed[first, default: []].append(name) }
            }
        }
        var several: [(label: Int, names: [String])] = []
        byLabel = labels.enumerated().map { index, label in
            guard speaks[index] else { return Who(role: label.reading.role, name: label.reading.name) }
            let entry = Self.withoutSide(label)
            var who = Who(role: entry.reading.role, name: entry.reading.name)
            if let person = letters[entry.text] { return Who(role: person.role, name: nil) }
            var listed: Attendance?
            if !header.attendance.isEmpty {
                switch Self.answer(entry, roster, printed) {
                case .person(let person):
                    listed = roster[person]
                    let name = roster[person].name
                    // The list knows a name better than the label, unless it gives the family name only.
                    // The family name alone on the list, the whole in the label; or what the list gives reads like a post.
                    let isLonger =
                        who.name.map {
                            Roster.key($0).hasPrefix(Roster.key(name)) && Roster.key($0) != Roster.key(name)
                        }
                        == true && who.name.map(SpeakerLabel.isBracketed) != true
                    let isName =
                        (RoleLexicon.standard.suffix(of: Array(name.utf8)[...])?.strength ?? 0) < 2
                        && !name.begins(with: "委員")
                    if name.isEmpty || SpeakerLabel.isIndex(Array(name.utf8)[...]) {
                        who.name = nil
                    } else if !isLonger, isName {
                        who.name = name
                    }
                case .several(let people): several.append((index, people.map { roster[$0].name }))
                case .nobody: break
                }
            }
            // 北委員（代理）: whoever came instead of him who is absent
            if listed?.status == .absent, entry.text.ends(in: "（代理）") || entry.text.ends(in: "(代理)") { who.name = nil }
            // 事務局　空家対策係：, 駐在所: a body speaks, whoever it sent.
            if let name = who.name, listed?.name.isEmpty != false, RollWord.Kind.of(name) == .body { who.name = nil }
            // みどり公社, or the short name of a body: as those it sent.
            if listed == nil, !isAssembly, who.role == .other || who.role == .official || entry.reading.strength < 2,
                let role = senders.role(of: entry)
            {
                return Who(role: role, name: nil)
            }
            // 東雲署長 where the list has 山田東雲警察署長: no name but a part of the office.
            if listed == nil, let name = who.name, roster.isInsideOffice(name, of: entry.text) { who.name = nil }
            // 包括, 総務: what begins like an office and stands on no list is nobody's name.
            if listed == nil, entry.reading.strength < 2, let name = who.name, Senders.isOffice(name) { who.name = nil }
            // 商工会青年部 on the list of those who came
            if let listed, listed.name.isEmpty, listed.title == nil, listed.role == .member, entry.reading.strength < 2
            {
                who.role = .member
            }
            switch who.role {
            case .other:
                if let listed {
                    who.role = listed.role
                } else if let head = roster.head(of: entry.text) {
                    // 水産試験場 speaks, and its 場長 is on the list
                    who.role = head
                } else if isAssembly, let side = Self.side(entry.text) {
                    who.role = side
                } else if hasSides, let side = Self.side(entry.text) {
                    who.role = side == .official ? .secretariat : side
                } else if isAssembly, entry.text.ends(in: "君") {
                    who.role = .member
                }
            case .secretariat:
                // 課長 of the host sit with the secretariat; before an assembly they answer for the executive.
                let isPost = entry.reading.strength < 3 || !entry.text.holds("事務局")
                if let listed, listed.role == .official {
                    who.role = .official
                } else if let listed, listed.role == .chair, listed.title == "主査" {
                    who.role = .chair
                } else if listed == nil, Senders.isOfficial(entry.text, header.attendance) {
                    who.role = .official
                } else if let listed, listed.role == .member, entry.text.ends(in: "理事") {
                    // 常務理事 on the list of directors
                    who.role = .member
                } else if isAssembly, isPost, listed?.role != .secretariat,
                    !entry.text.holds("書記"), !entry.text.holds("議事"), !entry.text.holds("事務局")
                {
                    who.role = .official
                }
            case .chair:
                // 司会（福祉課長）: the secretariat opens the meeting before somebody takes the chair.
                if entry.text.begins(with: "司会") || entry.text.begins(with: "進行"), listed?.role == .secretariat {
                    who.role = .secretariat
                }
                // 理事長 of the hospital that the meeting looks at, beside the chair of the meeting
                if listed?.role == .official, hasChair { who.role = .official }
                if let listed, Self.isByOffice(entry.text, listed) { who.role = .member }
                // 議長 of the assembly before one of its committees
                if listed?.role == .other, hasChair { who.role = .other }
            case .viceChair:
                if let listed, Self.isByOffice(entry.text, listed) { who.role = .member }
                if listed?.role == .other, hasChair { who.role = .other }
            case .member:
                if let listed, listed.role == .other, listed.group.holds("委員外") { who.role = .other }
                // 機構（山田理事）: of the body that is looked at, beside the chair of the meeting
                if listed?.role == .official, hasChair, listed?.title == "理事" { who.role = .official }
                if listed?.role == .expert, entry.text.ends(in: "専門委員") { who.role = .expert }
                // 幹事 assist a council from the offices of its town.
                if entry.text.begins(with: "幹事"), listed?.role == .official || listed == nil && hasOfficers {
                    who.role = .official
                }
            case .official:
                let title = Self.title(entry.text, entry.reading.name)
                if listed?.role == .secretariat || secretariatTitles.contains(Roster.key(title)) {
                    who.role = .secretariat
                }
                if !isAssembly, entry.text.ends(in: "教育委員") { who.role = .member }
                if !isAssembly, let listed, listed.role == .expert, !listed.name.isEmpty { who.role = .expert }
                // 副院長 on the list of the members speaks as one of them.
                if !isAssembly, let listed, listed.role == .member, listed.group.ends(in: "委員") { who.role = .member }
            default: break
            }
            return who
        }
        ambiguous = several
    }

    /// 山田（町内会長）: a member by what he is elsewhere, as the list has it.
    private static func isByOffice(_ label: String, _ listed: Attendance) -> Bool {
        guard listed.role == .member, let body = listed.organization,
            let inner = SpeakerLabel.splitBrackets(Array(label.utf8))?.inner
        else { return false }
        return Roster.key(body) == Roster.key(String(decoding: inner, as: UTF8.self))
    }

    /// 利用者代表・山田委員: the side is no part of the name.
    private static func withoutSide(_ entry: LabelTable.Entry) -> LabelTable.Entry {
        guard entry.text.holds("代表・"), let side = entry.text.range(ofWord: "代表・"),
            side.upperBound < entry.text.endIndex
        else { return entry }
        let rest = String(entry.text[side.upperBound...])
        let reading = SpeakerLabel.read(rest)
        guard reading.strength == 3, reading.name != nil else { return entry }
        var entry = entry
        entry.text = rest
        entry.reading = reading
        return entry
    }

    func who(_ label: Int) -> Who { byLabel[label] }

    /// Whom a label means: by the whole of it as a post, by its name, by its seat. Anonymous labels mean nobody.
    private static func answer(_ entry: LabelTable.Entry, _ roster: Roster, _ printed: [Character: [String]])
        -> Roster.Answer
    {
        let reading = entry.reading
        let whole = roster.post(entry.text, role: reading.role)
        if case .person = whole { return whole }
        let bytes = Array(entry.text.utf8)
        let brackets = SpeakerLabel.splitBrackets(bytes)
        if let name = reading.name {
            let others = Roster.key(name).first.flatMap { printed[$0] } ?? []
            if reading.role == .chair || reading.role == .viceChair || reading.role == .other,
                let found = roster.titled(entry.text)
            {
                return .person(found)
            }
            return roster.person(name, post: title(entry.text, name), role: reading.role, others: others)
        }
        // 事務局（総務課長）, 10番委員
        if let brackets, !brackets.inner.isEmpty {
            let inner = String(decoding: brackets.inner, as: UTF8.self)
            let answer = roster.post(inner, role: SpeakerLabel.read(inner).role)
            if case .person = answer { return answer }
            // オブザーバー（県児童相談所）
            if let found = roster.organization(inner, role: reading.role) { return .person(found) }
            // Ｒ（大学１年）: a name of the list as it stands, and a word about its holder
            if reading.strength < 2, brackets.tail.isEmpty, !brackets.head.isEmpty,
                case let head = String(decoding: brackets.head, as: UTF8.self),
                case .person(let found) = roster.person(head, post: "", role: .other, others: []),
                Roster.key(roster[found].name) == Roster.key(head)
            {
                return .person(found)
            }
            // Ａグループ（山田）: one of the list by name, where the rest of the label is no post
            if reading.strength < 2, (2...8).contains(inner.count), RollWord.Kind.of(inner) == .name,
                case let named = roster.person(inner, post: "", role: .other, others: printed[inner.first!] ?? []),
                case .person = named
            {
                return named
            }
        }
        if let found = roster.unnamed(entry.text) { return .person(found) }
        if let number = SpeakerLabel.seatNumber(bytes[...]) { return roster.seat(number) }
        if brackets == nil, let found = roster.titled(entry.text) { return .person(found) }
        // 開設者・市場長: the side, and a post of the list
        if brackets == nil, let dot = entry.text.range(ofWord: "・"), dot.lowerBound > entry.text.startIndex,
            dot.upperBound < entry.text.endIndex, case let rest = String(entry.text[dot.upperBound...]),
            case let own = SpeakerLabel.read(rest), own.strength >= 2, own.name == nil,
            case .person(let found) = roster.post(rest, role: own.role)
        {
            return .person(found)
        }
        // 特別支援学校・山田教諭: one of the list by the name behind a body
        if brackets == nil, let dot = entry.text.range(ofWord: "・"), dot.upperBound < entry.text.endIndex,
            case let head = String(entry.text[..<dot.lowerBound]), head.count >= 4, RollWord.Kind.of(head) == .body,
            case let rest = String(entry.text[dot.upperBound...]), case let own = SpeakerLabel.read(rest),
            own.strength >= 2, let name = own.name
        {
            let others = Roster.key(name).first.flatMap { printed[$0] } ?? []
            let found = roster.person(name, post: title(rest, name), role: own.role, others: others)
            if case .person = found { return found }
        }
        return .nobody
    }

    /// Before an assembly its members ask and the executive answers: `問１`, `答弁`.
    private static func side(_ label: String) -> Role? {
        // Ｑ（外部の委員） asks as Ｑ１ does.
        let word = String(label.prefix { !$0.isNumeral })
        let asker = String(word.prefix { $0 != "（" && $0 != "(" })
        if asker.isOne(of: ["問", "質問", "質疑", "質問・意見", "意見・質問", "意見", "要望", "質問者", "Q", "Ｑ"]) { return .member }
        if word.isOne(of: ["答", "答弁", "回答", "回答者", "A", "Ａ"]) { return .official }
        return nil
    }

    /// Whether questions and answers are told apart by their labels in the minutes of a committee, whose members ask and
    /// whose secretariat answers.
    private static func hasSides(_ header: MeetingHeader, _ labels: [String]) -> Bool {
        guard header.attendance.contains(where: { $0.role == .member || $0.role == .chair }) else { return false }
        func isSide(_ role: Role) -> Bool {
            labels.contains { side($0) == role || side(String($0.prefix { $0 != "（" && $0 != "(" })) == role }
        }
        return isSide(.member) && isSide(.official)
    }

    /// What is left of a label when the name is taken off, brackets and forms of address aside.
    private static func title(_ label: String, _ name: String?) -> String {
        guard let name, let range = label.range(ofWord: name) else { return label }
        let rest = label[..<range.lowerBound] + label[range.upperBound...]
        return String(rest).trimmingCharacters("（）()［］[]君氏さん様殿")
    }

    /// 協議会, 審議会 and 防災会議会議録 hold the letters of 議会 but are none.
    private static func namesAssembly(_ title: String) -> Bool {
        var rest = title[...]
        while let found = String(rest).range(ofWord: "議会") {
            let text = String(rest)
            if found.lowerBound == text.startIndex || !"協審評会".contains(text[text.index(before: found.lowerBound)]) {
                return true
            }
            rest = Substring(text[found.upperBound...])
        }
        return false
    }

    private static let boardTitles = ["協議会", "審議会", "懇談会", "懇話会", "検討会", "連絡会", "実行委員会", "運営委員会", "推進会議"]
    private static let boards = WordEndings("委員 評議員 理事 構成員 会員 の出欠")

    /// Assemblies and committees of assemblies, where officials answer members.
    private static func isAssembly(_ header: MeetingHeader, _ labels: [LabelTable.Entry]) -> Bool {
        // Councils and boards too call whoever presides 議長.
        let isCouncil = header.attendance.contains {
            ($0.role == .member || $0.role == .chair) && !$0.group.holds("議員") && boards.end($0.group)
        }
        if labels.contains(where: {
            $0.text.holds("議員") || $0.text.holds("議長") && !isCouncil || $0.text.ends(in: "君")
                || $0.text.ends(in: "君）")
        }) {
            return true
        }
        if let title = header.title {
            let words = ["国会", "定例会", "臨時会", "参議院", "衆議院", "常任委員会", "特別委員会"]
            if Self.namesAssembly(title) || words.contains(where: title.holds) { return true }
        }
        // Councils too hear 説明員.
        let isBoard = header.title.map { title in boardTitles.contains(where: title.holds) } == true
        return header.attendance.contains { $0.group.holds("議員") || $0.group.holds("説明員") && !isBoard }
    }
}

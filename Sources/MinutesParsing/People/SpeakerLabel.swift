import MinutesModel

/// What a string that stands where a speaker is named tells about itself.
struct LabelReading: Sendable {
    var role: Role
    var name: String?
    /// 3: a speaker's label beyond doubt; 2: very likely; 1: could be one; 0: a heading, a date, a sentence.
    var strength: Int
    /// The label names an organisation or a kind of contribution instead of a person's post.
    var isGeneric = false
}

/// Reads speakers' labels: `委員長（山田太郎君）`, `（伊藤一郎議長）`, `２２番（佐藤花子議員）`, `山田（賢）委員`, `委員Ａ`.
enum SpeakerLabel {
    /// - Parameter label: the label as printed, without the mark; blanks may stand inside.
    /// - Complexity: O(1): labels longer than 60 characters are refused.
    static func read(_ label: String) -> LabelReading { read(condensed: condensed(label)) }

    /// - Parameter bytes: the label without blanks.
    static func read(condensed bytes: [UInt8]) -> LabelReading {
        let refused = LabelReading(role: .other, name: nil, strength: 0)
        guard !bytes.isEmpty, bytes.count <= 180, !looksLikeText(bytes[...]) else { return refused }
        // 八月朔日 is a family name: what ends with 君 or a chair's word may hold what else would be a date.
        if looksLikeDate(bytes[...]), RoleLexicon.standard.suffix(of: bytes[...])?.strength != 3 { return refused }
        guard let (head, inner, tail) = splitBrackets(bytes) else {
            return plain(bytes[...])
        }
        if head.isEmpty, inner.count <= 12, isLegalForm(inner) {
            // （株）雲井環境: the bracket is a part of the name of a body.
            return LabelReading(role: .other, name: nil, strength: 1)
        }
        if head.isEmpty {
            let reading = plain(inner)
            if tail.isEmpty || reading.strength >= 2 { return reading }
            return plain(bytes[tail.startIndex..<bytes.endIndex])
        }
        if !tail.isEmpty, isDeputy(inner) {
            // 運輸・（代）山田: who came instead, named as those of the list are
            return read(condensed: Array(head) + Array(tail))
        }
        if !tail.isEmpty {
            // 山田（賢）委員: the bracket is part of the name.
            var reading = plain(tail)
            if reading.strength >= 2 {
                reading.name = String(decoding: bytes[..<tail.startIndex], as: UTF8.self)
                return reading
            }
            return refused
        }
        return roleWithBracket(head: head, inner: inner)
    }

    private static func isDeputy(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count <= 6 && (bytes.elementsEqual("代".utf8) || bytes.elementsEqual("代理".utf8))
    }

    /// 株, 有, 一社: short for the legal form of a body.
    static func isLegalForm(_ bytes: ArraySlice<UInt8>) -> Bool {
        legalForms.contains { $0.count == bytes.count && bytes.elementsEqual($0) }
    }

    private static let legalForms = [
        "株", "有", "資", "一社", "一財", "公社", "公財", "福", "社福", "特非", "医", "学", "独", "地独", "ＮＰＯ", "NPO",
    ]
    .map { Array($0.utf8) }

    private static func roleWithBracket(head: ArraySlice<UInt8>, inner: ArraySlice<UInt8>) -> LabelReading {
        var outer = plain(head)
        let inside = plain(inner)
        if inside.strength >= 2, head.ends(in: "代理"), head.count > 6, head.count <= 21,
            RoleLexicon.standard.suffix(of: head.dropLast(6)) == nil, DepartmentWords.first(in: head) == nil,
            let deputy = personName(head.dropLast(6))
        {
            // 山田代理（川村委員）: who came, and instead of whom
            return LabelReading(role: inside.role, name: deputy, strength: 3)
        }
        if isSeat(head) {
            return LabelReading(
                role: inside.role == .other ? .member : inside.role, name: inside.name ?? personName(inner), strength: 3
            )
        }
        if isCount(inner) { return LabelReading(role: outer.role, name: nil, strength: 0) }
        if outer.strength == 0 { return outer }
        if outer.name == nil, outer.strength >= 2 {
            // 議長（山田太郎君） names a person; 委員（社協） an organisation; 委員（Ａ） a letter.
            // 事務局（港湾計画課長） tells a post, 副会長（総務） a field of work.
            let isPost = inside.strength >= 2 && inside.name == nil
            let isField = DepartmentWords.first(in: inner) == inner.startIndex
            let isBody = OrganizationWords.ends(inner)
            if inner.ends(in: "代理"), inner.count > 6, inside.strength < 2, outer.role == .member,
                inner.count <= 21, RoleLexicon.standard.suffix(of: inner.dropLast(6)) == nil,
                !OrganizationWords.ends(inner.dropLast(6)), DepartmentWords.first(in: inner) == nil,
                let deputy = personName(inner.dropLast(6))
            {
                // 委員（山田代理）: who came instead of a member.
                outer.name = deputy
                outer.strength = 3
                return outer
            }
            if let seat = seats.first(where: { inner.starts(with: $0) }), inner.count > seat.count + 3,
                inner.count <= seat.count + 15, case let rest = inner.dropFirst(seat.count),
                (RoleLexicon.standard.suffix(of: rest)?.strength ?? 0) < 2, !OrganizationWords.ends(rest),
                DepartmentWords.first(in: rest) == nil, !rest.begins(with: "（")
            {
                // 議長（評議員　山田）
                outer.name = personName(rest)
                outer.strength = 3
                return outer
            }
            outer.name = inside.isGeneric || isPost || isField || isBody ? nil : (inside.name ?? personName(inner))
            outer.strength = 3
            // 発言者１（山田 委員）
            if outer.role == .other, inside.strength >= 2 { outer.role = inside.role }
            // 保健師（ゲスト）: what somebody is here for stands in the bracket.
            if inside.role == .expert, inside.strength == 3, inside.name == nil, outer.role != .chair {
                outer.role = .expert
            }
            return outer
        }
        if outer.strength == 1, inside.strength >= 2, inside.name == nil {
            // 山田太郎（福祉部長）
            return LabelReading(role: inside.role, name: String(decoding: head, as: UTF8.self), strength: 2)
        }
        if outer.strength == 1, inside.strength >= 2 {
            return LabelReading(role: inside.role, name: inside.name, strength: 2)
        }
        return outer
    }

    private static let seats = ["評議員", "委員", "理事", "構成員", "部会員"].map { Array($0.utf8) }

    /// A label without brackets.
    private static func plain(_ bytes: ArraySlice<UInt8>) -> LabelReading {
        var body = bytes
        let index = trailingIndex(of: body)
        if index < body.endIndex, index > body.startIndex { body = body[..<index] }
        if index == body.startIndex, isNumberedQuestion(bytes) {
            return LabelReading(role: .other, name: nil, strength: 2)
        }
        if isSeat(bytes) { return LabelReading(role: .member, name: nil, strength: 2) }
        if let reading = dotted(body) { return reading }
        guard let entry = RoleLexicon.standard.suffix(of: body) else {
            // Ａ委員 ends with a role; 委員Ａ was cut above; what is left is a bare name or a heading.
            if HeadingWords.ends(body) || isPointNumber(bytes) {
                return LabelReading(role: .other, name: nil, strength: 0)
            }
            let isNamed = index == bytes.endIndex && !OrganizationWords.ends(bytes)
            return LabelReading(
                role: .other, name: isNamed ? personName(bytes) : nil, strength: bytes.count <= 36 ? 1 : 0)
        }
        let prefix = body[..<(body.endIndex - entry.length)]
        if entry.isAddress {
            return addressed(prefix, entry)
        }
        if prefix.isEmpty {
            return LabelReading(role: entry.role, name: nil, strength: entry.strength, isGeneric: entry.strength == 1)
        }
        // 一般質問 and 主な意見 are headings; 質問 and 回答 by themselves name a contribution.
        if entry.role == .other, HeadingWords.ends(body) { return LabelReading(role: .other, name: nil, strength: 0) }
        if entry.strength == 1, HeadingWords.ends(body) { return LabelReading(role: .other, name: nil, strength: 0) }
        var role = entry.role
        // 副議長, 副実行委員長
        let isVice = prefix.ends(in: "副") || prefix.begins(with: "副") && nameBeforePost(prefix.dropFirst(3)) == nil
        if entry.role == .chair || entry.role == .official, isVice {
            role = entry.role == .chair ? .viceChair : .official
        }
        // 設計者, 農事組合: a word of a kind of people has no name before it.
        // 自主防災連絡会長: the body stands before the post, and nobody's name.
        let headsBody =
            entry.role == .chair && body.count >= 15 && RollWord.Kind.headsBody(String(decoding: body, as: UTF8.self))
        let name =
            headsBody || entry.strength == 1 && (entry.length == 3 || OrganizationWords.ends(body))
                || isVice && prefix.count > 3
                    && !prefix.ends(in: "副")
            ? nil : nameBeforePost(prefix)
        return LabelReading(role: role, name: name, strength: entry.strength, isGeneric: entry.strength == 1)
    }

    /// A label with a dot inside.
    private static func dotted(_ bytes: ArraySlice<UInt8>) -> LabelReading? {
        var place = bytes.startIndex
        while place + 3 < bytes.endIndex,
            bytes[place + 2] != 0xBB || bytes[place + 1] != 0x83 || bytes[place] != 0xE3  // ・
        {
            place += 1
        }
        guard place > bytes.startIndex, place + 3 < bytes.endIndex else { return nil }
        let (head, tail) = (bytes[..<place], bytes[(place + 3)...])
        if isAsking(head), isAsking(tail) { return LabelReading(role: .other, name: nil, strength: 2) }
        return postAndSide(head, tail)
    }

    /// 意見・質問, ご質問・ご要望: what somebody asks; 質疑・応答 heads both sides.
    private static func isAsking(_ bytes: ArraySlice<UInt8>) -> Bool {
        let words: [StaticString] = [
            "質問", "意見", "要望", "質疑", "指摘", "提案", "感想", "ご質問", "ご意見", "ご要望", "御質問", "御意見", "御要望",
        ]
        return words.contains { $0.utf8CodeUnitCount == bytes.count && bytes.begins(with: $0) }
    }

    /// 委員・家族会, オブザーバー・保健所, 理事・山田: a post, and the side its holder speaks for or the name. `nil` for
    /// 会長・副会長, two posts.
    private static func postAndSide(_ head: ArraySlice<UInt8>, _ side: ArraySlice<UInt8>) -> LabelReading? {
        guard side.count <= 36, let post = RoleLexicon.standard.exact(head), post.strength >= 2, !post.isAddress,
            post.role != .other || head.begins(with: "監事"),
            (RoleLexicon.standard.suffix(of: side)?.strength ?? 0) < 2, !HeadingWords.holds(side),
            HeaderField.kind(of: String(decoding: side, as: UTF8.self)) == nil
        else { return nil }
        let isHeading = HeadingWords.ends(side)
        guard post.strength == 3 || !isHeading else { return nil }
        let isBody =
            isHeading || OrganizationWords.ends(side) || DepartmentWords.first(in: side) != nil
            || RoleLexicon.standard.suffix(of: side) != nil || side.count > 15
        return LabelReading(role: post.role, name: isBody ? nil : personName(side), strength: isHeading ? 2 : 3)
    }

    /// 山田君, 山田委員長さん
    private static func addressed(_ prefix: ArraySlice<UInt8>, _ entry: RoleLexicon.Entry) -> LabelReading {
        guard !prefix.isEmpty else { return LabelReading(role: .other, name: nil, strength: 0) }
        if let inner = RoleLexicon.standard.suffix(of: prefix), inner.strength >= 2, !inner.isAddress {
            let name = nameBeforePost(prefix[..<(prefix.endIndex - inner.length)])
            return LabelReading(role: inner.role, name: name, strength: 3)
        }
        if let (role, name) = postBeforeName(prefix) { return LabelReading(role: role, name: name, strength: 3) }
        return LabelReading(role: .other, name: personName(prefix), strength: entry.strength)
    }

    /// モデレーター|谷口: a post in katakana ends where the ideographs of the name begin.
    private static func postBeforeName(_ bytes: ArraySlice<UInt8>) -> (Role, String)? {
        var place = bytes.startIndex
        // Katakana and the mark of a long vowel.
        while place + 3 <= bytes.endIndex, bytes[place] == 0xE3, bytes[place + 1] >= 0x82, bytes[place + 1] <= 0x83 {
            place += 3
        }
        guard place > bytes.startIndex + 9, place < bytes.endIndex,
            let entry = RoleLexicon.standard.exact(bytes[..<place]), entry.strength == 3,
            let name = personName(bytes[place...])
        else { return nil }
        return (entry.role, name)
    }
}

extension ArraySlice<UInt8> {
    /// The last bytes as an array, fewer when there are fewer.
    func last(_ count: Int) -> [UInt8] { Array(suffix(count)) }

    /// Whether the bytes begin with those of a word.
    func begins(with word: StaticString) -> Bool { stands(word, at: startIndex) }

    /// Whether the bytes end with those of a word.
    func ends(in word: StaticString) -> Bool { stands(word, at: endIndex - word.utf8CodeUnitCount) }

    @inline(__always) private func stands(_ word: StaticString, at place: Int) -> Bool {
        guard place >= startIndex, place + word.utf8CodeUnitCount <= endIndex else { return false }
        for index in 0..<word.utf8CodeUnitCount where self[place + index] != word.utf8Start[index] { return false }
        return true
    }
}

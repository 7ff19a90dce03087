import JapaneseText

/// Takes titles apart: fiscal year, session, body, kind of document.
struct TitleReader {
    static let kinds = [
        "会議要録", "会議録", "議事要録", "議事要旨", "議事概要", "議事録", "会議概要", "会議記録", "会議要旨", "議事速記録", "速記録", "発言録", "発言要旨", "要点記録",
        "要点録",
        "委員会記録", "会議結果", "会議報告書", "会議報告", "開催結果", "開催概要", "審議概要", "摘録", "議事要点", "会議の概要", "結果概要", "会議摘録", "議事の要旨",
        "議事メモ", "会議メモ",
        "応答要旨", "開催記録", "メモ", "検討会記録", "部会記録", "要録", "常会記録", "会議の記録",
        "会議の要旨", "会議のまとめ", "議事の概要", "要点筆記", "議事要約", "会議要約",
    ]

    /// The kinds, and as they open a bracket of either width.
    private static let printed = kinds.map { (kind: $0, wide: "（" + $0, narrow: "(" + $0) }

    /// Whether a text is nothing but the name of a kind, blanks not counted.
    static func isKind(_ text: SourceBytes) -> Bool {
        guard mayEndKind(text.scalar(before: text.count, after: 0)) else { return false }
        return text.condensed(0..<text.count).isOne(of: kinds)
    }

    /// The last characters of the kinds.
    private static func mayEndKind(_ value: UInt32) -> Bool { lasts.contains(value) }
    private static let lasts = Set(kinds.compactMap { $0.unicodeScalars.last?.value })

    /// Endings of the names of bodies.
    private static let bodies = [
        "会", "会議", "会合", "部", "本部", "ワーキンググループ", "ワーキング", "ＷＧ", "WG", "チーム", "プロジェクト", "タスクフォース", "審議機関", "サミット", "パネル",
    ]

    private(set) var fiscalYear: String?
    private(set) var session: String?
    private(set) var kind: String?
    private(set) var body: String?

    /// Reads one title line; what an earlier line gave is kept.
    mutating func read(_ line: String) {
        var text = Title.closeSpread(line)
        takeKind(&text)
        let inner = Self.innerBody(text)
        takeBracketed(&text)
        takeFiscalYear(&text)
        takeTerm(&text)
        takeSession(&text)
        takeDates(&text)
        takeKind(&text)
        let rest = text.trimmingBlanks().trimmingCharacters("　 ・-－―〇○◯【】[]「」")
        guard !rest.isEmpty, body == nil || body.map(Self.isSessionName) == true else { return }
        if let name = Self.bodyName(rest) { body = rest.ends(in: name) ? name + (inner ?? "") : name }
    }

    /// What a document is, in the words behind the name of what met: …審議会の概要.
    private static func partitive(_ title: String) -> String? {
        guard let kind = ["概要", "要旨", "摘録", "会議録", "議事録", "記録"].first(where: title.ends),
            case let head = String(title.dropLast(kind.count)), head.ends(in: "の"),
            case let body = String(head.dropLast()), !["会議", "議事", "審議", "結果"].contains(where: body.ends)
        else { return nil }
        return ["会", "部会", "会合"].contains(where: body.ends) ? kind : nil
    }

    private mutating func takeKind(_ text: inout String) {
        let plain = text.trimmingBlanks().trimmingCharacters("（）()【】[]「」")
        let hasBracket = plain.holds("（") || plain.holds("(")
        guard hasBracket || Self.mayEndKind(plain.unicodeScalars.last?.value ?? 0) else { return }
        if let kind = Self.partitive(plain), let range = text.lastRange(of: "の" + kind) {
            // …審議会の概要
            if self.kind == nil { self.kind = kind }
            text.removeSubrange(range)
            return
        }
        for (kind, wide, narrow) in Self.printed
        where plain.ends(in: kind) || hasBracket && (plain.holds(wide) || plain.holds(narrow)) {
            if self.kind == nil { self.kind = kind.ends(in: "会記録") ? "記録" : kind }
            if kind.ends(in: "会記録"), let range = text.lastRange(of: "記録") {
                text.removeSubrange(range)
            } else if let range = text.lastRange(of: kind) {
                text.removeSubrange(range)
            }
            for empty in ["（）", "()", "【】"] where text.holds(empty) { text = text.replacing(empty, with: "") }
            return
        }
    }

    /// …審議会（環境部会）: the part of the body that met, in brackets at the end of its name.
    private static func innerBody(_ text: String) -> String? {
        guard text.holds("部会") || text.holds("科会") || text.holds("委員会"), text.holds("（") || text.holds("("),
            let open = text.firstIndex(where: { $0 == "（" || $0 == "(" }),
            let close = text[open...].firstIndex(where: { $0 == "）" || $0 == ")" }),
            bodies.contains(where: String(text[..<open]).ends)
        else { return nil }
        let behind = text.index(after: close)
        guard behind == text.endIndex || text[behind] == " " || text[behind] == "\u{3000}" else { return nil }
        let inner = text[text.index(after: open)..<close]
        let isPart = ["分科会", "部会", "小委員会", "専門委員会"].contains { inner.hasSuffix($0) }
        return isPart && inner.count > 2 && !inner.contains(where: \.isNumeral) ? String(text[open...close]) : nil
    }

    /// Brackets that hold a session, a summary's name or a date: `(第10回)`, `(要約版)`, `（案）`.
    private mutating func takeBracketed(_ text: inout String) {
        guard text.holds("（") || text.holds("(") else { return }
        while let open = text.lastIndex(where: { $0 == "（" || $0 == "(" }),
            let close = text[open...].firstIndex(where: { $0 == "）" || $0 == ")" })
        {
            var inner = String(text[text.index(after: open)..<close])
            takeFiscalYear(&inner)
            takeSession(&inner)
            text.removeSubrange(open...close)
        }
    }

    private mutating func takeFiscalYear(_ text: inout String) {
        guard let found = text.withUTF8Bytes({ Self.fiscalYear(in: SourceBytes(buffer: $0)) }) else { return }
        if fiscalYear == nil {
            fiscalYear = Self.halfWidth(text.withUTF8Bytes { SourceBytes(buffer: $0).withoutSpaces(found) })
        }
        text.removeBytes(found)
    }

    /// `令和５年度`, `元年度`: the first year of accounts with the digits and the era before it.
    private static func fiscalYear(in text: SourceBytes) -> Range<Int>? {
        guard let year = text.first("年度") else { return nil }
        var start = year
        while start > 0, case let value = text.scalar(before: start, after: 0),
            AgendaNumber.isDigitLike(value) || value == 0x5143 || value == 0x20 || value == 0x3000  // 元
        {
            start -= value < 0x80 ? 1 : 3
        }
        let head = text[0..<start]
        if head.ends(in: "令和") || head.ends(in: "平成") || head.ends(in: "昭和") { start -= 6 }
        return start < year ? start..<year + 6 : nil
    }

    /// `第２回`, `第3号`; not `第４次`, which belongs to the body's name.
    private mutating func takeSession(_ text: inout String) {
        while let found = text.withUTF8Bytes({ Self.session(in: SourceBytes(buffer: $0)) }) {
            if !found.isDiet, session == nil || (found.unit == "回" && session?.hasSuffix("号") == true) {
                session = "第" + Self.halfWidth(found.digits) + found.unit
            }
            text.removeBytes(found.range)
        }
    }

    /// The first 第, number and 回 or 号 of a text.
    private static func session(
        in text: SourceBytes
    ) -> (range: Range<Int>, digits: String, unit: String, isDiet: Bool)? {
        var searched = 0
        while let start = text.first("第", from: searched) {
            var end = start + 3
            var hasDigits = false
            while end < text.count, case let (value, length) = text.scalar(at: end) {
                guard AgendaNumber.isDigitLike(value) || value == 0x20 || value == 0x3000 else { break }
                if value != 0x20, value != 0x3000 { hasDigits = true }
                end += length
            }
            let isMeeting = text.starts(with: "回", at: end, before: text.count)
            guard hasDigits, isMeeting || text.starts(with: "号", at: end, before: text.count) else {
                searched = start + 3
                continue
            }
            let digits = text.withoutSpaces(start + 3..<end)
            // 第217回国会 numbers the Diet, not the committee's meeting.
            let isDiet = text.starts(with: "国会", at: end + 3, before: text.count)
            return (start..<end + (isDiet ? 9 : 3), digits, isMeeting ? "回" : "号", isDiet)
        }
        return nil
    }

    /// `第12期　第３回　…審議会`: the term of office is no part of the body's name where it stands apart at the head.
    private func takeTerm(_ text: inout String) {
        let words = text.wordsBetweenBlanks()
        guard words.count >= 2, let first = words.first, first.begins(with: "第"), first.ends(in: "期"),
            first.count <= 6, first.dropFirst().dropLast().allSatisfy(\.isNumeral),
            words[1].hasPrefix("第")
                || words.count > 2 && !words[1].holds("計画") && Self.bodies.contains(where: words[1].hasSuffix)
        else { return }
        text = words.dropFirst().joined(separator: "\u{3000}")
    }

    private mutating func takeDates(_ text: inout String) {
        for found in TimeScanner.expressions(in: text).reversed() {
            switch found.kind {
            case .date, .yearMonth, .clockTime, .year:
                let utf8 = text.utf8
                let start = utf8.index(utf8.startIndex, offsetBy: found.range.lowerBound)
                let end = utf8.index(utf8.startIndex, offsetBy: found.range.upperBound)
                if start.samePosition(in: text) != nil, end.samePosition(in: text) != nil {
                    text.removeSubrange(start..<end)
                }
            default: break
            }
        }
    }

    /// The name of a body in what is left of a title: the longest run of words that ends like one.
    private static func bodyName(_ text: String) -> String? {
        var words = text.wordsBetweenBlanks()
        // …審議会　第６回会議: the session was taken off.
        if words.count > 1, words.last == "会議", bodies.contains(where: words[words.count - 2].hasSuffix) {
            words.removeLast()
        }
        // 協議会　５月定例会　記録: what the document is.
        if words.count > 1, words.last == "記録", bodies.contains(where: words[words.count - 2].hasSuffix) {
            words.removeLast()
        }
        // 協議会　全体会: all of it met, not one of its parts.
        if words.count > 1, let last = words.last, last == "全体会" || last == "全体会議",
            bodies.contains(where: words[words.count - 2].hasSuffix)
        {
            words.removeLast()
        }
        // ６月定例役員会 behind the name of the body is one of its meetings.
        if words.count > 1, let last = words.last, let month = last.firstIndex(of: "月"),
            last[..<month].allSatisfy(\.isNumeral), bodies.contains(where: words[words.count - 2].ends)
        {
            words.removeLast()
        }
        if words.count == 2, words[0].holds("法人"), let month = words[1].firstIndex(of: "月"),
            words[1][..<month].allSatisfy(\.isNumeral)
        {
            // ＮＰＯ法人なぎさの家　５月理事会
            return words[0]
        }
        if words.count <= 3, let form = words.first,
            legalForms.contains(where: form.begins), !text.contains(where: \.isNumeral),
            !words.dropFirst().contains(where: { word in bodies.contains(where: word.hasSuffix) })
        {
            // 特定非営利活動法人　まちの輪
            return words.joined(separator: " ")
        }
        guard
            let last = words.lastIndex(where: { word in
                bodies.contains(where: word.ends) && !isHouse(word) && !isAct(word)
            })
        else {
            return nil
        }
        let first =
            words[...last].firstIndex { word in
                !isHouse(word) && (word == words[last] || !isSessionName(word)) && !word.allSatisfy(\.isNumeral)
                    && !(isAssembly(word) && words[last].ends(in: "委員会"))
            } ?? last
        var name = first == last ? words[last] : words[first...last].joined(separator: " ")
        for session in ["定例会", "臨時会", "定例会議", "臨時会議", "総会"]
        where name.ends(in: session)
            && (name.ends(in: "員会" + session) || session != "総会" && name.ends(in: "会" + session))
        {
            name.removeLast(session.count)
        }
        let length = name.characterCount
        return length >= 2 && length <= 80 && !name.ends(in: "開会") && !name.ends(in: "閉会") ? name : nil
    }

    private static let legalForms = [
        "社会福祉法人", "特定非営利活動法人", "ＮＰＯ法人", "NPO法人", "一般社団法人", "公益社団法人", "一般財団法人", "公益財団法人", "認定特定非営利活動法人", "医療法人", "学校法人",
    ]

    private static func isAct(_ word: String) -> Bool {
        ["開会", "閉会", "散会", "休会", "延会"].contains(where: word.ends)
    }

    /// 定例会 names a session of an assembly, not the assembly.
    private static func isSessionName(_ body: String) -> Bool {
        ["定例会", "臨時会", "本会議"].contains(where: body.ends) && !body.holds("議会")
    }

    /// 参議院, 青霧県議会 before the name of a committee.
    private static func isHouse(_ word: String) -> Bool {
        word.isOne(of: ["参議院", "衆議院"])
    }

    private static func isAssembly(_ word: String) -> Bool {
        word.ends(in: "議会") && !word.ends(in: "協議会") && !word.ends(in: "審議会")
    }

    /// Full-width digits as half-width ones.
    static func halfWidth(_ text: String) -> String { TextFolding.fold(text, .width) }
}

extension Character {
    /// A digit of either width or a kanji numeral.
    var isNumeral: Bool {
        unicodeScalars.count == 1 && unicodeScalars.first.map { AgendaNumber.isDigitLike($0.value) } == true
    }
}

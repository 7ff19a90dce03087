/// Numbers with a word: 日程第１, 議題１, 議案第１号, 第１号議案, 第１号.
extension AgendaNumber {
    private static let words: [StaticString] = [
        "日程", "議題", "議案", "案件", "報告事項", "協議事項", "審議事項", "報告", "協議", "議事", "次第", "請願", "陳情", "議員提出議案", "諮問", "議第",
        "追加日程",
        "議件", "協議事件", "審査事件", "審議案件", "協議案件", "審査案件",
        "話題", "テーマ", "論点", "検討事項", "懇談事項", "付議事項", "調査事項", "意見交換",
    ]
    /// Words of bills and the like, which count with 第…号 only: 認定第１号, but not 認定１か所.
    private static let billWords: [StaticString] = [
        "発議", "発委", "認定", "同意", "承認", "意見書案", "決議案", "会議案", "条例案", "専決", "意見書", "決議", "発議案", "議会案", "議会議案",
        "議員発議", "選挙", "選任",
    ]
    /// Bills of boards and assemblies by one character before 第…号: 議第12号, 報第３号.
    private static let billSigns: [StaticString] = [
        "議", "報", "認", "承", "諮", "同", "請", "陳", "発", "選", "意", "決", "協",
    ]
    private static let allWords = words.map { ($0, false) } + billWords.map { ($0, true) }
    /// 話題１, テーマ２: what was talked about, an item only where a list says so or a heading stands like one.
    var isOfTopic: Bool { word == "話題" || word == "テーマ" }

    /// Words that number the parts of a meeting; bills and reports stand under them.
    static let partWords: Set<String> = ["日程", "追加日程", "次第"]

    /// Whether one of the words begins so.
    @inline(__always) static func isWordStart(_ value: UInt32) -> Bool {
        switch value {
        case 0x65E5, 0x8B70, 0x6848, 0x5831, 0x5354, 0x5BE9, 0x6B21, 0x8ACB, 0x9673, 0x8AEE: true  // 日議案報協審次請陳諮
        case 0x8FFD, 0x767A, 0x8A8D, 0x540C, 0x627F, 0x610F, 0x6C7A, 0x4F1A, 0x6761, 0x5C02: true  // 追発認同承意決会条専
        case 0x9078: true  // 選
        case 0x8A71, 0x30C6, 0x8AD6, 0x61C7, 0x691C, 0x4ED8, 0x8ABF: true  // 話テ論懇検付調
        default: false
        }
    }

    /// 日程第１, 議題１, 報告（１）, 議案第１号
    static func worded(_ ink: Range<Int>, _ bytes: SourceBytes) -> AgendaNumber? {
        guard isWordStart(bytes.scalar(at: ink.lowerBound).value) else { return nil }
        if let bill = signedBill(ink, bytes) { return bill }
        for (word, isBill) in allWords
        where bytes.starts(with: word, at: ink.lowerBound, before: ink.upperBound) {
            var offset = bytes.skipBlanks(ink.lowerBound + word.utf8CodeUnitCount, ink.upperBound)
            // A tab sets a label off from its value.
            if offset > ink.lowerBound + word.utf8CodeUnitCount, bytes[offset - 1] == 0x09 { return nil }
            let gap = ink.lowerBound + word.utf8CodeUnitCount..<offset
            let hasOrdinal = bytes.starts(with: "第", at: offset, before: ink.upperBound)
            // 議題　　（１）予算: so does a wide gap.
            if !hasOrdinal, gap.count > 3, LineTable.width(of: gap, bytes) >= 4 { return nil }
            if hasOrdinal { offset = bytes.skipBlanks(offset + 3, ink.upperBound) }
            var open: UInt32?
            if offset < ink.upperBound {
                let (value, length) = bytes.scalar(at: offset)
                if value == 0xFF08 || value == 0x28 {
                    open = value
                    offset += length
                }
            }
            guard offset < ink.upperBound,
                let (value, numberEnd) = arabic(at: offset, ink.upperBound, bytes)
                    ?? kanji(at: offset, ink.upperBound, bytes)
                    ?? circled(bytes.scalar(at: offset).value).map({ ($0, offset + bytes.scalar(at: offset).length) })
                    ?? kanaAlone(at: offset, isBracketed: open != nil, ink.upperBound, bytes)
            else { continue }
            var end = numberEnd
            if let open {
                guard end < ink.upperBound, Bracket.closes(bytes.scalar(at: end).value, open) else { continue }
                end += bytes.scalar(at: end).length
            }
            // 議題１－１
            if open == nil, end < ink.upperBound, case let (dash, length) = bytes.scalar(at: end),
                dash == 0x2D || dash == 0xFF0D || dash == 0x2212 || dash == 0x2010,
                let (inner, innerEnd) = arabic(at: end + length, ink.upperBound, bytes)
            {
                return finish(
                    .compound, value * 1000 + inner, ink.lowerBound..<innerEnd, ink, bytes, word: word)
            }
            // 議題　（１）予算　（２）その他: a label and what it heads.
            if open != nil, !gap.isEmpty, holdsNext(value, from: end, ink.upperBound, bytes) { return nil }
            let isNumbered = hasOrdinal && bytes.starts(with: "号", at: end, before: ink.upperBound)
            if isBill, !isNumbered { continue }
            if isNumbered {
                end += 3
                // 議題　第１号議案: a label and the first of what it heads.
                if ordinalWords.contains(where: { bytes.starts(with: $0, at: end, before: ink.upperBound) }) {
                    return nil
                }
            }
            var number = finish(.word, value, ink.lowerBound..<end, ink, bytes, word: word)
            // 議案第２８号及び議案第２９号の上程 is a heading without a number of its own.
            let isSentence =
                !number.isSetOff
                && particles.contains(where: { bytes.starts(with: $0, at: end, before: ink.upperBound) })
            if isSentence { return nil }
            if goesOn.contains(where: { bytes.starts(with: $0, at: number.titleStart, before: ink.upperBound) }) {
                return nil
            }
            // 議題（１）予算, 議題１：予算
            if open != nil || number.titleStart > number.range.upperBound { number.isSetOff = true }
            return number
        }
        return nil
    }

    /// Whether the next number in such brackets stands further on in the line.
    private static func holdsNext(_ value: Int, from start: Int, _ limit: Int, _ bytes: SourceBytes) -> Bool {
        var offset = start
        while offset < limit, offset - start < 600 {
            let (scalar, length) = bytes.scalar(at: offset)
            if scalar == 0xFF08 || scalar == 0x28,
                let (next, end) = arabic(at: offset + length, limit, bytes), next == value + 1, end < limit,
                Bracket.closes(bytes.scalar(at: end).value, scalar)
            {
                return true
            }
            offset += length
        }
        return false
    }

    /// 議第12号, 報第３号: one character and 第…号, with a gap or nothing behind it.
    private static func signedBill(_ ink: Range<Int>, _ bytes: SourceBytes) -> AgendaNumber? {
        guard bytes.starts(with: "第", at: ink.lowerBound + 3, before: ink.upperBound),
            let sign = billSigns.first(where: { bytes.starts(with: $0, at: ink.lowerBound, before: ink.upperBound) })
        else { return nil }
        let start = bytes.skipBlanks(ink.lowerBound + 6, ink.upperBound)
        guard start < ink.upperBound,
            let (value, end) = arabic(at: start, ink.upperBound, bytes) ?? kanji(at: start, ink.upperBound, bytes),
            case let unit = bytes.skipBlanks(end, ink.upperBound),
            bytes.starts(with: "号", at: unit, before: ink.upperBound)
        else { return nil }
        let number = finish(.word, value, ink.lowerBound..<unit + 3, ink, bytes, word: sign)
        return number.isSetOff || number.titleStart >= ink.upperBound ? number : nil
    }

    /// What follows a number where it is part of a phrase: 議案第２号及び, 議案第３号の; and of a sentence: 議題１は, 議案第３号に.
    private static let goesOn: [StaticString] = [
        "及び", "から", "ないし", "乃至", "・議", "並びに", "より", "の", "号",
    ]
    /// 【議題１】の資料では is said.
    static func goesOnInSentence(at offset: Int, _ limit: Int, _ bytes: SourceBytes) -> Bool {
        (particles + goesOn).contains { bytes.starts(with: $0, at: offset, before: limit) }
    }

    private static let particles: [StaticString] = ["は", "が", "を", "に", "で", "も", "と", "へ", "～"]

    /// 議題ア: one kana, with nothing but a gap or a bracket behind it.
    private static func kanaAlone(
        at offset: Int, isBracketed: Bool, _ limit: Int, _ bytes: SourceBytes
    ) -> (Int, Int)? {
        let (scalar, length) = bytes.scalar(at: offset)
        guard let value = kana(scalar) else { return nil }
        let end = offset + length
        guard isBracketed || end >= limit || bytes.blank(at: end) > 0 else { return nil }
        return (value, end)
    }

    /// 第１号議案, 第２号報告, and 第１号 by itself where a gap sets it off from a title.
    static func ordinalWord(_ ink: Range<Int>, _ bytes: SourceBytes) -> AgendaNumber? {
        guard bytes.starts(with: "第", at: ink.lowerBound, before: ink.upperBound) else { return nil }
        let start = bytes.skipBlanks(ink.lowerBound + 3, ink.upperBound)
        guard start < ink.upperBound,
            let (value, end) = arabic(at: start, ink.upperBound, bytes) ?? kanji(at: start, ink.upperBound, bytes)
        else { return nil }
        var offset = bytes.skipBlanks(end, ink.upperBound)
        guard bytes.starts(with: "号", at: offset, before: ink.upperBound) else { return nil }
        offset = bytes.skipBlanks(offset + 3, ink.upperBound)
        for word in ordinalWords where bytes.starts(with: word, at: offset, before: ink.upperBound) {
            let number = finish(
                .word, value, ink.lowerBound..<offset + word.utf8CodeUnitCount, ink, bytes, word: word)
            // 第１号議案を議題とします is said.
            return number.isSetOff || number.titleStart >= ink.upperBound ? number : nil
        }
        guard offset > 0, offset < ink.upperBound, bytes.blank(endingAt: offset, after: ink.lowerBound) > 0 else {
            return nil
        }
        let stop = bytes.trimmed(ink.lowerBound..<offset).upperBound
        return finish(.word, value, ink.lowerBound..<stop, ink, bytes, word: "号")
    }

    private static let ordinalWords: [StaticString] = ["議案", "報告", "諮問", "協議", "議題", "案件", "陳情", "請願", "承認"]
}

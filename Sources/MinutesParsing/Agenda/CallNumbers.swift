import JapaneseText

/// Finds the item a sentence names by a number: 日程第３, 議題（２）, 第２号議案, 議題の２番目, 次の議題.
struct CallNumbers {
    let items: [AgendaBuilder.Item]
    /// Items that may be meant, in the order of the list.
    let candidates: [Int]

    /// - Returns: the item, whether the sentence begins with it, and whether the number stands by itself: （２）.
    func item(in sentence: SourceBytes) -> (item: Int, isFirst: Bool, isBare: Bool)? {
        var found: (item: Int, isFirst: Bool, isBare: Bool)?
        var offset = 0
        let head = 60
        while offset < sentence.count {
            let (value, length) = sentence.scalar(at: offset)
            defer { offset += length }
            guard Self.mayBegin(value), let meant = meant(at: offset, sentence) else { continue }
            guard let former = found else {
                found = (meant.item, offset <= head, meant.isBare)
                continue
            }
            // 日程第３、議案第５号: the inner of two.
            if meant.item > former.item, isBelow(meant.item, former.item) { found?.item = meant.item }
        }
        return found
    }

    private func isBelow(_ inner: Int, _ outer: Int) -> Bool {
        var parent = items[inner].parent
        while let item = parent {
            if item == outer { return true }
            parent = items[item].parent
        }
        return false
    }

    @inline(__always) private static func mayBegin(_ value: UInt32) -> Bool {
        switch value {
        case 0xFF08, 0x28, 0x7B2C, 0x6B21, 0x9805, 0x6700, 0x521D: true  // （ 第 次 項 最 初
        case 0x30...0x39, 0xFF10...0xFF19, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94: true
        case 0x2460...0x2473: true
        default: AgendaNumber.isWordStart(value)
        }
    }

    private func meant(at offset: Int, _ sentence: SourceBytes) -> (item: Int, isBare: Bool)? {
        let rest = offset..<sentence.count
        for word: StaticString in ["次の議題", "次の案件", "次の議事", "次の議案", "次の日程", "次の項目", "次の報告"]
        where sentence.starts(with: word, at: offset, before: sentence.count) {
            return next().map { ($0, false) }
        }
        for word: StaticString in ["最初の議題", "最初の案件", "最初の議事", "最初の項目", "最初の報告", "初めの議題"]
        where sentence.starts(with: word, at: offset, before: sentence.count) {
            return self.place(1).map { ($0, false) }
        }
        if let item = path(at: offset, sentence) { return (item, false) }
        if let (value, end) = ordinal(at: offset, sentence) {
            // ２番目の議題, 議題の２つ目
            let isNear =
                Self.things.contains { word in
                    sentence.starts(with: word, at: end, before: sentence.count)
                        || sentence.starts(with: word, at: end + 3, before: sentence.count)
                } || Self.moves.contains { sentence.starts(with: $0, at: end, before: sentence.count) }
            return isNear
                ? (point(value, nil, isBracketed: false) ?? self.place(value)).map { ($0, false) } : nil
        }
        if let thing = Self.things.first(where: { sentence.starts(with: $0, at: offset, before: sentence.count) }) {
            var place = offset + thing.utf8CodeUnitCount
            if sentence.starts(with: "の", at: place, before: sentence.count) { place += 3 }
            if let (value, _) = ordinal(at: place, sentence) {
                return (point(value, nil, isBracketed: false) ?? self.place(value)).map { ($0, false) }
            }
        }
        if let worded = worded(rest, sentence) { return (worded, false) }
        guard sentence.scalar(at: offset).value == 0xFF08 || sentence.scalar(at: offset).value == 0x28,
            let number = AgendaNumber.read(rest, sentence), number.style == .bracketed
        else { return nil }
        return point(number.value, nil, isBracketed: true).map { ($0, true) }
    }

    /// １－２, 議事の２－(1): the item by its own number and those above it.
    private func path(at offset: Int, _ sentence: SourceBytes) -> Int? {
        guard hasWays, Self.holdsDigit(sentence, from: offset) else { return nil }
        var start = offset
        if AgendaNumber.isWordStart(sentence.scalar(at: offset).value) {
            guard let word = Self.words.first(where: { sentence.starts(with: $0, at: offset, before: sentence.count) })
            else { return nil }
            start += word.utf8CodeUnitCount
            if sentence.starts(with: "の", at: start, before: sentence.count) { start += 3 }
        } else if offset > 0, AgendaNumber.isDigitLike(sentence.scalar(before: offset, after: 0)) {
            return nil
        }
        guard start < sentence.count, let (outer, end) = AgendaNumber.arabic(at: start, sentence.count, sentence),
            let value = AgendaNumber.way(outer, end, sentence)
        else { return nil }
        return candidates.first {
            items[$0].style != nil && (items[$0].style == .compound || items[$0].parent != nil)
                && AgendaBuilder.path(of: items[$0], items) == value
        }
    }

    /// Whether any item stands under another by number.
    private var hasWays: Bool {
        candidates.contains { items[$0].style == .compound || items[$0].style != nil && items[$0].parent != nil }
    }

    /// A digit within twelve characters: most words that number items stand in a sentence without one.
    private static func holdsDigit(_ sentence: SourceBytes, from start: Int) -> Bool {
        var offset = start
        let end = min(sentence.count, start + 36)
        while offset < end {
            let (value, length) = sentence.scalar(at: offset)
            if Furniture.digit(value) != nil { return true }
            offset += length
        }
        return false
    }

    /// 二つ目に移ります
    private static let moves: [StaticString] = ["に移", "へ移", "に入り", "に入ら", "に進", "に参り", "にまいり"]
    private static let things: [StaticString] = ["議題", "案件", "議事", "議件", "項目", "協議事項", "報告事項", "審議事項", "報告", "協議"]

    /// ２つ目, ２番目, 二点目, １件目
    private func ordinal(at offset: Int, _ sentence: SourceBytes) -> (Int, Int)? {
        guard offset < sentence.count,
            let (value, end) = AgendaNumber.arabic(at: offset, sentence.count, sentence)
                ?? AgendaNumber.kanji(at: offset, sentence.count, sentence)
        else { return nil }
        let words: [StaticString] = ["つ目", "つめ", "番目", "点目", "件目", "番の議題", "番に"]
        guard let word = words.first(where: { sentence.starts(with: $0, at: end, before: sentence.count) }) else {
            return nil
        }
        return (value, end + word.utf8CodeUnitCount)
    }

    /// 日程第３, 議題１, 議事の（２）, 次第の３, 第２号議案, 第２号
    private func worded(_ rest: Range<Int>, _ sentence: SourceBytes) -> Int? {
        if sentence.starts(with: "第", at: rest.lowerBound, before: rest.upperBound) {
            return billNumber(rest, sentence).flatMap { bill($0.word, $0.value) }
        }
        guard AgendaNumber.isWordStart(sentence.scalar(at: rest.lowerBound).value),
            let word = Self.words.first(where: {
                sentence.starts(with: $0, at: rest.lowerBound, before: rest.upperBound)
            })
        else { return nil }
        var offset = sentence.skipBlanks(rest.lowerBound + word.utf8CodeUnitCount, rest.upperBound)
        if sentence.starts(with: "の", at: offset, before: rest.upperBound) { offset += 3 }
        let isOrdinal = sentence.starts(with: "第", at: offset, before: rest.upperBound)
        if isOrdinal { offset = sentence.skipBlanks(offset + 3, rest.upperBound) }
        var isBracketed = false
        if offset < rest.upperBound, [0xFF08, 0x28].contains(sentence.scalar(at: offset).value) {
            isBracketed = true
            offset += sentence.scalar(at: offset).length
        }
        guard offset < rest.upperBound else { return nil }
        let circled = AgendaNumber.circled(sentence.scalar(at: offset).value).map { ($0, offset + 3) }
        let kana = AgendaNumber.kana(sentence.scalar(at: offset).value).map { ($0, offset + 3) }
        guard
            let (value, end) = AgendaNumber.arabic(at: offset, rest.upperBound, sentence)
                ?? AgendaNumber.kanji(at: offset, rest.upperBound, sentence) ?? circled ?? kana
        else { return nil }
        // 議題２件, 報告３点 count.
        for unit: StaticString in ["件", "点", "つ", "か", "年", "月", "人", "名", "回", "％"]
        where !isBracketed && sentence.starts(with: unit, at: end, before: rest.upperBound) { return nil }
        let name = "\(word)"
        if isOrdinal, sentence.starts(with: "号", at: end, before: rest.upperBound) { return bill(name, value) }
        if let exact = candidates.first(where: {
            items[$0].style == .word && items[$0].word == name && items[$0].value == value
        }) {
            return exact
        }
        if name == "日程" || name == "追加日程" {
            return candidates.first {
                items[$0].value == value
                    && (items[$0].style == .ordinal || items[$0].parent == nil && items[$0].style == .arabic)
            }
        }
        if name == "次第" {
            return candidates.first { items[$0].value == value && items[$0].parent == nil && items[$0].style != nil }
        }
        return point(value, name, isBracketed: isBracketed)
            ?? (Self.plainWords.contains(name) && !hasNumbers ? place(value) : nil)
    }

    private static let plainWords: Set<String> = ["議題", "案件", "議事", "議件"]

    /// Whether any item of the list has a number.
    private var hasNumbers: Bool { items.contains { $0.isListed && $0.style != nil } }

    /// The item by its place in the list, among those that are treated: neither 開会 nor 議題 over others.
    private func place(_ value: Int) -> Int? {
        let treated = items.indices.lazy.filter {
            let key = items[$0].key
            return items[$0].isListed && !AgendaBuilder.isGreeting(key) && !AgendaBuilder.isHolder(key)
                && !HeadingFinder.isPart(Array(key.utf8)[...])
        }
        // （１）, （２） under ２ 議題 and the parts beside it are two lists.
        let inner = treated.first { items[$0].parent != nil && AgendaBuilder.isHolder(items[items[$0].parent!].key) }
        let parent = inner.flatMap { items[$0].parent }
        guard let found = treated.filter({ items[$0].parent == parent }).dropFirst(max(0, value - 1)).first,
            value >= 1, candidates.contains(found)
        else { return nil }
        return found
    }

    private static let words: [StaticString] = [
        "追加日程", "日程", "協議事項", "報告事項", "審議事項", "議員提出議案", "議題", "議案", "議事", "議第", "議件", "案件", "報告", "協議", "次第", "請願",
        "陳情", "諮問",
        "発議", "認定", "同意", "承認",
    ]

    private func billNumber(_ rest: Range<Int>, _ sentence: SourceBytes) -> (value: Int, word: String)? {
        let start = sentence.skipBlanks(rest.lowerBound + 3, rest.upperBound)
        guard start < rest.upperBound,
            let (value, end) = AgendaNumber.arabic(at: start, rest.upperBound, sentence)
                ?? AgendaNumber.kanji(at: start, rest.upperBound, sentence),
            sentence.starts(with: "号", at: end, before: rest.upperBound)
        else { return nil }
        let word = Self.words.first { sentence.starts(with: $0, at: end + 3, before: rest.upperBound) }
        return (value, word.map { "\($0)" } ?? "号")
    }

    /// 議案第５号 as the number of an item or at the head of its title.
    private func bill(_ word: String, _ value: Int) -> Int? {
        candidates.first { items[$0].style == .word && items[$0].word == word && items[$0].value == value }
            ?? candidates.first { index in
                AgendaContent(items[index]).inner.map { $0.word == word && $0.value == value } ?? false
            }
    }

    /// The next item with a value: under an item of that name, of the style that was said, or the next of any.
    private func point(_ value: Int, _ word: String?, isBracketed: Bool) -> Int? {
        let same = candidates.filter { items[$0].value == value && items[$0].style != nil }
        if let word,
            let inside = same.first(where: { items[$0].parent.map { items[$0].key == word } ?? false })
        {
            return inside
        }
        if isBracketed {
            return same.first { items[$0].style == .bracketed } ?? same.first { items[$0].style == .word }
        }
        return same.last { $0 == same.first || items[$0].parent == same.first } ?? same.first
    }

    /// The item behind the one that is open.
    private func next() -> Int? {
        guard let first = candidates.first, items[first].key != "閉会" else { return nil }
        return first
    }
}

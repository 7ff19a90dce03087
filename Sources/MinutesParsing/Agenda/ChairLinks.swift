import MinutesModel

/// Links remarks to a list of agenda items at the top by what the chair calls: `日程第３ … を議題といたします`.
///
/// Used only where the proceedings have no headings of their own.
struct ChairLinks {
    let agenda: [AgendaItem]
    let items: [AgendaBuilder.Item]

    func apply(to remarks: inout [Remark]) {
        guard !items.isEmpty else { return }
        let numbered = items.indices.filter {
            items[$0].style == .word && items[$0].word == "日程" || items[$0].style == .ordinal
        }
        let byValue = Dictionary(numbered.map { (items[$0].value, $0) }, uniquingKeysWith: { first, _ in first })
        let listed = items.indices.filter { items[$0].isListed && items[$0].style != nil && !numbered.contains($0) }
        let byPoint =
            Set(listed.map { items[$0].value }).count == listed.count
            ? Dictionary(listed.map { (items[$0].value, $0) }, uniquingKeysWith: { first, _ in first }) : [:]
        let titled: [Titled] = items.indices.compactMap { index in
            let title = items[index].title
            if items[index].key == "その他" { return nil }
            let plain = Array((title.firstIndex(of: "（").map { String(title[..<$0]) } ?? title).utf8)
            return plain.count >= 12
                ? Titled(item: index, title: plain, openings: Self.openings.map { plain + $0 }) : nil
        }
        // Nothing is called before 開会: the meeting begins with it.
        var open = items.firstIndex { $0.isListed }.flatMap { items[$0].key == "開会" ? $0 : nil }
        let others = items.indices.filter { items[$0].key == "その他" && items[$0].isListed }
        let presiding = presiding(remarks)
        for index in remarks.indices {
            if remarks[index].role == .chair || remarks[index].label == presiding,
                let called = called(remarks[index].text, byValue, byPoint, titled)
            {
                open = called
            } else if others.count == 1, remarks[index].role == .chair || remarks[index].label == presiding,
                Self.callsOthers(remarks[index].text)
            {
                open = others[0]
            }
            if let open { remarks[index].agenda = agenda[open].id }
        }
    }

    /// Whoever speaks most presides where nobody is called chair: the 教育長 of a board of education.
    private func presiding(_ remarks: [Remark]) -> String? {
        guard !remarks.contains(where: { $0.role == .chair }) else { return nil }
        var counts: [String: Int] = [:]
        for remark in remarks { counts[remark.label, default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// 続きまして、その他に移ります; not その他ご意見は.
    private static func callsOthers(_ text: String) -> Bool {
        let head = text.prefix(120)
        guard let place = head.ranges(of: "その他").first else { return false }
        let rest = head[place.upperBound...].drop { "」』）".contains($0) }
        return ["に移", "に入", "に進", "です。", "でござい", "について、事務局", "、事務局", "として、事務局", "といたしまして、", "として、", "の議題", "の案件"]
            .contains(where: rest.hasPrefix)
    }

    private static let cues: [StaticString] = [
        "議題", "お諮り", "上程", "報告を求め", "説明を", "移り", "入り", "進み", "審議", "議案", "続いて", "始め",
    ]

    /// The item the chair calls in the first words of a turn; a list read out may follow them.
    private func called(
        _ text: String, _ byValue: [Int: Int], _ byPoint: [Int: Int], _ titled: [Titled]
    ) -> Int? {
        var copy = text
        return copy.withUTF8 { buffer in
            let source = SourceBytes(buffer: UnsafeBufferPointer(rebasing: buffer[..<min(buffer.count, 2400)]))
            guard Self.cues.contains(where: { source.first($0) != nil }) else {
                return titled.count <= 60 ? titled.first { opens($0, source) }?.item : nil
            }
            if let number = Self.number(after: "日程第", in: source), let item = byValue[number] { return item }
            for word in Self.points {
                if let number = Self.number(after: word, in: source), let item = byPoint[number] { return item }
            }
            if let item = worded(source) { return item }
            guard titled.count <= 60 else { return nil }
            return titled.first { entry in
                if entry.title.count >= 18 { return source.holds(entry.title) }
                return opens(entry, source)
            }?.item
        }
    }

    /// 一般質問を行います: a short title counts only with words that open it, for it may be any words.
    private func opens(_ titled: Titled, _ source: SourceBytes) -> Bool {
        source.holds(titled.title) && titled.openings.contains { source.holds($0) }
    }

    /// An item that is known by its title.
    private struct Titled {
        var item: Int
        var title: [UInt8]
        /// The title with each of the words that open it.
        var openings: [[UInt8]]
    }

    private static let openings: [[UInt8]] = ["を議題", "を行い", "を始め", "に入り", "に移り", "に進み", "について"]
        .map { Array($0.utf8) }
    private static let points: [StaticString] = ["議題", "議事", "案件", "協議事項", "報告事項", "審議事項", "次第"]

    /// 議案第１号, 報告第２号 as printed on the list.
    private func worded(_ source: SourceBytes) -> Int? {
        guard items.count <= 200 else { return nil }
        return items.indices.first {
            items[$0].style == .word && items[$0].word != "日程" && items[$0].number.utf8.count >= 9
                && source.holds(Array(items[$0].number.utf8))
        }
            ?? items.indices.first { index in
                guard let end = items[index].title.firstIndex(of: "号"), items[index].title.contains("第") else {
                    return false
                }
                let word = items[index].title[...end]
                return word.count <= 8 && source.holds(Array(word.utf8))
            }
    }

    /// The number behind the first place of a word that has one: 日程第３, 議題（２）.
    private static func number(after word: StaticString, in source: SourceBytes) -> Int? {
        var from = 0
        while let place = source.first(word, from: from) {
            var start = source.skipBlanks(place + word.utf8CodeUnitCount, source.count)
            if source.starts(with: "の", at: start, before: source.count) { start += 3 }
            if start < source.count, source.scalar(at: start).value == 0xFF08 || source[start] == 0x28 {
                start += source.scalar(at: start).length
            }
            if start < source.count,
                let (value, _) = AgendaNumber.arabic(at: start, source.count, source)
                    ?? AgendaNumber.kanji(at: start, source.count, source)
            {
                return value
            }
            from = place + word.utf8CodeUnitCount
        }
        return nil
    }
}

extension SourceBytes {
    /// Where a word first stands from an offset on.
    func first(_ word: StaticString, from start: Int = 0) -> Int? {
        let length = word.utf8CodeUnitCount
        var offset = start + length - 1
        // The last byte tells Japanese letters apart, the first hardly ever does.
        let last = word.utf8Start[length - 1]
        while offset < count {
            if buffer[offset] == last, starts(with: word, at: offset + 1 - length, before: count) {
                return offset + 1 - length
            }
            offset += 1
        }
        return nil
    }

    /// Whether one of the words stands anywhere.
    func holds(anyOf words: [StaticString]) -> Bool { words.contains { first($0) != nil } }

    /// Whether the bytes stand anywhere.
    func holds(_ bytes: [UInt8]) -> Bool {
        guard let last = bytes.last, bytes.count <= count else { return false }
        return bytes.withUnsafeBufferPointer { word in
            search: for end in (word.count - 1)..<count where buffer[end] == last {
                let start = end + 1 - word.count
                for index in word.indices where buffer[start + index] != word[index] { continue search }
                return true
            }
            return false
        }
    }
}

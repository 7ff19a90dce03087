import MinutesModel

/// Links remarks to a list of agenda items at the top by what the chair calls: `日程第３ … を議題といたします`.
///
/// Used only where the proceedings have no headings of their own.
struct ChairLinks {
    let agenda: [AgendaItem]
    let items: [AgendaBuilder.Item]

    func apply(to remarks: inout [Remark]) {
        guard !items.isEmpty else { return }
        let numbered = items.indices.filter { items[$0].style == .word && items[$0].word == "日程" || items[$0].style == .ordinal }
        let byValue = Dictionary(numbered.map { (items[$0].value, $0) }, uniquingKeysWith: { first, _ in first })
        let listed = items.indices.filter { items[$0].isListed && items[$0].style != nil && !numbered.contains($0) }
        let byPoint =
            Set(listed.map { items[$0].value }).count == listed.count
            ? Dictionary(listed.map { (items[$0].value, $0) }, uniquingKeysWith: { first, _ in first }) : [:]
        let titled = items.indices.filter { items[$0].title.utf8.count >= 18 }
        var open: Int?
        for index in remarks.indices {
            if remarks[index].role == .chair, let called = called(remarks[index].text, byValue, byPoint, titled) { open = called }
            if let open { remarks[index].agenda = agenda[open].id }
        }
    }

    private func called(_ text: String, _ byValue: [Int: Int], _ byPoint: [Int: Int], _ titled: [Int]) -> Int? {
        // The chair calls an item in the first words of the turn; a list read out may follow.
        let opening = text.utf8.count > 2400 ? String(decoding: text.utf8.prefix(2400), as: UTF8.self) : text
        guard ["議題", "お諮り", "上程", "報告を求めます"].contains(where: opening.contains) else { return nil }
        if let number = Self.number(after: "日程第", in: opening), let item = byValue[number] { return item }
        if let number = Self.number(after: "議題", in: opening), let item = byPoint[number] { return item }
        guard titled.count <= 60 else { return nil }
        return titled.first { item in
            let title = items[item].title
            let plain = title.firstIndex(of: "（").map { String(title[..<$0]) } ?? title
            return plain.utf8.count >= 18 && opening.contains(plain)
        }
    }

    /// The number behind the first place of a word that has one: 日程第３, 議題（２）.
    private static func number(after word: StaticString, in text: String) -> Int? {
        var copy = text
        return copy.withUTF8 { buffer in
            let source = SourceBytes(buffer: buffer)
            var offset = 0
            while offset < buffer.count {
                if source.starts(with: word, at: offset, before: buffer.count) {
                    var start = source.skipBlanks(offset + word.utf8CodeUnitCount, buffer.count)
                    if start < buffer.count, source.scalar(at: start).value == 0xFF08 || buffer[start] == 0x28 {
                        start += source.scalar(at: start).length
                    }
                    if start < buffer.count,
                        let (value, _) = AgendaNumber.arabic(at: start, buffer.count, source)
                            ?? AgendaNumber.kanji(at: start, buffer.count, source)
                    {
                        return value
                    }
                }
                offset += 1
            }
            return nil
        }
    }
}

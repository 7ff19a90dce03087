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
        let titled = items.indices.filter { items[$0].title.utf8.count >= 18 }
        var open: Int?
        for index in remarks.indices {
            if remarks[index].role == .chair, let called = called(remarks[index].text, byValue, titled) { open = called }
            if let open { remarks[index].agenda = agenda[open].id }
        }
    }

    private func called(_ text: String, _ byValue: [Int: Int], _ titled: [Int]) -> Int? {
        // The chair calls an item in the first words of the turn; a list read out may follow.
        let opening = text.utf8.count > 2400 ? String(decoding: text.utf8.prefix(2400), as: UTF8.self) : text
        guard ["議題", "お諮り", "上程", "報告を求めます"].contains(where: opening.contains) else { return nil }
        var copy = opening
        let number: Int? = copy.withUTF8 { buffer in
            let source = SourceBytes(buffer: buffer)
            var offset = 0
            while offset < buffer.count {
                if buffer[offset] == 0xE6, source.starts(with: "日程第", at: offset, before: buffer.count) {
                    let start = source.skipBlanks(offset + 9, buffer.count)
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
        if let number, let item = byValue[number] { return item }
        guard titled.count <= 60 else { return nil }
        return titled.first { item in
            let title = items[item].title
            let plain = title.firstIndex(of: "（").map { String(title[..<$0]) } ?? title
            return plain.utf8.count >= 18 && opening.contains(plain)
        }
    }
}

import JapaneseText

/// The words of the header's lists of people: names, posts, and the bodies that sent them.
struct ListedWords {
    private var words: Set<String> = []

    /// More than these, or longer ones, are a hostile document.
    private static let most = 2000
    private static let longest = 90

    /// - Complexity: O(bytes of the lists).
    init(_ sections: [HeaderReader.Section], _ bytes: SourceBytes) {
        for section in sections where section.field.isPeople {
            for value in section.value where value.range.count <= 2000 { read(value.range, bytes) }
        }
    }

    private mutating func read(_ range: Range<Int>, _ bytes: SourceBytes) {
        var (start, offset) = (range.lowerBound, range.lowerBound)
        func isEnd(_ value: UInt32) -> Bool {
            switch value {
            case 0x3001, 0xFF0C, 0x2C, 0x30FB, 0xFF1A, 0x3A, 0x2F, 0xFF0F, 0xFF09, 0x29, 0x3015, 0xFF3D, 0x3011: true
            default: Bracket.closing(of: value) != nil
            }
        }
        while offset <= range.upperBound, words.count < Self.most {
            let isOver = offset == range.upperBound
            let blank = isOver ? 0 : bytes.blank(at: offset)
            let (value, length) = isOver ? (0, 1) : bytes.scalar(at: offset)
            if isOver || blank > 0 || isEnd(value) {
                if offset - start >= 6, offset - start <= Self.longest { words.insert(bytes.string(start..<offset)) }
                start = offset + max(blank, length)
            }
            offset += max(blank, length)
        }
    }

    /// Whether a label is, or begins like, a word of the lists, or holds one in its brackets or before them.
    /// - Parameter inside: colons also stand behind the words of other lists; a body must then be named from its head.
    func names(_ label: String, inside: Bool) -> Bool {
        guard !words.isEmpty, label.utf8.count <= Self.longest else { return false }
        if let last = label.last, last == "）" || last == ")",
            let open = label.firstIndex(where: { $0 == "（" || $0 == "(" })
        {
            let outer = String(label[..<open])
            let inner = String(label[label.index(after: open)...].dropLast())
            return begins(outer, least: 6) || begins(inner, least: 6)
        }
        if begins(label, least: 9) { return true }
        guard label.utf8.count >= 9 else { return false }
        return words.contains { word in
            guard word.ends(in: label) else { return false }
            // 医師会 for あさひ市医師会
            return !inside || word.dropLast(label.count).last.map { "市町村区県都府道".contains($0) } == true
        }
    }

    private func begins(_ part: String, least: Int) -> Bool {
        part.utf8.count >= least && !Self.common.contains(part) && words.contains { $0.begins(with: part) }
    }

    /// Words that stand in lists of people and name nobody.
    private static let common: Set<String> = [
        "欠席", "出席", "代理", "委員", "公募", "会長", "座長", "オンライン", "ウェブ", "途中退席", "予定", "以下", "敬称略", "順不同", "五十音順", "市民", "学識",
    ]
}

/// Tells pages set in two columns of running text from lists in columns: in running text both halves of most lines are
/// long, full of kana, and the gap stands at the same place.
struct PDFColumns {
    private var lines = 0
    private var split = 0
    private var gaps: [Int: Int] = [:]

    var areText: Bool {
        guard lines >= 20, split * 2 > lines else { return false }
        // The gap is one place on the page, give or take two columns.
        let best = gaps.keys.map { key in (key - 2...key + 2).reduce(0) { $0 + gaps[$1, default: 0] } }.max() ?? 0
        return best * 10 >= split * 7
    }

    mutating func look(at line: ArraySlice<UInt8>) {
        var column = 0
        var blanks = 0
        var ink = false
        var left = 0
        var kanaLeft = 0
        var kanaRight = 0
        var right = 0
        var gap = -1
        var place = line.startIndex
        while place < line.endIndex {
            let byte = line[place]
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            if byte == 0x20 {
                blanks += 1
                column += 1
                place += 1
                continue
            }
            if ink, blanks >= 3, gap < 0 { gap = column }
            let isKana = byte == 0xE3 && place + 1 < line.endIndex && (0x81...0x83).contains(line[place + 1])
            if gap < 0 {
                left += 1
                if isKana { kanaLeft += 1 }
            } else {
                right += 1
                if isKana { kanaRight += 1 }
            }
            ink = true
            blanks = 0
            column += length >= 3 ? 2 : 1
            place += length
        }
        guard ink else { return }
        lines += 1
        if gap >= 0, left >= 14, right >= 10, kanaLeft * 3 >= left, kanaRight * 3 >= right {
            split += 1
            gaps[gap, default: 0] += 1
        }
    }
}

/// Where the proceedings of a document begin in which no turn was found.
enum SummaryStart {
    /// The first line that ends like a sentence, and the numbered headings right above it.
    /// - Complexity: O(lines).
    static func line(_ lines: [Line], in bytes: SourceBytes) -> Int? {
        guard
            var start = lines.firstIndex(where: { line in
                line.kind == .text && line.columns >= 16
                    && bytes.scalar(before: line.inkEnd, after: line.inkStart) == 0x3002
                    && HeaderField.kind(of: bytes[line.ink]) == nil && !isField(line, bytes)
            })
        else { return nil }
        while start > 0 {
            let above = lines[start - 1]
            if above.isBlank || above.kind.isFurniture {
                start -= 1
                continue
            }
            guard above.kind == .text, let number = AgendaNumber.read(above.ink, bytes),
                !isField(above, bytes), HeaderField.kind(of: bytes[number.titleStart..<above.inkEnd]) == nil
            else { break }
            start -= 1
        }
        return start
    }

    /// `１　場所　市役所`, `傍聴者：いませんでした。`
    private static func isField(_ line: Line, _ bytes: SourceBytes) -> Bool {
        let ink = AgendaNumber.read(line.ink, bytes).map { $0.titleStart..<line.inkEnd } ?? line.ink
        var end = ink.lowerBound
        while end < ink.upperBound, end - ink.lowerBound < 60, bytes.blank(at: end) == 0 {
            let (value, length) = bytes.scalar(at: end)
            if TurnMarks.isDelimiter(value) { break }
            end += length
        }
        return end < ink.upperBound && HeaderField.kind(of: bytes[ink.lowerBound..<end]) != nil
    }
}

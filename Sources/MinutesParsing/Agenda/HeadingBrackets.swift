/// The brackets a document prints its headings in, where these are brackets that notes stand in elsewhere:
/// `〔議題１〕令和７年度予算` and `［議題１　令和７年度予算］` make `〔開会〕` and `［その他］` headings as well.
struct HeadingBrackets {
    private var found: [UInt32: Bool] = [:]

    /// The heading that the note on a line is in such brackets.
    /// - Complexity: O(lines) for the first note in each kind of bracket, then O(1).
    mutating func heading(at index: Int, _ lines: [Line], _ bytes: SourceBytes) -> HeadingFinder.Heading? {
        let line = lines[index]
        let (open, length) = bytes.scalar(at: line.inkStart)
        guard Self.mayHead(open), line.columns <= 120, line.ink.count > length * 2 else { return nil }
        let inner = bytes.trimmed(line.inkStart + length..<line.inkEnd - length)
        guard !inner.isEmpty else { return nil }
        let number = Self.number(inner, bytes)
        let title = (number?.titleStart ?? inner.lowerBound)..<inner.upperBound
        if number == nil {
            let words = bytes.buffer[inner].withoutBrackets()
            guard HeadingFinder.isPart(words) && !HeadingFinder.isBreak(words) || HeadingWords.ends(words),
                !Self.acts.contains(where: { bytes.starts(with: $0, at: inner.lowerBound, before: inner.upperBound) })
            else { return nil }
        }
        guard number != nil || prints(open, lines, bytes) else { return nil }
        return HeadingFinder.Heading(number: number, title: title, lines: index...index, isSetApart: number == nil)
    }

    private mutating func prints(_ open: UInt32, _ lines: [Line], _ bytes: SourceBytes) -> Bool {
        if let known = found[open] { return known }
        let holds = lines.contains { line in
            guard line.kind == .text || line.kind == .note, bytes.scalar(at: line.inkStart).value == open else {
                return false
            }
            if line.kind == .text { return AgendaNumber.read(line.ink, bytes)?.isBoxed == true }
            let length = bytes.scalar(at: line.inkStart).length
            return line.ink.count > length * 2
                && Self.number(bytes.trimmed(line.inkStart + length..<line.inkEnd - length), bytes) != nil
        }
        found[open] = holds
        return holds
    }

    /// 議題１　令和７年度予算; 議案第３号　賛成多数 tells what was done.
    private static func number(_ inner: Range<Int>, _ bytes: SourceBytes) -> AgendaNumber? {
        guard let number = AgendaNumber.read(inner, bytes), number.style == .word, number.isSetOff,
            number.titleStart < inner.upperBound,
            bytes.scalar(before: number.range.upperBound, after: number.range.lowerBound) != 0x53F7,  // 号
            bytes.scalar(before: inner.upperBound, after: inner.lowerBound) != 0x3002
        else { return nil }
        return number
    }

    /// 〔〕, ［］, []; notes in round brackets are never headings.
    private static func mayHead(_ open: UInt32) -> Bool { open == 0x3014 || open == 0xFF3B || open == 0x5B }

    private static let acts: [StaticString] = ["休憩", "再開", "暫時", "異議", "全員", "賛成", "拍手", "挙手", "起立"]
}

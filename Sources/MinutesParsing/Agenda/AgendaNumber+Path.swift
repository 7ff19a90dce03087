/// Numbers that give the way from the outer item to the inner: 1-①, 3(1)ア, １－(2)－ア.
extension AgendaNumber {
    /// One step of a way takes this much of the value: 3(1)ア is 3 001 001.
    static let step = 1000

    /// - Parameter end: where the outermost number ends, which is plain.
    static func path(_ outer: Int, _ end: Int, _ ink: Range<Int>, _ bytes: SourceBytes) -> AgendaNumber? {
        guard outer < step else { return nil }
        var (value, offset, steps) = (outer, end, 1)
        var hasOtherStyle = false
        while steps < 4, offset < ink.upperBound, let next = step(at: offset, ink.upperBound, bytes) {
            value = value * step + next.value
            offset = next.end
            steps += 1
            if !next.isPlain { hasOtherStyle = true }
        }
        // 1-1 and 1.1 are read as they always were.
        guard steps > 2 || hasOtherStyle, steps < 4, offset < ink.upperBound, bytes.blank(at: offset) > 0 else {
            return nil
        }
        return finish(.compound, value, ink.lowerBound..<offset, ink, bytes)
    }

    /// The value of such a number in a sentence, nothing but two steps and more of it.
    static func way(_ outer: Int, _ end: Int, _ bytes: SourceBytes) -> Int? {
        guard outer < step else { return nil }
        var (value, offset, steps) = (outer, end, 1)
        while steps < 3, offset < bytes.count, let next = step(at: offset, bytes.count, bytes) {
            value = value * step + next.value
            offset = next.end
            steps += 1
        }
        return steps > 1 ? value : nil
    }

    /// `-①`, `(1)`, `－ア`, `-2`: plain numbers and kana only behind a dash or a bracket, so that no word is cut.
    private static func step(at start: Int, _ limit: Int, _ bytes: SourceBytes) -> (
        value: Int, end: Int, isPlain: Bool
    )? {
        let (first, length) = bytes.scalar(at: start)
        let isDash = first == 0x2D || first == 0xFF0D || first == 0x2212 || first == 0x2010 || first == 0x30FC
        let offset = isDash ? start + length : start
        guard offset < limit else { return nil }
        let (value, size) = bytes.scalar(at: offset)
        if let number = circled(value) { return (number, offset + size, false) }
        if value == 0x28 || value == 0xFF08 {
            let inner = offset + size
            guard inner < limit else { return nil }
            let (mark, width) = bytes.scalar(at: inner)
            guard let (number, end) = arabic(at: inner, limit, bytes) ?? kana(mark).map({ ($0, inner + width) }),
                number < step, end < limit, Bracket.closes(bytes.scalar(at: end).value, value)
            else { return nil }
            return (number, end + bytes.scalar(at: end).length, false)
        }
        if isDash, let (number, end) = arabic(at: offset, limit, bytes), number < step { return (number, end, true) }
        let isBehindBracket = Bracket.isClosing(bytes.scalar(before: start, after: 0))
        guard isDash || isBehindBracket, let number = kana(value), case let end = offset + size,
            end >= limit || bytes.blank(at: end) > 0
        else { return nil }
        return (number, end, false)
    }
}

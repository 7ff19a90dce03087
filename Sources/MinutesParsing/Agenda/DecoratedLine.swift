/// A line whose words stand between two runs of one sign, as titles of parts are set off.
enum DecoratedLine {
    /// －議案第３号　予算－, ～１　開会～: what stands between two of one sign, right at the words.
    static func between(_ ink: Range<Int>, _ bytes: SourceBytes) -> Range<Int>? {
        let (sign, length) = bytes.scalar(at: ink.lowerBound)
        switch sign {
        case 0xFF0D, 0x2D, 0x2212, 0x2015, 0x2014, 0x2500, 0x2501, 0xFF5E, 0x301C, 0x7E, 0x30FB, 0xFF65, 0x2022, 0xFF0A:
            break
        default: return nil
        }
        guard ink.count > length * 2, ink.count <= 240,
            bytes.scalar(before: ink.upperBound, after: ink.lowerBound) == sign
        else { return nil }
        let inner = bytes.trimmed(ink.lowerBound + length..<ink.upperBound - length)
        return inner.isEmpty || bytes.scalar(at: inner.lowerBound).value == sign ? nil : inner
    }

    /// ＊＊＊　議題１　予算　＊＊＊, ━━━ 議題１ ━━━: what stands between two runs of one sign.
    static func inner(_ ink: Range<Int>, _ bytes: SourceBytes) -> Range<Int>? {
        let (sign, length) = bytes.scalar(at: ink.lowerBound)
        switch sign {
        case 0x2A, 0xFF0A, 0x2500, 0x2501, 0x2015, 0x2014, 0x2D, 0xFF0D, 0x3D, 0xFF1D, 0x7E, 0xFF5E, 0x301C, 0x2026,
            0x2605,
            0x2606, 0x25A0, 0x25A1, 0x30FB, 0xFF65:
            break
        default: return nil
        }
        var (start, end) = (ink.lowerBound, ink.upperBound)
        while start < end, bytes.scalar(at: start).value == sign { start += length }
        while end > start, bytes.scalar(before: end, after: start) == sign { end -= length }
        let runs = (start - ink.lowerBound, ink.upperBound - end)
        // ** as Markdown prints bold is no run.
        guard runs.0 >= length * (sign == 0x2A ? 3 : 2), runs.1 >= length * (sign == 0x2A ? 3 : 2) else { return nil }
        let inner = bytes.trimmed(start..<end)
        return inner.isEmpty || inner == start..<end && runs.0 < length * 3 ? nil : inner
    }
}

/// Columns of text on a terminal: East Asian wide characters and emoji take two, combining marks none.
public enum DisplayWidth {
    /// - Complexity: O(n).
    public static func columns(of text: String) -> Int {
        var columns = 0
        var joins = false
        for scalar in text.unicodeScalars {
            if scalar.value == 0x200D {
                joins = true
                continue
            }
            let width = self.columns(of: scalar)
            // What a zero-width joiner ties to an emoji shows as one sign.
            if joins, width == 2 {
                joins = false
                continue
            }
            joins = false
            columns += width
        }
        return columns
    }

    /// Columns of one scalar. Characters of ambiguous width (○ ※ ① … ×) count as two, as Japanese fonts
    /// show them; Latin letters with accents as one.
    public static func columns(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x20 || value == 0x7F { return 0 }
        if value < 0x300 { return value == 0xA7 || value == 0xB1 || value == 0xD7 || value == 0xF7 ? 2 : 1 }
        switch value {
        case 0x0300...0x036F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x20D0...0x20FF, 0x3099, 0x309A,
            0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF, 0x1F3FB...0x1F3FF, 0xE0001...0xE01EF:
            return 0
        case 0xFF61...0xFFDC, 0xFFE8...0xFFEE: return 1
        case 0x0391...0x03C9, 0x0401...0x0451, 0x1100...0x115F, 0x2010...0x2016, 0x2018...0x201D, 0x2020...0x2027,
            0x2030...0x203B, 0x2100...0x214F, 0x2329, 0x232A, 0x2460...0x24FF, 0x2500...0x27BF,
            0x2160...0x217F, 0x2190...0x21FF, 0x2200...0x22FF, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF,
            0x1F000...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    /// Where the text stands in its columns.
    public enum Alignment: Sendable { case left, right }

    /// Fills up with spaces to a number of columns; longer text stays as it is.
    public static func pad(_ text: String, to columns: Int, alignment: Alignment = .left) -> String {
        let missing = columns - self.columns(of: text)
        guard missing > 0 else { return text }
        let blanks = String(repeating: " ", count: missing)
        return alignment == .left ? text + blanks : blanks + text
    }

    /// Cuts to at most a number of columns, never inside a character; what was cut is shown by `mark`.
    public static func truncate(_ text: String, to columns: Int, mark: String = "…") -> String {
        guard self.columns(of: text) > columns else { return text }
        let room = columns - self.columns(of: mark)
        guard room >= 0 else { return "" }
        var result = ""
        var used = 0
        for character in text {
            let width = self.columns(of: String(character))
            if used + width > room { break }
            used += width
            result.append(character)
        }
        return result + mark
    }
}

/// Text and dates in the form SpreadsheetML has for them (ECMA-376 part 1, 18.17.4 and 22.9.2.19).
enum SpreadsheetXML {
    /// What a cell of Excel holds; a longer text is cut there, between two characters, with an ellipsis.
    static let longestText = 32_767

    /// Markup escaped. Characters that XML cannot hold become `_xHHHH_`, as Excel writes them, and so does an underscore
    /// that would read as the beginning of such an escape.
    static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var length = 0
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            length += scalar.value > 0xffff ? 2 : 1
            if length >= longestText, !scalars.isEmpty { return result + "…" }
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "_" where looksLikeEscape(scalars): result += "_x005F_"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0xfffe || scalar.value == 0xffff:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func looksLikeEscape(_ rest: Substring.UnicodeScalarView) -> Bool {
        let next = Array(rest.prefix(6))
        return next.count == 6 && next[0] == "x" && next[5] == "_"
            && next[1...4].allSatisfy { $0.properties.isASCIIHexDigit }
    }

    /// Days since 1899-12-30, as Excel counts from March 1900 on; `nil` for what is no date of the calendar.
    static func serial(ofDay iso: String) -> Int? {
        let parts = iso.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard iso.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            (1901...9999).contains(year), (1...12).contains(month), day >= 1
        else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard day <= lengths[month - 1] else { return nil }
        let before = year - 1
        let days = before * 365 + before / 4 - before / 100 + before / 400
        // 1899-12-30 is day 693,594 counted this way.
        return days + lengths[..<(month - 1)].reduce(0, +) + day - 693_594
    }

    /// `A`, `Z`, `AA`: the name of a column, from 0.
    static func columnName(_ index: Int) -> String {
        var (rest, name) = (index + 1, "")
        while rest > 0 {
            name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
            rest = (rest - 1) / 26
        }
        return name
    }
}

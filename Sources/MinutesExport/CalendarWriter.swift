/// Writes content lines of iCalendar: CRLF, lines folded at 75 bytes without cutting a character, text escaped
/// (RFC 5545, 3.1 and 3.3.11).
struct CalendarWriter {
    private(set) var bytes: [UInt8] = []

    private static let longest = 75

    /// A line whose value is written as it stands.
    mutating func add(_ name: String, _ value: String) {
        var room = Self.longest
        for scalar in (name + ":" + value).unicodeScalars {
            let encoded = UTF8.encode(scalar)
            let length = encoded?.count ?? 0
            if length > room {
                bytes += [0x0d, 0x0a, 0x20]
                room = Self.longest - 1
            }
            if let encoded { bytes += encoded }
            room -= length
        }
        bytes += [0x0d, 0x0a]
    }

    /// A line whose value is text.
    mutating func add(text name: String, _ value: String) { add(name, Self.escaped(value)) }

    /// Backslash, semicolon, comma and line ends escaped; other control characters, which the format forbids, left out.
    static func escaped(_ text: String) -> String {
        var result = ""
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",":
                result += "\\"
                result.unicodeScalars.append(scalar)
            case "\n": if previous != "\r" { result += "\\n" }
            case "\r": result += "\\n"
            case "\t": result += " "
            case _ where scalar.value < 0x20 || scalar.value == 0x7f: break
            default: result.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return result
    }
}

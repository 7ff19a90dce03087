/// A piece of SQL. Words of people come into it through `literal` only; names of databases and clusters through
/// `ClickHouseName`, which lets letters, digits and underscores through.
struct SQLText: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
    CustomStringConvertible
{
    private(set) var description: String

    init(stringLiteral value: StaticString) { description = value.description }

    init(stringInterpolation: Interpolation) { description = stringInterpolation.text }

    init(joining parts: [SQLText], with separator: SQLText) {
        description = parts.map(\.description).joined(separator: separator.description)
    }

    /// A string as ClickHouse reads it, of whatever version.
    ///
    /// Inside single quotes a backslash begins an escape and a quote ends the string; those two are written with a
    /// backslash, control characters as `\xHH`, and nothing else means anything there: percent signs and underscores
    /// only do in LIKE, which is not used, comment signs not in a string.
    static func literal(_ text: String) -> SQLText { SQLText(raw: quoted(text.utf8)) }

    static func number(_ value: some FixedWidthInteger) -> SQLText { SQLText(raw: "\(value)") }

    /// - Parameter value: finite.
    static func number(_ value: Double) -> SQLText {
        precondition(value.isFinite)
        return SQLText(raw: "\(value)")
    }

    private init(raw: String) { description = raw }

    private static func quoted(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var written: [UInt8] = [UInt8(ascii: "'")]
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: "'"): written += [UInt8(ascii: "\\"), byte]
            case 0..<0x20, 0x7F:
                written += [UInt8(ascii: "\\"), UInt8(ascii: "x"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: written.append(byte)
            }
        }
        written.append(UInt8(ascii: "'"))
        return String(decoding: written, as: UTF8.self)
    }

    /// Takes pieces of SQL, names and numbers, and no strings.
    struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity * 2) }

        mutating func appendLiteral(_ literal: StaticString) { text += literal.description }

        mutating func appendInterpolation(_ sql: SQLText) { text += sql.description }

        mutating func appendInterpolation(_ name: ClickHouseName) { text += name.text }

        mutating func appendInterpolation(_ number: some FixedWidthInteger) { text += "\(number)" }
    }
}

/// The name of a database, cluster or table: letters, digits and underscores, as they need no quotes anywhere.
public struct ClickHouseName: Hashable, Sendable {
    let text: String

    /// - Returns: `nil` for any other name, and for one of more than 64 characters.
    public init?(_ text: String) {
        let isLetter = { (byte: UInt8) in (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F }
        guard let first = text.utf8.first, isLetter(first), text.utf8.count <= 64,
            text.utf8.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) })
        else { return nil }
        self.text = text
    }
}

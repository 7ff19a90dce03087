/// Writes CSV that Excel opens by a double click: UTF-8 with a byte order mark, CRLF, quoting by RFC 4180.
///
/// Protection against formula injection (OWASP, "CSV Injection"): a cell that begins with `=`, `+`, `-`, `@`, their
/// full-width forms, a tab or a carriage return gets an apostrophe in front, so that Excel and LibreOffice show it
/// as text. A program that reads the file back takes one leading apostrophe away where one of those characters
/// follows it. A leading `-` of a plain number is left alone.
package struct CSVWriter {
    package private(set) var bytes: [UInt8] = [0xef, 0xbb, 0xbf]

    package init(header: [String]) { add(header) }

    /// Adds a row. A `nil` cell is empty.
    package mutating func add(_ cells: [String?]) {
        for (position, cell) in cells.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell ?? "")
        }
        bytes += [0x0d, 0x0a]
    }

    private mutating func append(_ cell: String) {
        let text = Self.isFormula(cell) ? "'" + cell : cell
        let quoted =
            text.utf8.contains { $0 == 0x22 || $0 == 0x2c || $0 == 0x0a || $0 == 0x0d }
            || text.utf8.first == 0x20 || text.utf8.last == 0x20
        guard quoted else {
            bytes += text.utf8
            return
        }
        bytes.append(0x22)
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    private static func isFormula(_ cell: String) -> Bool {
        guard let first = cell.unicodeScalars.first else { return false }
        switch first {
        case "=", "+", "@", "\t", "\r", "＝", "＋", "＠", "－": return true
        case "-": return Int(cell) == nil
        default: return false
        }
    }
}

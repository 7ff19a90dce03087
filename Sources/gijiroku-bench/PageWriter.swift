/// Lays lines out as the text of a PDF: wrapped, blank lines between, a space where a page begins.
struct PageWriter {
    private(set) var text = ""
    private var lines = 0

    mutating func line(_ content: String) {
        if lines > 0, lines.isMultiple(of: 34) { text += " " }
        text += content + " \n\n"
        lines += 1
    }

    mutating func paragraph(_ content: String) {
        var rest = Substring(content)
        while !rest.isEmpty {
            let piece = rest.prefix(39)
            rest = rest.dropFirst(piece.count)
            if lines > 0, lines.isMultiple(of: 34) { text += " " }
            text += piece + (rest.isEmpty ? " " : "") + "\n\n"
            lines += 1
        }
    }
}

/// Footnotes and endnotes as lines of their own.
enum WordNotes {
    /// Bytes of a part: a longer line in brackets is no note to a reader of lines.
    private static let partLimit = 780

    /// The lines of a note as one, cut where it is too long for a line in brackets.
    static func parts(of text: String) -> [String] {
        guard text.utf8.count > partLimit else { return [text] }
        var parts: [String] = []
        var part = ""
        var size = 0
        for character in text {
            let width = character.utf8.count
            if size + width > partLimit {
                parts.append(part)
                part = ""
                size = 0
            }
            part.append(character)
            size += width
        }
        parts.append(part)
        return parts
    }

    static func text(of lines: [[UInt8]]) -> String {
        lines.map { String(decoding: $0, as: UTF8.self).trimmed }.filter { !$0.isEmpty }.joined(separator: "\u{3000}")
    }
}

extension String {
    /// Without blanks at either side.
    fileprivate var trimmed: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}

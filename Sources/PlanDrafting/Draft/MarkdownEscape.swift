/// Text of the minutes, put into Markdown so that it shows as it was said.
enum MarkdownEscape {
    /// For a line: marks that Markdown would take for its own are escaped, line breaks become spaces.
    static func line(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "*", "_", "`", "<", "[", "]", "|", "#":
                result.append("\\")
                result.append(scalar)
            case "\n", "\r", "\t": result.append(" ")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// A row of a table; the cells are escaped already.
    static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
}

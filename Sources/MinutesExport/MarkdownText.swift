/// Text from a document, put into Markdown so that it shows as it was written.
enum MarkdownText {
    /// For a paragraph, list item or heading: marks that Markdown would take for its own are escaped, line breaks
    /// become spaces.
    static func inline(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "*", "_", "`", "<", "[", "]", "|", "#":
                result.unicodeScalars.append("\\")
                result.unicodeScalars.append(scalar)
            case "\n", "\r", "\t": result.unicodeScalars.append(" ")
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// For a table cell: as `inline`, with line breaks kept as `<br>`.
    static func cell(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: true).map { inline(String($0)) }
            .joined(separator: "<br>")
    }
}

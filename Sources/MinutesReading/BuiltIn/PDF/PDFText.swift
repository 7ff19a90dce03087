import JapaneseText

/// The text of a PDF as it was extracted, cleaned of what the setting put into it.
struct PDFText {
    private(set) var text = ""
    private(set) var pages = 0
    /// Pages without a character, from 1.
    private(set) var emptyPages: [Int] = []
    /// Characters that are no blanks.
    private(set) var characters = 0
    /// Most lines hold two pieces of running text side by side.
    private(set) var hasColumnsOfText = false

    /// - Complexity: O(n).
    init(_ extracted: [UInt8]) {
        let decoded = TextDecoding.decode(extracted, as: .utf8)
        var bytes = Array(decoded.text.utf8)
        // Every page ends with a form feed, the last one too.
        while let last = bytes.last, last == 0x0C || last == 0x0A { bytes.removeLast() }
        let sheets = bytes.split(separator: 0x0C, omittingEmptySubsequences: false).map {
            $0.split(separator: 0x0A, omittingEmptySubsequences: false)
        }
        var columns = PDFColumns()
        var spacing = PDFSpacing()
        for line in sheets.joined() {
            columns.look(at: line)
            spacing.look(at: line)
        }
        var cleaned: [UInt8] = []
        cleaned.reserveCapacity(bytes.count)
        var breaksOff = false
        for (number, lines) in sheets.enumerated() {
            if number > 0 { cleaned.append(0x0C) }
            let margin = PDFSpacing.margin(of: lines)
            for (place, line) in lines.enumerated() {
                if place > 0 { cleaned.append(0x0A) }
                spacing.write(line, margin: margin, opens: !breaksOff, to: &cleaned)
                if line.contains(where: { $0 != 0x20 }) { breaksOff = PDFSpacing.breaksOff(line) }
            }
            let onPage = lines.reduce(0) { $0 + $1.count { $0 & 0xC0 != 0x80 && $0 > 0x20 } }
            if onPage == 0 { emptyPages.append(number + 1) }
            characters += onPage
        }
        pages = sheets.count
        if characters > 0 { cleaned.append(0x0A) }
        hasColumnsOfText = columns.areText
        text = String(decoding: cleaned, as: UTF8.self)
    }
}

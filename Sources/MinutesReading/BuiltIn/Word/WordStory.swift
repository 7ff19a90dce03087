/// One story of a Word document while it is read: what holds paragraphs (the body, a cell, a text box, a note), one
/// inside the other, and the text that is finished.
struct WordStory {
    /// What holds paragraphs.
    struct Frame {
        enum Kind { case body, cell, textBox, note }

        var kind: Kind
        /// Finished lines, of cells and text boxes.
        var lines: [[UInt8]] = []
        /// The paragraph that is open.
        var paragraph: [UInt8] = []
        var properties = WordParagraph()
        /// Text of paragraphs whose end mark was deleted: it belongs to the next.
        var carried: [UInt8] = []
        /// Text boxes anchored in the open paragraph, and notes referred to.
        var boxes: [[UInt8]] = []
        var tables: [WordTable] = []
        /// Open fields; those whose instruction is still being read are `true`.
        var fields: [Bool] = []
        /// Pages that begin with a cell's first text, and after it.
        var leadingPages = 0
        var innerPages = 0
        /// The line break that ends the paragraph's text stands for a page break.
        var endsWithPageBreak = false
        /// A cell whose deletion was tracked.
        var isDropped = false
    }

    private(set) var text: [UInt8] = []
    var frames = [Frame(kind: .body)]
    /// Pages that began before the open paragraph, and inside of it, and are not written yet.
    private var pages = 0
    private var laterPages = 0
    var isFieldUnclosed = false

    init(capacity: Int) { text.reserveCapacity(capacity) }

    /// Whether text stands in the instruction of a field.
    var isInInstruction: Bool { frames[frames.count - 1].fields.contains(true) }

    /// A page begins. In a paragraph that has begun it counts from the next one on, so that no sentence is cut.
    /// - Parameter isBefore: the page begins with the open paragraph, whatever stands in it.
    mutating func breakPage(isBefore: Bool = false) {
        let begins = isBefore || frames[frames.count - 1].paragraph.isEmpty
        guard frames.count > 1 else {
            if begins { addPages(1) } else { laterPages = min(laterPages + 1, Self.pageLimit) }
            return
        }
        let isLeading = frames.count == 2 && begins && frames[1].lines.isEmpty
        if isLeading { frames[1].leadingPages += 1 } else { frames[1].innerPages += 1 }
    }

    /// More pages than any document has: a limit to form feeds in a row.
    private static let pageLimit = 10_000

    private mutating func addPages(_ count: Int) { pages = min(pages + count, Self.pageLimit) }

    mutating func append(_ byte: UInt8) { frames[frames.count - 1].paragraph.append(byte) }
    mutating func append(_ string: String) { frames[frames.count - 1].paragraph.append(contentsOf: string.utf8) }

    /// A page break in a paragraph divides its text like a line break, but for one at either end.
    mutating func dividePage() {
        let top = frames.count - 1
        guard !frames[top].paragraph.isEmpty else { return }
        frames[top].paragraph.append(0x0A)
        frames[top].endsWithPageBreak = true
    }

    // MARK: Paragraphs

    mutating func beginParagraph() { frames[frames.count - 1].properties = WordParagraph() }

    /// - Parameter number: the list number in front of the text.
    mutating func endParagraph(number: String?) {
        let top = frames.count - 1
        var content = frames[top].paragraph
        if frames[top].endsWithPageBreak, content.last == 0x0A { content.removeLast() }
        frames[top].endsWithPageBreak = false
        frames[top].paragraph.removeAll(keepingCapacity: true)
        if frames[top].properties.joinsNext {
            frames[top].carried += content
            return
        }
        if !frames[top].carried.isEmpty {
            content = frames[top].carried + content
            frames[top].carried = []
        }
        if let number { content.insert(contentsOf: number.utf8, at: 0) }
        write(content)
        let boxes = frames[top].boxes
        frames[top].boxes = []
        for box in boxes { write(box) }
        if top == 0 {
            addPages(laterPages)
            laterPages = 0
        }
    }

    /// Writes a paragraph, which may hold line breaks.
    private mutating func write(_ content: [UInt8]) {
        if frames.count == 1 {
            flushPages()
            text += content
            text.append(0x0A)
        } else {
            frames[frames.count - 1].lines += content.split(separator: 0x0A, omittingEmptySubsequences: false).map(
                Array.init)
        }
    }

    private mutating func flushPages() {
        if pages > 0, !text.isEmpty { text += [UInt8](repeating: 0x0C, count: pages) }
        pages = 0
    }

    // MARK: Frames

    mutating func beginFrame(_ kind: Frame.Kind) { frames.append(Frame(kind: kind)) }

    /// Closes a cell and gives it to its table.
    mutating func endCell() {
        guard frames.count > 1, let cell = frames.last else { return }
        let lines = endFrame()
        withTable { $0.addCell(lines, leadingPages: cell.leadingPages, innerPages: cell.innerPages) }
    }

    /// Closes the innermost frame and gives its lines.
    mutating func endFrame() -> [[UInt8]] {
        guard frames.count > 1, var frame = frames.popLast() else { return [] }
        if frame.isDropped { return [] }
        let rest = frame.carried + frame.paragraph
        if !rest.isEmpty { frame.lines.append(rest) }
        if frame.fields.contains(true) { isFieldUnclosed = true }
        return frame.lines
    }

    mutating func dropFrame() { frames[frames.count - 1].isDropped = true }

    /// Puts lines behind the open paragraph.
    mutating func anchor(box lines: [[UInt8]]) {
        frames[frames.count - 1].boxes.append(Array(lines.joined(separator: [0x0A])))
    }

    // MARK: Tables

    mutating func beginTable() { frames[frames.count - 1].tables.append(WordTable()) }

    mutating func withTable(_ body: (inout WordTable) -> Void) {
        let top = frames.count - 1
        guard let last = frames[top].tables.indices.last else { return }
        body(&frames[top].tables[last])
    }

    mutating func beginRow() {
        // Pages are told of the outermost table only: a line inside of a cell cannot begin one.
        let pages = frames.count == 1 ? self.pages : 0
        if frames.count == 1 { self.pages = 0 }
        withTable { $0.beginRow(pages: pages) }
    }

    mutating func endRow() {
        var inner = 0
        withTable { inner = $0.endRow() }
        if frames.count == 1 { addPages(inner) } else { frames[1].innerPages += inner }
    }

    mutating func endTable() {
        let top = frames.count - 1
        guard let table = frames[top].tables.popLast() else { return }
        for (line, pages) in table.lines() {
            if top == 0 {
                let later = self.pages
                self.pages = pages
                flushPages()
                self.pages = later
                text += line
                text.append(0x0A)
            } else {
                frames[top].lines.append(line)
            }
        }
    }

    /// What is still open, at the end of the document.
    mutating func finish() {
        while frames.count > 1 { _ = endFrame() }
        if !frames[0].carried.isEmpty || !frames[0].paragraph.isEmpty {
            frames[0].properties = WordParagraph()
            endParagraph(number: nil)
        }
        if frames[0].fields.contains(true) { isFieldUnclosed = true }
    }
}

/// What a paragraph's properties say.
struct WordParagraph {
    var style: String?
    var numberId: Int?
    var level: Int?
    /// Its end mark was deleted, moved away or hidden.
    var joinsNext = false
    var startsPage: Bool?
    /// A section ends here, and the next one begins on a new page.
    var endsSection = false
}

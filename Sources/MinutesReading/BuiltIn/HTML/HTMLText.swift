import JapaneseText

/// Writes the text of a page as a browser shows it: blanks run together, blocks on lines of their own, tables by rows.
struct HTMLText {
    private struct Row {
        var cells: [[[UInt8]]] = []
        /// Lines of the cell that is open.
        var lines: [[UInt8]] = []
        var isInCell = false
    }

    /// How many events of an item are looked at for its own number.
    private static let lookAhead = 24

    private let page: HTMLPage
    private let finder: MinutesFinder
    private let isData: [Bool]
    private var lines: [[UInt8]] = []
    private var line: [UInt8] = []
    /// Bytes of the line that stand in links.
    private var linked = 0
    private var needsBlank = false
    /// The blanks that are due hold a line end of the source.
    private var blankIsBreak = false
    private var rows: [Row] = []
    private var counters: [Int] = []
    /// The line has begun verbatim: nothing of it is taken off.
    private var isVerbatim = false
    private var keepsEmpty = false
    /// A link that only leads on stood on the line.
    private var hadWay = false

    static func text(of page: HTMLPage) -> [UInt8] {
        var writer = HTMLText(page, MinutesFinder(page))
        writer.run()
        var text: [UInt8] = []
        for line in writer.lines { text += line + [0x0A] }
        return text
    }

    private init(_ page: HTMLPage, _ finder: MinutesFinder) {
        self.page = page
        self.finder = finder
        isData = TableKind.isData(page)
    }

    private mutating func run() {
        var place = 0
        while place < page.events.count {
            switch page.events[place] {
            case .open(let node):
                if finder.isLeftOut[node] {
                    endLine()
                    place = page.blocks[node].events.upperBound
                    continue
                }
                open(node)
            case .close(let node): close(node)
            case .text(let range, let isLink, let isVerbatim):
                if isLink, PageWords.isWay(page.bytes, range), !isWholeTurn(range) {
                    hadWay = true
                    break
                }
                if isVerbatim { addVerbatim(range) } else { add(range, isLink: isLink) }
            case .characters(let text):
                takeBlank(before: text.first ?? 0x20)
                line += text
            case .lineBreak: breakLine()
            case .rule: endLine()
            }
            place += 1
        }
        endLine()
        while lines.last?.isEmpty == true { lines.removeLast() }
    }

    private func isWholeTurn(_ range: Range<Int>) -> Bool { PageWords.beginsWithMark(page.bytes, range) }

    // MARK: Blocks

    private mutating func open(_ node: HTMLPage.Node) {
        endLine()
        let block = page.blocks[node]
        switch block.kind {
        case .row where isData[node]: rows.append(Row())
        case .cell where isData[block.parent] && !rows.isEmpty: rows[rows.count - 1].isInCell = true
        case .list: counters.append(block.name == "ol" ? 0 : -1)
        case .item:
            guard let counter = counters.last else { return }
            if counter >= 0 { counters[counters.count - 1] += 1 }
            prefix(node)
        default: break
        }
    }

    /// The number or bullet a list shows, unless the text brings its own.
    private mutating func prefix(_ node: HTMLPage.Node) {
        let block = page.blocks[node]
        guard block.marks == 0, let first = firstScalar(block) else { return }
        switch first {
        case 0x30...0x39, 0xFF10...0xFF19, 0xFF08, 0x28, 0x2460...0x24FF, 0x2160...0x217F, 0x7B2C, 0x30FB, 0xFF65,
            0x2022, 0x2D,
            0x25A0...0x25FF, 0x203B, 0x3010, 0x300A, 0x3008, 0x2192, 0x3014, 0x3007:
            return
        default: break
        }
        // A block in the item is laid out by a style sheet, not as a list.
        let holdsBlock = page.events[block.events].dropFirst().prefix(Self.lookAhead).contains { event in
            if case .open(let inner) = event {
                page.blocks[inner].kind != .list && page.blocks[inner].kind != .item
            } else {
                false
            }
        }
        guard !holdsBlock else { return }
        let counter = counters.last ?? -1
        if counter < 0 { line += Array("・".utf8) } else { line += Array("\(counter). ".utf8) }
    }

    private func firstScalar(_ block: HTMLPage.Block) -> UInt32? {
        for event in page.events[block.events].prefix(Self.lookAhead) {
            guard case .text(let range, _, _) = event else { continue }
            var cursor = range.lowerBound
            while cursor < range.upperBound, page.bytes[cursor].isMarkupBlank || page.bytes.matches("　", at: cursor) {
                cursor += page.bytes[cursor] < 0x80 ? 1 : 3
            }
            if cursor < range.upperBound { return page.bytes.scalar(at: cursor).value }
        }
        return nil
    }

    private mutating func close(_ node: HTMLPage.Node) {
        let block = page.blocks[node]
        switch block.kind {
        case .cell where isData[block.parent] && !rows.isEmpty:
            endLine()
            rows[rows.count - 1].cells.append(rows[rows.count - 1].lines)
            rows[rows.count - 1].lines = []
            rows[rows.count - 1].isInCell = false
        case .row where isData[node]:
            endLine()
            if let row = rows.popLast() { for text in Self.lines(of: row.cells) { put(text) } }
        case .list:
            endLine()
            _ = counters.popLast()
        default: endLine()
        }
    }

    /// A row as lines: cells apart by tabs. Cells with as many lines as each other are lists side by side; otherwise
    /// what one cell has more is put below it.
    private static func lines(of cells: [[[UInt8]]]) -> [[UInt8]] {
        var cells = cells.map { $0.filter { !$0.isEmpty } }
        while cells.last?.isEmpty == true { cells.removeLast() }
        guard cells.count > 1 else { return cells.first ?? [] }
        let height = cells.map(\.count).max() ?? 0
        let isParallel = height > 1 && cells.allSatisfy { $0.count == height }
        if isParallel {
            return (0..<height).map { number in Array(cells.map { $0[number] }.joined(separator: [0x09])) }
        }
        var first: [UInt8] = []
        for (place, cell) in cells.enumerated() {
            if place > 0 { first.append(0x09) }
            if place + 1 == cells.count {
                first += cell.first ?? []
            } else {
                first += Array(cell.joined(separator: [0x20]))
            }
        }
        return [first] + (cells.last?.dropFirst().map { [0x09] + $0 } ?? [])
    }

    // MARK: Text

    private mutating func add(_ range: Range<Int>, isLink: Bool) {
        var cursor = range.lowerBound
        let before = line.count
        while cursor < range.upperBound {
            let byte = page.bytes[cursor]
            if byte.isMarkupBlank {
                needsBlank = true
                if byte == 0x0A || byte == 0x0D { blankIsBreak = true }
                cursor += 1
                continue
            }
            if byte == 0x26,
                let (value, end) = CharacterReferences.reference(at: cursor, before: range.upperBound, page.bytes)
            {
                var text: [UInt8] = []
                // A blank that does not break is a blank, but does not run together; alone it makes a blank line.
                if value == 0xA0 { keepsEmpty = true }
                CharacterReferences.append(value == 0xA0 ? 0x20 : value, to: &text)
                takeBlank(before: text[0])
                line += text
                cursor = end
                continue
            }
            takeBlank(before: byte)
            line.append(byte)
            cursor += 1
            while cursor < range.upperBound, page.bytes[cursor] & 0xC0 == 0x80 {
                line.append(page.bytes[cursor])
                cursor += 1
            }
        }
        if isLink { linked += line.count - before }
    }

    /// Writes the blank that is due, as a browser does: none at the start of a line, none for a line end of the source
    /// between two full-width characters (CSS Text 3, 4.1.3).
    private mutating func takeBlank(before next: UInt8) {
        defer {
            needsBlank = false
            blankIsBreak = false
        }
        guard needsBlank, let last = line.last else { return }
        if blankIsBreak, last >= 0x80, next >= 0xE3 { return }
        if last != 0x20 { line.append(0x20) }
    }

    private mutating func addVerbatim(_ range: Range<Int>) {
        var cursor = range.lowerBound
        while cursor < range.upperBound {
            let byte = page.bytes[cursor]
            if byte == 0x0A || byte == 0x0D {
                if byte == 0x0D, cursor + 1 < range.upperBound, page.bytes[cursor + 1] == 0x0A { cursor += 1 }
                isVerbatim = true
                breakLine()
                cursor += 1
                continue
            }
            isVerbatim = true
            if byte == 0x26,
                let (value, end) = CharacterReferences.reference(at: cursor, before: range.upperBound, page.bytes)
            {
                CharacterReferences.append(value == 0xA0 ? 0x20 : value, to: &line)
                cursor = end
                continue
            }
            line.append(byte)
            cursor += 1
        }
    }

    // MARK: Lines

    /// `<br>`: the line ends even when nothing stands on it.
    private mutating func breakLine() {
        keepsEmpty = true
        endLine()
    }

    private mutating func endLine() {
        defer {
            line.removeAll(keepingCapacity: true)
            linked = 0
            needsBlank = false
            blankIsBreak = false
            isVerbatim = false
            keepsEmpty = false
            hadWay = false
        }
        while line.last == 0x20 || line.last == 0x09 { line.removeLast() }
        // A line that is nothing but a link leads somewhere else, unless it names a speaker or is a sentence.
        let isLink = !line.isEmpty && linked >= line.count
        if isLink, !speaks(line) { return }
        // What stood between such links: | and the like.
        if hadWay, line.count <= 16, line.withUnsafeBufferPointer({ PageWords.isWay($0, 0..<$0.count) }) { return }
        if line.isEmpty, !keepsEmpty { return }
        if rows.last?.isInCell == true { rows[rows.count - 1].lines.append(line) } else { put(line) }
    }

    private func speaks(_ line: [UInt8]) -> Bool {
        line.withUnsafeBufferPointer { bytes in
            PageWords.beginsWithMark(bytes, 0..<bytes.count)
                || bytes.indices.contains { bytes.matches("。", at: $0) || bytes.matches("：", at: $0) }
        }
    }

    /// No blank lines at the start.
    private mutating func put(_ text: [UInt8]) {
        if text.isEmpty, lines.isEmpty { return }
        lines.append(text)
    }
}

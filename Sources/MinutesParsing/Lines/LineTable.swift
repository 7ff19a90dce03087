/// One line of the document. Offsets are UTF-8 bytes; `next` is where the following line starts, so that the lines
/// of a document touch and cover it.
struct Line {
    @HalfWord var start: Int
    /// One past the last byte before the line end.
    @HalfWord var end: Int
    @HalfWord var next: Int
    /// The line without blanks at either side; empty for a blank line.
    @HalfWord var inkStart: Int
    @HalfWord var inkEnd: Int
    /// Line of the document, from 1. A page break or a split inside a line does not count.
    @HalfWord var number: Int
    /// Form feeds before this line.
    @HalfWord var page: Int
    /// Width of the blanks before the ink, a full-width character counting two.
    @HalfWord var indent: Int
    /// Width of the ink.
    @HalfWord var columns: Int
    /// How many blank lines stand right before it.
    @HalfWord var blanksBefore: Int = 0
    var kind: LineKind = .text

    var isBlank: Bool { inkStart == inkEnd }
    var ink: Range<Int> { inkStart..<inkEnd }
}

/// A number kept in half a word: readers refuse documents above 512 MB, and lines are looked at and copied everywhere.
@propertyWrapper struct HalfWord {
    private var stored: UInt32

    @inline(__always) init(wrappedValue: Int) { stored = UInt32(wrappedValue) }

    @inline(__always) var wrappedValue: Int {
        get { Int(stored) }
        set { stored = UInt32(newValue) }
    }
}

/// What a line is by its own shape and by how lines like it recur, before turns and headings are looked for.
enum LineKind: UInt8 {
    case text, blank, rule, pageNumber, address, stamp, runningHead
    /// A note on a line of its own: `（拍手）`, `〔…登壇〕`.
    case note
    /// The opening, a break, or the closing with a time: `午後２時12分休憩`.
    case timeNote

    var isFurniture: Bool {
        switch self {
        case .rule, .pageNumber, .address, .stamp, .runningHead: true
        default: false
        }
    }

    /// Furniture of a page break, as opposed to a rule the writer drew.
    var isPageFurniture: Bool { isFurniture && self != .rule }
    var isNote: Bool { self == .note || self == .timeNote }
}

enum LineTable {
    /// Cuts the document at `\n`, `\r\n`, `\r`, form feed and vertical tab.
    /// - Complexity: O(n), one pass.
    static func lines(of bytes: SourceBytes) -> [Line] {
        var lines: [Line] = []
        lines.reserveCapacity(bytes.count / 90 + 8)
        var start = 0
        var number = 1
        var page = 0
        var columns = 0
        var offset = 0
        let count = bytes.count
        func close(end: Int, next: Int) {
            var line = Line(
                start: start, end: end, next: next, inkStart: end, inkEnd: end, number: number, page: page, indent: 0,
                columns: columns)
            measure(&line, bytes)
            lines.append(line)
            start = next
            columns = 0
        }
        while offset < count {
            offset = bytes.skipPlain(from: offset, columns: &columns)
            if offset >= count { break }
            let byte = bytes[offset]
            switch byte {
            case 0x0A:
                close(end: offset, next: offset + 1)
                number += 1
            case 0x0D:
                let pair = offset + 1 < count && bytes[offset + 1] == 0x0A
                close(end: offset, next: offset + (pair ? 2 : 1))
                number += 1
            case 0x0C:
                close(end: offset, next: offset + 1)
                page += 1
            case 0x0B: close(end: offset, next: offset + 1)
            case 0x09: columns += 1
            default: break
            }
            offset = max(start, offset + 1)
        }
        if start < count { close(end: count, next: count) }
        countBlanks(in: &lines)
        return lines
    }

    /// Fills in ink, indent and columns of a line whose `columns` is the width of all of it.
    static func measure(_ line: inout Line, _ bytes: SourceBytes) {
        let ink = bytes.trimmed(line.start..<line.end)
        line.inkStart = ink.lowerBound
        line.inkEnd = ink.upperBound
        line.indent = width(of: line.start..<ink.lowerBound, bytes)
        line.columns -= line.indent + width(of: ink.upperBound..<line.end, bytes)
        line.kind = ink.isEmpty ? .blank : .text
    }

    static func width(of range: Range<Int>, _ bytes: SourceBytes) -> Int {
        var width = 0
        for offset in range { width += Self.width(of: bytes[offset]) }
        return width
    }

    /// Lead bytes of three and four bytes are full width, continuation bytes count nothing.
    @inline(__always) static func width(of byte: UInt8) -> Int {
        byte < 0x80 ? 1 : byte < 0xC0 ? 0 : byte < 0xE0 ? 1 : 2
    }

    static func countBlanks(in lines: inout [Line]) {
        var blanks = 0
        for index in lines.indices {
            lines[index].blanksBefore = blanks
            // An empty stretch before a form feed is the page's end, not a blank line.
            let isPageEnd = index + 1 < lines.count && lines[index + 1].number == lines[index].number
            if lines[index].isBlank { if !isPageEnd { blanks += 1 } } else { blanks = 0 }
        }
    }
}

extension SourceBytes {
    /// Leaps over bytes none of which is a control character, 32 at a time.
    ///
    /// Written without a branch inside the block, so that the compiler makes vector instructions of it.
    /// - Parameter columns: goes up by their width: one for ASCII and two bytes, two for three and four bytes; bytes
    ///   that continue a character count nothing.
    /// - Returns: where the first control character stands, or the end.
    @inline(never) fileprivate func skipPlain(from start: Int, columns: inout Int) -> Int {
        guard let base = buffer.baseAddress else { return start }
        var offset = start
        while offset &+ 32 <= count {
            let block = base + offset
            var width: Int8 = 0
            var controls: Int8 = 0
            for index in 0..<32 {
                // As signed numbers ASCII is 0 and up, what continues a character below -64, three and four bytes begin
                // above -33: comparisons that every processor has for sixteen bytes at once.
                let byte = Int8(bitPattern: block[index])
                controls |= (byte > -1 ? 1 : 0) & (byte < 0x20 ? 1 : 0)
                width &+= (byte < -64 ? 0 : 1) &+ ((byte < 0 ? 1 : 0) & (byte > -33 ? 1 : 0))
            }
            if controls != 0 { break }
            columns &+= Int(width)
            offset &+= 32
        }
        // Up to the control character eight at a time, a byte of the word each.
        let ones: UInt64 = 0x0101_0101_0101_0101
        while offset &+ 8 <= count {
            let word = UInt64(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self))
            let controls = ~(word | ((word & (ones &* 0x7F)) &+ (ones &* 0x60))) & (ones &* 0x80)
            let length = controls.trailingZeroBitCount >> 3
            // Bytes from the control character on count nothing.
            let counted: UInt64 = length == 8 ? ~0 : (1 &<< UInt64(length &* 8)) &- 1
            let begins = ~((word >> 7) & (~word >> 6)) & ones & counted
            let isWide = (word >> 7) & (word >> 6) & (word >> 5) & ones & counted
            columns &+= Int(((begins &+ isWide) &* ones) >> 56)
            offset &+= length
            if length < 8 { return offset }
        }
        while offset < count, base[offset] >= 0x20 {
            columns &+= LineTable.width(of: base[offset])
            offset &+= 1
        }
        return offset
    }
}

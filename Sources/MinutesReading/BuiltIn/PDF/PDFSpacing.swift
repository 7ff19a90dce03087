/// Blanks that setting put between characters, and indents that extraction made narrower than they are.
struct PDFSpacing {
    /// Places where a full-width character and an ASCII letter or digit meet, without a blank and with one.
    private var close = 0
    private var apart = 0

    /// Word and LibreOffice set a quarter of an em between Japanese and Latin; extraction makes a blank of it. Where
    /// hardly any such place is without, the blanks are not the writer's.
    private var isSetApart: Bool { apart >= 8 && apart >= close * 4 }

    mutating func look(at line: ArraySlice<UInt8>) {
        var place = Self.inkStart(line)
        place = Self.endOfNumber(place, line)
        while place + 1 < line.endIndex {
            let (left, right) = (line[place], line[place + 1])
            if Self.meet(left, right) {
                close += 1
            } else if right == 0x20, place + 2 < line.endIndex, Self.meet(left, line[place + 2]) {
                apart += 1
            }
            place += 1
        }
    }

    /// The indent most long lines of a page have.
    static func margin(of lines: [ArraySlice<UInt8>]) -> Int? {
        var counts: [Int: Int] = [:]
        for line in lines where line.count >= 75 { counts[inkStart(line) - line.startIndex, default: 0] += 1 }
        return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    }

    /// Writes a line as its writer meant it.
    /// - Parameter opens: a paragraph may begin here: the line above does not break off in mid-sentence.
    func write(_ line: ArraySlice<UInt8>, margin: Int?, opens: Bool, to text: inout [UInt8]) {
        let start = Self.inkStart(line)
        let indent = start - line.startIndex
        if opens, let margin, indent == margin + 1, start < line.endIndex, line[start] >= 0xE0 {
            // One character's indent is one blank to the program that extracts.
            text += line[line.startIndex..<start - 1]
            text += [0xE3, 0x80, 0x80]
        } else {
            text += line[line.startIndex..<start]
        }
        let isStretched = Self.isStretched(line[start...])
        // The number of a heading stands apart from it, and a speaker from what is said: 1 開会, ○委員 10月に.
        let isHeading = opens && Self.headsLine(start, line)
        let numberEnd = max(isHeading ? Self.endOfNumber(start, line) : start, Self.endOfLabel(start, line))
        var place = start
        while place < line.endIndex {
            let byte = line[place]
            if byte == 0x20, place > start, place + 1 < line.endIndex {
                let (left, right) = (line[place - 1], line[place + 1])
                if isStretched, left >= 0x80, right >= 0xE0 {
                    place += 1
                    continue
                }
                if isSetApart, place >= numberEnd + 1, Self.meet(left, right) {
                    place += 1
                    continue
                }
            }
            text.append(byte)
            place += 1
        }
    }

    /// Whether a line is long and stops in mid-sentence.
    static func breaksOff(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count >= 75, let last = line.lastIndex(where: { $0 != 0x20 }), last >= line.startIndex + 2 else {
            return false
        }
        let end = Array(line[last - 2...last])
        return !["。", "！", "？", "」", "）", "』", "：", "―", "－", "─"].contains { end.elementsEqual($0.utf8) }
    }

    /// The first blank of a line where what stands before it may be a speaker: behind a mark, or ending as posts do.
    private static func endOfLabel(_ start: Int, _ line: ArraySlice<UInt8>) -> Int {
        guard let blank = line[start...].firstIndex(of: 0x20), blank - start <= 120, blank >= start + 6 else {
            return start
        }
        let isMarked = line[start..<blank].withUnsafeBufferPointer { PageWords.beginsWithMark($0, 0..<$0.count) }
        let end = Array(line[blank - 3..<blank])
        let isPost = ["員", "長", "局", "者", "人", "氏", "君", "課", "係", "官", "事", "役", "）", "】", "］", "〕", "：", "様", "師"]
            .contains {
                end.elementsEqual($0.utf8)
            }
        return isMarked || isPost ? blank : start
    }

    private static func inkStart(_ line: ArraySlice<UInt8>) -> Int { line.firstIndex { $0 != 0x20 } ?? line.endIndex }

    /// A short number that does not count what stands behind it: not 18 万円.
    private static func headsLine(_ start: Int, _ line: ArraySlice<UInt8>) -> Bool {
        let end = endOfNumber(start, line)
        guard end - start <= 2, end + 3 < line.endIndex, line[end] == 0x20 else { return false }
        let next = Array(line[end + 1...end + 3])
        return ![
            "人", "名", "件", "年", "月", "日", "時", "分", "回", "か", "万", "円", "億", "千", "店", "割", "歳", "者", "校", "組", "世",
            "団",
        ].contains {
            next.elementsEqual($0.utf8)
        }
    }

    private static func endOfNumber(_ start: Int, _ line: ArraySlice<UInt8>) -> Int {
        var end = start
        while end < line.endIndex, isLatin(line[end]) { end += 1 }
        return end
    }

    /// A full-width character beside a letter or digit; the bytes given are those that touch.
    private static func meet(_ left: UInt8, _ right: UInt8) -> Bool {
        isLatin(left) && (0xE3...0xE9).contains(right) || left & 0xC0 == 0x80 && isLatin(right)
    }

    private static func isLatin(_ byte: UInt8) -> Bool { byte.isASCIILetter || (0x30...0x39).contains(byte) }

    /// Whether nearly every full-width character is followed by one blank: a line spread over its width.
    private static func isStretched(_ line: ArraySlice<UInt8>) -> Bool {
        var wide = 0
        var apart = 0
        var place = line.startIndex
        while place < line.endIndex {
            guard line[place] >= 0xE0 else {
                place += 1
                continue
            }
            wide += 1
            let next = place + (line[place] >= 0xF0 ? 4 : 3)
            if next + 1 < line.endIndex, line[next] == 0x20, line[next + 1] >= 0xE0 { apart += 1 }
            place = next
        }
        return wide >= 12 && apart * 10 >= (wide - 1) * 8
    }
}

/// Where on the page turns begin, and whether other lines of the proceedings begin there as well.
struct TurnSetting {
    /// The indent of most turns.
    private(set) var indent = 0
    /// Blank lines that stand before nearly all of them.
    private(set) var blanks = 0
    /// Hardly any other line of text begins so: continuations are indented, or a blank line parts the turns.
    private(set) var isDistinctive = false

    /// - Parameters:
    ///   - turns: lines on which turns begin beyond doubt.
    ///   - open: lines that may begin turns, by line.
    ///   - isHeading: whether a line is a heading by its own looks.
    /// - Complexity: O(lines).
    init(turns: [Int], open: Set<Int>, lines: [Line], bytes: SourceBytes, isHeading: (Line) -> Bool) {
        guard turns.count >= 3, let first = turns.first else { return }
        var indents: [Int: Int] = [:]
        var blankCounts = [0, 0, 0]
        for index in turns {
            indents[Self.indent(of: lines[index], bytes), default: 0] += 1
            if index != first { blankCounts[min(2, lines[index].blanksBefore)] += 1 }
        }
        guard let usual = indents.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) else { return }
        indent = usual.key
        let all = turns.count - 1
        if blankCounts[2] * 10 >= all * 9 {
            blanks = 2
        } else if (blankCounts[1] + blankCounts[2]) * 10 >= all * 9 {
            blanks = 1
        }
        guard usual.value * 10 >= turns.count * 8 else { return }
        let beginning = Set(turns)
        var others = 0
        var opened = 0
        for index in first..<lines.count where lines[index].kind == .text && !beginning.contains(index) {
            guard matches(lines[index], bytes) else { continue }
            if open.contains(index) { opened += 1 } else if !isHeading(lines[index]) { others += 1 }
        }
        isDistinctive = others * 4 <= turns.count && opened <= turns.count
    }

    func matches(_ line: Line, _ bytes: SourceBytes) -> Bool {
        line.blanksBefore >= blanks && Self.indent(of: line, bytes) == indent
    }

    /// A tab reaches over to the next column; one half-width blank is none.
    private static func indent(of line: Line, _ bytes: SourceBytes) -> Int {
        line.start < line.inkStart && bytes[line.start] == 0x09 ? 8 : line.indent == 1 ? 0 : line.indent
    }
}

/// How the lines of the proceedings are cut: by hand at a width, or one a paragraph.
struct Wrapping {
    /// Lines are cut at a width and have to be joined again.
    var isWrapped = false
    /// The width in columns.
    var columns = 0
    /// Indent of lines that continue a paragraph.
    var continuationIndent = 0
    /// Indent of most lines of speech.
    var usualIndent = 0
    /// Blank lines between any two lines: 1 in text that comes with every second line blank.
    var blankHabit = 0

    /// How far short of the width a cut line may end: a full-width character and one more that may not start a line.
    static let slack = 6

    /// Judges the lines from the first turn on.
    /// - Complexity: O(lines).
    init(_ lines: ArraySlice<Line>, _ bytes: SourceBytes) {
        var histogram = [Int](repeating: 0, count: 201)
        var total = 0
        var blanks = [0, 0, 0, 0]
        var indents = Indents()
        for line in lines where line.kind == .text {
            histogram[min(200, line.columns + line.indent)] += 1
            total += 1
            blanks[min(3, line.blanksBefore)] += 1
            indents.count(line.indent)
        }
        blankHabit = total < 4 ? 0 : (1...2).first { blanks[$0] * 10 >= total * 7 } ?? 0
        guard total >= 4 else { return }
        // The width is where the longest hundredth of the lines ends, so that a stray long line does not count.
        var left = max(1, total / 50)
        var width = 200
        while width > 0 {
            left -= histogram[width]
            if left < 0 { break }
            width -= 1
        }
        columns = width
        usualIndent = indents.usual
        guard width < 200, width >= 24 else { return }
        var full = 0
        var cut = 0
        var open = 0
        var continuations = Indents()
        var previousIsCut = false
        for line in lines where line.kind == .text {
            if previousIsCut { continuations.count(line.indent) }
            previousIsCut = false
            guard (line.columns + line.indent) * 5 >= width * 3 else { continue }
            let isOpen = !SentenceEnd.isEnd(bytes.scalar(before: line.inkEnd, after: line.inkStart))
            if isOpen { open += 1 }
            guard line.columns + line.indent >= width - Self.slack else { continue }
            full += 1
            if isOpen {
                cut += 1
                previousIsCut = true
            }
        }
        // Where turns are short few lines reach the width, but nearly all that end in mid-sentence do.
        isWrapped = cut >= 3 && cut * 2 >= full && (full * 5 >= total || cut * 10 >= open * 7)
        continuationIndent = continuations.usual
    }

    /// Whether a line reaches the width, so that the next may continue it.
    func isFull(_ line: Line) -> Bool { line.columns + line.indent >= columns - Self.slack }

    /// How often each indent occurs.
    private struct Indents {
        // Hardly a line is indented farther; the few are counted apart.
        private var near = [Int](repeating: 0, count: 64)
        private var far: [Int: Int] = [:]

        @inline(__always) mutating func count(_ indent: Int) {
            // One half-width space is no indent: extraction from PDF puts it at the top of pages.
            if indent < near.count { near[indent == 1 ? 0 : indent] += 1 } else { far[indent, default: 0] += 1 }
        }

        /// The most frequent, the smallest of those that are equally so; 0 where nothing was counted.
        var usual: Int {
            var counts = far
            for (indent, count) in near.enumerated() where count > 0 { counts[indent] = count }
            return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
        }
    }
}

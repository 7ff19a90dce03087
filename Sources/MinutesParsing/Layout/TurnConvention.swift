/// How the turns of one shape stand on the page, once enough of them are known beyond doubt.
struct TurnConvention {
    let shape: TurnShape
    /// Turns known before other lines of the shape are judged by it.
    let turns: Int
    /// All labels stand alone on their lines, or none does; `nil` where the document does both.
    let isAlone: Bool?
    /// Columns before them; `nil` where they differ.
    let indent: Int?
    /// A blank line stands before nearly all of them.
    let isParted: Bool

    /// A line of dashes stands right below nearly all of them.
    let isUnderlined: Bool

    /// - Parameters:
    ///   - turns: the candidates of the shape that begin turns.
    ///   - mayBeOne: one speaker is enough, as of the side that answers.
    /// - Returns: `nil` where they are too few to be a convention.
    init?(shape: TurnShape, turns: [TurnCandidate], lines: [Line], mayBeOne: Bool = false) {
        guard turns.count >= 4, mayBeOne || turns.contains(where: { $0.labelIndex != turns[0].labelIndex }) else {
            return nil
        }
        self.shape = shape
        self.turns = turns.count
        func usual(_ count: Int) -> Bool { count * 10 >= turns.count * 9 }
        let alone = turns.count { $0.textStart >= lines[$0.line].inkEnd }
        isAlone = usual(alone) ? true : usual(turns.count - alone) ? false : nil
        let most = Self.mostlyAlike(turns.lazy.map { lines[$0.line].indent })
        indent = usual(turns.count { lines[$0.line].indent == most }) ? most : nil
        isUnderlined = usual(turns.count { Self.isUnderlined($0.line, lines) })
        isParted = usual(turns.dropFirst().count { lines[$0.line].blanksBefore > 0 } + 1)
    }

    static func isUnderlined(_ line: Int, _ lines: [Line]) -> Bool {
        line + 1 < lines.count && lines[line + 1].kind == .rule
    }

    /// The value that more than half of them have, where there is one: the others cannot outvote it.
    private static func mostlyAlike(_ values: some Sequence<Int>) -> Int {
        var (leading, votes) = (0, 0)
        for value in values {
            if votes == 0 { leading = value }
            votes += value == leading ? 1 : -1
        }
        return leading
    }

    /// Whether a candidate of the shape stands as its turns do.
    func holds(_ candidate: TurnCandidate, _ line: Line) -> Bool {
        if let isAlone, isAlone != (candidate.textStart >= line.inkEnd) { return false }
        if let indent, line.indent != indent { return false }
        return candidate.label.count <= CandidateFinder.longest
    }

    /// Shapes of which a line can hardly be anything else. Points of lists and notes look like the others.
    static func isOwn(_ shape: TurnShape) -> Bool {
        switch shape.kind {
        case .mark: !TurnMarks.isBullet(shape.scalar)
        case .delimiter, .stamp, .numbered, .announced: true
        case .bracket: ![0xFF08, 0x28, 0x300C, 0x300E].contains(shape.scalar)
        case .bare, .gap, .quote, .trailing, .point: false
        }
    }
}

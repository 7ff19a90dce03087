/// Turns that begin with a mark and name nobody.
extension LayoutInference {
    /// Turns that begin with a mark and no label: by a legend, under a heading that says opinions, or as answers.
    /// - Returns: the line of the first, `Int.max` when there is none.
    mutating func unnamedTurns(_ groups: inout [TurnShape: Group], _ chosen: inout Set<TurnShape>) -> Int {
        var isTurn = Array(repeating: false, count: lines.count)
        var turns = 0
        for index in candidates.indices where taken[index] {
            isTurn[candidates[index].line] = true
            turns += 1
        }
        let first = isTurn.firstIndex(of: true)
        let finder = UnnamedTurns(bytes: bytes, lines: lines, isTurn: isTurn)
        legend = fixed?.legend ?? MarkLegend(lines, in: bytes, of: finder.marks())
        var points = finder.marked(legend, at: fixed?.points ?? [])
        if fixed == nil, points.isEmpty {
            // A list of opinions in which an answer here and there names who gave it is a list of opinions.
            let opinions = finder.opinions()
            if opinions.count > turns * 2 { points = opinions }
        }
        if points.isEmpty, let first {
            let arrows = finder.arrows(from: first)
            if fixed == nil, arrows.count >= 3, arrows.count * 10 >= turns * 6 {
                points = arrows
            } else {
                loneArrows = arrows.map(\.line)
            }
        }
        guard !points.isEmpty else { return .max }
        legend.adopt(Set(points.map(\.mark)))
        let places = insert(points)
        groups = groups.mapValues { group in
            var group = group
            group.candidates = group.candidates.compactMap { places[$0] }
            return group
        }
        unnamed = points.count
        for (mark, found) in Dictionary(grouping: points, by: \.mark) {
            let shape = TurnShape(kind: .point, scalar: mark)
            chosen.insert(shape)
            var group = Group()
            group.candidates = candidates.indices.filter { candidates[$0].shape == shape }
            group.strong = legend.roles[mark] == nil ? 0 : found.count
            group.weak = found.count - group.strong
            group.score = Double(found.count) * (group.weak == 0 ? 1 : 0.5)
            group.start = found[0].line
            groups[shape] = group
        }
        return points[0].line
    }

    /// Puts turns without a label among the candidates, in the order of the lines.
    /// - Returns: where each former candidate stands now, `nil` for those whose line is such a turn.
    private mutating func insert(_ points: [UnnamedTurns.Point]) -> [Int?] {
        let none = labels.index(of: 0..<0, bytes)
        let replaced = Set(points.map(\.line))
        var rows = candidates.indices.map { (candidate: candidates[$0], old: $0) }
            .filter { taken[$0.old] || !replaced.contains($0.candidate.line) }
        rows += points.map { point in
            let start = lines[point.line].inkStart
            return (
                TurnCandidate(
                    line: point.line, shape: TurnShape(kind: .point, scalar: point.mark), label: start..<start,
                    textStart: point.text, labelIndex: none), -1
            )
        }
        rows.sort { ($0.candidate.line, $0.old) < ($1.candidate.line, $1.old) }
        let was = (taken, refusals, speech, Set(unsure))
        candidates = rows.map(\.candidate)
        taken = rows.map { $0.old < 0 || was.0[$0.old] }
        refusals = rows.map { $0.old < 0 ? nil : was.1[$0.old] }
        speech = rows.map { $0.old < 0 ? 1 : was.2[$0.old] }
        unsure = rows.indices.filter { rows[$0].old >= 0 && was.3.contains(rows[$0].old) }
        var places: [Int?] = Array(repeating: nil, count: was.0.count)
        for (place, row) in rows.enumerated() where row.old >= 0 { places[row.old] = place }
        return places
    }
}

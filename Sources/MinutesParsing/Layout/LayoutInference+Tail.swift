extension LayoutInference {
    /// The last lines with ink below the first turn, at most `reach`, and by line whether a turn begins there; `nil` where there
    /// are none.
    /// - Complexity: O(candidates + reach).
    func tail(after first: Int, reach: Int) -> (inked: ArraySlice<Int>, turns: ArraySlice<Bool>)? {
        let inked = lines.indices.suffix(reach * 3).filter {
            $0 > first && !lines[$0].isBlank && !lines[$0].kind.isFurniture
        }.suffix(reach)
        guard let from = inked.first else { return nil }
        var turns = Array(repeating: false, count: lines.count)[from...]
        for index in candidates.indices where taken[index] && candidates[index].line >= from {
            turns[candidates[index].line] = true
        }
        return (inked, turns)
    }

    /// Takes no turns from a line on: the header of the document stands there.
    mutating func leave(from line: Int) {
        for index in candidates.indices where candidates[index].line >= line { taken[index] = false }
        unsure.removeAll { candidates[$0].line >= line }
    }
}

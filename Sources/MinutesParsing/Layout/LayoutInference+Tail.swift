extension LayoutInference {
    /// Takes no turns from a line on: the header of the document stands there.
    mutating func leave(from line: Int) {
        for index in candidates.indices where candidates[index].line >= line { taken[index] = false }
        unsure.removeAll { candidates[$0].line >= line }
    }
}

/// What the inference found, in figures.
extension LayoutInference {
    mutating func report(_ groups: [TurnShape: Group], _ chosen: Set<TurnShape>, _ start: Int) {
        evidence = groups.map { shape, group in
            Layout.Evidence(
                shape: shape, lines: group.candidates.count, strong: group.strong, weak: group.weak,
                refused: group.refused, distinctLabels: distinctLabels(of: group.candidates),
                score: (group.score * 100).rounded() / 100, isChosen: chosen.contains(shape))
        }.sorted { left, right in
            if left.isChosen != right.isChosen { return left.isChosen }
            if left.score != right.score { return left.score > right.score }
            return left.shape < right.shape
        }
        let sure = evidence.filter(\.isChosen).reduce(0) { $0 + $1.strong }
        let all = evidence.filter(\.isChosen).reduce(0) { $0 + $1.strong + $1.weak + $1.refused }
        guard sure > 0 else {
            // Opinions the document calls so are sure to be remarks; labels nobody knows are not sure to be labels.
            confidence = chosen.isEmpty ? 0 : chosen.allSatisfy { $0.kind == .point } ? 0.6 : 0.45
            return
        }
        let purity = Double(sure) / Double(all)
        // Only what stands among the turns rivals them; lists in the header have shapes of their own.
        var rivals: [TurnShape: Double] = [:]
        for index in candidates.indices where refusals[index] == .otherShape && candidates[index].line >= start {
            rivals[candidates[index].shape, default: 0] += effectiveStrength(index) >= 3 ? 1 : 0.3
        }
        let rival = rivals.values.max() ?? 0
        let own = max(0.01, evidence.filter(\.isChosen).reduce(0) { $0 + max(0, $1.score) })
        // One line is no convention.
        let amount = sure == 1 ? 0.4 : min(1, 0.4 + Double(sure) / 8)
        confidence = max(0, min(1, purity * amount * (own / (own + rival * 0.7))))
        confidence = (confidence * 100).rounded() / 100
    }

    private func distinctLabels(of group: [Int]) -> Int {
        var stands = Array(repeating: false, count: labels.entries.count)
        for index in group { stands[candidates[index].labelIndex] = true }
        return stands.count { $0 }
    }
}

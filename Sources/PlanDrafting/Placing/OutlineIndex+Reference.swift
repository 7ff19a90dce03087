extension OutlineIndex {
    /// Where a reference leads.
    struct Resolution {
        var index: Int
        /// Whether every step was found.
        var complete: Bool
        /// Whether a printed title speaks against the item with that number.
        var titleDiffers: Bool
    }

    /// Follows the steps of a reference down the tree.
    ///
    /// A step without a level word is looked for under `base` first, then beside it. Where a number fits several
    /// items the printed title decides; where it cannot, there is no answer. A title that contradicts the number
    /// wins when another item carries it: the minutes may number by the current plan, the outline by the next.
    func resolve(_ steps: [PlanReferenceStep], under base: Int? = nil) -> Resolution? {
        var current: Int?
        var complete = true
        var differs = false
        for (position, step) in steps.enumerated() {
            let pool = pool(for: step, below: current, base: position == 0 ? base : nil)
            guard let next = pool.lazy.compactMap({ self.best($0, for: step) }).first else {
                complete = false
                if current == nil { continue }
                break
            }
            current = next
            differs = disagrees(step.title, with: next)
        }
        if let last = steps.last(where: { !$0.title.isEmpty }), current == nil || differs || !complete,
            let titled = item(titled: last.title)
        {
            return Resolution(index: titled, complete: true, titleDiffers: false)
        }
        return current.map { Resolution(index: $0, complete: complete, titleDiffers: differs) }
    }

    /// Sets of items to look in, the nearest first.
    private func pool(for step: PlanReferenceStep, below current: Int?, base: Int?) -> [[Int]] {
        if let current {
            return [children(of: current), descendants(of: current)]
        }
        guard step.level == nil else { return [Array(entries.indices)] }
        // A bare （１） means something only where it is known what is being discussed.
        guard let base else { return [] }
        var pools = [children(of: base), descendants(of: base)]
        if let parent = entries[base].parent { pools.append(children(of: parent)) }
        return pools
    }

    private func best(_ pool: [Int], for step: PlanReferenceStep) -> Int? {
        let fitting = pool.filter { fits($0, step) }
        if fitting.count < 2 || step.title.isEmpty { return fitting.count == 1 ? fitting[0] : nil }
        let features = WordFeatures(step.title)
        let ranked = fitting.map { ($0, titles[$0].likeness(to: features)) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        return ranked[0].1 > ranked[1].1 ? ranked[0].0 : nil
    }

    private func fits(_ index: Int, _ step: PlanReferenceStep) -> Bool {
        if let level = step.level, entries[index].item.level != level { return false }
        guard let wanted = step.number else { return numbers[index] == nil }
        guard let printed = numbers[index] else { return false }
        return printed.values == wanted.values && (step.level != nil || printed.style == wanted.style)
    }

    /// Whether both give a title and these have nothing to do with each other.
    private func disagrees(_ title: String, with index: Int) -> Bool {
        guard title.unicodeScalars.count >= 4, !foldedTitles[index].isEmpty else { return false }
        let features = WordFeatures(title)
        return titles[index].likeness(to: features) < 0.25 && coverage(of: index, in: features) < 0.4
    }
}

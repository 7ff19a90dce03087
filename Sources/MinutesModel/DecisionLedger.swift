/// What people's decisions come to, item by item: later ones lie over earlier ones, what was taken back is gone.
package struct DecisionLedger: Sendable {
    /// The decisions that hold, in the order they were made; the line that added an item first.
    package private(set) var decisions: [String: [Review]] = [:]
    /// Items that parts have taken the place of.
    package private(set) var split: Set<String> = []
    /// Items by the one they were merged into, in the order they were merged, with what they said.
    package private(set) var absorbed: [String: [Review]] = [:]
    private var targets: [String: ActionReference] = [:]
    /// Parts of what was made whole again.
    private var void: Set<String> = []

    /// - Complexity: O(n) in the reviews.
    package init(_ reviews: [Review]) {
        var merges: [Review] = []
        var parts: [String: [String]] = [:]
        for review in reviews {
            if review.verdict == .reset {
                for part in parts.removeValue(forKey: review.item) ?? [] {
                    decisions[part] = nil
                    void.insert(part)
                }
                decisions[review.item] = decisions[review.item]?.filter { $0.added == true }
                if decisions[review.item]?.isEmpty == true { decisions[review.item] = nil }
                targets[review.item] = nil
                split.remove(review.item)
                continue
            }
            if review.added == true {
                void.remove(review.item)
                if let whole = review.splitFrom { parts[whole, default: []].append(review.item) }
            }
            guard !void.contains(review.item) else { continue }
            decisions[review.item, default: []].append(review)
            if let target = review.mergedInto {
                targets[review.item] = target
                merges.append(review)
            }
            if review.split == true { split.insert(review.item) }
        }
        var told: Set<String> = []
        for review in merges where told.insert(review.item).inserted {
            guard let target = target(of: review.item) else { continue }
            absorbed[target.item, default: []].append(review)
        }
    }

    /// The item that holds what this one said; `nil` for an item of its own. A ring of merges holds nothing together.
    package func target(of item: String) -> ActionReference? {
        guard var target = targets[item] else { return nil }
        var passed: Set = [item]
        while let next = targets[target.item] {
            guard passed.insert(target.item).inserted else { return nil }
            target = next
        }
        return passed.contains(target.item) ? nil : target
    }

    /// Whether an item has a place of its own on the list.
    package func isShown(_ item: String) -> Bool {
        !split.contains(item) && !void.contains(item) && target(of: item) == nil
    }

    /// Whether a person said that a finding belongs on no list, and nobody has said otherwise since.
    package func isRejected(_ item: String) -> Bool {
        decisions[item]?.last { $0.verdict != nil }?.verdict == .rejected
    }

    /// What a finding is, as people see it.
    package func kind(of finding: Finding) -> FindingKind {
        decisions[finding.id]?.last { $0.type != nil }?.type ?? finding.kind
    }
}

/// One thing of a version that is looked for in the other: a remark (label and text) or an agenda item (number and title).
struct VersionElement {
    var label: String
    var text: String
}

/// Which things of an older version are which of the newer one.
///
/// 1. What is alike, in order (`SequenceAlignment`).
/// 2. What is alike and stands elsewhere: moved.
/// 3. Of the rest, what resembles each other between the same neighbours, then anywhere: edited.
/// 4. What is left of the older version and stands almost whole in an edited one: merged into it.
struct VersionMatching {
    enum Relation { case same, moved, edited, merged }

    struct Pair {
        var old: Int
        var new: Int
        var relation: Relation
    }

    /// By the older version's order.
    private(set) var pairs: [Pair] = []

    private let old: [VersionElement]
    private let new: [VersionElement]
    /// The pair in order that each place stands behind, on both sides.
    private var oldGap: [Int]
    private var newGap: [Int]
    private var newOfOld: [Int?]
    private var oldOfNew: [Int?]

    /// Pairs that are compared in one gap; beyond it only those that share a sample.
    private static let mostCompared = 400
    /// Resemblance from which two texts between the same neighbours are one, with the same label and with another.
    private static let sameLabel = 0.25
    private static let otherLabel = 0.45
    /// The same anywhere in the document, for texts long enough to tell.
    private static let anywhere = 0.6
    private static let telling = 12
    /// Share of a text that has to stand in the one it was merged into.
    private static let merged = 0.8

    /// - Complexity: O(n log n) in the elements, O(m log m) in the bytes of those that are not alike.
    init(_ old: [VersionElement], _ new: [VersionElement]) {
        self.old = old
        self.new = new
        oldGap = Array(repeating: 0, count: old.count)
        newGap = Array(repeating: 0, count: new.count)
        newOfOld = Array(repeating: nil, count: old.count)
        oldOfNew = Array(repeating: nil, count: new.count)
        alike()
        resembling()
        pairs.sort { ($0.old, $0.new) < ($1.old, $1.new) }
    }

    private mutating func pair(_ old: Int, _ new: Int, _ relation: Relation) {
        pairs.append(Pair(old: old, new: new, relation: relation))
        newOfOld[old] = new
        if oldOfNew[new] == nil { oldOfNew[new] = old }
    }

    private mutating func alike() {
        var numbers: [[String]: Int] = [:]
        func number(_ element: VersionElement, _ numbers: inout [[String]: Int]) -> Int {
            let key = [element.label, element.text]
            if let known = numbers[key] { return known }
            numbers[key] = numbers.count
            return numbers.count - 1
        }
        let oldKeys = old.map { number($0, &numbers) }
        let newKeys = new.map { number($0, &numbers) }
        let aligned = SequenceAlignment(oldKeys, newKeys).pairs
        for (old, new) in aligned { pair(old, new, .same) }
        for (count, pair) in aligned.enumerated() {
            oldGap[pair.old] = count + 1
            newGap[pair.new] = count + 1
        }
        for place in old.indices.dropFirst() where newOfOld[place] == nil { oldGap[place] = oldGap[place - 1] }
        for place in new.indices.dropFirst() where oldOfNew[place] == nil { newGap[place] = newGap[place - 1] }
        // The same words elsewhere, the first with the first.
        var waiting: [Int: [Int]] = [:]
        for place in new.indices.reversed() where oldOfNew[place] == nil {
            waiting[newKeys[place], default: []].append(place)
        }
        for place in old.indices where newOfOld[place] == nil {
            if let target = waiting[oldKeys[place]]?.popLast() { pair(place, target, .moved) }
        }
    }

    // MARK: Resemblance

    private struct Candidate {
        var old: Int
        var new: Int
        var score: Double
        var distance: Int
    }

    private mutating func resembling() {
        let oldRest = old.indices.filter { newOfOld[$0] == nil }
        let newRest = new.indices.filter { oldOfNew[$0] == nil }
        guard !oldRest.isEmpty, !newRest.isEmpty else { return }
        let oldSketches = Dictionary(uniqueKeysWithValues: oldRest.map { ($0, TextSketch(old[$0].text)) })
        let newSketches = Dictionary(uniqueKeysWithValues: newRest.map { ($0, TextSketch(new[$0].text)) })
        let shared = Self.sharing(oldRest, oldSketches, newRest, newSketches)
        var candidates: [Candidate] = []
        for (left, right) in inSameGap(oldRest, newRest) + shared {
            guard let sketch = oldSketches[left], let other = newSketches[right] else { continue }
            let score = sketch.similarity(to: other)
            let isNear = oldGap[left] == newGap[right]
            let isSameLabel = old[left].label == new[right].label
            let enough =
                isNear
                ? score >= (isSameLabel ? Self.sameLabel : Self.otherLabel)
                : score >= Self.anywhere && min(sketch.pairs.count, other.pairs.count) >= Self.telling
            guard enough else { continue }
            candidates.append(
                Candidate(
                    old: left, new: right, score: score + (isSameLabel ? 0.2 : 0) + (isNear ? 0.3 : 0),
                    distance: abs(left - right)))
        }
        candidates.sort { ($1.score, $0.distance, $0.old, $0.new) < ($0.score, $1.distance, $1.old, $1.new) }
        for candidate in candidates where newOfOld[candidate.old] == nil && oldOfNew[candidate.new] == nil {
            pair(candidate.old, candidate.new, .edited)
        }
        for (left, right) in shared where newOfOld[left] == nil && oldOfNew[right] != nil {
            guard let sketch = oldSketches[left], let other = newSketches[right],
                sketch.pairs.count >= Self.telling, sketch.containment(in: other) >= Self.merged
            else { continue }
            pair(left, right, .merged)
        }
    }

    /// All pairs of what stands between the same neighbours, where these are few.
    private func inSameGap(_ oldRest: [Int], _ newRest: [Int]) -> [(Int, Int)] {
        let newByGap = Dictionary(grouping: newRest, by: { newGap[$0] })
        let oldByGap = Dictionary(grouping: oldRest, by: { oldGap[$0] })
        return oldByGap.sorted { $0.key < $1.key }.flatMap { gap, lefts -> [(Int, Int)] in
            guard let rights = newByGap[gap], lefts.count * rights.count <= Self.mostCompared else { return [] }
            return lefts.flatMap { left in rights.map { (left, $0) } }
        }
    }

    /// Pairs that share one of the first hashes of their sketches. What many share tells nothing and is passed over.
    private static func sharing(
        _ oldRest: [Int], _ oldSketches: [Int: TextSketch], _ newRest: [Int], _ newSketches: [Int: TextSketch]
    ) -> [(Int, Int)] {
        let (samples, most) = (24, 8)
        var places: [UInt64: [Int]] = [:]
        for right in newRest {
            for hash in newSketches[right]?.pairs ?? [] where places[hash, default: []].count <= most {
                places[hash, default: []].append(right)
            }
        }
        return oldRest.flatMap { left -> [(Int, Int)] in
            var found: Set<Int> = []
            for hash in (oldSketches[left]?.pairs ?? []).prefix(samples) {
                guard let rights = places[hash], rights.count <= most else { continue }
                found.formUnion(rights)
            }
            return found.sorted().map { (left, $0) }
        }
    }
}

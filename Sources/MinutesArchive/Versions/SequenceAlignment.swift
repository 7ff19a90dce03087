/// Which elements of two sequences are the same ones, in order: patience differencing, elements as numbers.
///
/// What stands once on both sides anchors the rest; between anchors, runs of equal elements and short stretches are
/// compared one by one.
struct SequenceAlignment {
    /// Places of equal elements, increasing on both sides.
    private(set) var pairs: [(old: Int, new: Int)] = []

    private struct Gap {
        var old: Range<Int>
        var new: Range<Int>
        var depth: Int
    }

    /// How often a gap is divided by anchors found in it; hostile input could go on without end.
    private static let deepest = 24
    /// Pairs of elements that are compared in a gap without anchors.
    private static let mostCompared = 4096

    /// - Complexity: O(n log n) in the elements of both sides.
    init(_ old: [Int], _ new: [Int]) {
        var work = [Gap(old: old.indices, new: new.indices, depth: 0)]
        while var gap = work.popLast() {
            while let first = gap.old.first, let other = gap.new.first, old[first] == new[other] {
                pairs.append((first, other))
                gap.old.removeFirst()
                gap.new.removeFirst()
            }
            while let last = gap.old.last, let other = gap.new.last, old[last] == new[other] {
                pairs.append((last, other))
                gap.old.removeLast()
                gap.new.removeLast()
            }
            guard !gap.old.isEmpty, !gap.new.isEmpty, gap.depth < Self.deepest else { continue }
            let anchors = Self.anchors(old, new, gap)
            guard !anchors.isEmpty else {
                if gap.old.count * gap.new.count <= Self.mostCompared { compare(old, new, gap) }
                continue
            }
            pairs += anchors
            var start = (old: gap.old.lowerBound, new: gap.new.lowerBound)
            for anchor in anchors + [(gap.old.upperBound, gap.new.upperBound)] {
                if start.old < anchor.old, start.new < anchor.new {
                    work.append(Gap(old: start.old..<anchor.old, new: start.new..<anchor.new, depth: gap.depth + 1))
                }
                start = (anchor.old + 1, anchor.new + 1)
            }
        }
        pairs.sort { $0.old < $1.old }
    }

    /// The longest increasing run of elements that stand once on either side.
    private static func anchors(_ old: [Int], _ new: [Int], _ gap: Gap) -> [(old: Int, new: Int)] {
        var places: [Int: (old: Int, new: Int)] = [:]
        for place in gap.old { places[old[place]] = (places[old[place]] == nil ? place : -1, -2) }
        for place in gap.new {
            guard let known = places[new[place]] else { continue }
            places[new[place]] = (known.old, known.new == -2 ? place : -1)
        }
        return increasing(gap.old.compactMap { places[old[$0]].flatMap { $0.old >= 0 && $0.new >= 0 ? $0 : nil } })
    }

    /// The longest part that increases on the new side, of pairs that increase on the old one.
    private static func increasing(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
        /// By length, the pair with the smallest end.
        var ends: [Int] = []
        var before = Array(repeating: -1, count: pairs.count)
        for index in pairs.indices {
            var low = 0
            var high = ends.count
            while low < high {
                let middle = (low + high) / 2
                if pairs[ends[middle]].new < pairs[index].new { low = middle + 1 } else { high = middle }
            }
            if low > 0 { before[index] = ends[low - 1] }
            if low == ends.count { ends.append(index) } else { ends[low] = index }
        }
        var chosen: [(old: Int, new: Int)] = []
        var place = ends.last ?? -1
        while place >= 0 {
            chosen.append(pairs[place])
            place = before[place]
        }
        return chosen.reversed()
    }

    /// The longest common subsequence of a small gap.
    private mutating func compare(_ old: [Int], _ new: [Int], _ gap: Gap) {
        let (rows, columns) = (gap.old.count, gap.new.count)
        var lengths = Array(repeating: 0, count: (rows + 1) * (columns + 1))
        for row in stride(from: rows - 1, through: 0, by: -1) {
            for column in stride(from: columns - 1, through: 0, by: -1) {
                let place = row * (columns + 1) + column
                lengths[place] =
                    old[gap.old.lowerBound + row] == new[gap.new.lowerBound + column]
                    ? lengths[place + columns + 2] + 1 : max(lengths[place + columns + 1], lengths[place + 1])
            }
        }
        var (row, column) = (0, 0)
        while row < rows, column < columns {
            let place = row * (columns + 1) + column
            if old[gap.old.lowerBound + row] == new[gap.new.lowerBound + column] {
                pairs.append((gap.old.lowerBound + row, gap.new.lowerBound + column))
                row += 1
                column += 1
            } else if lengths[place + columns + 1] >= lengths[place + 1] {
                row += 1
            } else {
                column += 1
            }
        }
    }
}

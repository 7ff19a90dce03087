import JapaneseText

/// Finds the longest form that ends at a place, and the cue that counts of those it belongs to.
///
/// The graph of the forms (`FormGraph`) in one table; looking is O(length of the longest form), however many there are.
struct FormEndings: Sendable {
    /// An edge in open addressing.
    private struct Edge {
        /// Node it leads from and character; 0 is free. The root is node 1.
        var key: UInt32 = 0
        /// Node it leads to.
        var node: UInt16 = 0
        /// The set of cues whose forms begin there; 0 is none.
        var cues: UInt16 = 0
    }

    private let edges: [Edge]
    private let shift: UInt32
    /// By set of cues, case and speaker: the cue that counts, -1 for none.
    private let best: [Int16]
    private let cases: Int
    private static let speakers = 8

    /// - Parameters:
    ///   - cases: in how many ways cues are chosen.
    ///   - counts: whether a cue may count in one of the cases. Of several the heaviest does, of those the last.
    init(
        _ patterns: [(pattern: FormPattern, cue: Int)], _ traits: [FollowUpTraits], cases: Int = 1,
        counts: (_ cue: FollowUpTraits, _ number: Int) -> Bool = { _, _ in true }
    ) {
        let graph = FormGraph(patterns)
        // Numbered from the root on, so that the nodes every sentence visits lie together.
        var numbers = [UInt16](repeating: 0, count: graph.nodes.count)
        var order: [Int32] = [graph.root]
        numbers[Int(graph.root)] = 1
        var next = 0
        var total = 0
        while next < order.count {
            for edge in graph.nodes[Int(order[next])].edges {
                total += 1
                guard numbers[Int(edge.node)] == 0 else { continue }
                order.append(edge.node)
                precondition(order.count < 65536, "the lexicon of follow-ups has too many forms")
                numbers[Int(edge.node)] = UInt16(order.count)
            }
            next += 1
        }
        var bits: UInt32 = 4
        while 1 << bits < total * 2 { bits += 1 }
        shift = 32 - bits
        var edges = [Edge](repeating: Edge(), count: 1 << bits)
        for node in order {
            for edge in graph.nodes[Int(node)].edges where edge.scalar < 0x10000 {
                let key = UInt32(numbers[Int(node)]) << 16 | edge.scalar
                var place = Self.place(key, shift)
                while edges[place].key != 0 { place = (place + 1) & (edges.count - 1) }
                edges[place] = Edge(
                    key: key, node: numbers[Int(edge.node)], cues: UInt16(graph.nodes[Int(edge.node)].cues))
            }
        }
        self.edges = edges
        self.cases = cases
        var best: [Int16] = []
        for set in graph.cueSets {
            for number in 0..<cases {
                for speaker in 0..<Self.speakers {
                    var chosen: Int32 = -1
                    for cue in set {
                        let trait = traits[Int(cue)]
                        guard trait.speakers.rawValue >> UInt8(speaker) & 1 != 0, counts(trait, number) else {
                            continue
                        }
                        if chosen < 0 || trait.weight > traits[Int(chosen)].weight { chosen = cue }
                    }
                    best.append(Int16(chosen))
                }
            }
        }
        self.best = best
    }

    @inline(__always)
    private static func place(_ key: UInt32, _ shift: UInt32) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B1) &>> shift)
    }

    /// The longest form that ends at `end`, of those with a cue that counts for the speaker.
    /// - Parameter caseAt: in which case the cues of a form that begins at a place are.
    @inline(__always)
    func longest(
        in bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int, speaker: FollowUpSpeakers,
        caseAt: (_ start: Int) -> Int = { _ in 0 }
    ) -> (cue: Int, start: Int)? {
        let speaker = speaker.rawValue.trailingZeroBitCount
        return edges.withUnsafeBufferPointer { edges in
            best.withUnsafeBufferPointer { best in
                var node: UInt32 = 1
                var place = end
                var found: (cue: Int, start: Int)?
                while let (scalar, length) = bytes.scalar(before: place), scalar < 0x10000 {
                    place &-= length
                    let key = node << 16 | scalar
                    var slot = Self.place(key, shift)
                    while edges[slot].key != key {
                        if edges[slot].key == 0 { return found }
                        slot = (slot &+ 1) & (edges.count &- 1)
                    }
                    let edge = edges[slot]
                    if edge.cues != 0 {
                        let cue = best[(Int(edge.cues) &* cases &+ caseAt(place)) &* Self.speakers &+ speaker]
                        if cue >= 0 { found = (Int(cue), place) }
                    }
                    node = UInt32(edge.node)
                }
                return found
            }
        }
    }
}

import JapaneseText

/// Forms read from their ends, as a graph in which equal remainders are one node.
///
/// The patterns of the lexicon stand for tens of thousands of forms, most of which share their beginnings and their ends:
/// made from the patterns, without writing the forms out, the graph has a few thousand nodes.
struct FormGraph {
    struct Edge: Hashable {
        var scalar: UInt32
        var node: Int32
    }
    struct Node: Hashable {
        /// By scalar.
        var edges: [Edge] = []
        /// In `cueSets`: the cues of the forms that begin here.
        var cues: Int32 = 0
    }

    private(set) var nodes: [Node] = [Node()]
    /// Sets of cues, the last of the lexicon first; the first set is empty.
    private(set) var cueSets: [[Int32]] = [[]]
    private(set) var root: Int32 = 0

    /// Places in `nodes` by the node's hash, in open addressing; -1 is free.
    private var table = [Int32](repeating: -1, count: 1 << 12)
    private var unions: [[Int32]: Int32] = [:]
    private var setNumbers: [[Int32]: Int32] = [[]: 0]

    init(_ patterns: [(pattern: FormPattern, cue: Int)]) {
        table[Self.hash(nodes[0]) & (table.count - 1)] = 0
        var heads: [Int32] = []
        for (pattern, cue) in patterns {
            let end = intern(Node(edges: [], cues: number([Int32(cue)])))
            heads.append(node(pattern, before: end))
        }
        root = union(heads)
    }

    /// The node from which a pattern, read from its end, leads to `next`.
    private mutating func node(_ pattern: FormPattern, before next: Int32) -> Int32 {
        switch pattern {
        case .sequence(let parts):
            var next = next
            for part in parts { next = node(part, before: next) }
            return next
        case .choice(let parts):
            var heads: [Int32] = []
            for part in parts { heads.append(node(part, before: next)) }
            return union(heads)
        case .letters(let letters):
            return letters.withUnsafeBufferPointer { bytes in
                var next = next
                var place = 0
                while place < bytes.count {
                    let (scalar, length) = bytes.scalar(at: place)
                    next = intern(Node(edges: [Edge(scalar: scalar, node: next)]))
                    place += length
                }
                return next
            }
        }
    }

    /// The node that leads where any of several leads.
    private mutating func union(_ all: [Int32]) -> Int32 {
        var members = all.sorted()
        var count = 0
        for member in members where member != 0 && (count == 0 || members[count - 1] != member) {
            members[count] = member
            count += 1
        }
        members.removeSubrange(count...)
        if members.count < 2 { return members.first ?? 0 }
        if let known = unions[members] { return known }
        var cues: [Int32] = []
        var edges: [Edge] = []
        for member in members {
            let node = nodes[Int(member)]
            cues += cueSets[Int(node.cues)]
            edges += node.edges
        }
        edges.sort { $0.scalar < $1.scalar }
        var joined = Node(edges: [], cues: number(cues))
        var start = 0
        while start < edges.count {
            var end = start + 1
            while end < edges.count, edges[end].scalar == edges[start].scalar { end += 1 }
            let target = end == start + 1 ? edges[start].node : union(edges[start..<end].map(\.node))
            joined.edges.append(Edge(scalar: edges[start].scalar, node: target))
            start = end
        }
        let made = intern(joined)
        unions[members] = made
        return made
    }

    private mutating func number(_ cues: [Int32]) -> Int32 {
        if cues.isEmpty { return 0 }
        var set = cues.sorted(by: >)
        var count = 0
        for cue in set where count == 0 || set[count - 1] != cue {
            set[count] = cue
            count += 1
        }
        set.removeSubrange(count...)
        if let known = setNumbers[set] { return known }
        cueSets.append(set)
        setNumbers[set] = Int32(cueSets.count - 1)
        return Int32(cueSets.count - 1)
    }

    private static func hash(_ node: Node) -> Int {
        var hash = UInt64(UInt32(bitPattern: node.cues))
        for edge in node.edges {
            hash = (hash ^ (UInt64(edge.scalar) << 32 | UInt64(UInt32(bitPattern: edge.node)))) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        return Int(truncatingIfNeeded: hash >> 1)
    }

    private mutating func intern(_ node: Node) -> Int32 {
        var place = Self.hash(node) & (table.count - 1)
        while table[place] >= 0 {
            if nodes[Int(table[place])] == node { return table[place] }
            place = (place + 1) & (table.count - 1)
        }
        nodes.append(node)
        table[place] = Int32(nodes.count - 1)
        if nodes.count * 2 > table.count { grow() }
        return Int32(nodes.count - 1)
    }

    private mutating func grow() {
        table = [Int32](repeating: -1, count: table.count * 2)
        for (number, node) in nodes.enumerated() {
            var place = Self.hash(node) & (table.count - 1)
            while table[place] >= 0 { place = (place + 1) & (table.count - 1) }
            table[place] = Int32(number)
        }
    }
}

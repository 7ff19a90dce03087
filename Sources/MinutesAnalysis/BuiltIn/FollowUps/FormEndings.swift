import JapaneseText

/// Finds the forms that end at a place, longest first or not at all: a trie over characters, read backwards.
///
/// Looking is O(length of the longest form), however many forms there are.
struct FormEndings: Sendable {
    /// An edge of the trie in open addressing: one look brings the node and what ends there.
    private struct Edge {
        /// Node it leads from and character; 0 is empty.
        var key: UInt64 = 0
        /// Node it leads to.
        var node: Int32 = 0
        /// The cues of the forms that begin at that node (read backwards: end), as a chain in `values`.
        var head: Int32 = -1
    }

    private var edges = [Edge](repeating: Edge(), count: 1 << 10)
    private var used = 0
    private var values: [(cue: Int32, next: Int32)] = []

    init(_ forms: [(bytes: [UInt8], cue: Int)]) {
        for form in forms {
            var slot: Int?
            var node: Int32 = 0
            form.bytes.withUnsafeBufferPointer { bytes in
                var place = bytes.count
                while let (scalar, length) = bytes.scalar(before: place) {
                    let found = child(of: node, scalar)
                    node = edges[found].node
                    slot = found
                    place -= length
                }
            }
            guard let slot else { continue }
            var value = edges[slot].head
            while value >= 0, values[Int(value)].cue != Int32(form.cue) { value = values[Int(value)].next }
            if value >= 0 { continue }
            values.append((Int32(form.cue), edges[slot].head))
            edges[slot].head = Int32(values.count - 1)
        }
    }

    /// Calls `body` for every form that ends at `end` and begins at `floor` or behind it, from the shortest to the longest.
    @inline(__always)
    func forEach(
        in bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int, from floor: Int = 0,
        _ body: (_ cue: Int, _ start: Int) -> Void
    ) {
        var node: Int32 = 0
        var place = end
        while place > floor, let (scalar, length) = bytes.scalar(before: place) {
            place -= length
            guard place >= floor, let found = step(from: node, scalar) else { return }
            node = found.node
            var value = found.head
            while value >= 0 {
                body(Int(values[Int(value)].cue), place)
                value = values[Int(value)].next
            }
        }
    }

    @inline(__always)
    private func step(from node: Int32, _ scalar: UInt32) -> Edge? {
        let key = Self.key(node, scalar)
        return edges.withUnsafeBufferPointer { edges in
            var slot = Self.slot(key) & (edges.count - 1)
            while edges[slot].key != 0 {
                if edges[slot].key == key { return edges[slot] }
                slot = (slot + 1) & (edges.count - 1)
            }
            return nil
        }
    }

    @inline(__always)
    private static func key(_ node: Int32, _ scalar: UInt32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar)
    }

    @inline(__always)
    private static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33) }

    /// Where the edge lies; made where there is none.
    private mutating func child(of node: Int32, _ scalar: UInt32) -> Int {
        if used * 2 >= edges.count { grow() }
        let key = Self.key(node, scalar)
        let slot = place(of: key)
        if edges[slot].key == 0 {
            used += 1
            edges[slot] = Edge(key: key, node: Int32(used))
        }
        return slot
    }

    /// The slot of a key, or the empty one where it belongs.
    private func place(of key: UInt64) -> Int {
        var slot = Self.slot(key) & (edges.count - 1)
        while edges[slot].key != 0, edges[slot].key != key { slot = (slot + 1) & (edges.count - 1) }
        return slot
    }

    private mutating func grow() {
        let old = edges
        edges = [Edge](repeating: Edge(), count: old.count * 2)
        for edge in old where edge.key != 0 { edges[place(of: edge.key)] = edge }
    }
}

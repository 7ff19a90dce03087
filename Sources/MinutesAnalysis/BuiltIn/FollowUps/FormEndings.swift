import JapaneseText

/// Finds the forms that end at a place, longest first or not at all: a trie over characters, read backwards.
///
/// Looking is O(length of the longest form), however many forms there are.
struct FormEndings: Sendable {
    /// Open addressing: node and character to the next node. A key of 0 is empty.
    private var keys: [UInt64] = []
    private var next: [Int32] = []
    private var used = 0
    /// By node: the cues of the forms that begin there (read backwards: end), as a chain in `values`.
    private var heads: [Int32] = [-1]
    private var values: [(cue: Int32, next: Int32)] = []

    init(_ forms: [(bytes: [UInt8], cue: Int)]) {
        keys = [UInt64](repeating: 0, count: 1 << 17)
        next = [Int32](repeating: 0, count: 1 << 17)
        for form in forms {
            var node: Int32 = 0
            form.bytes.withUnsafeBufferPointer { bytes in
                var place = bytes.count
                while let (scalar, length) = bytes.scalar(before: place) {
                    node = child(of: node, scalar)
                    place -= length
                }
            }
            var value = heads[Int(node)]
            while value >= 0, values[Int(value)].cue != Int32(form.cue) { value = values[Int(value)].next }
            if value >= 0 { continue }
            values.append((Int32(form.cue), heads[Int(node)]))
            heads[Int(node)] = Int32(values.count - 1)
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
            node = found
            var value = heads[Int(node)]
            while value >= 0 {
                body(Int(values[Int(value)].cue), place)
                value = values[Int(value)].next
            }
        }
    }

    @inline(__always)
    private func step(from node: Int32, _ scalar: UInt32) -> Int32? {
        let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar)
        var slot = Self.slot(key) & (keys.count - 1)
        while keys[slot] != 0 {
            if keys[slot] == key { return next[slot] }
            slot = (slot + 1) & (keys.count - 1)
        }
        return nil
    }

    @inline(__always)
    private static func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33) }

    private mutating func child(of node: Int32, _ scalar: UInt32) -> Int32 {
        if let found = step(from: node, scalar) { return found }
        if used * 2 >= keys.count { grow() }
        heads.append(-1)
        let made = Int32(heads.count - 1)
        insert(UInt64(UInt32(bitPattern: node)) << 32 | UInt64(scalar), made)
        return made
    }

    private mutating func insert(_ key: UInt64, _ node: Int32) {
        var slot = Self.slot(key) & (keys.count - 1)
        while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
        keys[slot] = key
        next[slot] = node
        used += 1
    }

    private mutating func grow() {
        let (oldKeys, oldNext) = (keys, next)
        keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
        next = [Int32](repeating: 0, count: oldKeys.count * 2)
        used = 0
        for (index, key) in oldKeys.enumerated() where key != 0 { insert(key, oldNext[index]) }
    }
}

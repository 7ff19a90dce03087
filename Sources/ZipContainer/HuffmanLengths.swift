/// Lengths of Huffman codes with a limit.
enum HuffmanLengths {
    /// The length of each symbol's code, 0 for symbols that do not occur. One symbol alone gets one bit.
    ///
    /// Where Huffman's tree grows deeper than the limit, the counts are flattened until it does not.
    static func lengths(_ counts: [Int], limit: Int) -> [UInt8] {
        var weights = counts
        while true {
            let lengths = tree(weights)
            if lengths.allSatisfy({ $0 <= limit }) { return lengths.map { UInt8($0) } }
            for index in weights.indices where weights[index] > 0 { weights[index] = weights[index] / 2 + 1 }
        }
    }

    /// Two queues: leaves by weight, and the nodes made of them, which come out in order by themselves.
    private static func tree(_ weights: [Int]) -> [Int] {
        var lengths = [Int](repeating: 0, count: weights.count)
        let leaves = weights.indices.filter { weights[$0] > 0 }.sorted { (weights[$0], $0) < (weights[$1], $1) }
        guard leaves.count > 1 else {
            if let only = leaves.first { lengths[only] = 1 }
            return lengths
        }
        var weight = leaves.map { weights[$0] }
        var parent = [Int](repeating: 0, count: leaves.count * 2 - 1)
        var leaf = 0
        var node = leaves.count
        func lightest() -> Int {
            if leaf < leaves.count, node >= weight.count || weight[leaf] <= weight[node] {
                leaf += 1
                return leaf - 1
            }
            node += 1
            return node - 1
        }
        while weight.count < parent.count {
            let first = lightest()
            let second = lightest()
            parent[first] = weight.count
            parent[second] = weight.count
            weight.append(weight[first] + weight[second])
        }
        var depth = [Int](repeating: 0, count: parent.count)
        for index in stride(from: parent.count - 2, through: 0, by: -1) { depth[index] = depth[parent[index]] + 1 }
        for (index, symbol) in leaves.enumerated() { lengths[symbol] = depth[index] }
        return lengths
    }
}

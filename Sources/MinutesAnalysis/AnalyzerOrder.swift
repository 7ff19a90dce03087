import MinutesModel

/// The order in which analyzers run: each after all that produce what it requires.
enum AnalyzerOrder {
    /// Indices of `descriptors` in running order; analyzers that do not depend on each other keep their order.
    ///
    /// - Throws: `AnalysisSetupError.missingProducer` or `.cycle`.
    /// - Complexity: O(n²) in the number of analyzers.
    static func sorted(_ descriptors: [AnalyzerDescriptor]) throws(AnalysisSetupError) -> [Int] {
        var waitsFor: [[Int]] = []
        for descriptor in descriptors {
            var producers: [Int] = []
            for kind in descriptor.requires {
                let found = descriptors.indices.filter { descriptors[$0].produces.contains(kind) }
                if found.isEmpty { throw .missingProducer(analyzer: descriptor.id, kind: kind) }
                producers += found
            }
            waitsFor.append(producers)
        }
        var order: [Int] = []
        var done = Array(repeating: false, count: descriptors.count)
        while order.count < descriptors.count {
            guard let next = descriptors.indices.first(where: { !done[$0] && waitsFor[$0].allSatisfy { done[$0] } })
            else { throw .cycle(cycle(in: waitsFor, done: done).map { descriptors[$0].id }) }
            done[next] = true
            order.append(next)
        }
        return order
    }

    /// Follows what is waited for until an analyzer comes up again. Every analyzer that is not done waits for one that
    /// is not done, so the walk cannot end otherwise.
    private static func cycle(in waitsFor: [[Int]], done: [Bool]) -> [Int] {
        var path: [Int] = []
        var current = done.firstIndex(of: false)
        while let index = current {
            if let start = path.firstIndex(of: index) { return Array(path[start...]) }
            path.append(index)
            current = waitsFor[index].first { !done[$0] }
        }
        return path
    }
}

/// Tells tables that hold rows of data from those that only place the parts of a page.
enum TableKind {
    /// By block, whether it is a row of a table of data.
    /// - Complexity: O(blocks).
    static func isData(_ page: HTMLPage) -> [Bool] {
        let blocks = page.blocks
        var isLayout = Array(repeating: false, count: blocks.count)
        var cells = Array(repeating: 0, count: blocks.count)
        // The table a block stands in, and the row.
        var table = Array(repeating: -1, count: blocks.count)
        var row = Array(repeating: -1, count: blocks.count)
        let total = max(1, blocks[0].sentences)
        for node in blocks.indices where node > 0 {
            let parent = blocks[node].parent
            table[node] = table[parent]
            row[node] = row[parent]
            switch blocks[node].kind {
            case .table:
                // A table in a table: the outer one places it.
                if table[parent] >= 0 { isLayout[table[parent]] = true }
                table[node] = node
                row[node] = -1
            case .row: row[node] = node
            case .cell:
                if row[node] >= 0 { cells[row[node]] += 1 }
                let cell = blocks[node]
                // One cell with several speakers, or with half the page, is a column of the page.
                if table[node] >= 0, cell.marks > 1 || cell.sentences * 2 > total && cell.sentences > 600 {
                    isLayout[table[node]] = true
                }
            default: break
            }
        }
        var isData = Array(repeating: false, count: blocks.count)
        for node in blocks.indices where blocks[node].kind == .row && cells[node] > 0 {
            isData[node] = table[node] >= 0 && !isLayout[table[node]]
        }
        return isData
    }
}

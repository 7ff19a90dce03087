/// Finds the minutes on a page: the block where most of the sentences and speakers' marks stand, and around it what
/// belongs to it. Goes by what the page shows, not by whose system wrote it.
struct MinutesFinder {
    let page: HTMLPage
    /// By block, left out with everything in it.
    private(set) var isLeftOut: [Bool]
    /// The blocks from the page down to the one with the minutes.
    private(set) var path: [HTMLPage.Node] = [0]
    private let weights: [Int]
    private let children: [[HTMLPage.Node]]

    init(_ page: HTMLPage) {
        self.page = page
        isLeftOut = Array(repeating: false, count: page.blocks.count)
        // A mark counts as much as a short sentence.
        weights = page.blocks.map { $0.sentences + 60 * $0.marks }
        var children: [[HTMLPage.Node]] = Array(repeating: [], count: page.blocks.count)
        for node in page.blocks.indices where node > 0 { children[page.blocks[node].parent].append(node) }
        self.children = children
        run()
    }

    private mutating func run() {
        let total = max(1, weights[0])
        var core = 0
        // Down to the smallest block with nearly all of it; a single piece of the minutes never has.
        while let child = children[core].max(by: { weights[$0] < weights[$1] }), weights[child] * 10 >= total * 9,
            page.blocks[child].kind != .heading
        {
            core = child
            path.append(core)
        }
        // A block of text whose parent holds the rest of the same text is no block of minutes: 本文 in a single <p>.
        while path.count > 1, ["p", "li", "dd", "dt", "pre"].contains(page.blocks[core].name), path.count > 1 {
            path.removeLast()
            core = path[path.count - 1]
        }
        for (place, node) in path.enumerated() where place + 1 < path.count {
            let next = path[place + 1]
            for child in children[node] where child != next {
                isLeftOut[child] = isForeign(child, total, isBefore: child < next)
            }
        }
        var stack = children[core]
        while let node = stack.popLast() {
            if isNavigation(node, total) {
                isLeftOut[node] = true
            } else {
                stack += children[node]
            }
        }
        trimEnds(of: core, total)
    }

    /// Menus, lists of links, forms: by the share of links, or by their name when few sentences stand in them.
    private func isNavigation(_ node: HTMLPage.Node, _ total: Int) -> Bool {
        let block = page.blocks[node]
        guard block.text > 0, weights[node] * 5 < total else { return false }
        if HTMLElement.asides.contains(block.name) || block.isHidden { return true }
        // A list of speakers is a list of links; a speaker who is a link stands beside what is said.
        let isLinked = block.link * 2 > block.text && block.sentences * 4 < block.text
        return isLinked && block.links >= 2 && ![.row, .cell].contains(block.kind)
            && (block.marks == 0 || block.links >= 4 * block.marks)
    }

    /// Whether a block beside the minutes is no part of them.
    private func isForeign(_ node: HTMLPage.Node, _ total: Int, isBefore: Bool) -> Bool {
        let block = page.blocks[node]
        guard block.text > 0 else { return false }
        if isNavigation(node, total) { return true }
        if weights[node] * 5 >= total { return false }
        if block.link * 2 > block.text { return true }
        let isShort = block.text < 2400
        if isShort, holds(node, PageWords.hasBoilerplate), block.marks == 0 { return true }
        if weights[node] > 0 || block.kind == .heading { return false }
        return !holds(node, PageWords.hasHeadWord)
    }

    /// Takes the foot of the page off the minutes: 問い合わせ先, ページの先頭へ.
    private mutating func trimEnds(of core: HTMLPage.Node, _ total: Int) {
        for child in children[core].reversed() where !isLeftOut[child] && page.blocks[child].text > 0 {
            let block = page.blocks[child]
            guard block.text < 1200, block.marks == 0, weights[child] * 5 < total,
                holds(child, PageWords.hasBoilerplate)
            else { break }
            isLeftOut[child] = true
        }
        for child in children[core] where !isLeftOut[child] && page.blocks[child].text > 0 {
            let block = page.blocks[child]
            guard block.text < 1200, block.marks == 0, block.kind != .heading, weights[child] * 5 < total,
                holds(child, PageWords.hasBoilerplate), !holds(child, PageWords.hasHeadWord)
            else { break }
            isLeftOut[child] = true
        }
    }

    /// Looks at the text of a block; each block beside the minutes is looked at once or twice.
    private func holds(
        _ node: HTMLPage.Node, _ test: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Bool
    ) -> Bool {
        for event in page.events[page.blocks[node].events] {
            if case .text(let range, _, _) = event, test(page.bytes, range) { return true }
        }
        return false
    }
}

/// Finds the item of a list that a heading of the proceedings repeats in other words: shorter, longer, or by its number.
///
/// List and proceedings are two views of one tree, so what is matched keeps its order. Headings that repeat an item word
/// for word were linked before and are the posts the others are matched between.
struct AgendaAlignment {
    private struct Pair {
        var heading: Int
        var item: Int
        var score: Double
    }

    let items: [AgendaBuilder.Item]
    /// By heading, in the order of the document: its item.
    let headings: [Int]

    /// More pairs than this are a hostile document.
    private static let most = 20_000
    /// A pair counts when no other item is as near as this to it.
    private static let margin = 0.12

    /// By the item a heading made, the item of the list it repeats.
    /// - Complexity: O(headings · items) in the titles' characters, at most ``most`` pairs.
    func links() -> [Int: Int] {
        let loose = headings.indices.filter { !items[headings[$0]].isListed }
        let open = items.indices.filter { items[$0].isListed && items[$0].heading == nil }
        guard !loose.isEmpty, !open.isEmpty, loose.count * open.count <= Self.most else { return [:] }
        var posts = self.posts()
        let contents = open.map { item in AgendaContent(items[item], path: AgendaBuilder.path(of: items[item], items)) }
        var pairs: [Pair] = []
        for heading in loose {
            let content = AgendaContent(items[headings[heading]])
            for (place, item) in open.enumerated() {
                if let score = content.likeness(to: contents[place]) {
                    pairs.append(Pair(heading: heading, item: item, score: score))
                }
            }
        }
        pairs.sort { ($1.score, $0.heading, $0.item) < ($0.score, $1.heading, $1.item) }
        var links: [Int: Int] = [:]
        var taken: Set<Int> = []
        var seen: [Int: [Pair]] = [:]
        for pair in pairs { seen[pair.heading, default: []].append(pair) }
        for pair in pairs where links[headings[pair.heading]] == nil && !taken.contains(pair.item) {
            guard Self.keepsOrder(pair, posts) else { continue }
            let isSure = seen[pair.heading, default: []].prefix(16).allSatisfy { other in
                other.item == pair.item || other.score < pair.score - Self.margin || taken.contains(other.item)
                    || !Self.keepsOrder(other, posts)
            }
            guard isSure else { continue }
            links[headings[pair.heading]] = pair.item
            taken.insert(pair.item)
            let place = posts.firstIndex { $0.heading > pair.heading } ?? posts.count
            posts.insert((pair.heading, pair.item), at: place)
        }
        return links
    }

    /// The headings that are linked already, without those that are out of order.
    private func posts() -> [(heading: Int, item: Int)] {
        // The longest run of items that rises with the headings.
        var tails: [Int] = []
        var before: [Int: Int] = [:]
        for heading in headings.indices where items[headings[heading]].isListed {
            let item = headings[heading]
            var (low, high) = (0, tails.count)
            while low < high {
                let middle = (low + high) / 2
                if headings[tails[middle]] < item { low = middle + 1 } else { high = middle }
            }
            if low > 0 { before[heading] = tails[low - 1] }
            if low == tails.count { tails.append(heading) } else { tails[low] = heading }
        }
        var posts: [(heading: Int, item: Int)] = []
        var next = tails.last
        while let heading = next {
            posts.append((heading, headings[heading]))
            next = before[heading]
        }
        return posts.reversed()
    }

    /// Whether a pair stands between the posts above and below it.
    private static func keepsOrder(_ pair: Pair, _ posts: [(heading: Int, item: Int)]) -> Bool {
        var (low, high) = (0, posts.count)
        while low < high {
            let middle = (low + high) / 2
            if posts[middle].heading < pair.heading { low = middle + 1 } else { high = middle }
        }
        return (low == 0 || posts[low - 1].item < pair.item) && (low == posts.count || posts[low].item > pair.item)
    }
}

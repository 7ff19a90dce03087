/// What people have taught an archive: expressions of which somebody said that they are nothing to follow up.
///
/// The last word on an expression counts: one that was accepted later teaches nothing any more.
package struct RejectedExpressions: Hashable, Sendable {
    /// The item that was rejected, by its expression.
    package private(set) var items: [ActionExpression: String] = [:]

    /// - Parameter reviews: all decisions of the archive, in the order they were made.
    package init(_ reviews: [Review]) {
        var last: [String: (place: Int, review: Review)] = [:]
        for (place, review) in reviews.enumerated() {
            switch review.verdict {
            case .reset?: last[review.item] = nil
            case .accepted?, .rejected?: if review.expression != nil { last[review.item] = (place, review) }
            case nil: break
            }
        }
        for (_, review) in last.values.sorted(by: { $0.place < $1.place }) {
            guard let expression = review.expression else { continue }
            items[expression] = review.verdict == .rejected ? review.item : nil
        }
    }

    package var isEmpty: Bool { items.isEmpty }

    /// The rejected item that one nobody has looked at is like.
    package func like(_ item: ActionItem) -> String? {
        guard item.verdict == .pending, let expression = item.expression else { return nil }
        return items[expression]
    }
}

extension ActionList {
    /// Marks what is put like something rejected, and puts it behind the rest.
    package mutating func mark(_ rejected: RejectedExpressions) {
        guard !rejected.isEmpty else { return }
        var doubtful: [ActionItem] = []
        var rest: [ActionItem] = []
        for var item in items {
            item.likeRejected = rejected.like(item)
            if item.likeRejected == nil { rest.append(item) } else { doubtful.append(item) }
        }
        items = rest + doubtful
    }
}

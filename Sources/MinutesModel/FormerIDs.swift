/// Ids that a meeting's agenda items, remarks and findings had in older versions of the document, and what they are now.
///
/// An id that is in use now is never in the list. JSON: an object, old id to new id; `null` where nothing is left of it.
public struct FormerIDs: Hashable, Sendable {
    /// Where an old id leads.
    public enum Successor: Hashable, Sendable {
        case id(String)
        /// What it named was taken out of the document.
        case removed
    }

    public private(set) var successors: [String: Successor]

    public init(_ successors: [String: Successor] = [:]) { self.successors = successors }

    public var isEmpty: Bool { successors.isEmpty }

    public subscript(former: String) -> Successor? { successors[former] }

    /// What an id is called now: itself unless it is an old one; `nil` when what it named is gone.
    public func current(_ id: String) -> String? {
        switch successors[id] {
        case .id(let new): new
        case .removed: nil
        case nil: id
        }
    }

    /// Old ids by what they are now, sorted.
    public var byCurrentID: [String: [String]] {
        var found: [String: [String]] = [:]
        for (former, successor) in successors {
            if case .id(let id) = successor { found[id, default: []].append(former) }
        }
        return found.mapValues { $0.sorted() }
    }

    /// Goes one version further: what led to an id that has a successor now leads there, and ids in use again are
    /// taken out of the list.
    /// - Parameters:
    ///   - next: ids of the version before, and what they are in this one.
    ///   - live: whether an id is in use in this version.
    /// - Complexity: O(n) in the entries.
    public mutating func follow(_ next: [String: Successor], live: (String) -> Bool) {
        var result = next
        for (former, successor) in successors where result[former] == nil {
            if case .id(let id) = successor, !live(id) {
                result[former] = next[id] ?? .removed
            } else {
                result[former] = successor
            }
        }
        successors = result.filter { !live($0.key) }
    }

    /// Adds what another list knows besides.
    public mutating func add(_ other: FormerIDs) { successors.merge(other.successors) { own, _ in own } }
}

extension FormerIDs: Codable {
    public init(from decoder: any Decoder) throws {
        let values = try decoder.singleValueContainer().decode([String: String?].self)
        successors = values.mapValues { $0.map(Successor.id) ?? .removed }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(
            successors.mapValues { successor -> String? in
                if case .id(let id) = successor { id } else { nil }
            })
    }
}

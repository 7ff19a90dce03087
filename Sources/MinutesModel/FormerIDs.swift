/// Ids that a meeting's agenda items, remarks and findings had in older versions of the document, and what they are now.
///
/// An id that is in use now is never in the list. JSON: an object, old id to new id; `null` where nothing is left of it.
/// `firstIDs` stand beside it in the record.
public struct FormerIDs: Hashable, Sendable {
    /// Where an old id leads.
    public enum Successor: Hashable, Sendable {
        case id(String)
        /// What it named was taken out of the document.
        case removed
    }

    public private(set) var successors: [String: Successor]
    /// Findings whose id has changed: the id each had in the first version that held it.
    public private(set) var firstIDs: [String: String]

    public init(_ successors: [String: Successor] = [:], firstIDs: [String: String] = [:]) {
        self.successors = successors
        self.firstIDs = firstIDs
    }

    public var isEmpty: Bool { successors.isEmpty }

    /// The id under which a finding became known: the same whatever versions follow.
    public func first(of id: String) -> String { firstIDs[id] ?? id }

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
        var first = firstIDs.filter { live($0.key) }
        for (former, successor) in next.sorted(by: { $0.key < $1.key }) {
            guard former.utf8.first == UInt8(ascii: "f"), case .id(let id) = successor,
                id.utf8.first == UInt8(ascii: "f"), live(id), first[id] == nil
            else { continue }
            let known = firstIDs[former] ?? former
            if known != id { first[id] = known }
        }
        firstIDs = first
        successors = result.filter { !live($0.key) }
    }

    /// Ids under which findings are known already stay what they are, whatever the order of versions says.
    /// - Parameter ids: findings of the record that `known` belongs to.
    package mutating func keepFirstIDs(of known: FormerIDs, for ids: some Sequence<String>) {
        for id in ids where known.firstIDs[id] != firstIDs[id] { firstIDs[id] = known.firstIDs[id] }
    }

    /// Adds what another list knows besides.
    public mutating func add(_ other: FormerIDs) {
        successors.merge(other.successors) { own, _ in own }
        firstIDs.merge(other.firstIDs) { own, _ in own }
    }
}

extension FormerIDs: Codable {
    public init(from decoder: any Decoder) throws {
        let values = try decoder.singleValueContainer().decode([String: String?].self)
        successors = values.mapValues { $0.map(Successor.id) ?? .removed }
        firstIDs = [:]
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(
            successors.mapValues { successor -> String? in
                if case .id(let id) = successor { id } else { nil }
            })
    }
}

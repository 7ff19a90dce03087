/// What a finding says beside its quote: a few names, each with a value, in the order of the names.
///
/// Used and encoded like a dictionary of strings; a handful of entries in one piece is smaller and quicker than a table.
public struct FindingFields: Hashable, Sendable, ExpressibleByDictionaryLiteral, RandomAccessCollection {
    private struct Entry: Hashable, Sendable {
        var name: String
        var value: String
    }

    private var entries: [Entry] = []

    public init() {}

    public init(_ fields: [String: String]) {
        entries = fields.map { Entry(name: $0.key, value: $0.value) }.sorted { $0.name < $1.name }
    }

    /// Of a name given twice, the last value stands.
    public init(dictionaryLiteral elements: (String, String)...) {
        entries.reserveCapacity(elements.count)
        for (name, value) in elements {
            if let last = entries.last, last.name >= name {
                self[name] = value
            } else {
                entries.append(Entry(name: name, value: value))
            }
        }
    }

    public mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

    /// Adds a field; quickest for names that come in order.
    package mutating func append(_ name: String, _ value: String) {
        if let last = entries.last, last.name >= name { return self[name] = value }
        entries.append(Entry(name: name, value: value))
    }

    /// The value of a name; `nil` for a name that has none, and to take one out.
    /// - Complexity: O(n) in the number of fields.
    public subscript(name: String) -> String? {
        get {
            // Lengths first: names are short, and comparing strings costs more than all else here.
            let length = name.utf8.count
            for entry in entries where entry.name.utf8.count == length && entry.name == name { return entry.value }
            return nil
        }
        set {
            var place = 0
            while place < entries.count, entries[place].name < name { place += 1 }
            let isKnown = place < entries.count && entries[place].name == name
            switch newValue {
            case let value? where isKnown: entries[place].value = value
            case let value?: entries.insert(Entry(name: name, value: value), at: place)
            case nil: if isKnown { entries.remove(at: place) }
            }
        }
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { entries.count }
    public subscript(position: Int) -> (key: String, value: String) {
        (entries[position].name, entries[position].value)
    }
}

extension FindingFields: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode([String: String].self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Dictionary(uniqueKeysWithValues: map { ($0.key, $0.value) }))
    }
}

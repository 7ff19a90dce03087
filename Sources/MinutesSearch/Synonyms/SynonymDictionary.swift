/// The synonyms of an archive: groups of words of which a search for one finds the others as well.
///
/// The model is that of the synonym dictionary of Sudachi (SudachiDict, `docs/synonyms.md`): words share a group, each
/// has a flag that controls the expansion, and a field it belongs to.
public struct SynonymDictionary: Codable, Hashable, Sendable {
    /// What a search does with a word of a group.
    public enum Expansion: Int, Codable, Hashable, Sendable, CaseIterable {
        /// A search for it finds the others, a search for the others finds it.
        case always = 0
        /// A search for it finds itself alone, a search for the others finds it.
        case found = 1
        /// It takes no part; noted so that nobody enters it again.
        case never = 2
    }

    /// A word of a group.
    public struct Entry: Codable, Hashable, Sendable {
        public var group: String
        public var word: String
        public var expansion: Expansion
        /// The field it belongs to or a remark about it; empty where there is none.
        public var category: String

        public init(group: String, word: String, expansion: Expansion = .always, category: String = "") {
            self.group = group
            self.word = word
            self.expansion = expansion
            self.category = category
        }
    }

    /// In the order of the file, words of a group together.
    public private(set) var entries: [Entry]
    /// Places in `entries` by compared form.
    private var places: [[UInt32]: [Int]]
    private var groups: [String: [Int]]

    /// A word that stands twice in a group counts once, as it stands first.
    public init(_ entries: [Entry] = []) {
        var order: [String: Int] = [:]
        for entry in entries where order[entry.group] == nil { order[entry.group] = order.count }
        var seen: Set<[String]> = []
        self.entries = entries.enumerated().filter { seen.insert([$1.group, $1.word]).inserted }
            .sorted { (order[$0.element.group] ?? 0, $0.offset) < (order[$1.element.group] ?? 0, $1.offset) }
            .map(\.element)
        places = [:]
        groups = [:]
        for (place, entry) in self.entries.enumerated() {
            places[Self.key(ComparedText(entry.word).scalars), default: []].append(place)
            groups[entry.group, default: []].append(place)
        }
    }

    public init(from decoder: any Decoder) throws {
        self.init(try [Entry](from: decoder))
    }

    public func encode(to encoder: any Encoder) throws { try entries.encode(to: encoder) }

    public var isEmpty: Bool { entries.isEmpty }

    /// Words by group, in order.
    public var grouped: [[Entry]] {
        var order: [String] = []
        for entry in entries where order.last != entry.group { order.append(entry.group) }
        return order.map { (groups[$0] ?? []).map { entries[$0] } }
    }

    /// The words a search for any of these spellings of a word finds besides, each once.
    /// - Parameter spellings: compared form.
    func synonyms(of spellings: [[UInt32]]) -> [String] {
        var found: [String] = []
        let keys = Set(spellings.map(Self.key))
        for spelling in spellings {
            for place in places[Self.key(spelling)] ?? [] where entries[place].expansion == .always {
                for other in groups[entries[place].group] ?? [] where entries[other].expansion != .never {
                    let word = entries[other].word
                    if !found.contains(word), !keys.contains(Self.key(ComparedText(word).scalars)) {
                        found.append(word)
                    }
                }
            }
        }
        return found
    }

    /// Blanks do not count.
    private static func key(_ scalars: [UInt32]) -> [UInt32] { scalars.filter { $0 != ComparedText.blank } }

    public static func == (left: SynonymDictionary, right: SynonymDictionary) -> Bool { left.entries == right.entries }
    public func hash(into hasher: inout Hasher) { hasher.combine(entries) }
}

/// Why a file of synonyms cannot be read: where, and what to write instead.
public struct SynonymFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// From 1; 0 where the file as a whole is meant.
    public var line: Int
    /// Column of the table in CSV, byte of the line in JSON; from 1, 0 where the line as a whole is meant.
    public var column: Int
    /// A Japanese sentence.
    public var reason: String
    /// The same in English.
    public var english: String

    public init(line: Int, column: Int, reason: String, english: String) {
        self.line = line
        self.column = column
        self.reason = reason
        self.english = english
    }

    public var description: String {
        (line > 0 ? "\(line)行目" + (column > 0 ? "\(column)列目" : "") + "：" : "") + reason
    }

    public var englishDescription: String {
        (line > 0 ? "line \(line)" + (column > 0 ? ", column \(column)" : "") + ": " : "") + english
    }
}

import Foundation
import JapaneseText

/// The topics a body talks about, each with its words. Data: a body with its own list loads it from JSON.
///
/// ```json
/// {"schema": 1,
///  "spellings": [["子ども", "子供", "こども"]],
///  "topics": [{"id": "kodomo", "name": "子ども・子育て", "words": ["子ども", "保育"], "excluding": ["子どもの頃"]}]}
/// ```
///
/// Widths, letter case and variant characters need no listing: `ＣＳＷ` is found by `CSW`. A word of Latin letters and
/// digits is found only where it stands alone.
public struct TopicDictionary: Codable, Hashable, Sendable {
    /// Version of the JSON form.
    public static let schema = 1

    public struct Topic: Codable, Hashable, Sendable {
        public var id: String
        /// The name findings carry.
        public var name: String
        public var words: [String]
        /// Longer words in which a word of this topic means something else: 障害物.
        public var excluding: [String]

        public init(id: String, name: String, words: [String], excluding: [String] = []) {
            self.id = id
            self.name = name
            self.words = words
            self.excluding = excluding
        }

        public init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            id = try values.decode(String.self, forKey: .id)
            name = try values.decode(String.self, forKey: .name)
            words = try values.decode([String].self, forKey: .words)
            excluding = try values.decodeIfPresent([String].self, forKey: .excluding) ?? []
        }
    }

    public var schema: Int
    /// Spellings of the same: a word that holds one of a group is looked for with the others in its place too.
    public var spellings: [[String]]
    public var topics: [Topic]

    public init(spellings: [[String]] = [], topics: [Topic]) {
        schema = Self.schema
        self.spellings = spellings
        self.topics = topics
    }

    /// Reads a dictionary from its JSON form.
    /// - Throws: `TopicDictionaryError`, which says what to correct; `DecodingError` for what is no such JSON.
    public init(json: Data) throws {
        self = try JSONDecoder().decode(TopicDictionary.self, from: json)
        try check()
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        schema = try values.decodeIfPresent(Int.self, forKey: .schema) ?? Self.schema
        spellings = try values.decodeIfPresent([[String]].self, forKey: .spellings) ?? []
        topics = try values.decode([Topic].self, forKey: .topics)
    }

    /// - Throws: `TopicDictionaryError` when two topics share an id or a name, or one has no word.
    public func check() throws(TopicDictionaryError) {
        guard schema <= Self.schema else { throw .newerSchema(schema) }
        var seen: Set<String> = []
        for topic in topics {
            if topic.words.allSatisfy(\.isEmpty) { throw .noWords(topic.name) }
            for key in ["id " + topic.id, "name " + topic.name] where !seen.insert(key).inserted {
                throw .repeated(String(key.drop { $0 != " " }.dropFirst()))
            }
        }
    }
}

/// Why a dictionary cannot be used.
public enum TopicDictionaryError: Error, Hashable, Sendable, CustomStringConvertible {
    case newerSchema(Int)
    case repeated(String)
    case noWords(String)

    public var description: String {
        switch self {
        case .newerSchema(let schema):
            "話題辞書の形式（schema \(schema)）が新しすぎて読めません。プログラムを更新してください。"
        case .repeated(let name): "話題辞書に「\(name)」が二度出てきます。一つにまとめてください。"
        case .noWords(let name): "話題辞書の「\(name)」に語がありません。words に一つ以上書いてください。"
        }
    }
}

extension TopicDictionary {
    /// Spellings of one word at most, so that a word with many interchangeable parts stays small.
    private static let mostSpellings = 64

    /// The spellings as folded bytes.
    func foldedSpellings() -> [[[UInt8]]] {
        spellings.map { group in
            group.map { Array(TextFolding.fold($0, AnalysisContext.folding).utf8) }.filter { !$0.isEmpty }
        }
    }

    /// A word as it may be written: every combination of the spellings of its parts, folded, the given one first.
    static func spelled(_ word: String, _ spellings: [[[UInt8]]]) -> [String] {
        var forms = [Array(TextFolding.fold(word, AnalysisContext.folding).utf8)]
        for members in spellings {
            // The longest member that the word holds, so that 取り組み is not taken for 取り組 with み behind it.
            for form in forms {
                let held = members.compactMap { part in form.place(of: part).map { (part, $0) } }
                guard let (part, place) = held.max(by: { $0.0.count < $1.0.count }) else { continue }
                for other in members where other != part && forms.count < mostSpellings {
                    forms.append(form[..<place] + other + form[(place + part.count)...])
                }
            }
        }
        var seen: Set<[UInt8]> = []
        return forms.filter { seen.insert($0).inserted }.map { String(decoding: $0, as: UTF8.self) }
    }
}

extension [UInt8] {
    /// Where `part` first stands.
    fileprivate func place(of part: [UInt8]) -> Int? {
        guard part.count <= count else { return nil }
        return withUnsafeBufferPointer { bytes in (0...count - part.count).first { bytes.starts(part, at: $0) } }
    }
}

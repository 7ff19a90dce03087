import JapaneseText
import Synchronization

/// Words an analyzer looks for in every remark.
///
/// The pipeline puts the vocabularies of all analyzers together and looks for their words in one pass over each remark;
/// an analyzer names its own (`Analyzer.vocabulary`) and asks the context for the hits
/// (`AnalysisContext.hits(of:in:)`). Thousands of words cost hardly more than ten.
///
/// Words are folded as the remarks are: widths, letter case and variant characters need no listing.
public final class Vocabulary: Sendable {
    /// The words as they were given, UTF-8.
    let printed: [[UInt8]]
    /// The words as they stand in folded text, UTF-8.
    let folded: [[UInt8]]
    /// Only for this vocabulary, for texts that no pipeline has passed over; made when it is first needed.
    private let matcher = Mutex<PatternMatcher?>(nil)

    /// - Parameter words: hits name them by their place in the array. Equal words are all found, an empty one never.
    public convenience init(_ words: [String]) { self.init(bytes: words.map { Array($0.utf8) }) }

    init(bytes words: [[UInt8]]) {
        printed = words
        folded = words.map { word in
            word.withUnsafeBufferPointer { TextFolding.fold($0, AnalysisContext.folding).bytes }
        }
    }

    /// The words of this vocabulary alone in folded text: by end, then longest first, then by number.
    /// - Complexity: O(n).
    func hits(in bytes: UnsafeBufferPointer<UInt8>) -> [WordHit] {
        let matcher = matcher.withLock { made in
            if let made { return made }
            let matcher = PatternMatcher(folded)
            made = matcher
            return matcher
        }
        var hits: [WordHit] = []
        matcher.forEach(in: bytes) { hits.append(WordHit($0, $1, $2)) }
        return hits
    }

    /// Calls `body` for the hits at which a remark prints the very word, with the place in its text.
    @inline(__always)
    func forEachPrinted(
        _ hits: ArraySlice<WordHit>, of text: UnsafeBufferPointer<UInt8>, _ folded: FoldedText,
        _ body: (_ word: Int, _ range: Range<Int>) -> Void
    ) {
        for hit in hits {
            guard !folded.isIdentity else {
                body(hit.word, hit.range)
                continue
            }
            let range = folded.sourceRange(of: hit.range)
            if range.count == printed[hit.word].count, text.starts(printed[hit.word], at: range.lowerBound) {
                body(hit.word, range)
            }
        }
    }
}

/// A word of a vocabulary in the folded text of a remark.
public struct WordHit: Hashable, Sendable {
    private let number: Int32
    private let start: Int32
    private let end: Int32

    init(_ word: Int, _ start: Int, _ end: Int) {
        number = Int32(truncatingIfNeeded: word)
        self.start = Int32(truncatingIfNeeded: start)
        self.end = Int32(truncatingIfNeeded: end)
    }

    /// Place of the word in the vocabulary.
    public var word: Int { Int(number) }
    /// UTF-8 bytes of the folded text; `FoldedText.sourceRange(of:)` leads back to the remark.
    public var range: Range<Int> { Int(start)..<Int(end) }
}

/// The hits of one vocabulary in all remarks of a meeting.
public struct WordHits: Sendable {
    private var hits: [WordHit] = []
    /// By remark, where its hits end.
    private var ends: [Int32] = []

    init() {}

    mutating func append(_ hit: WordHit) { hits.append(hit) }
    mutating func append(contentsOf more: [WordHit]) { hits += more }
    mutating func closeRemark() { ends.append(Int32(truncatingIfNeeded: hits.count)) }

    /// The hits in a remark, by its place in `meeting.remarks`: by end, then longest first, then by number of the word;
    /// overlapping ones too.
    public subscript(remark: Int) -> ArraySlice<WordHit> {
        guard ends.indices.contains(remark) else { return [] }
        return hits[(remark > 0 ? Int(ends[remark - 1]) : 0)..<Int(ends[remark])]
    }
}

/// Looks for the words of many vocabularies in one pass.
struct WordPass: Sendable {
    private let vocabularies: [Vocabulary]
    private let matcher: PatternMatcher
    /// By pattern: which word of which vocabulary it is.
    private let owners: [(vocabulary: Int32, word: Int32)]

    init(_ vocabularies: [Vocabulary]) {
        self.vocabularies = vocabularies
        matcher = PatternMatcher(vocabularies.flatMap(\.folded))
        owners = vocabularies.enumerated().flatMap { number, vocabulary in
            vocabulary.folded.indices.map { (Int32(number), Int32($0)) }
        }
    }

    /// - Complexity: O(n) in the bytes of the texts.
    func hits(in texts: [FoldedText]) -> [(vocabulary: Vocabulary, hits: WordHits)] {
        var found = [WordHits](repeating: WordHits(), count: vocabularies.count)
        for text in texts {
            text.bytes.withUnsafeBufferPointer { bytes in
                matcher.forEach(in: bytes) { pattern, start, end in
                    let owner = owners[pattern]
                    found[Int(owner.vocabulary)].append(WordHit(Int(owner.word), start, end))
                }
            }
            for place in found.indices { found[place].closeRemark() }
        }
        return Array(zip(vocabularies, found))
    }
}

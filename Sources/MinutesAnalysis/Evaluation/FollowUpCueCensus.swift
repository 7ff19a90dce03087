import JapaneseText
import MinutesModel

/// Which cues of the follow-up lexicon are met in texts at all. One that never is says nothing, and looks like a clean
/// document.
package struct FollowUpCueCensus: Sendable {
    private let lexicon: FollowUpLexicon
    private var met: Set<Int> = []

    package init() { self.init(lexicon: .standard) }

    init(lexicon: FollowUpLexicon) { self.lexicon = lexicon }

    /// Cues that can be met: all but the tails and joints, which are one entry each.
    private var countable: [Int] {
        lexicon.cues.indices.filter { lexicon.cues[$0].effect != .tail && lexicon.cues[$0].effect != .joint }
    }

    /// How many cues there are.
    package var count: Int { countable.count }

    /// Ids of the cues that were not met, in the order of the lexicon.
    package var idle: [String] { countable.filter { !met.contains($0) }.map { lexicon.cues[$0].id } }

    /// - Complexity: O(n) in the bytes of the remarks.
    package mutating func add(_ meeting: Meeting) {
        for remark in meeting.remarks {
            let speaker = FollowUpSpeakers(remark.role)
            for range in SentenceSplitter.ranges(in: remark.text) {
                remark.text.withUTF8Bytes { add(UnsafeBufferPointer(rebasing: $0[range]), speaker) }
            }
        }
    }

    private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ speaker: FollowUpSpeakers) {
        let compared = TextFolding.fold(text, AnalysisContext.folding)
        let hits = compared.bytes.withUnsafeBufferPointer { lexicon.words.hits(in: $0) }
        var words = FollowUpWords()
        lexicon.words.forEachPrinted(hits[...], of: text, compared) { words.add($0, $1, of: lexicon, in: text) }
        var found: [Int] = words.marks.map(\.cue)
        words.joints.withUnsafeBufferPointer { joints in
            words.marks.withUnsafeBufferPointer { marks in
                let sentence = FollowUpSentence(text, speaker: speaker, lexicon: lexicon, joints: joints, marks: marks)
                sentence.predicates { predicate, _ in
                    if let predicate {
                        found.append(predicate.cue)
                        if let stem = predicate.stemCue { found.append(stem) }
                    }
                    return true
                }
            }
        }
        met.formUnion(found)
    }
}

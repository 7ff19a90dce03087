import JapaneseText
import MinutesModel
import Testing

@testable import MinutesAnalysis

@Suite struct VocabularyTests {
    /// Finds the words it is given, through the pass that all analyzers share.
    private struct WordAnalyzer: Analyzer {
        static let descriptor = AnalyzerDescriptor(
            id: "words", version: 1, summary: "語を拾います。", summaryEnglish: "Finds words.", produces: ["word"],
            examples: AnalyzerExamples(matching: [], nonMatching: []))

        let words: Vocabulary
        var descriptor: AnalyzerDescriptor
        var vocabulary: Vocabulary? { words }

        init(_ id: String, _ words: [String]) {
            self.words = Vocabulary(words)
            descriptor = Self.descriptor
            descriptor.id = id
        }

        func findings(in meeting: Meeting, context: AnalysisContext) throws -> [Finding] {
            let hits = context.hits(of: words, in: meeting)
            return meeting.remarks.indices.flatMap { index in
                hits[index].compactMap { hit in
                    let range = context.range(of: hit, inRemark: index, of: meeting)
                    return Finding("word", analyzer: descriptor.identity, in: meeting.remarks[index], range: range)
                }
            }
        }
    }

    private static let meeting = ExampleMeeting(
        AnalyzerExample([
            .init(.member, "ＣＳＷの髙橋さんと𠮷野さん。"), .init(.chair, ""), .init(.secretariat, "か\u{3099}くの csw は高橋、と。"),
        ])
    ).meeting

    @Test func allVocabulariesGetTheirWords() throws {
        let analyzers = [WordAnalyzer("a", ["高橋", "吉野", "ない語", ""]), WordAnalyzer("b", ["csw", "橋さん", "がく", "高橋"])]
        let findings = try AnalysisPipeline(AnalyzerRegistry(analyzers)).analyze(Self.meeting).findings
        #expect(findings.filter { $0.analyzer == "a" }.map(\.quote) == ["髙橋", "𠮷野", "高橋"])
        #expect(
            findings.filter { $0.analyzer == "b" }.map(\.quote)
                == ["ＣＳＷ", "髙橋", "橋さん", "か\u{3099}く", "csw", "高橋"])
    }

    @Test func aContextWithoutThePassGivesTheSame() throws {
        for analyzer in [WordAnalyzer("a", ["高橋", "吉野"]), WordAnalyzer("b", ["csw", "橋さん"])] {
            let alone = try analyzer.findings(in: Self.meeting, context: AnalysisContext(for: Self.meeting))
            let passed = try AnalysisPipeline(AnalyzerRegistry([analyzer])).analyze(Self.meeting).findings
            #expect(alone.map(\.quote).sorted() == passed.map(\.quote).sorted())
            #expect(!alone.isEmpty)
        }
    }

    @Test func printedHitsAreTheVeryWord() {
        let words = Vocabulary(["ＣＳＷ", "csw", "高橋"])
        let text = Array("ＣＳＷとcswと髙橋".utf8)
        text.withUnsafeBufferPointer { bytes in
            let folded = TextFolding.fold(bytes, AnalysisContext.folding)
            let hits = folded.bytes.withUnsafeBufferPointer { words.hits(in: $0) }
            var found: [String] = []
            words.forEachPrinted(hits[...], of: bytes, folded) {
                found.append("\($0):\($1.lowerBound)-\($1.upperBound)")
            }
            #expect(hits.count == 5)
            #expect(found == ["0:0-9", "1:12-15"])
        }
    }
}

import MinutesModel
import Testing

@testable import MinutesAnalysis

@Suite struct AnalysisPipelineTests {
    /// Finds `word` in every remark, in reverse order, once for each of `kinds`.
    private func finder(
        _ id: String, _ word: String, kinds: [FindingKind] = ["word"], requires: [FindingKind] = []
    ) -> StubAnalyzer {
        StubAnalyzer(id, requires: requires, produces: kinds) { meeting, _ in
            meeting.remarks.reversed().flatMap { remark in
                let bytes = Array(remark.text.utf8)
                let wanted = Array(word.utf8)
                guard bytes.count >= wanted.count else { return [Finding]() }
                let starts = (0...bytes.count - wanted.count).filter {
                    bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
                }
                return starts.reversed().flatMap { start in
                    kinds.compactMap {
                        Finding(
                            $0, analyzer: AnalyzerIdentity(id: id, version: 1), in: remark,
                            range: start..<start + wanted.count)
                    }
                }
            }
        }
    }

    private func pipeline(_ analyzers: any Analyzer...) throws -> AnalysisPipeline {
        try AnalysisPipeline(AnalyzerRegistry(analyzers))
    }

    @Test func ordersFindingsByPlaceThenKindThenAnalyzer() throws {
        let meeting = meeting("相談と相談", "相談")
        let analyzed = try pipeline(finder("z", "相談", kinds: ["b", "a"]), finder("y", "相談", kinds: ["b"])).analyze(
            meeting)
        let seen = analyzed.findings.map { "\($0.remark) \($0.range.start) \($0.kind.rawValue) \($0.analyzer)" }
        #expect(
            seen == [
                "m1-r1 0 a z", "m1-r1 0 b y", "m1-r1 0 b z", "m1-r1 9 a z", "m1-r1 9 b y", "m1-r1 9 b z",
                "m1-r2 0 a z", "m1-r2 0 b y", "m1-r2 0 b z",
            ])
    }

    @Test func theSameQuoteTwiceInARemarkGetsTwoIDs() throws {
        let once = try pipeline(finder("a", "相談")).analyze(meeting("相談"))
        let twice = try pipeline(finder("a", "相談")).analyze(meeting("相談、相談、相談"))
        #expect(Set(twice.findings.map(\.id)).count == 3)
        #expect(once.findings[0].id == twice.findings[0].id, "the first keeps its id")
    }

    @Test func earlierFindingsArriveInOrderAndOnlyOfTheKindsRequired() throws {
        let later = StubAnalyzer("later", requires: ["word"], produces: ["count"]) { meeting, context in
            #expect(context.earlier.map(\.range.start) == [0, 9])
            #expect(context.earlier.allSatisfy { $0.kind == "word" })
            return []
        }
        let pipeline = try pipeline(later, finder("a", "相談"), finder("b", "相", kinds: ["other"]))
        #expect(pipeline.order == ["a", "later", "b"] || pipeline.order == ["a", "b", "later"])
        _ = pipeline.analyze(meeting("相談と相談"))
    }

    @Test func anAnalyzerThatThrowsLeavesADiagnosticAndTheOthersStand() throws {
        struct Broken: Error {}
        let analyzed = try pipeline(StubAnalyzer("broken") { _, _ in throw Broken() }, finder("a", "相談"))
            .analyze(meeting("相談"))
        #expect(analyzed.findings.map(\.analyzer) == ["a"])
        #expect(analyzed.meeting.diagnostics.map(\.code) == ["analyzer.failed"])
        #expect(analyzed.meeting.diagnostics.first?.message.contains("「broken」") == true)
    }

    @Test(arguments: [
        (0, 100, "相談"), (1, 4, "談"), (3, 9, "会談"), (0, 6, "相論"), (-1, 2, "相"), (6, 6, ""),
        (12, 15, "か"), (15, 18, "\u{3099}"),
    ]) func evidenceThatDoesNotStandInTheTextIsTurnedAway(start: Int, end: Int, quote: String) throws {
        let text = "相談会。か\u{3099}ある"
        let liar = StubAnalyzer("liar", produces: ["word"]) { meeting, _ in
            guard
                var finding = Finding(
                    "word", analyzer: AnalyzerIdentity(id: "liar", version: 1), in: meeting.remarks[0], range: 0..<3)
            else { return [] }
            finding.range = TextRange(start: start, end: end)
            finding.quote = quote
            return [finding]
        }
        let analyzed = try pipeline(liar, finder("a", "相談")).analyze(meeting(text))
        #expect(analyzed.findings.map(\.analyzer) == ["a"])
        #expect(analyzed.meeting.diagnostics.map(\.code) == ["finding.bad-evidence"])
        #expect(analyzed.meeting.diagnostics.first?.line == 1)
    }

    @Test func aRemarkThatDoesNotExistIsBadEvidence() throws {
        let lost = StubAnalyzer("lost", produces: ["word"]) { meeting, _ in
            var remark = meeting.remarks[0]
            remark.id = "r-elsewhere"
            return [
                Finding("word", analyzer: AnalyzerIdentity(id: "lost", version: 1), in: remark, range: 0..<3)
            ].compactMap(\.self)
        }
        let analyzed = try pipeline(lost).analyze(meeting("相談"))
        #expect(analyzed.findings.isEmpty)
        #expect(analyzed.meeting.diagnostics.map(\.code) == ["finding.bad-evidence"])
    }

    @Test func aKindThatWasNotDeclaredIsKeptWithAWarning() throws {
        let stub = StubAnalyzer("a") { meeting, _ in
            [Finding("surprise", analyzer: AnalyzerIdentity(id: "a", version: 1), in: meeting.remarks[0], range: 0..<3)]
                .compactMap(\.self)
        }
        let analyzed = try pipeline(stub).analyze(meeting("相談"))
        #expect(analyzed.findings.count == 1)
        #expect(analyzed.meeting.diagnostics.map(\.code) == ["finding.undeclared-kind"])
    }

    @Test func manyMeetingsInParallelGiveWhatOneAfterTheOtherGives() throws {
        let pipeline = try AnalysisPipeline(.builtIn)
        let meetings = (0..<60).map { number in
            meeting(
                "子ども食堂の参加者は\(number + 2)名です。第５次活動計画ではどう考えていますか。",
                "居場所づくりを検討してまいります。", id: "m\(number)")
        }
        let parallel = pipeline.analyze(meetings)
        #expect(parallel == meetings.map { pipeline.analyze($0) })
        #expect(parallel.map(\.id) == meetings.map(\.id))
        #expect(pipeline.analyze([]) == [])
    }

    @Test func settingsReachTheirAnalyzerAndChangeTheSignature() throws {
        let stub = StubAnalyzer("a") { _, context in
            #expect(context.settings == ["depth": "2"])
            return []
        }
        let pipeline = try pipeline(stub)
        _ = pipeline.analyze(meeting("相談"), settings: ["a": ["depth": "2"], "b": ["depth": "3"]])
        #expect(pipeline.signature() == "a/1")
        #expect(pipeline.signature(settings: ["a": ["depth": "2"]]) == "a/1;depth=2")
    }
}

import MinutesModel
import Testing

@testable import MinutesAnalysis

@Suite struct AnalyzerRegistryTests {
    let registry = try? AnalyzerRegistry([StubAnalyzer("a"), StubAnalyzer("b"), StubAnalyzer("c")])

    @Test func refusesASecondAnalyzerWithTheSameID() throws {
        var registry = try #require(registry)
        #expect(throws: AnalysisSetupError.duplicateID("b")) { try registry.register(StubAnalyzer("b")) }
        #expect(registry.ids == ["a", "b", "c"])
        #expect(AnalysisSetupError.duplicateID("b").description.contains("「b」が重複"))
    }

    @Test func anUnknownIDListsTheKnownOnes() throws {
        let registry = try #require(registry)
        #expect(throws: AnalysisSetupError.unknownID("x", known: ["a", "b", "c"])) { try registry.analyzer("x") }
        #expect(AnalysisSetupError.unknownID("x", known: registry.ids).description.contains("a、b、c"))
    }

    @Test func selectsByNameInOrderOfRegistration() throws {
        let registry = try #require(registry)
        #expect(try registry.selecting(only: ["c", "a"]).ids == ["a", "c"])
        #expect(try registry.selecting(without: ["b"]).ids == ["a", "c"])
        #expect(try registry.selecting(only: ["a", "b"], without: ["a"]).ids == ["b"])
        #expect(try registry.selecting().ids == ["a", "b", "c"])
        #expect(throws: AnalysisSetupError.self) { try registry.selecting(without: ["z"]) }
    }

    @Test func replacesInPlace() throws {
        let registry = try #require(registry)
        let replaced = try registry.replacing(StubAnalyzer("b", produces: ["new"]))
        #expect(replaced.ids == ["a", "b", "c"])
        #expect(try replaced.analyzer("b").descriptor.produces == ["new"])
        #expect(throws: AnalysisSetupError.self) { try registry.replacing(StubAnalyzer("z")) }
    }
}

@Suite struct AnalyzerOrderTests {
    private func order(_ analyzers: StubAnalyzer...) throws -> [String] {
        try AnalyzerOrder.sorted(analyzers.map(\.descriptor)).map { analyzers[$0].descriptor.id }
    }

    @Test func runsProducersFirstAndKeepsTheRest() throws {
        let order = try order(
            StubAnalyzer("last", requires: ["y", "x"]), StubAnalyzer("free"),
            StubAnalyzer("middle", requires: ["x"], produces: ["y"]), StubAnalyzer("first", produces: ["x"]),
            StubAnalyzer("also-first", produces: ["x"]))
        #expect(order == ["free", "first", "also-first", "middle", "last"])
    }

    @Test func namesWhatIsMissing() {
        #expect(throws: AnalysisSetupError.missingProducer(analyzer: "a", kind: "x")) {
            try order(StubAnalyzer("a", requires: ["x"]))
        }
    }

    @Test func namesTheCycle() {
        #expect(throws: AnalysisSetupError.cycle(["b", "c"])) {
            try order(
                StubAnalyzer("a", requires: ["x"], produces: ["z"]),
                StubAnalyzer("b", requires: ["y"], produces: ["x"]),
                StubAnalyzer("c", requires: ["x"], produces: ["y"]))
        }
        #expect(AnalysisSetupError.cycle(["b", "c"]).description.contains("b → c → b"))
    }

    @Test func anAnalyzerThatWaitsForItselfIsACycle() {
        #expect(throws: AnalysisSetupError.cycle(["a"])) {
            try order(StubAnalyzer("a", requires: ["x"], produces: ["x"]))
        }
    }
}

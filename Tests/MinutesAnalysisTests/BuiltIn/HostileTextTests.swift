import MinutesModel
import Testing

@testable import MinutesAnalysis

/// Text nobody would write: analyzers must come to an end, and give evidence that stands in it.
@Suite struct HostileTextTests {
    @Test(arguments: ["「", "（１", "第１次", "1", "１、", "評価は３から", "①「", "か。", "10名（－", "二・", "\u{3099}", "平成28年～", "9億 "])
    func longRepetitionsAreRead(piece: String) throws {
        let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
        let analyzed = try AnalysisPipeline().analyze(meeting(text))
        #expect(analyzed.meeting.diagnostics == [])
    }
}

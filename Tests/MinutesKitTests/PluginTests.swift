import Foundation
import MinutesKit
import Testing

/// Finds remarks that mention the budget. The analyzer of the README.
struct BudgetAnalyzer: Analyzer {
    static let descriptor = AnalyzerDescriptor(
        id: "budget", version: 1, summary: "予算に触れた発言を拾います。", summaryEnglish: "Finds remarks about the budget.",
        produces: ["budget"],
        examples: AnalyzerExamples(
            matching: [AnalyzerExample("来年度の↓予算はどうなりますか。")], nonMatching: [AnalyzerExample("会場はどこですか。")]))

    func findings(in meeting: Meeting, context: AnalysisContext) throws -> [Finding] {
        meeting.remarks.compactMap { remark in
            guard let range = remark.text.range(of: "予算") else { return nil }
            let start = remark.text.utf8.distance(from: remark.text.startIndex, to: range.lowerBound)
            return Finding("budget", analyzer: Self.descriptor.identity, in: remark, range: start..<start + 6)
        }
    }
}

/// The same by words, in the pass that all analyzers share. The second analyzer of the README.
struct BudgetWordsAnalyzer: Analyzer {
    static let descriptor = AnalyzerDescriptor(
        id: "budget-words", version: 1, summary: "予算に触れた発言を拾います。", summaryEnglish: "Finds remarks about the budget.",
        produces: ["budget"],
        examples: AnalyzerExamples(
            matching: [AnalyzerExample("来年度の↓予算はどうなりますか。")], nonMatching: [AnalyzerExample("会場はどこですか。")]))

    let words = Vocabulary(["予算", "決算", "補正"])
    var vocabulary: Vocabulary? { words }

    func findings(in meeting: Meeting, context: AnalysisContext) throws -> [Finding] {
        let hits = context.hits(of: words, in: meeting)
        return meeting.remarks.indices.flatMap { index in
            hits[index].compactMap { hit in
                Finding(
                    "budget", analyzer: Self.descriptor.identity, in: meeting.remarks[index],
                    range: context.range(of: hit, inRemark: index, of: meeting))
            }
        }
    }
}

/// Reads a format of somebody's own: lines of speaker, tab, text.
struct TabbedReader: DocumentReader {
    static let id = "tabbed"
    static let summary = "話者と発言をタブで区切ったファイル（.tabs）"

    func canRead(_ source: SourceBytes) -> Bool { source.fileExtension == "tabs" }

    func read(_ source: SourceBytes) throws -> Parsed<SourceText> {
        let lines = String(decoding: source.bytes, as: UTF8.self).split(separator: "\n")
        let text = lines.map { "○" + $0.replacingOccurrences(of: "\t", with: "　") }.joined(separator: "\n")
        return Parsed(SourceText(text: text, name: source.name))
    }
}

@Suite struct PluginTests {
    private let minutes = Array("委員長\tただいまから開会します。\n委員\t来年度の予算はどうなりますか。\n事務局\t予算は二月に示します。\n委員\t分かりました。\n".utf8)

    @Test func anAnalyzerOfSomebodysOwnRunsBesideTheBuiltInOnes() throws {
        var analyzers = AnalyzerRegistry.builtIn
        try analyzers.register(BudgetAnalyzer())
        let processor = try MinutesProcessor(
            readers: try ReaderRegistry.builtIn.adding([TabbedReader()]), analyzers: analyzers)
        let record = try processor.process(SourceBytes(name: "会議.tabs", bytes: minutes))
        #expect(record.meeting.remarks.map(\.label) == ["委員長", "委員", "事務局", "委員"])
        let budget = record.findings.filter { $0.kind == "budget" }
        #expect(budget.map(\.quote) == ["予算", "予算"])
        #expect(record.findings.contains { $0.kind == .answer })
    }

    @Test func anAnalyzerOfWordsSharesThePass() throws {
        var analyzers = AnalyzerRegistry.builtIn
        try analyzers.register(BudgetWordsAnalyzer())
        let processor = try MinutesProcessor(
            readers: try ReaderRegistry.builtIn.adding([TabbedReader()]), analyzers: analyzers)
        let record = try processor.process(SourceBytes(name: "会議.tabs", bytes: minutes))
        #expect(record.findings.filter { $0.kind == "budget" }.map(\.quote) == ["予算", "予算"])
    }

    @Test func anIDThatIsTakenIsRefused() throws {
        var analyzers = AnalyzerRegistry.builtIn
        try analyzers.register(BudgetAnalyzer())
        #expect(throws: AnalysisSetupError.self) { try analyzers.register(BudgetAnalyzer()) }
        #expect(throws: ReadingError.self) { try ReaderRegistry.builtIn.adding([TabbedReader(), TabbedReader()]) }
    }

    @Test func aPageShowsWhatAPluginTakesAndLeaves() throws {
        let plugins = try Plugins()
        #expect(try plugins.page(of: "topics").contains("拾わない文"))
        #expect(throws: RequestProblem.self) { try plugins.page(of: "無い") }
    }
}

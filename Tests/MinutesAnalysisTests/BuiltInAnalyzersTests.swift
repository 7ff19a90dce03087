import Foundation
import MinutesModel
import Testing

@testable import MinutesAnalysis

@Suite struct BuiltInAnalyzersTests {
    static let analyzers = AnalyzerRegistry.builtIn.analyzers

    /// Nothing; a character of four bytes and a letter with its voicing mark apart; the same as a sentence of its own.
    static let prefixes = ["", "𠮷か\u{3099}、", "𠮷か\u{3099}ｶﾞ①、"]

    @Test(arguments: analyzers.map(\.descriptor.id), prefixes)
    func examplesHold(id: String, prefix: String) throws {
        for problem in try AnalyzerRegistry.builtIn.analyzer(id).failingExamples(prefix: prefix) {
            Issue.record("\(problem)")
        }
    }

    @Test(arguments: analyzers.map(\.descriptor))
    func everyAnalyzerShowsWhatItFindsAndWhatItLeavesAlone(descriptor: AnalyzerDescriptor) {
        #expect(!descriptor.examples.matching.isEmpty, "\(descriptor.id)")
        #expect(!descriptor.examples.nonMatching.isEmpty, "\(descriptor.id)")
        #expect(!descriptor.summary.isEmpty && !descriptor.summaryEnglish.isEmpty, "\(descriptor.id)")
        #expect(!descriptor.produces.isEmpty, "\(descriptor.id)")
    }

    @Test func idsDiffer() {
        let ids = AnalyzerRegistry.builtIn.ids
        #expect(Set(ids).count == ids.count)
    }

    @Test func everyFileInTheFolderThatDefinesAnAnalyzerIsOnTheList() throws {
        let folder = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources/MinutesAnalysis/BuiltIn")
        let listed = Set(Self.analyzers.map { String(describing: type(of: $0)) })
        var defined: Set<String> = []
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        for file in files where file.pathExtension == "swift" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let words = line.split { " :,{".contains($0) }
                guard let place = words.firstIndex(where: { $0 == "struct" || $0 == "class" || $0 == "enum" }),
                    words.dropFirst(place + 2).contains("Analyzer"), place + 1 < words.count
                else { continue }
                defined.insert(String(words[place + 1]))
            }
        }
        #expect(!defined.isEmpty)
        #expect(defined.subtracting(listed).sorted() == [], "add it to BuiltInAnalyzers.swift")
        #expect(listed.subtracting(defined).sorted() == [])
    }
}

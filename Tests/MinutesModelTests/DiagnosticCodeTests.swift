import Foundation
import MinutesModel
import Testing

/// The list of codes against the sources, and the tables of both READMEs against the list.
@Suite struct DiagnosticCodeTests {
    private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Codes that stand in the sources where a diagnostic is made, with the file of each.
    private static func codesInSources() throws -> [String: String] {
        let made = [
            #/code:\s*(?:[^"\n]*\?\s*)?"([a-z]+(?:-[a-z]+)*\.[a-z-]+)"(?:\s*:\s*"([a-z]+(?:-[a-z]+)*\.[a-z-]+)")?/#,
            #/(?:add|report|error|warning|note|Diagnostic)\(\s*(?:\.(?:note|warning|error),\s*)?"([a-z]+(?:-[a-z]+)*\.[a-z-]+)"()?/#,
            #/\(\s*"(publication\.[a-z-]+)",()?/#,
        ]
        var found: [String: String] = [:]
        let sources = package.appendingPathComponent("Sources")
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        for case let file as URL in files ?? .init()
        where file.pathExtension == "swift" && !file.lastPathComponent.hasPrefix("DiagnosticCode") {
            let text = try String(contentsOf: file, encoding: .utf8)
            for pattern in made {
                for match in text.matches(of: pattern) {
                    for code in [match.output.1, match.output.2].compactMap(\.self) where !code.isEmpty {
                        found[String(code)] = file.lastPathComponent
                    }
                }
            }
        }
        return found
    }

    @Test func everyCodeInTheSourcesIsOnTheListAndTheOtherWayRound() throws {
        let made = try Self.codesInSources()
        #expect(made.count > 40, "the patterns still see how diagnostics are made")
        let listed = Set(DiagnosticCode.all.map(\.code))
        for (code, file) in made.sorted(by: { $0.key < $1.key }) where !listed.contains(code) {
            Issue.record(
                """
                \(file) gives the code "\(code)", which is not on the list. Add it with its severity, meaning and what to do \
                (Japanese and English) to Sources/MinutesModel/Diagnostics/DiagnosticCode+….swift, then write the tables: \
                GIJIROKU_RECORD=1 swift test --filter DiagnosticCodeTests
                """)
        }
        for code in listed.sorted() where made[code] == nil {
            Issue.record(
                """
                "\(code)" is on the list and nothing in Sources gives it. Take it off the list in \
                Sources/MinutesModel/Diagnostics, or write it where the diagnostic is made as a plain literal (code: "\(code)").
                """)
        }
    }

    @Test func codesAreUniqueAndSayEverything() {
        #expect(Set(DiagnosticCode.all.map(\.code)).count == DiagnosticCode.all.count)
        for code in DiagnosticCode.all {
            let sentences = [
                code.meaning.japanese, code.meaning.english, code.advice.japanese, code.advice.english,
            ]
            #expect(sentences.allSatisfy { !$0.isEmpty && !$0.contains("|") && !$0.contains("\n") }, "\(code.code)")
        }
        #expect(DiagnosticCode.named("turn.none")?.severity == .warning)
        #expect(DiagnosticCode.named("turn.nothing") == nil)
    }

    @Test(arguments: ["README.md", "README.ja.md"])
    func theTableIsTheList(name: String) throws {
        let file = Self.package.appendingPathComponent(name)
        let text = try String(contentsOf: file, encoding: .utf8)
        let (begin, end) = ("<!-- diagnostics -->\n", "<!-- /diagnostics -->")
        let start = try #require(text.range(of: begin), "\(name) has the mark \(begin)")
        let stop = try #require(text.range(of: end), "\(name) has the mark \(end)")
        let table = Self.table(isJapanese: name.contains(".ja."))
        if ProcessInfo.processInfo.environment["GIJIROKU_RECORD"] != nil {
            let whole = text[..<start.upperBound] + table + text[stop.lowerBound...]
            try String(whole).write(to: file, atomically: true, encoding: .utf8)
            return
        }
        #expect(
            String(text[start.upperBound..<stop.lowerBound]) == table,
            "the table of \(name) is not the list; GIJIROKU_RECORD=1 swift test --filter DiagnosticCodeTests writes it")
    }

    private static func table(isJapanese: Bool) -> String {
        var lines =
            isJapanese
            ? ["| 符号 | 程度 | 意味 | すること |", "|---|---|---|---|"]
            : ["| code | severity | meaning | what to do |", "|---|---|---|---|"]
        for code in DiagnosticCode.all {
            lines.append(
                isJapanese
                    ? "| `\(code.code)` | \(code.severity.japaneseName) | \(code.meaning.japanese) | \(code.advice.japanese) |"
                    : "| `\(code.code)` | \(code.severity.rawValue) | \(code.meaning.english) | \(code.advice.english) |"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

import Foundation
import MinutesKit
import Testing

@Suite("evaluate turns")
struct TurnEvaluationTests {
    private static let text = """
        第１回　みなと市公園審議会　会議録
        日時　令和６年５月９日（木）14時～15時

        会　長：始めます。
        事務局：𠮷野公園の説明をします。
        秋吉委員：ベンチはありますか。
        事務局：あります。

        """

    /// Rows of a truth: the places of the given beginnings, with the speakers given.
    private static func table(_ rows: [(String, String)], of text: String) -> String {
        var table = "start\tend\tspeaker\textra\n"
        var from = text.startIndex
        for (beginning, speaker) in rows {
            let place = text.range(of: beginning, range: from..<text.endIndex)!
            let start = text.unicodeScalars.distance(from: text.startIndex, to: place.lowerBound)
            table += "\(start)\t\(start + 3)\t\(speaker)\tx=1\n"
            from = place.upperBound
        }
        return table
    }

    private func report(_ text: String, _ truth: String, nested: String = "a/b") throws -> TurnReport {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("turns-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let folder = root.appendingPathComponent(nested)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(to: folder.appendingPathComponent("会議録.txt"), atomically: true, encoding: .utf8)
        try truth.write(to: folder.appendingPathComponent("会議録.turns.tsv"), atomically: true, encoding: .utf8)
        return try Evaluation.turns(in: [root])
    }

    @Test("a perfect reading scores one; blanks in labels and characters outside the basic plane do not matter")
    func perfect() throws {
        let truth = Self.table(
            [("会　長", "会長"), ("事務局：𠮷", "事務局"), ("秋吉", "秋吉委員"), ("事務局：あ", "事務局")], of: Self.text)
        let report = try report(Self.text, truth)
        #expect(report.problems.isEmpty)
        #expect(report.boundaries == report.labels)
        #expect(report.boundaries.wanted == 4)
        #expect(report.boundaries.f1 == 1)
    }

    @Test("misses, false turns and other speakers are counted and named by line, silent or warned about")
    func differences() throws {
        // The truth says that 事務局 began no turn of its own at line 5 and that a turn begins in the title.
        let truth = Self.table(
            [("第１回", "司会"), ("会　長", "議長"), ("秋吉", "秋吉委員"), ("事務局：あ", "事務局")], of: Self.text)
        let document = try #require(try report(Self.text, truth).documents.first)
        #expect(document.boundaries.right == 3)
        #expect(document.labels.right == 2)
        #expect(document.misses.map(\.line) == [1])
        #expect(document.silentMisses.map(\.wanted) == ["司会"])
        #expect(document.falseTurns.map(\.line) == [5])
        #expect(document.wrongLabels.map(\.found) == ["会　長"])
        #expect(abs(document.labels.precision - 0.5) < 1e-9)
    }

    @Test("a warning near a miss makes it no silent one")
    func warned() throws {
        let text = Self.text + "司法書士：登記のない土地もあります。\n"
        var rows = [("会　長", "会長"), ("事務局：𠮷", "事務局"), ("秋吉", "秋吉委員"), ("事務局：あ", "事務局")]
        rows.append(("司法書士", "司法書士"))
        let document = try #require(try report(text, Self.table(rows, of: text)).documents.first)
        #expect(document.silentMisses.isEmpty)
        #expect(document.misses.allSatisfy { $0.warnings.contains("turn.near-miss") })
    }

    @Test("truth with posts and names, and the row in front of the first speaker")
    func namesAndHeader() throws {
        let text = "みなと市議会\n令和６年５月９日\n○議長（波多太郎君）　始めます。\n○市長（灘花子君）　お答えします。\n"
        let truth =
            "start\tend\tspeaker\n0\t10\t\n"
            + Self.table([("○議長", "議長/波多 太郎"), ("○市長", "灘花子")], of: text).split(separator: "\n")
            .dropFirst().joined(separator: "\n")
        let document = try #require(try report(text, truth).documents.first)
        #expect(document.boundaries.wanted == 2)
        #expect(document.labels.right == 2)
    }

    @Test("an unusable truth is told, with its line, and no score is made up")
    func badTruth() throws {
        let cut = try report(Self.text, "start\tend\tspeaker\n1\t2\t会長\nx\t3\t会長\n")
        #expect(cut.documents.isEmpty)
        #expect(cut.problems.first?.reason.contains("3行目") == true)
        let beyond = try report(Self.text, "start\tend\tspeaker\n9999\t10000\t会長\n")
        #expect(beyond.documents.isEmpty)
        #expect(beyond.problems.count == 1)
        let empty = FileManager.default.temporaryDirectory.appendingPathComponent("turns-\(UUID().uuidString)")
        #expect(throws: FileProblem.missing(empty.path)) { try Evaluation.turns(in: [empty]) }
        try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: empty) }
        #expect(throws: RequestProblem.noTruth(empty.path)) { try Evaluation.turns(in: [empty]) }
    }
}

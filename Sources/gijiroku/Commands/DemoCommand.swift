import Foundation
import MinutesKit

/// `gijiroku demo`: everything once, on the samples.
enum DemoCommand: Command {
    static let name = "demo"
    static let help = CommandHelp(
        summary: Words("見本の会議録で、取り込みから素案までをひと通りお見せする", "show the whole way on the sample minutes"),
        usage: ["demo [--archive DIR] [--samples DIR]"],
        details: Words(
            "見本は作り話です。今の保管庫には触れません。できた保管庫と表は残りますので、続けて search や actions を試せます。",
            "The samples are invented. Your own archive is not touched; what the demo makes is left for you to try."),
        options: [
            Option(
                "--archive", "-a", value: "DIR",
                help: Words("できた保管庫を置くフォルダ（省略時は一時フォルダ）", "where to put the archive (default: a temporary folder)")),
            Option("--samples", value: "DIR", help: Words("見本のフォルダ", "the samples folder")),
        ],
        examples: [
            ("demo", Words("ひと通り見る", "see it all")),
            ("demo --archive 見本", Words("見本の保管庫を決めた場所に残す", "keep the archive in a place of your own")),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        try arguments.refuseOperands()
        let samples = try SampleFolder.find(arguments.value("--samples"))
        let place = try demoFolder(arguments.value("--archive"))
        let documents = try DocumentFolder.documents(at: [samples.path])
        let secretariat = try Secretariat.openOrCreate(at: place.archive)
        let report = try secretariat.importDocuments(documents)
        let text = DemoText(secretariat: secretariat, terminal: terminal)
        try terminal.print(text.opening(samples: samples))
        try terminal.print(try text.meetings(report))
        try terminal.print(try text.topics())
        try terminal.print(try text.actions())
        try terminal.print(try text.search(SampleFolder.query))
        let outline = try SourceFile.read(samples.appendingPathComponent("plan-outline.md"))
        let draft = try secretariat.draft(DraftRequest(outline: outline, meeting: SampleFolder.committee))
        try terminal.print(text.draft(draft))
        let actions = try secretariat.actions()
        let files: [(name: String, bytes: [UInt8], what: Words)] = [
            (
                "対応一覧.csv", try Secretariat.export(actions, as: "actions-csv"),
                Words("約束・要望・宿題の一覧（Excel で開けます）", "the action list, for Excel")
            ),
            (
                "対応一覧.md", try Secretariat.export(actions, as: "actions-markdown"),
                Words("同じ一覧（文書に貼り付ける用）", "the same list as Markdown")
            ),
            (
                "素案.md", Array((draft.markdown + "\n").utf8),
                Words("次期計画の素案と、意見と対応一覧", "the draft and the table of opinions")
            ),
        ]
        for file in files { try SourceFile.write(file.bytes, to: place.output.appendingPathComponent(file.name)) }
        try terminal.print(
            text.closing(
                archive: place.archive, files: files.map { (place.output.appendingPathComponent($0.name), $0.what) }))
        return report.outcomes.contains { $0.status == .failed } || !draft.problems.isEmpty ? .problems : .done
    }

    /// A named folder is used as it is; the temporary one is begun anew each time.
    private static func demoFolder(_ named: String?) throws -> (archive: URL, output: URL) {
        if let named {
            let archive = URL(fileURLWithPath: named, isDirectory: true)
            let output = archive.deletingLastPathComponent()
            return (archive, output)
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "gijiroku-demo-\(getuid())", isDirectory: true)
        try? FileManager.default.removeItem(at: folder)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw FileProblem.unwritable(folder.path, reason: error.localizedDescription)
        }
        return (folder.appendingPathComponent("kaigiroku", isDirectory: true), folder)
    }
}

/// Where the samples lie, and what the demo asks of them.
enum SampleFolder {
    /// A word that was asked about in the samples.
    static let query = "居場所"
    /// The committee whose plan the outline is for.
    static let committee = "みずほ川市地域福祉活動計画推進委員会"

    /// `--samples`, else `samples` here, else beside the source the program was built from.
    /// - Throws: `FileProblem.missing`.
    static func find(_ named: String?) throws -> URL {
        if let named { return URL(fileURLWithPath: named, isDirectory: true) }
        var places = [URL(fileURLWithPath: "samples", isDirectory: true)]
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        for _ in 0..<5 {
            folder.deleteLastPathComponent()
            places.append(folder.appendingPathComponent("samples", isDirectory: true))
        }
        let found = places.first {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent("plan-outline.md").path)
        }
        guard let found else { throw FileProblem.missing("samples/plan-outline.md（見本。--samples で場所を指定できます）") }
        return found
    }
}

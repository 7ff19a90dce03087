import Foundation
import MinutesKit
import Testing

/// Every sample's record as it was when somebody last read it. `GIJIROKU_RECORD=1 swift test` writes the files
/// anew; read the difference before you commit it.
@Suite struct GoldenTests {
    @Test(arguments: Sample.all)
    func theRecordIsTheOneThatWasRead(sample: Sample) throws {
        let dump = try RecordDump.text(MinutesProcessor().process(sample.source()))
        let file = sample.folder.appendingPathComponent("expected/record.golden")
        if ProcessInfo.processInfo.environment["GIJIROKU_RECORD"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(dump.utf8).write(to: file)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        guard dump != expected else { return }
        let lines = zip(dump.split(separator: "\n"), expected.split(separator: "\n")).first { $0 != $1 }
        Issue.record("\(file.path) differs, first here:\n  now      \(lines?.0 ?? "")\n  expected \(lines?.1 ?? "")")
    }
}

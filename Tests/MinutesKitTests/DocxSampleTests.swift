import Foundation
import MinutesKit
import MinutesModel
import Testing

/// The samples as Word documents, made by LibreOffice and python-docx (`Tests/Fixtures/docx`), give the records of the
/// plain text.
@Suite struct DocxSampleTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/docx")

    /// Names of the Word documents that repeat a sample.
    static let documents: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".docx") && $0.hasPrefix("0") }.sorted()

    @Test func theyAreThere() {
        #expect(Self.documents.count == 15)
    }

    @Test(arguments: documents)
    func aWordDocumentGivesTheRecordOfTheText(name: String) throws {
        let sample = try #require(Sample.all.first { $0.testDescription.hasPrefix(name.prefix(4)) })
        let processor = try MinutesProcessor()
        let text = processor.parse(try processor.read(try sample.source()))
        let word = processor.parse(
            try processor.read(try SourceFile.read(Self.folder.appendingPathComponent(name))))
        #expect(word.remarks.map(\.text) == text.remarks.map(\.text))
        #expect(word.remarks.map(\.label) == text.remarks.map(\.label))
        #expect(word.remarks.map(\.role) == text.remarks.map(\.role))
        #expect(word.remarks.map { title(of: $0, in: word) } == text.remarks.map { title(of: $0, in: text) })
        #expect(word.agenda.map(\.number) == text.agenda.map(\.number))
        #expect(word.agenda.map(\.title) == text.agenda.map(\.title))
        #expect(word.header == text.header)
    }

    private func title(of remark: Remark, in meeting: Meeting) -> String? {
        meeting.agenda.first { $0.id == remark.agenda }?.title
    }
}

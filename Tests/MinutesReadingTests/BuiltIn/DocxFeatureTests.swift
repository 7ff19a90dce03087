import MinutesModel
import Testing

@testable import MinutesReading

/// Documents that python-docx and LibreOffice made, with everything that stands in Word documents.
@Suite struct DocxFeatureTests {
    @Test func whatPythonDocxWrote() throws {
        let parsed = try ReaderRegistry.builtIn.read(DocxFixture.file("features-python-docx.docx"))
        let lines = parsed.value.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines == [])
        #expect(parsed.diagnostics.map(\.code) == [])
    }

    @Test func whatLibreOfficeWrote() throws {
        let parsed = try ReaderRegistry.builtIn.read(DocxFixture.file("features-libreoffice.docx"))
        let lines = parsed.value.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines == [])
        #expect(parsed.diagnostics.map(\.code) == [])
    }
}

import Foundation
import MinutesKit
import ZipContainer

/// Reading Word documents: container, XML, text. Speeds are in megabytes of XML, one core.
struct DocxBenchmark {
    private let settings: BenchSettings
    /// Different documents; they are read in turn.
    private static let variety = 40

    init(_ settings: BenchSettings) { self.settings = settings }

    func run() throws {
        let processor = try MinutesProcessor()
        let documents = try (0..<min(settings.documents, Self.variety)).map { try wordDocument($0) }
        var xml = 0
        var text = 0
        let start = ProcessorTime.seconds
        for number in 0..<settings.documents {
            let document = documents[number % documents.count]
            xml += document.xml
            text += try processor.read(document.source).value.text.utf8.count
        }
        let read = ProcessorTime.seconds - start
        let expandStart = ProcessorTime.seconds
        for number in 0..<settings.documents {
            _ = try ZipArchive(documents[number % documents.count].source.bytes).contents(named: Self.part)
        }
        let expand = ProcessorTime.seconds - expandStart
        func rate(_ seconds: Double) -> String { String(format: "%8.1f MB/s", Double(xml) / 1_000_000 / seconds) }
        print(
            String(
                format: "documents %d, %.1f MB of XML, %.1f MB of text", settings.documents, Double(xml) / 1_000_000,
                Double(text) / 1_000_000))
        print("expand    \(rate(expand))")
        print("together  \(rate(read)) of XML a core")
        print(String(format: "peak memory %.0f MB", PeakMemory.megabytes))
    }

    private static let part = "word/document.xml"

    /// The generated minutes as Word writes them: a paragraph a line, attributes of revisions, a run with its fonts.
    private func wordDocument(_ number: Int) throws -> (source: SourceBytes, xml: Int) {
        var xml =
            #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document "#
            + #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#
            + #"xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:body>"#
        for (index, line) in settings.generator.document(number).split(separator: "\n").enumerated() {
            let text = line.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            xml +=
                #"<w:p w14:paraId="\#(String(0x1A2B_0000 + index, radix: 16))" w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E">"#
                + #"<w:pPr><w:jc w:val="left"/><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr></w:pPr>"#
                + #"<w:r><w:rPr><w:rFonts w:ascii="ＭＳ 明朝" w:hint="eastAsia"/><w:sz w:val="21"/></w:rPr>"#
                + #"<w:t xml:space="preserve">\#(text)</w:t></w:r></w:p>"#
        }
        xml += "<w:sectPr/></w:body></w:document>"
        var writer = ZipWriter()
        try writer.add(
            "_rels/.rels",
            Array(
                (#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship "#
                    + #"Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" "#
                    + #"Target="\#(Self.part)"/></Relationships>"#).utf8))
        try writer.add(Self.part, Array(xml.utf8))
        return (SourceBytes(name: "\(number).docx", bytes: writer.finished()), xml.utf8.count)
    }
}

import MinutesModel
import Testing

@testable import MinutesReading

@Suite struct PlainTextReaderTests {
    private func read(_ bytes: [UInt8], name: String = "会議録.txt") throws -> Parsed<SourceText> {
        try PlainTextReader().read(SourceBytes(name: name, bytes: bytes))
    }

    @Test func textIsKeptAsItCame() throws {
        let text = "令和６年度第１回\r\n○委員長　開会します。\u{0C}-2-\r\n"
        let parsed = try read([0xEF, 0xBB, 0xBF] + Array(text.utf8))
        #expect(parsed.value.text == text)
        #expect(parsed.value.name == "会議録.txt")
        #expect(parsed.value.encoding == "utf-8")
        #expect(parsed.value.encodingConfidence == 1)
        #expect(parsed.diagnostics.isEmpty)
    }

    @Test func shiftJISIsRead() throws {
        // ○委員長　開会します。
        let bytes: [UInt8] = [
            0x81, 0x9B, 0x88, 0xCF, 0x88, 0xF5, 0x92, 0xB7, 0x81, 0x40, 0x8A, 0x4A, 0x89, 0xEF, 0x82, 0xB5, 0x82, 0xDC,
            0x82, 0xB7, 0x81, 0x42,
        ]
        let parsed = try read(bytes)
        #expect(parsed.value.text == "○委員長　開会します。")
        #expect(parsed.value.encoding == "cp932")
        #expect(parsed.diagnostics.isEmpty)
    }

    @Test func unreadableBytesAreReportedWithTheirLine() throws {
        let parsed = try read(Array("一行目です。\r\n二行目です。\r\n三行".utf8) + [0xFF] + Array("目です。\n".utf8))
        let diagnostic = try #require(parsed.diagnostics.first { $0.code == "encoding.replaced" })
        #expect(diagnostic.line == 3)
        #expect(diagnostic.severity == .warning)
        #expect(diagnostic.message.contains("3行目"))
    }

    @Test func doubtIsReported() throws {
        let parsed = try read([0x82, 0xA0])
        #expect(parsed.diagnostics.map(\.code) == ["encoding.uncertain"])
    }

    @Test func thereHasToBeText() {
        #expect(throws: ReadingError.empty(name: "会議録.txt")) { try read([]) }
        #expect(throws: ReadingError.empty(name: "会議録.txt")) { try read([0xEF, 0xBB, 0xBF]) }
        #expect(throws: ReadingError.binary(name: "会議録.txt", kind: .unknown)) {
            try read([UInt8](repeating: 0, count: 100))
        }
        #expect(throws: ReadingError.binary(name: "会議録.txt", kind: .image)) {
            try read([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        }
    }

    @Test func thereIsALimit() throws {
        let reader = PlainTextReader(sizeLimit: 10)
        let error = ReadingError.tooLarge(name: "a.txt", bytes: 11, limit: 10)
        #expect(throws: error) {
            try reader.read(SourceBytes(name: "a.txt", bytes: [UInt8](repeating: 0x41, count: 11)))
        }
        #expect(ReadingError.tooLarge(name: "a.txt", bytes: 600 << 20, limit: 512 << 20).description.contains("512MB"))
    }

    @Test func oneLongLineIsRead() throws {
        let line = [UInt8](repeating: 0x41, count: 20 << 20) + [0xFF]
        let parsed = try read(line)
        #expect(parsed.value.text.utf8.count == line.count + 2)
        #expect(parsed.diagnostics.contains { $0.code == "encoding.replaced" && $0.line == 1 })
    }

    @Test(arguments: [
        ("a.txt", true), ("a.md", true), ("議事録", true), ("a.log", true), ("a.pdf", false), ("a.docx", false),
        ("a.html", false), ("a.XML", false),
    ])
    func takesTextByItsName(name: String, expected: Bool) {
        #expect(PlainTextReader().canRead(SourceBytes(name: name, bytes: Array("あ".utf8))) == expected)
    }
}

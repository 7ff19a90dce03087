import MinutesModel
import Testing

@testable import MinutesReading

private struct ShoutingReader: DocumentReader {
    static let id = "shouting"
    static let summary = "大声（.loud）"
    func canRead(_ source: SourceBytes) -> Bool { source.fileExtension == "loud" }
    func read(_ source: SourceBytes) throws -> Parsed<SourceText> { Parsed(SourceText(text: "！", name: source.name)) }
}

@Suite struct ReaderRegistryTests {
    @Test func aReaderIsFoundByItsId() throws {
        #expect(try ReaderRegistry.builtIn.reader(id: "plain-text") is PlainTextReader)
        #expect(throws: ReadingError.unknownReader(id: "telegram", known: ReaderRegistry.builtIn.ids)) {
            try ReaderRegistry.builtIn.reader(id: "telegram")
        }
    }

    @Test func anIdIsTakenOnce() throws {
        #expect(throws: ReadingError.duplicateReader(id: "plain-text")) {
            try ReaderRegistry.builtIn.adding([PlainTextReader()])
        }
        let registry = try ReaderRegistry.builtIn.adding([ShoutingReader()])
        #expect(registry.ids == ["shouting"] + ReaderRegistry.builtIn.ids)
        #expect(try registry.read(SourceBytes(name: "a.loud", bytes: [1])).value.text == "！")
    }

    @Test func anUnknownFormatListsTheKnownOnes() throws {
        let error = #expect(throws: ReadingError.self) {
            try ReaderRegistry.builtIn.read(SourceBytes(name: "会議録.xml", bytes: Array("<a/>".utf8)))
        }
        let message = try #require(error?.description)
        #expect(message.contains("会議録.xml"))
        #expect(message.contains(".txt"))
    }

    @Test(arguments: [
        ("a.rtf", "{\\rtf1", BinaryKind.richText), ("a.txt", "GIF89a", .image),
    ])
    func binariesAreNamedByTheirFirstBytes(name: String, start: String, kind: BinaryKind) {
        #expect(throws: ReadingError.binary(name: name, kind: kind)) {
            try ReaderRegistry.builtIn.read(SourceBytes(name: name, bytes: Array(start.utf8)))
        }
    }

    @Test(arguments: [
        ("会議録.TXT", "txt"), ("/a.b/minutes", ""), (".hidden", ""), ("C:\\記録\\第１回.docx", "docx"), ("a.tar.gz", "gz"),
    ])
    func fileExtensions(name: String, expected: String) {
        #expect(SourceBytes(name: name, bytes: []).fileExtension == expected)
    }

    /// Every kind says what it is and what to do, in a sentence.
    @Test(arguments: BinaryKind.allCases)
    func messagesSayWhatToDo(kind: BinaryKind) {
        let message = ReadingError.binary(name: "x", kind: kind).description
        #expect(message.contains("「x」は"))
        #expect(message.hasSuffix("。"))
        #expect(message.contains("ください"))
    }
}

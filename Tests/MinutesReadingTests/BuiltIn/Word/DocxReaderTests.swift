import MinutesModel
import Testing
import ZipContainer

@testable import MinutesReading

@Suite struct DocxReaderTests {
    @Test func aParagraphIsALine() throws {
        let text = try DocxFixture.text(
            DocxFixture.paragraph("一") + "<w:p/>" + DocxFixture.paragraph("二 &amp; &#x4E09;&lt;"))
        #expect(text == "一\n\n二 & 三<\n")
    }

    @Test func spaceCountsWhereItIsKept() throws {
        let body = #"<w:p><w:r><w:t xml:space="preserve"> 甲 </w:t></w:r><w:r><w:t> 乙 </w:t></w:r></w:p>"#
        #expect(try DocxFixture.text(body) == " 甲 乙\n")
        #expect(try DocxFixture.text(DocxFixture.paragraph("前\n後\t末")) == "前 後 末\n")
        #expect(try DocxFixture.text(DocxFixture.paragraph("<![CDATA[甲&乙]]>")) == "甲&乙\n")
    }

    @Test func anyPrefixMayStandForWord() throws {
        let source = try DocxFixture.package([
            "word/document.xml":
                #"<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:w="urn:other">"#
                + "<x:body><x:p><x:r><x:t>会議</x:t><w:t>他所</w:t></x:r></x:p></x:body></x:document>"
        ])
        #expect(try DocxReader().read(source).value.text == "会議\n")
    }

    @Test func pagesBecomeFormFeedsBetweenParagraphs() throws {
        let page = #"<w:r><w:br w:type="page"/></w:r>"#
        let text = try DocxFixture.text(
            DocxFixture.paragraph("一") + "<w:p>\(page)<w:r><w:t>二</w:t></w:r></w:p>"
                + "<w:p><w:r><w:t>三</w:t></w:r>\(page)</w:p>" + DocxFixture.paragraph("四"))
        #expect(text == "一\n\u{0C}二\n三\n\u{0C}四\n")
        // Where Word says where pages began, that holds: the sentence stays whole, the next paragraph is on page 2.
        let rendered = try DocxFixture.text(
            "<w:p><w:r><w:t>長い</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>文。</w:t></w:r></w:p>"
                + DocxFixture.paragraph("次"))
        #expect(rendered == "長い文。\n\u{0C}次\n")
    }

    // MARK: Tables

    private func cell(_ paragraphs: String...) -> String {
        "<w:tc><w:tcPr/>" + paragraphs.map { DocxFixture.paragraph($0) }.joined() + "</w:tc>"
    }

    private func table(_ rows: String...) -> String {
        "<w:tbl><w:tblPr/>" + rows.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl>"
    }

    @Test func aSpeechOfSeveralParagraphsStaysWithItsSpeaker() throws {
        let text = try DocxFixture.text(
            table(
                cell("発言者") + cell("発言"), cell("委員長") + cell("一。", "二。", "三。", "四。", "五。"),
                cell("委員", "（北部）") + cell("はい。")))
        #expect(text == "発言者\t発言\n委員長\t一。\n\t二。\n\t三。\n\t四。\n\t五。\n委員（北部）\tはい。\n")
    }

    /// A form: the proceedings in one cell begin on lines of their own.
    @Test func theBodyInAFormIsNotBehindItsLabel() throws {
        let text = try DocxFixture.text(
            table(
                cell("会議名") + cell("協議会"), cell("日時") + cell("１月１０日", "午後２時から"),
                cell("会議内容") + cell("○会長　開会します。", "○委員　はい。", "○会長　では。", "○委員　以上です。")))
        #expect(
            text == "会議名\t協議会\n日時\t１月１０日\n\t午後２時から\n会議内容\n○会長　開会します。\n○委員　はい。\n○会長　では。\n○委員　以上です。\n")
    }

    @Test func listsSideBySideArePaired() throws {
        let text = try DocxFixture.text(table(cell("出席者") + cell("甲野一", "乙野二") + cell("会長", "副会長")))
        #expect(text == "出席者\t甲野一\t会長\n\t乙野二\t副会長\n")
    }

    @Test func deletedRowsAndCellsAreGone() throws {
        let deleted = #"<w:tr><w:trPr><w:del w:id="1"/></w:trPr>"# + cell("消") + "</w:tr>"
        let text = try DocxFixture.text(
            "<w:tbl>\(deleted)<w:tr>\(cell("残"))<w:tc><w:tcPr><w:cellDel/></w:tcPr>\(DocxFixture.paragraph("消"))</w:tc></w:tr></w:tbl>"
        )
        #expect(text == "残\n")
    }

    // MARK: What is left out

    @Test func aFieldThatNeverEndsSwallowsNothing() throws {
        let source = try DocxFixture.document(
            #"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>"# + DocxFixture.paragraph("本文"))
        let parsed = try DocxReader().read(source)
        #expect(parsed.value.text == "\n本文\n")
        #expect(parsed.diagnostics.map(\.code) == ["docx.field"])
    }

    @Test func embeddedDocumentsAreReported() throws {
        let parsed = try DocxReader().read(
            DocxFixture.document(#"<w:altChunk/>"# + DocxFixture.paragraph("本文")))
        #expect(parsed.diagnostics.map(\.code) == ["docx.embedded"])
    }

    // MARK: What is refused

    @Test func whatIsNoWordDocumentIsNamed() throws {
        func relationship(_ target: String) -> String {
            DocxFixture.relationships.replacing("word/document.xml", with: target)
        }
        let cases: [([String: String], BinaryKind)] = [
            (["_rels/.rels": relationship("xl/workbook.xml"), "xl/workbook.xml": "<workbook/>"], .excel),
            (["_rels/.rels": relationship("ppt/presentation.xml"), "ppt/presentation.xml": "<p/>"], .presentation),
            (["mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<c/>"], .openDocument),
            (["_rels/.rels": relationship("nothing.xml"), "a.txt": "本文"], .zip),
        ]
        for (parts, kind) in cases {
            let source = try DocxFixture.package(parts)
            #expect(throws: ReadingError.binary(name: "会議録.docx", kind: kind)) {
                try ReaderRegistry.builtIn.read(source)
            }
        }
    }

    /// A container of Office 2003: header, then directory entries of 128 bytes.
    private func compound(_ streams: [String]) -> SourceBytes {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
        for stream in streams {
            var entry = [UInt8](repeating: 0, count: 128)
            for (index, byte) in stream.utf8.enumerated() { entry[index * 2] = byte }
            entry[64] = UInt8(stream.utf8.count * 2 + 2)
            entry[66] = 2
            bytes += entry
        }
        return SourceBytes(name: "会議録.doc", bytes: bytes)
    }

    @Test func oldAndProtectedDocumentsSayWhatToDo() {
        let old = #expect(throws: ReadingError.binary(name: "会議録.doc", kind: .oldWord)) {
            try ReaderRegistry.builtIn.read(compound(["Root Entry", "WordDocument"]))
        }
        #expect(old?.description.contains(".docx") == true)
        let protected = #expect(throws: ReadingError.binary(name: "会議録.doc", kind: .protectedOffice)) {
            try ReaderRegistry.builtIn.read(compound(["Root Entry", "EncryptionInfo", "EncryptedPackage"]))
        }
        #expect(protected?.description.contains("パスワード") == true)
        #expect(throws: ReadingError.binary(name: "会議録.doc", kind: .oldOffice)) {
            try ReaderRegistry.builtIn.read(compound(["Root Entry", "Workbook"]))
        }
    }

    @Test(arguments: [
        (#"<!DOCTYPE w:document [<!ENTITY a "aaaa">]><w:document/>"#, "DOCTYPE"),
        ("<w:document><w:body><w:p></w:body></w:document>", "書き方"),
        ("<w:document><w:body>", "途中で切れて"),
        ("", "途中で切れて"),
        ("<w:document \(DocxFixture.namespaces)><w:p><w:r><w:t>&bomb;</w:t></w:r></w:p></w:document>", "実体参照"),
        (String(repeating: "<a>", count: 600), "深すぎ"),
    ])
    func brokenXMLIsRefused(xml: String, reason: String) throws {
        let source = try DocxFixture.package(["word/document.xml": xml])
        let error = #expect(throws: ReadingError.self) { try DocxReader().read(source) }
        let message = try #require(error?.description)
        #expect(message.contains(reason) && message.contains("word/document.xml"), "\(message)")
    }

    @Test func aDocumentOfPicturesSaysSo() throws {
        let source = try DocxFixture.document("<w:p><w:r><w:drawing/></w:r></w:p>")
        let error = #expect(throws: ReadingError.self) { try DocxReader().read(source) }
        #expect(error?.description.contains("画像が1個") == true)
    }

    @Test func damagedContainersNameTheEntry() throws {
        var source = try DocxFixture.document(DocxFixture.paragraph(String(repeating: "会議録の本文です。", count: 50)))
        let place = source.bytes.indices.first { source.bytes[$0...].starts(with: Array("word/document.xml".utf8)) }
        source.bytes[try #require(place) + 40] ^= 0xFF
        let error = #expect(throws: ReadingError.self) { try DocxReader().read(source) }
        #expect(error?.description.contains("word/document.xml") == true)
    }

    /// Truncated and flipped documents end in text or in an error, never otherwise.
    @Test func brokenDocumentsNeverCrash() throws {
        let source = try DocxFixture.file("features-libreoffice.docx")
        for length in stride(from: 0, to: source.bytes.count, by: 37) {
            #expect(throws: ReadingError.self) {
                try ReaderRegistry.builtIn.reader(id: "docx").read(
                    SourceBytes(name: "a.docx", bytes: Array(source.bytes[..<length])))
            }
        }
        // The XML itself, packed again, so that no checksum saves the reader.
        let archive = try ZipArchive(source.bytes)
        var state: UInt64 = 7
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var read = 0
        var refused = 0
        for round in 0..<200 {
            var writer = ZipWriter()
            for entry in archive.entries {
                var contents = try archive.contents(of: entry)
                let isTarget = entry.name.hasSuffix(
                    ["document.xml", "numbering.xml", "styles.xml", "footnotes.xml"][round % 4])
                if isTarget {
                    for _ in 0..<1 + random(4) { contents[random(contents.count)] = UInt8(random(256)) }
                    if round % 5 == 0 { contents.removeLast(random(contents.count)) }
                }
                try writer.add(entry.name, contents, isStored: true)
            }
            do {
                _ = try DocxReader().read(SourceBytes(name: "a.docx", bytes: writer.finished()))
                read += 1
            } catch is ReadingError {
                refused += 1
            }
        }
        #expect(read > 10)
        #expect(refused > 50)
    }
}

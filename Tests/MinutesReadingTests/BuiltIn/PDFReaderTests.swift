import Foundation
import MinutesModel
import Testing

@testable import MinutesReading

@Suite struct PDFReaderTests {
    static let isInstalled = TextExtraction.locate("pdftotext") != nil

    /// A PDF of one page with what `content` draws in Helvetica.
    private func pdf(_ content: String) -> [UInt8] {
        var text = "%PDF-1.4\n"
        var places: [Int] = []
        for (number, object) in [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length \(content.utf8.count)>>\nstream\n\(content)\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ].enumerated() {
            places.append(text.utf8.count)
            text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 6\n0000000000 65535 f \n" + places.map { String(format: "%010d 00000 n \n", $0) }.joined()
        text += "trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }

    @Test(.enabled(if: isInstalled)) func textIsExtracted() throws {
        let source = SourceBytes(
            name: "a.pdf", bytes: pdf("BT /F1 12 Tf 50 700 Td (Chair: the meeting is open now.) Tj ET"))
        #expect(try PDFReader().read(source).value.text.contains("Chair: the meeting is open now."))
    }

    @Test(.enabled(if: isInstalled)) func aPageWithoutTextAsksForOCR() throws {
        let error = #expect(throws: ReadingError.self) {
            try PDFReader().read(SourceBytes(name: "a.pdf", bytes: pdf("10 10 100 100 re f")))
        }
        #expect(error?.description.contains("OCR") == true)
    }

    @Test(.enabled(if: isInstalled)) func aBrokenPDFIsRefused() throws {
        #expect(throws: ReadingError.self) {
            try PDFReader().read(SourceBytes(name: "a.pdf", bytes: Array("%PDF-1.4\nxx".utf8)))
        }
    }

    @Test func theMessageNamesTheCommandThatInstalls() throws {
        let reader = PDFReader(TextExtraction(program: "pdftotext-that-is-not-there"))
        let error = #expect(throws: ReadingError.self) { try reader.read(SourceBytes(name: "a.pdf", bytes: pdf(""))) }
        #expect(error == .missingProgram(name: "a.pdf", program: "pdftotext"))
        for word in ["apt install poppler-utils", "brew install poppler", "Windows"] {
            #expect(error?.description.contains(word) == true)
        }
    }

    #if !os(Windows)
        /// A program in place of `pdftotext` that does what the test says.
        private func fake(_ script: String) throws -> (folder: URL, name: String) {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
                "gijiroku-test-" + UUID().uuidString)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let file = folder.appendingPathComponent("fake")
            try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
            return (folder, file.path)
        }

        @Test func aProgramThatHangsIsEnded() throws {
            let (folder, path) = try fake("exec sleep 60")
            defer { try? FileManager.default.removeItem(at: folder) }
            let extraction = TextExtraction(program: path, seconds: 1)
            let time = ContinuousClock().measure {
                #expect(throws: TextExtraction.Problem.tooSlow(seconds: 1)) {
                    try extraction.text(of: [1], keepsLayout: true)
                }
            }
            #expect(time < .seconds(20))
        }

        @Test func aProgramThatWritesWithoutEndIsEnded() throws {
            let (folder, path) = try fake("for last; do :; done; exec yes > \"$last\"")
            defer { try? FileManager.default.removeItem(at: folder) }
            let extraction = TextExtraction(program: path, seconds: 30, outputLimit: 1 << 20)
            #expect(throws: TextExtraction.Problem.tooLarge(bytes: 1 << 20)) {
                try extraction.text(of: [1], keepsLayout: true)
            }
        }
    #endif

    @Test func pagesAndWhatSettingPutInAreUndone() {
        let lines = [
            "   第 3 回の会議を 10 月 29 日に開き、委員 9 名のうち 8 名が出席しました。", "    次の議題は、居場所 37 か所（－2 か所）についてです。",
            "   1 開会　委 員 会 を 開 会 す る 前 に 資 料 を 確 か め ま す",
        ]
        let text = PDFText(Array((lines.joined(separator: "\n") + "\n\u{0C}\n\u{0C}").utf8)).text
        #expect(
            text
                == "   第3回の会議を10月29日に開き、委員9名のうち8名が出席しました。\n   　次の議題は、居場所37か所（－2か所）についてです。\n   1 開会　委員会を開会する前に資料を確かめます\n"
        )
    }

    @Test func blanksOfTheWriterStay() {
        let text = "第3回の会議を10月29日に開き、委員9名が出席。 Word 版は別紙。\n"
        #expect(PDFText(Array(text.utf8)).text == text)
    }

    @Test func columnsOfRunningTextAreTold() {
        let half = "あいうえおかきくけこさしすせそ、たちつてと。"
        let columns = PDFText(Array((0..<30).map { _ in "\(half)        \(half)" }.joined(separator: "\n").utf8))
        #expect(columns.hasColumnsOfText)
        let list = PDFText(Array((0..<30).map { _ in "委員　雨森 東        委員　鵜飼 南" }.joined(separator: "\n").utf8))
        #expect(!list.hasColumnsOfText)
    }
}

import Foundation
import JapaneseText
import MinutesKit
import MinutesModel
import Testing

@testable import MinutesReading

/// The same minutes give the same record, whatever file they come in.
@Suite struct SameMinutesTests {
    /// What a record says, places left out.
    private struct Said: Equatable {
        var header: MeetingHeader
        var agenda: [String]
        var remarks: [String]

        /// - Parameter plain: blanks do not count: extraction from PDF does not tell wide ones from others.
        init(_ record: AnalyzedMeeting, plain: Bool = false) {
            func text(_ text: String) -> String { plain ? text.filter { $0 != " " && $0 != "\u{3000}" } : text }
            header = record.meeting.header
            header.id = ""
            header.title = header.title.map(text)
            header.venue = header.venue.map(text)
            header.host = header.host.map(text)
            header.materials = header.materials.map(text)
            agenda = record.meeting.agenda.map { "\($0.number)|\(text($0.title))" }
            remarks = record.meeting.remarks.map { "\($0.label)|\($0.role)|\($0.name ?? "")|\(text($0.text))" }
        }
    }

    private func said(_ name: String, _ bytes: [UInt8], plain: Bool = false) throws -> Said {
        Said(try MinutesProcessor().process(SourceBytes(name: name, bytes: bytes)), plain: plain)
    }

    private func text(_ sample: Sample) throws -> String { try MinutesProcessor().read(sample.source()).value.text }

    @Test(arguments: Sample.all)
    func everyEncoding(sample: Sample) throws {
        let text = try text(sample)
        let expected = try said("a.txt", Array(text.utf8))
        #expect(!expected.remarks.isEmpty)
        var little: [UInt8] = [0xFF, 0xFE]
        var big: [UInt8] = [0xFE, 0xFF]
        for unit in text.utf16 {
            little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        #expect(try said("a.txt", little) == expected)
        #expect(try said("a.txt", big) == expected)
        #expect(try said("a.txt", [0xEF, 0xBB, 0xBF] + Array(text.utf8)) == expected)
        // Characters that the encoding lacks are left out of the comparison by leaving out the sample.
        guard let data = text.data(using: .shiftJIS) else { return }
        let shiftJIS = [UInt8](data)
        guard TextDecoding.decode(shiftJIS, as: .cp932).text == text else { return }
        #expect(try said("a.txt", shiftJIS) == expected)
        guard let euc = Self.eucJP(shiftJIS), TextDecoding.decode(euc, as: .eucJP).text == text else { return }
        #expect(try said("a.txt", euc) == expected)
    }

    /// Shift_JIS to EUC-JP by arithmetic (JIS X 0208); `nil` for Windows' own characters.
    private static func eucJP(_ bytes: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        var place = 0
        while place < bytes.count {
            let byte = Int(bytes[place])
            if byte < 0x80 {
                result.append(bytes[place])
                place += 1
            } else if (0xA1...0xDF).contains(byte) {
                result += [0x8E, bytes[place]]
                place += 1
            } else {
                guard place + 1 < bytes.count, byte < 0xEB else { return nil }
                let second = Int(bytes[place + 1])
                let row = (byte - (byte >= 0xE0 ? 0xC1 : 0x81)) * 2 + (second >= 0x9F ? 1 : 0)
                let cell = second >= 0x9F ? second - 0x9F : second - (second >= 0x80 ? 0x41 : 0x40)
                guard row != 12 else { return nil }
                result += [UInt8(row + 0xA1), UInt8(cell + 0xA1)]
                place += 2
            }
        }
        return result
    }

    private static let menu =
        "<div><ul>" + (1...20).map { "<li><a href='/\($0)'>会議を選ぶ\($0)</a></li>" }.joined() + "</ul></div>"

    private static func escaped(_ line: some StringProtocol) -> String {
        line.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
    }

    /// Pages as different programs write them.
    @Test(arguments: Sample.all)
    func webPages(sample: Sample) throws {
        let text = try text(sample)
        let expected = try said("a.txt", Array(text.utf8))
        let whole = Self.escaped(text)
        let verbatim =
            "<html><head><title>検索</title></head><body><table><tr><td>\(Self.menu)</td><td><pre>\n\(whole)</pre></td></tr></table><div>お問い合わせ</div>"
        #expect(try said("a.html", Array(verbatim.utf8)) == expected, "pre")
        // Without pages and blanks that only plain text has.
        let lines = text.replacingOccurrences(of: "\r\n", with: "\n").split(
            omittingEmptySubsequences: false, whereSeparator: { "\n\u{0C}".contains($0) }
        ).map { line in String(line.drop { $0 == " " }) }
        let flat = try said("a.txt", Array(lines.joined(separator: "\n").utf8))
        let breaks = lines.map(Self.escaped).joined(separator: "<br>\r\n")
        let paragraphs = lines.map { "<p>\($0.isEmpty ? "&nbsp;" : Self.escaped($0))</p>" }.joined(separator: "\n")
        for (name, body) in [("br", breaks), ("p", paragraphs)] {
            // A browser shows one blank where the source has several, so such samples are not compared here.
            guard !lines.contains(where: { $0.contains("  ") || $0.contains("\t") }) else { continue }
            let page =
                "<!DOCTYPE html><html><body>\(Self.menu)<div id=x><div>\(body)</div></div><footer>市役所</footer></body></html>"
            #expect(try said("a.html", Array(page.utf8)) == flat, "\(name)")
        }
    }

    @Test(.enabled(if: TextExtraction.locate("pdftotext") != nil), arguments: Sample.all)
    func printedPages(sample: Sample) throws {
        let lines = try text(sample).replacingOccurrences(of: "\r\n", with: "\n").split(
            omittingEmptySubsequences: false, whereSeparator: { "\n\u{0C}".contains($0) }
        ).map { line in line.contains { $0 != " " } ? line : "" }
        // Extraction makes one blank line of any gap.
        let squeezed = lines.indices.filter { $0 == 0 || !lines[$0].isEmpty || !lines[$0 - 1].isEmpty }.map {
            lines[$0]
        }
        // On a page no line is longer than the page; samples with a paragraph a line are not printed.
        guard lines.allSatisfy({ $0.count <= 60 }) else { return }
        let flat = Said(
            try MinutesProcessor().process(
                SourceBytes(name: "a.txt", bytes: Array(squeezed.joined(separator: "\n").utf8))), plain: true)
        let printed = try said("a.pdf", PrintedPDF.pages(of: lines.map(String.init)), plain: true)
        #expect(printed.remarks.count == flat.remarks.count)
        // Where a page ends with a sentence that fills its line, the page does not show whether a paragraph ends too.
        func unparagraphed(_ remark: String) -> String { remark.replacingOccurrences(of: "。\n", with: "。") }
        // One difference at a time: the whole of two records is no message.
        let differing = zip(printed.remarks.map(unparagraphed), flat.remarks.map(unparagraphed)).first { $0 != $1 }
        #expect(differing?.0 == differing?.1)
        #expect(printed.agenda == flat.agenda)
        #expect(printed.header == flat.header)
    }
}

/// Sets lines of text on pages, as a printer driver would: a PDF without fonts, but with what their glyphs mean.
enum PrintedPDF {
    static func pages(of lines: [String]) -> [UInt8] {
        let height = 50
        let sheets = stride(from: 0, to: max(1, lines.count), by: height).map {
            Array(lines[$0..<min(lines.count, $0 + height)])
        }
        var objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[\(sheets.indices.map { "\(7 + 2 * $0) 0 R" }.joined(separator: " "))]/Count \(sheets.count)>>",
            "<</Type/Font/Subtype/Type0/BaseFont/Invented/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Invented/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R/DW 1000/W[32 126 500]>>",
            "<</Type/FontDescriptor/FontName/Invented/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>",
            stream(
                "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end"
            ),
        ]
        for (number, sheet) in sheets.enumerated() {
            var content = "BT /F1 10 Tf\n"
            for (row, line) in sheet.enumerated() where !line.isEmpty {
                let glyphs = line.utf16.map { String(format: "%04X", $0) }.joined()
                content += "1 0 0 1 50 \(790 - 15 * row) Tm <\(glyphs)> Tj\n"
            }
            objects.append(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 842]/Contents \(8 + 2 * number) 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            )
            objects.append(stream(content + "ET"))
        }
        var text = "%PDF-1.4\n"
        var places: [Int] = []
        for (number, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { text += String(format: "%010d 00000 n \n", place) }
        text += "trailer\n<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }

    private static func stream(_ content: String) -> String {
        "<</Length \(content.utf8.count)>>\nstream\n\(content)\nendstream"
    }
}

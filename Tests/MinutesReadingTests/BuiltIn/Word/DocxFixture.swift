import Foundation
import MinutesModel
import Testing
import ZipContainer

@testable import MinutesReading

/// Word documents for the tests: files that other programs made, and small ones of a body's XML.
enum DocxFixture {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures/docx")

    static func file(_ name: String) throws -> SourceBytes {
        SourceBytes(name: name, bytes: [UInt8](try Data(contentsOf: folder.appendingPathComponent(name))))
    }

    static let namespaces =
        #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#
        + #"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#

    static let relationships =
        #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
        + #"<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" "#
        + #"Target="word/document.xml"/></Relationships>"#

    /// A document whose body is this XML.
    static func document(_ body: String, further: [String: String] = [:]) throws -> SourceBytes {
        try package(
            ["word/document.xml": "<w:document \(namespaces)><w:body>\(body)</w:body></w:document>"].merging(further) {
                $1
            })
    }

    static func package(_ parts: [String: String]) throws -> SourceBytes {
        var writer = ZipWriter()
        try writer.add("_rels/.rels", Array((parts["_rels/.rels"] ?? relationships).utf8))
        for (name, text) in parts.sorted(by: { $0.key < $1.key }) where name != "_rels/.rels" {
            try writer.add(name, Array(text.utf8))
        }
        return SourceBytes(name: "会議録.docx", bytes: writer.finished())
    }

    static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

    static func text(_ body: String) throws -> String { try DocxReader().read(document(body)).value.text }
}

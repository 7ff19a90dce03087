import Testing

@testable import MinutesReading

@Suite struct XMLTokenizerTests {
    /// Events as text: `<name` with its namespace's number, `>name`, and text in quotes.
    private func events(_ xml: String) throws -> [String] {
        try Array(xml.utf8).withUnsafeBufferPointer { bytes in
            var tokenizer = XMLTokenizer(bytes, known: [Array("urn:a".utf8): 1])
            var events: [String] = []
            while let event = try tokenizer.next() {
                let name = String(decoding: bytes[tokenizer.name], as: UTF8.self)
                switch event {
                case .start: events.append("<\(name) \(tokenizer.namespace)")
                case .end: events.append(">\(name)")
                case .text:
                    var text: [UInt8] = []
                    try XMLText.append(bytes, tokenizer.text, isCharacterData: tokenizer.isCharacterData, to: &text)
                    events.append("“\(String(decoding: text, as: UTF8.self))”")
                }
            }
            return events
        }
    }

    @Test func elementsTextAndNamespaces() throws {
        let xml = """
            \u{FEFF}<?xml version="1.0"?><!-- > --><r xmlns:p='urn:a'><p:e b="1 > 0"/>甲&amp;&#x4E59;<q xmlns="urn:a" xmlns:p="urn:b"><p:e/></q><e/></r>

            """
        #expect(
            try events(xml) == [
                "<r 0", "<e 1", ">e", "“甲&乙”", "<q 1", "<e 0", ">e", ">q", "<e 0", ">e", ">r",
            ])
    }

    @Test(arguments: [
        ("", XMLProblem.truncated), ("<a>", .truncated), ("<a", .truncated), ("<a b", .truncated),
        ("<a b='", .truncated),
        ("<a><!-- </a>", .truncated), ("<a></b>", .malformed(offset: 5)), ("<a b=c/>", .malformed(offset: 5)),
        ("</a>", .malformed(offset: 4)), ("<a/><b/>", .malformed(offset: 4)), ("x<a/>", .malformed(offset: 0)),
        ("<!DOCTYPE a><a/>", .documentType), ("<a>&lol;</a>", .unknownEntity(offset: 3)),
        ("<a>&#0;</a>", .unknownEntity(offset: 3)), ("<a>&#xD800;</a>", .unknownEntity(offset: 3)),
        ("<a>&</a>", .unknownEntity(offset: 3)), ("<a b='1'c='2'/>", .malformed(offset: 8)),
    ])
    func whatIsWrongIsSaid(xml: String, problem: XMLProblem) {
        #expect(throws: problem) { try events(xml) }
    }

    @Test func depthAndNamespacesAreBounded() {
        #expect(throws: XMLProblem.tooDeep(limit: 512)) { try events(String(repeating: "<a>", count: 1_000_000)) }
        let many = (0..<300).map { "xmlns:n\($0)='u'" }.joined(separator: " ")
        #expect(throws: XMLProblem.tooManyNamespaces) { try events("<a \(many)/>") }
    }

    @Test func everyTruncationIsRefused() throws {
        let xml = Array(#"<r xmlns:p="urn:a"><p:e b="1">甲&amp;</p:e><![CDATA[乙]]><!-- c --></r>"#.utf8)
        for length in xml.indices {
            #expect(throws: XMLProblem.self) { try events(String(decoding: xml[..<length], as: UTF8.self)) }
        }
    }
}

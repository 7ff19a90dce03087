import Foundation

/// A Word document with the parts its text depends on.
struct WordDocument {
    private let package: OfficePackage
    private let main: String
    private let relationships: [OfficePackage.Relationship]

    /// - Throws: `ReadingError`; `.binary` for other office documents.
    init(_ source: SourceBytes) throws(ReadingError) {
        package = try OfficePackage(source)
        main = try package.mainPart()
        relationships = try package.relationships(of: main)
    }

    /// - Returns: the text in UTF-8, and what was noticed.
    func read() throws(ReadingError) -> (text: [UInt8], observations: WordObservations) {
        let styles = try parsed("styles", or: WordStyles()) { bytes throws(XMLProblem) in try WordStyles(bytes) }
        let numbering = try parsed("numbering", or: WordNumbering()) { bytes throws(XMLProblem) in
            try WordNumbering(bytes, styles: styles)
        }
        let footnotes = try notes("footnotes", styles, numbering)
        let endnotes = try notes("endnotes", styles, numbering)
        let body = try package.part(main)
        func story(ignoringFields: Bool) throws(ReadingError) -> (text: [UInt8], observations: WordObservations) {
            try parsed(main, body) { bytes throws(XMLProblem) in
                var reader = WordStoryReader(bytes, styles: styles, numbering: numbering)
                reader.footnotes = footnotes
                reader.endnotes = endnotes
                reader.ignoresFields = ignoringFields
                reader.trustsRenderedPages = Self.holdsRenderedPages(bytes)
                let text = try reader.read()
                return (text, reader.observations)
            }
        }
        var (text, observations) = try story(ignoringFields: false)
        // A field that never ends would swallow the rest of the document.
        if observations.isFieldUnclosed { (text, observations) = try story(ignoringFields: true) }
        observations.runningTexts = try runningTexts(styles)
        return (text, observations)
    }

    private func parsed<Value>(
        _ kind: String, or none: Value, _ body: (UnsafeBufferPointer<UInt8>) throws(XMLProblem) -> Value
    ) throws(ReadingError) -> Value {
        guard let part = relationships.first(where: { $0.kind == kind })?.target, package.has(part) else { return none }
        return try parsed(part, try package.part(part), body)
    }

    private func parsed<Value>(
        _ part: String, _ bytes: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) throws(XMLProblem) -> Value
    ) throws(ReadingError) -> Value {
        do throws(XMLProblem) {
            return try bytes.withUnsafeBufferPointer { buffer throws(XMLProblem) in try body(buffer) }
        } catch {
            throw package.problem(in: part, error)
        }
    }

    private func notes(
        _ kind: String, _ styles: WordStyles, _ numbering: WordNumbering
    ) throws(ReadingError) -> [String: String] {
        try parsed(kind, or: [:]) { bytes throws(XMLProblem) in
            var reader = WordStoryReader(bytes, styles: styles, numbering: numbering)
            _ = try reader.read()
            return reader.collectedNotes
        }
    }

    /// How many headers and footers are read: a document has three of each a section.
    private static let runningTextLimit = 60

    /// The different texts of headers and footers, page numbers alone left out.
    private func runningTexts(_ styles: WordStyles) throws(ReadingError) -> [String] {
        var texts: [String] = []
        var parts: Set<String> = []
        for relationship in relationships where relationship.kind == "header" || relationship.kind == "footer" {
            guard package.has(relationship.target), parts.insert(relationship.target).inserted,
                parts.count <= Self.runningTextLimit
            else { continue }
            let text = try parsed(relationship.target, try package.part(relationship.target)) {
                bytes throws(XMLProblem) in
                var reader = WordStoryReader(bytes, styles: styles, numbering: WordNumbering())
                return String(decoding: try reader.read(), as: UTF8.self)
            }
            let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
            let hasWords = trimmed.unicodeScalars.contains { $0.properties.isAlphabetic }
            if hasWords, !texts.contains(trimmed) { texts.append(trimmed) }
        }
        return texts
    }

    private static func holdsRenderedPages(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let name = Array("lastRenderedPageBreak".utf8)
        guard let start = bytes.baseAddress else { return false }
        // An l is rare enough in XML of Japanese text to look for the rest of the word at each.
        var offset = 0
        while offset + name.count <= bytes.count,
            let found = memchr(start + offset, Int32(name[0]), bytes.count - offset)
        {
            offset = UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found))
            if offset + name.count <= bytes.count, memcmp(found, name, name.count) == 0 { return true }
            offset += 1
        }
        return false
    }
}

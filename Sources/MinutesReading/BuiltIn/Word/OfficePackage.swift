import ZipContainer

/// An office document as a ZIP of parts that refer to each other (Open Packaging Conventions, ECMA-376 part 2).
struct OfficePackage {
    struct Relationship {
        /// What the part is, the last word of the type's address: `styles`, `footnotes`.
        var kind: String
        /// The part's name.
        var target: String
    }

    private let archive: ZipArchive
    private let name: String
    /// Part names are alike in any case.
    private let entries: [String: ZipEntry]

    /// - Throws: `ReadingError` for what is no ZIP file to be trusted.
    init(_ source: SourceBytes) throws(ReadingError) {
        name = source.name
        do throws(ZipError) {
            archive = try ZipArchive(source.bytes)
        } catch {
            throw .unreadable(name: source.name, reason: error.problem, advice: error.advice)
        }
        entries = Dictionary(
            archive.entries.map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The part that holds the text.
    /// - Throws: `ReadingError.binary` with the kind of file it is, when it is no Word document.
    func mainPart() throws(ReadingError) -> String {
        if entries["mimetype"] != nil, entries["content.xml"] != nil {
            throw .binary(name: name, kind: .openDocument)
        }
        let stated = try relationships(of: "").first { $0.kind == "officeDocument" }?.target
        guard let main = stated ?? (has("word/document.xml") ? "word/document.xml" : nil), has(main) else {
            throw .binary(name: name, kind: .zip)
        }
        if main.lowercased().hasPrefix("xl/") { throw .binary(name: name, kind: .excel) }
        if main.lowercased().hasPrefix("ppt/") { throw .binary(name: name, kind: .presentation) }
        return main
    }

    func has(_ part: String) -> Bool { entries[part.lowercased()] != nil }

    /// The bytes of a part as UTF-8.
    /// - Throws: `ReadingError.unreadable`, which names the part.
    func part(_ part: String) throws(ReadingError) -> [UInt8] {
        guard let entry = entries[part.lowercased()] else {
            let missing = ZipError.missing(entry: part)
            throw .unreadable(name: name, reason: missing.problem, advice: missing.advice)
        }
        do throws(ZipError) {
            return Self.utf8(try archive.contents(of: entry))
        } catch {
            throw .unreadable(name: name, reason: error.problem, advice: error.advice)
        }
    }

    /// XML may be UTF-16 as well, with a byte order mark.
    private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count >= 2 else { return bytes }
        let isLittle = bytes[0] == 0xFF && bytes[1] == 0xFE
        guard isLittle || (bytes[0] == 0xFE && bytes[1] == 0xFF) else { return bytes }
        let units: [UInt16] = stride(from: 2, to: bytes.count - 1, by: 2).map { offset in
            let first = UInt16(bytes[offset])
            let second = UInt16(bytes[offset + 1])
            return isLittle ? second << 8 | first : first << 8 | second
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// What a part refers to inside of the package; an empty name stands for the package itself.
    func relationships(of source: String) throws(ReadingError) -> [Relationship] {
        let folder = source.lastIndex(of: "/").map { String(source[...$0]) } ?? ""
        let file = source.dropFirst(folder.count)
        let relations = folder + "_rels/" + file + ".rels"
        guard has(relations) else { return [] }
        let bytes = try part(relations)
        do throws(XMLProblem) {
            return try bytes.withUnsafeBufferPointer { buffer throws(XMLProblem) in
                try Self.relationships(buffer, folder: folder)
            }
        } catch {
            throw problem(in: relations, error)
        }
    }

    private static func relationships(
        _ bytes: UnsafeBufferPointer<UInt8>, folder: String
    ) throws(XMLProblem) -> [Relationship] {
        var xml = XMLTokenizer(bytes, known: [:])
        var found: [Relationship] = []
        while let event = try xml.next() {
            guard event == .start, xml.holds(xml.name, "Relationship"), try xml.attribute("TargetMode") != "External",
                let type = try xml.attribute("Type"), let target = try xml.attribute("Target")
            else { continue }
            let kind = type.split(separator: "/").last.map(String.init) ?? type
            found.append(Relationship(kind: kind, target: resolved(target, folder: folder)))
        }
        return found
    }

    /// A target is meant from the folder of the part that names it, or from the top with a slash.
    private static func resolved(_ target: String, folder: String) -> String {
        var parts: [Substring] = []
        let path = target.hasPrefix("/") ? target : folder + target
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    /// The error for a part whose XML cannot be read.
    func problem(in part: String, _ problem: XMLProblem) -> ReadingError {
        .unreadable(
            name: name, reason: "中の「\(part)」が正しくありません（\(problem.japanese)）。",
            advice: "Wordで開き、名前を付けて保存し直してください。")
    }
}

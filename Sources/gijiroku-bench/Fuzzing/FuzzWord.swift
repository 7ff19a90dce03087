import ZipContainer

/// Word documents for a fuzz run: the parts are damaged one by one and packed again, so that what is damaged gets past
/// the container's checksums.
struct FuzzWord {
    private(set) var parts: [(name: String, bytes: [UInt8])]

    /// Turns as paragraphs, a table, a list, a tracked change, a field, a note and a text box.
    static let seed = FuzzWord(parts: [
        ("[Content_Types].xml", Array(contentTypes.utf8)),
        ("_rels/.rels", Array(relations("word/document.xml", "officeDocument").utf8)),
        ("word/_rels/document.xml.rels", Array(relations("footnotes.xml", "footnotes").utf8)),
        ("word/document.xml", Array(document.utf8)),
        ("word/footnotes.xml", Array(footnotes.utf8)),
        ("word/numbering.xml", Array(numbering.utf8)),
        ("word/styles.xml", Array(styles.utf8)),
    ])

    /// The container.
    var packed: [UInt8] {
        var zip = ZipWriter()
        for part in parts { try? zip.add(part.name, part.bytes) }
        return zip.finished()
    }

    /// One part damaged, sometimes left out.
    func damaged(_ mutator: inout Mutator, _ random: inout SeededRandom) -> [UInt8] {
        var word = self
        // The body most of the time.
        let place = random.below(3) > 0 ? 3 : random.below(parts.count)
        if random.below(20) == 0 {
            word.parts.remove(at: place)
        } else {
            let other = parts[random.below(parts.count)].bytes
            word.parts[place].bytes = mutator.mutate(parts[place].bytes, other: other)
        }
        return word.packed
    }

    private static let namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    private static let contentTypes =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"

    private static func relations(_ target: String, _ type: String) -> String {
        "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
            + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(type)\" Target=\"\(target)\"/></Relationships>"
    }

    private static func paragraph(_ text: String, _ properties: String = "") -> String {
        "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
    }

    private static let document =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document \(namespaces)><w:body>"
        + paragraph("令和６年度第１回若葉町福祉計画委員会 会議録", "<w:pStyle w:val=\"Heading1\"/>")
        + paragraph("日時　令和６年９月３日（火）午後２時")
        + paragraph("計画の骨子について", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")
        + paragraph("○委員長　始めます。") + paragraph("○委員　担い手が足りません。")
        + "<w:p><w:r><w:t>○事務局　</w:t></w:r><w:ins w:id=\"1\"><w:r><w:t>次回までに</w:t></w:r></w:ins><w:del w:id=\"2\"><w:r><w:delText>後日</w:delText></w:r></w:del>"
        + "<w:r><w:tab/><w:t>調べます。</w:t><w:br/><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
        + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
        + "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr>\(paragraph("委員長"))</w:tc><w:tc>\(paragraph("よろしいですか。"))</w:tc></w:tr>"
        + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>\(paragraph("委員"))</w:tc><w:tc>\(paragraph("はい。"))</w:tc></w:tr></w:tbl>"
        + paragraph("○委員長　&lt;終わり&gt;&#x307E;す。") + "<w:sectPr/></w:body></w:document>"
    private static let footnotes =
        "<?xml version=\"1.0\"?><w:footnotes \(namespaces)><w:footnote w:id=\"2\">\(paragraph("前回の資料を参照"))</w:footnote></w:footnotes>"
    private static let numbering =
        "<?xml version=\"1.0\"?><w:numbering \(namespaces)><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"japaneseCounting\"/>"
        + "<w:lvlText w:val=\"第%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    private static let styles =
        "<?xml version=\"1.0\"?><w:styles \(namespaces)><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:basedOn w:val=\"Heading1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style></w:styles>"
}

/// Reads one story of a Word document (the body, a header, a note) as lines of text.
struct WordStoryReader {
    /// What the parts of the document share.
    let styles: WordStyles
    private var numbering: WordNumbering
    /// By id, the text of footnotes and of endnotes.
    var footnotes: [String: String] = [:]
    var endnotes: [String: String] = [:]
    var observations = WordObservations()
    /// Text in the instruction of fields is shown as well, for documents with fields that never end.
    var ignoresFields = false
    /// Where Word last began pages is known; page breaks in the text are among these places.
    var trustsRenderedPages = false

    let table = WordElementTable.shared
    var xml: XMLTokenizer
    var story: WordStory
    var path: [WordElement] = []
    /// By open AlternateContent, whether a way to show it was taken.
    private var alternatives: [Bool] = []
    var isHidden = false
    var font = ""
    var isPlaceholder = false
    private var footnoteCount = 0
    private var endnoteCount = 0
    /// Notes that were written; a second reference shows the mark alone.
    private var written: Set<String> = []
    private var noteId = ""
    /// The notes of a part of notes, by id.
    private(set) var collectedNotes: [String: String] = [:]

    init(_ bytes: UnsafeBufferPointer<UInt8>, styles: WordStyles, numbering: WordNumbering) {
        xml = XMLTokenizer(bytes, known: WordElement.Namespace.known)
        self.styles = styles
        self.numbering = numbering
        story = WordStory(capacity: bytes.count / 4)
    }

    /// - Returns: the text; every paragraph ends with a line feed.
    mutating func read() throws(XMLProblem) -> [UInt8] {
        while let event = try xml.next() {
            switch event {
            case .start: try start()
            case .end: try end()
            case .text: break
            }
        }
        story.finish()
        if story.isFieldUnclosed { observations.isFieldUnclosed = true }
        return story.text
    }

    // MARK: Elements

    private mutating func start() throws(XMLProblem) {
        let element = table.element(xml)
        switch element {
        case .t:
            try text()
            return
        case .pPr:
            try paragraphProperties()
            return
        case .rPr:
            try runProperties()
            return
        case .sdtPr:
            try contentControlProperties()
            return
        case .tcPr:
            try cellProperties()
            return
        case .trPr:
            try rowProperties()
            return
        case .instrText, .delText, .delInstrText, .rt, .rubyPr, .sectPr, .tblPr, .tblGrid, .sdtEndPr, .comment:
            try xml.skipElement()
            return
        case .del, .moveFrom:
            observations.deletions += 1
            try xml.skipElement()
            return
        case .choice, .fallback:
            if alternatives.last != false {
                try xml.skipElement()
                return
            }
            alternatives[alternatives.count - 1] = true
        case .sdtContent where isPlaceholder:
            observations.placeholders += 1
            isPlaceholder = false
            try xml.skipElement()
            return
        case .alternateContent: alternatives.append(false)
        case .ins, .moveTo: observations.insertions += 1
        case .altChunk: observations.embedded += 1
        case .drawing, .pict, .object: observations.pictures += 1
        case .p: story.beginParagraph()
        case .r:
            isHidden = false
            font = ""
        case .tbl: story.beginTable()
        case .tr: story.beginRow()
        case .tc: story.beginFrame(.cell)
        case .txbxContent:
            story.beginFrame(.textBox)
            observations.pictures -= 1
        case .footnote, .endnote:
            noteId = try xml.attribute("id") ?? ""
            // Separators between the body and its notes have a type of their own.
            if let type = try xml.attribute("type"), type != "normal" { noteId = "" }
            story.beginFrame(.note)
        default: try runContent(element)
        }
        path.append(element)
    }

    private mutating func end() throws(XMLProblem) {
        guard let element = path.popLast() else { return }
        switch element {
        case .p: try endParagraph()
        case .tc: story.endCell()
        case .tr: story.endRow()
        case .tbl: story.endTable()
        case .txbxContent:
            let lines = story.endFrame()
            if let first = lines.first(where: { !$0.isEmpty }) {
                observations.textBoxes.append(String(decoding: first, as: UTF8.self))
                story.anchor(box: lines)
            }
        case .footnote, .endnote:
            let text = WordNotes.text(of: story.endFrame())
            if !noteId.isEmpty, !text.isEmpty { collectedNotes[noteId] = text }
        case .alternateContent: alternatives.removeLast()
        default: break
        }
    }

    private mutating func endParagraph() throws(XMLProblem) {
        let properties = story.frames[story.frames.count - 1].properties
        let style = styles[properties.style]
        let startsPage = properties.startsPage ?? style?.startsPage ?? false
        if startsPage, !trustsRenderedPages { story.breakPage(isBefore: true) }
        story.endParagraph(number: properties.joinsNext ? nil : number(properties, style))
        if properties.endsSection, !trustsRenderedPages { story.breakPage() }
    }

    /// The list number of a paragraph; its own settings go before those of its style.
    private mutating func number(_ properties: WordParagraph, _ style: WordStyles.Style?) -> String? {
        guard let id = properties.numberId ?? style?.numberId, id != 0 else { return nil }
        let fromStyle = properties.numberId == nil
        let linked =
            fromStyle ? (properties.style ?? styles.defaultParagraph).flatMap { numbering.level(of: $0, in: id) } : nil
        return numbering.next(id, level: properties.level ?? linked ?? style?.level ?? 0)
    }

    // MARK: Runs

    private var isShown: Bool { !isHidden && (ignoresFields || !story.isInInstruction) }

    private mutating func text() throws(XMLProblem) {
        let keepsSpace = try xml.attribute("space") == "preserve"
        let depth = xml.depth
        var content: [UInt8] = []
        while let event = try xml.next(), !(event == .end && xml.depth < depth) {
            if event == .text {
                try XMLText.append(xml.bytes, xml.text, isCharacterData: xml.isCharacterData, to: &content)
            }
        }
        guard isShown else {
            if isHidden, !content.isEmpty { observations.hiddenRuns += 1 }
            return
        }
        var shown = content[...]
        if !keepsSpace {
            while shown.first == 0x20 { shown.removeFirst() }
            while shown.last == 0x20 { shown.removeLast() }
        }
        if !font.isEmpty { shown = symbols(shown)[...] }
        story.frames[story.frames.count - 1].paragraph += shown
    }

    /// Text set in a symbol font.
    private mutating func symbols(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var text = ""
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            guard WordSymbol.isPrivate(scalar.value) else {
                text.unicodeScalars.append(scalar)
                continue
            }
            text.unicodeScalars.append(symbol(scalar.value, font))
        }
        return Array(text.utf8)
    }

    private mutating func symbol(_ code: UInt32, _ font: String) -> Unicode.Scalar {
        if let known = WordSymbol.scalar(code, font: font) { return known }
        observations.unknownSymbols += 1
        return "〓"
    }

    private mutating func runContent(_ element: WordElement) throws(XMLProblem) {
        switch element {
        case .fldChar: try field()
        case .commentReference: observations.comments += 1
        case .lastRenderedPageBreak where trustsRenderedPages: story.breakPage()
        default:
            guard isShown else { return }
            switch element {
            case .tab, .ptab: story.append(0x09)
            case .cr: story.append(0x0A)
            case .br: try lineBreak()
            case .noBreakHyphen: story.append(0x2D)
            case .sym:
                let code = try xml.attribute("char").flatMap { UInt32($0, radix: 16) }
                let shown = symbol(code ?? 0xE000, try xml.attribute("font") ?? "")
                story.append(shown.value < 0x20 ? " " : String(Character(shown)))
            case .footnoteReference, .endnoteReference: try note(isEndnote: element == .endnoteReference)
            default: break
            }
        }
    }

    private mutating func lineBreak() throws(XMLProblem) {
        guard try xml.attribute("type") == "page" else {
            story.append(0x0A)
            return
        }
        if !trustsRenderedPages { story.breakPage() }
        story.dividePage()
    }

    private mutating func field() throws(XMLProblem) {
        let top = story.frames.count - 1
        switch try xml.attribute("fldCharType") {
        case "begin": story.frames[top].fields.append(true)
        case "separate":
            if let last = story.frames[top].fields.indices.last { story.frames[top].fields[last] = false }
        case "end": _ = story.frames[top].fields.popLast()
        default: break
        }
    }

    // MARK: Notes

    private mutating func note(isEndnote: Bool) throws(XMLProblem) {
        guard let id = try xml.attribute("id"), let text = (isEndnote ? endnotes : footnotes)[id] else { return }
        if isEndnote { endnoteCount += 1 } else { footnoteCount += 1 }
        let mark = isEndnote ? "文末注\(endnoteCount)" : "注\(footnoteCount)"
        if try !WordValue.isOn(xml.attribute("customMarkFollows") ?? "0") { story.append("（\(mark)）") }
        guard written.insert((isEndnote ? "e" : "f") + id).inserted else { return }
        observations.notes += 1
        for (index, part) in WordNotes.parts(of: text).enumerated() {
            story.anchor(box: [Array("〔\(mark)\(index == 0 ? "" : "の続き")：\(part)〕".utf8)])
        }
    }
}

/// Properties of paragraphs, runs, cells and rows: what of them bears on the text.
extension WordStoryReader {
    /// Calls the body for each element inside of the one that has started; it may skip what is inside.
    private mutating func children(_ body: (inout WordStoryReader, WordElement) throws(XMLProblem) -> Void)
        throws(XMLProblem)
    {
        let depth = xml.depth
        while let event = try xml.next(), !(event == .end && xml.depth < depth) {
            if event == .start { try body(&self, table.element(xml)) }
        }
    }

    mutating func paragraphProperties() throws(XMLProblem) {
        var properties = WordParagraph()
        try children { (reader, element) throws(XMLProblem) in
            switch element {
            case .pStyle: properties.style = try reader.xml.attribute("val")
            case .ilvl: properties.level = WordValue.number(try reader.xml.attribute("val"))
            case .numId: properties.numberId = WordValue.number(try reader.xml.attribute("val"))
            case .pageBreakBefore: properties.startsPage = WordValue.isOn(try reader.xml.attribute("val"))
            // In the properties of the mark at the end.
            case .del, .moveFrom: properties.joinsNext = true
            case .vanish: if WordValue.isOn(try reader.xml.attribute("val")) { properties.joinsNext = true }
            case .sectPr: properties.endsSection = try reader.sectionStartsPage()
            case .pPrChange, .rPrChange, .numberingChange: try reader.xml.skipElement()
            default: break
            }
        }
        story.frames[story.frames.count - 1].properties = properties
    }

    private mutating func sectionStartsPage() throws(XMLProblem) -> Bool {
        var kind = "nextPage"
        try children { (reader, element) throws(XMLProblem) in
            switch element {
            case .type: kind = try reader.xml.attribute("val") ?? kind
            case .sectPrChange: try reader.xml.skipElement()
            default: break
            }
        }
        return kind != "continuous" && kind != "nextColumn"
    }

    mutating func runProperties() throws(XMLProblem) {
        var hidden: Bool?
        var style: String?
        try children { (reader, element) throws(XMLProblem) in
            switch element {
            case .vanish: hidden = WordValue.isOn(try reader.xml.attribute("val"))
            case .rStyle: style = try reader.xml.attribute("val")
            case .rFonts:
                let name = try reader.xml.attribute("ascii") ?? ""
                if WordSymbol.isSymbolFont(name) { reader.font = name }
            case .rPrChange: try reader.xml.skipElement()
            default: break
            }
        }
        guard path.last == .r else { return }
        let paragraph = story.frames[story.frames.count - 1].properties.style
        isHidden = hidden ?? (style != nil ? styles[style]?.isHidden : nil) ?? styles[paragraph]?.isHidden ?? false
    }

    mutating func contentControlProperties() throws(XMLProblem) {
        var shows = false
        try children { (reader, element) throws(XMLProblem) in
            if element == .showingPlcHdr { shows = WordValue.isOn(try reader.xml.attribute("val")) }
        }
        isPlaceholder = shows
    }

    mutating func cellProperties() throws(XMLProblem) {
        var isDeleted = false
        try children { (_, element) throws(XMLProblem) in if element == .cellDel { isDeleted = true } }
        if isDeleted {
            observations.deletions += 1
            story.dropFrame()
        }
    }

    mutating func rowProperties() throws(XMLProblem) {
        var isDeleted = false
        var before = 0
        try children { (reader, element) throws(XMLProblem) in
            switch element {
            case .del: isDeleted = true
            case .gridBefore: before = WordValue.number(try reader.xml.attribute("val")) ?? 0
            case .trPrChange: try reader.xml.skipElement()
            default: break
            }
        }
        if isDeleted {
            observations.deletions += 1
            story.withTable { $0.deleteRow() }
        }
        if before > 0 { story.withTable { $0.addEmptyCells(before) } }
    }
}

/// What the styles of a document say about numbering, hidden text and page breaks (styles.xml).
struct WordStyles {
    struct Style {
        var basedOn: String?
        var numberId: Int?
        var level: Int?
        var isHidden: Bool?
        var startsPage: Bool?
    }

    /// How far a style may be derived from others.
    private static let chainLimit = 20

    private var styles: [String: Style] = [:]
    /// The style of paragraphs that name none.
    private(set) var defaultParagraph: String?

    init() {}

    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLProblem) {
        var xml = XMLTokenizer(bytes, known: WordElement.Namespace.known)
        let table = WordElementTable.shared
        var id = ""
        var style = Style()
        while let event = try xml.next() {
            let element = table.element(xml)
            guard event == .start else {
                if event == .end, element == .style { styles[id] = style }
                continue
            }
            switch element {
            case .style:
                id = try xml.attribute("styleId") ?? ""
                style = Style()
                let isDefault = WordValue.isOn(try xml.attribute("default") ?? "0")
                if isDefault, try xml.attribute("type") == "paragraph" { defaultParagraph = id }
            case .basedOn: style.basedOn = try xml.attribute("val")
            case .numId: style.numberId = WordValue.number(try xml.attribute("val"))
            case .ilvl: style.level = WordValue.number(try xml.attribute("val"))
            case .vanish: style.isHidden = WordValue.isOn(try xml.attribute("val"))
            case .pageBreakBefore: style.startsPage = WordValue.isOn(try xml.attribute("val"))
            case .docDefaults, .tblPr, .trPr, .tcPr, .pPrChange, .rPrChange: try xml.skipElement()
            default: break
            }
        }
        for id in styles.keys.sorted() { styles[id] = inherited(id) }
    }

    subscript(id: String?) -> Style? { (id ?? defaultParagraph).flatMap { styles[$0] } }

    /// The style with what it takes over from those it is based on.
    private func inherited(_ id: String) -> Style {
        var style = styles[id] ?? Style()
        var parent = style.basedOn
        for _ in 0..<Self.chainLimit {
            guard let name = parent, let from = styles[name] else { break }
            if style.numberId == nil { style.numberId = from.numberId }
            if style.level == nil { style.level = from.level }
            if style.isHidden == nil { style.isHidden = from.isHidden }
            if style.startsPage == nil { style.startsPage = from.startsPage }
            parent = from.basedOn
        }
        return style
    }
}

/// Values of attributes.
enum WordValue {
    /// `nil` stands for a switch without a value, which is on.
    static func isOn(_ value: String?) -> Bool {
        switch value {
        case "0", "false", "off", "none": false
        default: true
        }
    }

    static func number(_ value: String?) -> Int? {
        guard let value, let number = Int(value), abs(number) < 1_000_000_000 else { return nil }
        return number
    }
}

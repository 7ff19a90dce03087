/// The lists of a document (numbering.xml): definitions, and the counters while its paragraphs go by.
struct WordNumbering {
    struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
        /// 1-based level whose use restarts this one; 0 for never; `nil` for any higher one.
        var restart: Int?
        var isLegal = false
        var suffix = "tab"
        var font = ""
        var style: String?
    }

    private struct Abstract {
        var levels: [Int: Level] = [:]
        var styleLink: String?
        var numberStyleLink: String?
    }

    private struct Number {
        var abstract = 0
        var starts: [Int: Int] = [:]
        var levels: [Int: Level] = [:]
    }

    private static let levelCount = 9
    /// Longer patterns are refused: nothing but an attack has them.
    private static let patternLimit = 200

    private var abstracts: [Int: Abstract] = [:]
    private var numbers: [Int: Number] = [:]
    /// By abstract list, the number each level last showed.
    private var counters: [Int: [Int?]] = [:]
    private var started: Set<Int> = []

    init() {}

    // MARK: Reading

    init(_ bytes: UnsafeBufferPointer<UInt8>, styles: WordStyles) throws(XMLProblem) {
        var xml = XMLTokenizer(bytes, known: WordElement.Namespace.known)
        let table = WordElementTable.shared
        var abstract: (id: Int, value: Abstract)?
        var number: (id: Int, value: Number)?
        var level: (index: Int, value: Level)?
        var override: Int?
        while let event = try xml.next() {
            let element = table.element(xml)
            if event == .end {
                switch element {
                case .abstractNum:
                    if let abstract { abstracts[abstract.id] = abstract.value }
                    abstract = nil
                case .num:
                    if let number { numbers[number.id] = number.value }
                    number = nil
                case .lvl:
                    if let level, number != nil { number?.value.levels[level.index] = level.value }
                    if let level, abstract != nil { abstract?.value.levels[level.index] = level.value }
                    level = nil
                case .lvlOverride: override = nil
                default: break
                }
                continue
            }
            guard event == .start else { continue }
            switch element {
            case .abstractNum:
                if let id = WordValue.number(try xml.attribute("abstractNumId")) { abstract = (id, Abstract()) }
            case .styleLink: abstract?.value.styleLink = try xml.attribute("val")
            case .numStyleLink: abstract?.value.numberStyleLink = try xml.attribute("val")
            case .num: if let id = WordValue.number(try xml.attribute("numId")) { number = (id, Number()) }
            case .abstractNumId: number?.value.abstract = WordValue.number(try xml.attribute("val")) ?? 0
            case .lvlOverride: override = WordValue.number(try xml.attribute("ilvl"))
            case .startOverride:
                if let override { number?.value.starts[override] = WordValue.number(try xml.attribute("val")) }
            case .lvl:
                if let index = WordValue.number(try xml.attribute("ilvl")), (0..<Self.levelCount).contains(index) {
                    level = (index, Level())
                }
            case .start: level?.value.start = WordValue.number(try xml.attribute("val")) ?? 1
            case .numFmt: level?.value.format = try xml.attribute("val") ?? "decimal"
            case .lvlText:
                let text = try xml.attribute("val") ?? ""
                level?.value.text = text.utf8.count <= Self.patternLimit ? text : ""
            case .lvlRestart: level?.value.restart = WordValue.number(try xml.attribute("val"))
            case .isLgl: level?.value.isLegal = WordValue.isOn(try xml.attribute("val"))
            case .suff: level?.value.suffix = try xml.attribute("val") ?? "tab"
            case .pStyle: level?.value.style = try xml.attribute("val")
            case .rFonts: level?.value.font = try xml.attribute("ascii") ?? ""
            case .fallback, .rPrChange: try xml.skipElement()
            default: break
            }
        }
        followLinks(styles)
    }

    /// A list that only names a list style takes its levels from the list that defines the style.
    private mutating func followLinks(_ styles: WordStyles) {
        var byStyle: [String: Int] = [:]
        for (id, abstract) in abstracts.sorted(by: { $0.key < $1.key }) {
            if let style = abstract.styleLink, byStyle[style] == nil { byStyle[style] = id }
        }
        for (id, abstract) in abstracts {
            guard abstract.levels.isEmpty, let style = abstract.numberStyleLink else { continue }
            let linked = byStyle[style] ?? styles[style]?.numberId.flatMap { numbers[$0]?.abstract }
            if let linked, let source = abstracts[linked] { abstracts[id]?.levels = source.levels }
        }
    }

    // MARK: Counting

    /// The level of a list that belongs to a paragraph style.
    func level(of style: String, in numberId: Int) -> Int? {
        guard let number = numbers[numberId] else { return nil }
        return abstracts[number.abstract]?.levels.filter { $0.value.style == style }.keys.min()
    }

    /// Counts one paragraph of a list and gives its number as shown, with what stands between it and the text.
    /// - Returns: `nil` when there is no such list, or its level shows nothing.
    mutating func next(_ numberId: Int, level index: Int) -> String? {
        guard let number = numbers[numberId], let abstract = abstracts[number.abstract] else { return nil }
        let index = max(0, min(index, Self.levelCount - 1))
        func level(_ index: Int) -> Level? { number.levels[index] ?? abstract.levels[index] }
        guard let current = level(index) else { return nil }
        var counts = counters[number.abstract] ?? [Int?](repeating: nil, count: Self.levelCount)
        // The first paragraph of a list with its own start begins again, although it shares the definition.
        if started.insert(numberId).inserted {
            for overridden in number.starts.keys where overridden < Self.levelCount && overridden >= 0 {
                counts[overridden] = nil
            }
        }
        func start(_ index: Int) -> Int { number.starts[index] ?? level(index)?.start ?? 1 }
        counts[index] = counts[index].map { $0 + 1 } ?? start(index)
        for higher in 0..<index where counts[higher] == nil { counts[higher] = start(higher) }
        for lower in index + 1..<Self.levelCount {
            let restart = level(lower)?.restart
            if restart == nil || (restart! > 0 && index < restart!) { counts[lower] = nil }
        }
        counters[number.abstract] = counts
        return shown(current, counts) { level($0)?.format ?? "decimal" }
    }

    private func shown(_ level: Level, _ counts: [Int?], format: (Int) -> String) -> String? {
        var text = ""
        if level.format == "bullet" {
            text = Self.bullet(level)
        } else {
            var pattern = level.text.unicodeScalars[...]
            while let scalar = pattern.popFirst() {
                guard scalar == "%", let digit = pattern.first.flatMap({ Int(String($0)) }), (1...9).contains(digit)
                else {
                    text.unicodeScalars.append(scalar)
                    continue
                }
                pattern.removeFirst()
                if let count = counts[digit - 1] {
                    text += WordNumberFormat.text(count, level.isLegal ? "decimal" : format(digit - 1))
                }
            }
        }
        guard !text.isEmpty else { return nil }
        switch level.suffix {
        case "nothing": return text
        case "space": return text + " "
        // The tab behind a number is layout; typed minutes have a full-width blank there.
        default: return text + "\u{3000}"
        }
    }

    private static func bullet(_ level: Level) -> String {
        var text = ""
        for scalar in level.text.unicodeScalars {
            if WordSymbol.isSymbolFont(level.font) || WordSymbol.isPrivate(scalar.value) {
                let known = WordSymbol.scalar(scalar.value, font: level.font)
                text.unicodeScalars.append(known ?? "・")
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}

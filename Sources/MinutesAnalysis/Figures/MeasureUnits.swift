import JapaneseText

/// A unit behind a number, and what must not follow it.
final class MeasureUnit: Sendable {
    /// As it stands in folded text.
    let form: [UInt8]
    /// How findings name it.
    let name: String
    /// Beginnings that make another word of it: 名 is no unit in 名簿.
    let notBefore: WordList
    /// A small kanji numeral is a count before it (三件), not part of a word (一人, 二次).
    let takesSmallKanji: Bool
    /// A stretch of time: 10年前 is no figure.
    let isTime: Bool
    /// A noun that headings are made of: `２ 会場` numbers a heading.
    let isHeading: Bool

    init(form: [UInt8], name: String, notBefore: [[UInt8]], takesSmallKanji: Bool, isTime: Bool, isHeading: Bool) {
        self.form = form
        self.name = name
        self.notBefore = WordList(notBefore)
        self.takesSmallKanji = takesSmallKanji
        self.isTime = isTime
        self.isHeading = isHeading
    }
}

/// The units that make a number a figure, looked up at a place of folded text.
struct MeasureUnits: Sendable {
    /// By a hash of the first character; longest form first.
    private let byFirst: [[MeasureUnit]]
    private static let places = 256

    private static func place(_ first: UInt32) -> Int { Int(first &* 0x9E37_79B1 &>> 24) & (places - 1) }

    static let standard = MeasureUnits(table: FigureLexicon.units)

    /// - Parameter table: a line a unit: name, `=`, its forms; behind `!` what must not follow; `漢` when a small kanji
    ///   numeral may stand before it, `時` for stretches of time, `題` for nouns of headings.
    init(table: String) {
        var byFirst = [[MeasureUnit]](repeating: [], count: Self.places)
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: "!", maxSplits: 1, omittingEmptySubsequences: false)
            let head = parts[0].split(separator: "=", maxSplits: 1)
            guard head.count == 2 else { continue }
            let flags = head[0].split(separator: " ")
            let name = String(flags[0])
            let not = parts.count > 1 ? parts[1].split(separator: " ").map { Self.folded($0) } : []
            for form in head[1].split(separator: " ") {
                let unit = MeasureUnit(
                    form: Self.folded(form), name: name, notBefore: not, takesSmallKanji: flags.contains("漢"),
                    isTime: flags.contains("時"), isHeading: flags.contains("題"))
                let first = unit.form.withUnsafeBufferPointer { $0.scalar(at: 0).value }
                byFirst[Self.place(first)].append(unit)
            }
        }
        for place in byFirst.indices { byFirst[place].sort { $0.form.count > $1.form.count } }
        self.byFirst = byFirst
    }

    private static func folded(_ text: Substring) -> [UInt8] {
        Array(TextFolding.fold(String(text), AnalysisContext.folding).utf8)
    }

    /// What the forms begin with, in folded text.
    var firstCharacters: Set<Unicode.Scalar> {
        Set(byFirst.joined().compactMap { String(decoding: $0.form, as: UTF8.self).unicodeScalars.first })
    }

    /// The longest unit at a place, unless it is the beginning of another word there.
    func unit(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> MeasureUnit? {
        guard offset < bytes.count else { return nil }
        let candidates = byFirst[Self.place(bytes.scalar(at: offset).value)]
        guard let unit = candidates.first(where: { bytes.starts($0.form, at: offset) }) else { return nil }
        let end = offset + unit.form.count
        if bytes.first(of: unit.notBefore, at: end) != nil { return nil }
        if let last = unit.form.last, last < 0x80, last != 0x25, end < bytes.count,
            case 0x61...0x7a = bytes[end]
        {
            return nil  // the beginning of a Latin word
        }
        return unit
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether `form` stands at an offset.
    @inline(__always)
    func starts(_ form: [UInt8], at offset: Int) -> Bool {
        let length = form.count
        guard offset >= 0, offset + length <= count, length > 0 else { return false }
        // Words of one script share their first bytes: look at the last first.
        var place = length - 1
        while self[offset + place] == form[place] {
            if place == 0 { return true }
            place -= 1
        }
        return false
    }

    /// Whether `form` ends at an offset.
    @inline(__always)
    func ends(_ form: [UInt8], at offset: Int) -> Bool { offset >= form.count && starts(form, at: offset - form.count) }
}

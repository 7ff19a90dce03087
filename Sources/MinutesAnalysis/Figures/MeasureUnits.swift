import JapaneseText

/// A unit behind a number, and what must not follow it.
struct MeasureUnit: Sendable {
    /// As it stands in folded text.
    var form: [UInt8]
    /// How findings name it.
    var name: String
    /// Beginnings that make another word of it: 名 is no unit in 名簿.
    var notBefore: [[UInt8]]
    /// A small kanji numeral is a count before it (三件), not part of a word (一人, 二次).
    var takesSmallKanji: Bool
    /// A stretch of time: 10年前 is no figure.
    var isTime: Bool
    /// A noun that headings are made of: `２ 会場` numbers a heading.
    var isHeading = false
}

/// The units that make a number a figure, looked up at a place of folded text.
struct MeasureUnits: Sendable {
    /// By first scalar, longest form first.
    private let byFirst: [UInt32: [MeasureUnit]]

    static let standard = MeasureUnits(table: FigureLexicon.units)

    /// - Parameter table: a line a unit: name, `=`, its forms; behind `!` what must not follow; `漢` when a small kanji
    ///   numeral may stand before it, `時` for stretches of time, `題` for nouns of headings.
    init(table: String) {
        var byFirst: [UInt32: [MeasureUnit]] = [:]
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
                byFirst[first, default: []].append(unit)
            }
        }
        for key in byFirst.keys { byFirst[key]?.sort { $0.form.count > $1.form.count } }
        self.byFirst = byFirst
    }

    private static func folded(_ text: Substring) -> [UInt8] {
        Array(TextFolding.fold(String(text), AnalysisContext.folding).utf8)
    }

    /// The longest unit at a place, unless it is the beginning of another word there.
    func unit(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> MeasureUnit? {
        guard offset < bytes.count, let candidates = byFirst[bytes.scalar(at: offset).value] else { return nil }
        guard let unit = candidates.first(where: { bytes.starts($0.form, at: offset) }) else { return nil }
        let end = offset + unit.form.count
        if unit.notBefore.contains(where: { bytes.starts($0, at: end) }) { return nil }
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

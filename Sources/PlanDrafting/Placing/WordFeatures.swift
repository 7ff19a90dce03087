import JapaneseText

/// Neighbouring pairs of letters of a folded text: what two Japanese phrases are compared by without a dictionary.
struct WordFeatures: Sendable {
    /// Pairs, each once, as two scalars in one number, with how much the script says (kanji and katakana carry the
    /// words, hiragana the grammar).
    let pairs: [UInt64: Double]

    init(_ text: String) { self.init(folded: TextFolding.fold(text)) }

    init(folded text: String) {
        var pairs: [UInt64: Double] = [:]
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            guard Self.isLetter(scalar) else {
                previous = nil
                continue
            }
            if let previous {
                let weight = Self.weight(previous, scalar)
                pairs[UInt64(previous.value) << 32 | UInt64(scalar.value)] = weight
            }
            previous = scalar
        }
        self.pairs = pairs
    }

    /// Share of the pairs the two have in common, by weight, 0…1.
    func likeness(to other: WordFeatures) -> Double {
        let total = pairs.values.sorted().reduce(0, +) + other.pairs.values.sorted().reduce(0, +)
        guard total > 0 else { return 0 }
        let common = pairs.filter { other.pairs[$0.key] != nil }.values.sorted().reduce(0, +)
        return 2 * common / total
    }

    private static func weight(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Double {
        switch (isHiragana(first), isHiragana(second)) {
        case (true, true): return 0.15
        case (false, false): return generic.contains([first, second]) ? 0.25 : 1
        default: return 0.2
        }
    }

    /// Words that stand in nearly every heading of a plan and therefore tell little.
    private static let generic: Set<[Unicode.Scalar]> = Set(
        [
            "支援", "推進", "充実", "地域", "福祉", "活動", "取組", "展開", "整備", "促進", "強化", "機能", "役割", "計画", "事業",
            "市民", "住民", "拡充", "重点", "実施", "向上", "体制", "方向", "施策", "目標", "基本", "発展", "確保", "会議", "委員",
        ].map { Array($0.unicodeScalars) })

    private static func isHiragana(_ scalar: Unicode.Scalar) -> Bool { (0x3041...0x309f).contains(scalar.value) }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7a, 0x3005, 0x3041...0x309f, 0x30a1...0x30fa, 0x30fc, 0x3400...0x9fff,
            0x20000...0x3ffff:
            true
        default: false
        }
    }
}

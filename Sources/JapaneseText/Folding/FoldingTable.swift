import Synchronization

/// What each character of the basic plane folds to under one set of options.
struct FoldingTable: Sendable {
    /// By scalar value; 0 where nothing changes.
    let targets: [UInt16]
    /// By scalar, a bit that says whether it changes or is a voicing mark; 8 KiB, by which most of a text is passed over
    /// without a look at the large table.
    let changing: [UInt64]

    private static let cache = Mutex<[UInt8: FoldingTable]>([:])
    private static let complete = FoldingTable(.all)
    /// The options under which every remark is folded; without the lock.
    private static let words = FoldingTable(wordOptions)
    private static let wordOptions: FoldingOptions = [.width, .letterCase, .composition, .variants]

    /// The table for the options; made once.
    static func table(for options: FoldingOptions) -> FoldingTable {
        if options == .all { return complete }
        if options == wordOptions { return words }
        return cache.withLock { cache in
            if let table = cache[options.rawValue] { return table }
            let table = FoldingTable(options)
            cache[options.rawValue] = table
            return table
        }
    }

    private init(_ options: FoldingOptions) {
        var targets = [UInt16](repeating: 0, count: 0x10000)
        func set(_ source: UInt32, _ target: UInt32) {
            targets[Int(source)] = UInt16(truncatingIfNeeded: target)
        }
        func setPairs(_ pairs: String) {
            var source: UInt32?
            for scalar in pairs.unicodeScalars where scalar != "\n" {
                if let first = source {
                    set(first, scalar.value)
                    source = nil
                } else {
                    source = scalar.value
                }
            }
        }
        if options.contains(.composition) { setPairs(FoldingPairs.composition) }
        if options.contains(.variants) {
            setPairs(FoldingPairs.variants)
            // 﨑 and its like stand in the compatibility block without a decomposition; what a decomposition leads to
            // may have a variant in turn.
            for source in 0x2E80..<0x10000 where targets[source] != 0 {
                let next = targets[Int(targets[source])]
                if next != 0 { targets[source] = next }
            }
        }
        if options.contains(.width) {
            for value: UInt32 in 0xFF01...0xFF5E { set(value, value - 0xFEE0) }
            for (place, scalar) in FoldingPairs.halfWidth.unicodeScalars.enumerated() {
                set(0xFF61 + UInt32(place), scalar.value)
            }
            for (place, scalar) in "¢£¬¯¦¥₩".unicodeScalars.enumerated() { set(0xFFE0 + UInt32(place), scalar.value) }
            for blank: UInt32 in [0x3000, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F] { set(blank, 0x20) }
            for dash in FoldingPairs.dashes.unicodeScalars { set(dash.value, 0x2D) }
            for tilde in FoldingPairs.tildes.unicodeScalars { set(tilde.value, 0x7E) }
        }
        if options.contains(.letterCase) {
            for value: UInt32 in 0x41...0x5A {
                set(value, value + 0x20)
                set(value + 0xFEE0, options.contains(.width) ? value + 0x20 : value + 0xFF00)
            }
            for value: UInt32 in 0xC0...0xDE where value != 0xD7 { set(value, value + 0x20) }
            for value: UInt32 in 0x2160...0x216F { set(value, value + 0x10) }
        }
        if options.contains(.circles) {
            for circle in FoldingPairs.circles.unicodeScalars { set(circle.value, 0x25CB) }
        }
        self.targets = targets
        var changing = [UInt64](repeating: 0, count: 1024)
        for (value, target) in targets.enumerated() where target != 0 {
            changing[value >> 6] |= 1 << UInt64(value & 63)
        }
        for mark in 0x3099...0x309A { changing[mark >> 6] |= 1 << UInt64(mark & 63) }
        self.changing = changing
    }

    /// A kana with a voiced (U+3099) or semi-voiced (U+309A) mark as one character, or `nil` where there is none.
    static func composed(_ base: UInt32, _ mark: UInt32) -> UInt32? {
        let katakana: UInt32 = base >= 0x30A1 && base <= 0x30FE ? 0x60 : 0
        let kana = base - katakana
        if mark == 0x309A {
            // は ひ ふ へ ほ
            return kana >= 0x306F && kana <= 0x307B && (kana - 0x306F) % 3 == 0 ? base + 2 : nil
        }
        switch kana {
        case 0x304B...0x3062: return (kana - 0x304B) % 2 == 0 ? base + 1 : nil  // か…ぢ
        case 0x3064...0x3069: return kana % 2 == 0 ? base + 1 : nil  // つ…ど
        case 0x306F...0x307D: return (kana - 0x306F) % 3 == 0 ? base + 1 : nil  // は…ぽ
        case 0x3046: return katakana == 0 ? 0x3094 : 0x30F4  // う
        case 0x308F...0x3092: return katakana == 0 ? nil : base + 8  // ワヰヱヲ
        case 0x309D: return base + 1  // ゝ
        default: return nil
        }
    }
}

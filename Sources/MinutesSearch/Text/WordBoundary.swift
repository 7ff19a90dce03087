/// Where a word may begin or end in Japanese text, as far as the kinds of characters tell: 東京都 has no boundary
/// before 京, 市役所で has one before で.
package enum WordBoundary {
    enum Kind: UInt8 { case blank, punctuation, kanji, hiragana, katakana, alphanumeric }

    /// Hiragana that often stand alone between words: particles.
    @inline(__always)
    static func isParticle(_ scalar: UInt32) -> Bool {
        switch scalar {
        // か が で と な に の は へ も や を
        case 0x304B, 0x304C, 0x3067, 0x3068, 0x306A, 0x306B, 0x306E, 0x306F, 0x3078, 0x3082, 0x3084, 0x3092: true
        default: false
        }
    }

    /// Whether a word that begins with `first` may begin there.
    @inline(__always)
    package static func begins(before first: UInt32, after previous: UInt32) -> Bool {
        let (left, right) = (kind(previous), kind(first))
        if left != right || left == .punctuation || left == .blank { return true }
        return left == .hiragana && isParticle(previous)
    }

    /// Whether a word that ends with `last` may end there. Behind hiragana always: endings and particles are written in it.
    @inline(__always)
    package static func ends(after last: UInt32, before next: UInt32) -> Bool {
        let (left, right) = (kind(last), kind(next))
        return left != right || left == .punctuation || left == .blank || left == .hiragana
    }

    /// Whether two characters are of one kind of letters: both kanji, both hiragana and so on.
    static func isSameKind(_ left: UInt32, _ right: UInt32) -> Bool {
        kind(left) == kind(right) && kind(left).rawValue > Kind.punctuation.rawValue
    }

    /// Stretches of text without blanks and punctuation, and those of one kind of letters in them.
    static func runs(of text: [UInt32]) -> Set<ArraySlice<UInt32>> {
        var runs: Set<ArraySlice<UInt32>> = []
        func cut(_ parts: (UInt32, UInt32) -> Bool) {
            var start = 0
            for place in 1...max(1, text.count) where place >= text.count || parts(text[place - 1], text[place]) {
                let run = text[start..<min(place, text.count)]
                if let first = run.first, kind(first).rawValue > Kind.punctuation.rawValue { runs.insert(run) }
                start = place
            }
        }
        cut { isLetter($0) != isLetter($1) }
        cut { kind($0) != kind($1) }
        return runs
    }

    /// What `begins` and `ends` need of a character, in a byte.
    static func describe(_ scalar: UInt32) -> UInt8 { kind(scalar).rawValue | (isParticle(scalar) ? 8 : 0) }

    /// As `begins(before:after:)`, of described characters.
    @inline(__always)
    static func begins(_ first: UInt8, after previous: UInt8) -> Bool {
        let (left, right) = (previous & 7, first & 7)
        if left != right || left <= Kind.punctuation.rawValue { return true }
        return previous == Kind.hiragana.rawValue | 8
    }

    /// As `ends(after:before:)`, of described characters.
    @inline(__always)
    static func ends(_ last: UInt8, before next: UInt8) -> Bool {
        let left = last & 7
        return left != next & 7 || left <= Kind.punctuation.rawValue || left == Kind.hiragana.rawValue
    }

    /// Whether it belongs to words: no blank, no punctuation.
    static func isLetter(_ scalar: UInt32) -> Bool { kind(scalar).rawValue > Kind.punctuation.rawValue }

    /// Whether it is of a kind in which words end where another kind begins: all letters but hiragana.
    static func isCompact(_ scalar: UInt32) -> Bool { isLetter(scalar) && kind(scalar) != .hiragana }

    @inline(__always)
    static func kind(_ scalar: UInt32) -> Kind {
        if scalar < 0x80 {
            switch scalar {
            case 0: return .blank
            case 0x30...0x39, 0x61...0x7A, 0x41...0x5A: return .alphanumeric
            default: return .punctuation
            }
        }
        switch scalar {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005, 0x20000...0x3FFFF, 0xF900...0xFAFF: return .kanji
        case 0x3041...0x3096, 0x309D, 0x309E: return .hiragana
        case 0x30A1...0x30FA, 0x30FC...0x30FE: return .katakana
        case 0xC0...0x24F, 0x370...0x52F: return .alphanumeric
        default: return .punctuation
        }
    }
}

import JapaneseText

/// A form of the lexicon as it is written: `{頂}(きたい|ければ)な?`.
indirect enum FormPattern: Sendable {
    case letters([UInt8])
    case sequence([FormPattern])
    case choice([FormPattern])

    /// Brackets in brackets at most.
    private static let deepest = 8

    /// Reads `(a|b)c?` and `{name}`; a name that is not known stands for nothing.
    init(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ spellings: [[UInt8]: FormPattern]) {
        var rest = text
        self = Self.alternatives(&rest, spellings, depth: 0)
    }

    private static func alternatives(
        _ rest: inout Slice<UnsafeBufferPointer<UInt8>>, _ spellings: [[UInt8]: FormPattern], depth: Int
    ) -> FormPattern {
        var finished: [FormPattern] = []
        var current: [FormPattern] = []
        var letters: [UInt8] = []
        func settle() {
            if !letters.isEmpty { current.append(.letters(letters)) }
            letters.removeAll()
        }
        func close() {
            settle()
            finished.append(current.count == 1 ? current[0] : .sequence(current))
            current.removeAll()
        }
        loop: while let next = rest.popFirst() {
            var piece: FormPattern
            switch next {
            case UInt8(ascii: "(") where depth < deepest: piece = alternatives(&rest, spellings, depth: depth + 1)
            case UInt8(ascii: "{"):
                let name = Array(rest.prefix { $0 != UInt8(ascii: "}") })
                rest = rest.dropFirst(name.count + 1)
                piece = spellings[name] ?? .choice([])
            case UInt8(ascii: "|"):
                close()
                continue
            case UInt8(ascii: ")"): break loop
            default:
                var letter = [next]
                while let more = rest.first, more & 0xC0 == 0x80 {
                    letter.append(more)
                    rest.removeFirst()
                }
                guard rest.first == UInt8(ascii: "?") else {
                    letters += letter
                    continue
                }
                piece = .letters(letter)
            }
            if rest.first == UInt8(ascii: "?") {
                rest.removeFirst()
                piece = .choice([piece, .letters([])])
            }
            settle()
            current.append(piece)
        }
        close()
        return finished.count == 1 ? finished[0] : .choice(finished)
    }

    /// All forms, written out: `(a|b)c?` gives ac, a, bc, b.
    var forms: [[UInt8]] {
        switch self {
        case .letters(let letters): [letters]
        case .choice(let patterns): patterns.flatMap(\.forms)
        case .sequence(let patterns):
            patterns.reduce([[]]) { heads, pattern in
                let tails = pattern.forms
                return heads.flatMap { head in tails.map { head + $0 } }
            }
        }
    }
}

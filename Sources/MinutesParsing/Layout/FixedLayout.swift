import JapaneseText
import MinutesModel

/// A layout that a person fixed, in the parser's own terms.
struct FixedLayout {
    let shapes: Set<TurnShape>
    let legend: MarkLegend
    /// Marks without labels that begin turns.
    let points: Set<UInt32>
    let isWrapped: Bool?
    private let speakers: Set<String>
    private let refused: Set<String>

    init(_ layout: TurnLayout) {
        var shapes: Set<TurnShape> = []
        var points: Set<UInt32> = []
        for way in layout.turns {
            let sign = way.sign?.unicodeScalars.first?.value ?? 0
            if way.shape == .point { points.insert(sign) } else { shapes.insert(TurnShape(way.shape, sign: sign)) }
        }
        self.shapes = shapes
        self.points = points
        var roles: [UInt32: Role] = [:]
        for (mark, role) in layout.marks { if let scalar = mark.unicodeScalars.first { roles[scalar.value] = role } }
        legend = MarkLegend(roles)
        isWrapped = layout.isWrapped
        speakers = Set(layout.speakers.map(Self.condensed))
        refused = Set(layout.notSpeakers.map(Self.condensed))
    }

    /// A table that knows the speakers and those who are none.
    var labels: LabelTable {
        var table = LabelTable()
        table.knownNames = speakers
        table.refused = refused
        return table
    }

    private static func condensed(_ text: String) -> String {
        String(decoding: SpeakerLabel.condensed(text), as: UTF8.self)
    }
}

extension TurnShape {
    package init(_ shape: TurnLayout.Shape, sign: UInt32) {
        switch shape {
        case .mark, .delimiter, .bracket, .trailing, .numbered, .point: self.init(kind: shape, scalar: sign)
        case .bare, .gap, .stamp: self.init(kind: shape, scalar: 0)
        case .quote: self.init(kind: shape, scalar: 0x300C)
        case .announced: self.init(kind: shape, scalar: sign == 0 ? 0xFF1A : sign)
        }
    }

    /// The shape as a layout file writes it.
    package var way: TurnLayout.Way {
        let sign = scalar == 0 || kind == .quote ? nil : Unicode.Scalar(scalar).map { String(Character($0)) }
        return TurnLayout.Way(kind, sign: sign)
    }
}

extension LayoutInference {
    /// The fixed shapes that occur, each with the first line that has speech behind it.
    mutating func starts(of fixed: FixedLayout, _ groups: inout [TurnShape: Group]) -> Set<TurnShape> {
        var found: Set<TurnShape> = []
        for shape in fixed.shapes {
            guard var group = groups[shape] else { continue }
            found.insert(shape)
            if group.start == .max,
                let first = group.candidates.first(where: {
                    labels[candidates[$0].labelIndex].reading.strength >= 1 && hasSpeech($0)
                })
            {
                group.start = candidates[first].line
                groups[shape] = group
            }
        }
        return found
    }
}

extension TurnLayout.Way {
    /// Whether the parser can look for it: one visible character, a bracket that has a partner.
    package var isReadable: Bool {
        guard shape.needsSign || sign != nil else { return true }
        guard let scalar = sign?.unicodeScalars.first, sign?.unicodeScalars.count == 1,
            !scalar.properties.isWhitespace, !scalar.properties.isAlphabetic || scalar.properties.isIdeographic == false
        else { return false }
        if shape == .bracket || shape == .trailing {
            return (Bracket.closing(of: scalar.value) ?? Bracket.closingQuote(of: scalar.value)) != nil
        }
        return true
    }
}

import MinutesModel
import MinutesParsing

/// How the layout of a document was recognised: in sentences, and as a layout file to start from.
public struct ExplainedLayout: Sendable {
    let layout: Layout
    let document: String

    /// Japanese sentences for people.
    public var text: String { layout.explanation }

    /// A layout file that gives the same turns; `about` holds the evidence and is not read.
    /// - Throws: `EncodingError`.
    public func file() throws -> [UInt8] {
        let chosen = layout.evidence.filter(\.isChosen)
        var marks: [String: Role] = [:]
        for (mark, role) in layout.legend {
            if let sign = Unicode.Scalar(mark) { marks[String(Character(sign))] = role }
        }
        let page = Page(
            about: About(
                confidence: layout.confidence, document: document,
                found: layout.evidence.map {
                    Found(
                        shape: $0.shape.way.shape, sign: $0.shape.way.sign, isChosen: $0.isChosen, lines: $0.lines,
                        speakers: $0.strong, unclear: $0.weak, headings: $0.refused, distinctLabels: $0.distinctLabels)
                },
                looksLikeTurn: layout.leftOut,
                unlikeTheRest: layout.unlike.map { Place(line: $0.line, label: $0.label) }),
            layout: TurnLayout.knownVersion, turns: chosen.map(\.shape.way),
            speakers: Set(layout.unlike.map(\.label)).sorted(), notSpeakers: [], marks: marks,
            wrapped: layout.isWrapped)
        return try JSONBytes.encode(page)
    }

    private struct Page: Encodable {
        var about: About
        var layout: Int
        var turns: [TurnLayout.Way]
        var speakers: [String]
        var notSpeakers: [String]
        var marks: [String: Role]
        var wrapped: Bool
    }

    private struct About: Encodable {
        var confidence: Double
        var document: String
        var found: [Found]
        /// Lines that look like the start of a turn and were left in the turn before.
        var looksLikeTurn: [Int]
        var unlikeTheRest: [Place]
    }

    private struct Found: Encodable {
        var shape: TurnLayout.Shape
        var sign: String?
        var isChosen: Bool
        var lines: Int
        var speakers: Int
        var unclear: Int
        var headings: Int
        var distinctLabels: Int
    }

    private struct Place: Encodable {
        var line: Int
        var label: String
    }
}

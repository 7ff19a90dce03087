/// How turns begin in the minutes of a body, as a person fixed it: it takes the place of what the parser would infer.
///
/// Written as JSON (`parse --explain --format json` gives one to start from):
///
/// ```json
/// {
///   "layout": 1,
///   "turns": [{"shape": "mark", "sign": "○"}, {"shape": "bracket", "sign": "（"}],
///   "speakers": ["司法書士会"],
///   "notSpeakers": ["資料１"],
///   "marks": {"→": "secretariat"},
///   "wrapped": true
/// }
/// ```
public struct TurnLayout: Codable, Hashable, Sendable {
    /// Version of the schema this program writes, and the newest it reads.
    public static let knownVersion = 1

    /// What sets off the label of a speaker.
    public enum Shape: String, Codable, Hashable, Sendable, CaseIterable {
        /// A mark before the label: `○委員長　…`.
        case mark
        /// A colon or the like behind it: `委員長：…`.
        case delimiter
        /// Brackets around it, alone on the line or before the text: `（委員長）`.
        case bracket
        /// The label alone on its line.
        case bare
        /// A blank or tab behind it, as in two columns.
        case gap
        /// The speech in 「」 behind it.
        case quote
        /// In brackets at the end of what was said: `…してほしい。（山田委員）`.
        case trailing
        /// A time before it: `00:01:10 司会`.
        case stamp
        /// A number before it: `12⇥委員⇥…`, `1. 座長　…`.
        case numbered
        /// A word before it: `発言者：座長`.
        case announced
        /// A mark and no label: `→ …`; who speaks is what `marks` says, or nobody.
        case point

        /// Whether the shape is told by a sign: the mark, the colon, the opening bracket.
        public var needsSign: Bool {
            switch self {
            case .mark, .delimiter, .bracket, .trailing, .point: true
            case .bare, .gap, .quote, .stamp, .numbered, .announced: false
            }
        }
    }

    /// One way in which turns begin.
    public struct Way: Codable, Hashable, Sendable {
        public var shape: Shape
        /// One character; `nil` where the shape has none.
        public var sign: String?

        public init(_ shape: Shape, sign: String? = nil) {
            self.shape = shape
            self.sign = sign
        }
    }

    public var turns: [Way]
    /// Labels that are speakers although nothing but this list says so.
    public var speakers: [String]
    /// Labels that look like speakers and are none.
    public var notSpeakers: [String]
    /// Who speaks behind a mark without a label.
    public var marks: [String: Role]
    /// Whether lines are cut at a width and have to be joined; `nil` leaves it to the parser.
    public var isWrapped: Bool?

    public init(
        turns: [Way], speakers: [String] = [], notSpeakers: [String] = [], marks: [String: Role] = [:],
        isWrapped: Bool? = nil
    ) {
        self.turns = turns
        self.speakers = speakers
        self.notSpeakers = notSpeakers
        self.marks = marks
        self.isWrapped = isWrapped
    }
}

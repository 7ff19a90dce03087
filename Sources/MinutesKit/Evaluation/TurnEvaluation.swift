import MinutesModel

/// How well the turns of a document were found: where they begin, and who speaks.
public struct TurnEvaluation: Encodable, Sendable {
    /// Counts, and the rates made of them.
    public struct Score: Encodable, Sendable, Hashable {
        /// Turns of the truth.
        public var wanted = 0
        /// Turns that were found.
        public var found = 0
        /// Of these, the right ones.
        public var right = 0

        public var precision: Double { found == 0 ? (wanted == 0 ? 1 : 0) : Double(right) / Double(found) }
        public var recall: Double { wanted == 0 ? 1 : Double(right) / Double(wanted) }
        public var f1: Double {
            let sum = precision + recall
            return sum == 0 ? 0 : 2 * precision * recall / sum
        }

        static func + (left: Score, right: Score) -> Score {
            Score(
                wanted: left.wanted + right.wanted, found: left.found + right.found, right: left.right + right.right)
        }

        private enum Key: String, CodingKey { case wanted, found, right, precision, recall, f1 }

        public func encode(to encoder: any Encoder) throws {
            var values = encoder.container(keyedBy: Key.self)
            try values.encode(wanted, forKey: .wanted)
            try values.encode(found, forKey: .found)
            try values.encode(right, forKey: .right)
            try values.encode(Self.rounded(precision), forKey: .precision)
            try values.encode(Self.rounded(recall), forKey: .recall)
            try values.encode(Self.rounded(f1), forKey: .f1)
        }

        private static func rounded(_ value: Double) -> Double { (value * 10000).rounded() / 10000 }
    }

    /// A turn that was missed, made up, or given to somebody else.
    public struct Difference: Encodable, Sendable, Hashable {
        /// Line of the document, from 1.
        public var line: Int
        /// Speaker of the truth; `nil` for a turn that is none.
        public var wanted: String?
        /// Label that was read; `nil` for a turn that was missed.
        public var found: String?
        /// Codes of the warnings at or within two lines of it; an empty list means that nobody was told.
        public var warnings: [String]
    }

    /// File name of the document.
    public var document: String
    public var boundaries = Score()
    public var labels = Score()
    public var misses: [Difference] = []
    public var falseTurns: [Difference] = []
    public var wrongLabels: [Difference] = []

    /// Misses that no warning stands near.
    public var silentMisses: [Difference] { misses.filter(\.warnings.isEmpty) }

    private enum Key: String, CodingKey {
        case document, boundaries, labels, misses, falseTurns, wrongLabels, silentMisses
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(document, forKey: .document)
        try values.encode(boundaries, forKey: .boundaries)
        try values.encode(labels, forKey: .labels)
        try values.encode(misses, forKey: .misses)
        try values.encode(falseTurns, forKey: .falseTurns)
        try values.encode(wrongLabels, forKey: .wrongLabels)
        try values.encode(silentMisses.map(\.line), forKey: .silentMisses)
    }

    /// Compares the remarks of a record with the truth.
    ///
    /// A turn is found where a remark begins at the same character, or else at another one of the same line.
    /// - Complexity: O(turns + diagnostics), the warnings near a difference aside.
    init(document: String, meeting: Meeting, truth: TurnTruth) {
        self.document = document
        let remarks = meeting.remarks
        boundaries = Score(wanted: truth.turns.count, found: remarks.count)
        labels = boundaries
        let warnings = Warnings(meeting.diagnostics)
        var partner = Self.partners(truth.turns, remarks)[...]
        var isFound = Array(repeating: false, count: remarks.count)
        for turn in truth.turns {
            guard let index = partner.removeFirst() else {
                misses.append(
                    Difference(line: turn.line, wanted: turn.speaker, found: nil, warnings: warnings.near(turn.line)))
                continue
            }
            isFound[index] = true
            boundaries.right += 1
            if SpeakerComparison.agree(turn.speaker, remarks[index]) {
                labels.right += 1
            } else {
                wrongLabels.append(
                    Difference(
                        line: turn.line, wanted: turn.speaker, found: remarks[index].label,
                        warnings: warnings.near(turn.line)))
            }
        }
        for (index, remark) in remarks.enumerated() where !isFound[index] {
            falseTurns.append(
                Difference(
                    line: remark.span.line, wanted: nil, found: remark.label, warnings: warnings.near(remark.span.line))
            )
        }
    }

    /// For each turn of the truth the remark that begins there; both are in the order of the document.
    private static func partners(_ turns: [TurnTruth.Turn], _ remarks: [Remark]) -> [Int?] {
        var partners: [Int?] = Array(repeating: nil, count: turns.count)
        let byStart = Dictionary(
            remarks.indices.map { (remarks[$0].span.start, $0) }, uniquingKeysWith: { first, _ in first })
        var taken: Set<Int> = []
        for (index, turn) in turns.enumerated() {
            guard let exact = byStart[turn.start] else { continue }
            partners[index] = exact
            taken.insert(exact)
        }
        var byLine: [Int: [Int]] = [:]
        for index in remarks.indices.reversed() where !taken.contains(index) {
            byLine[remarks[index].span.line, default: []].append(index)
        }
        for (index, turn) in turns.enumerated() where partners[index] == nil {
            partners[index] = byLine[turn.line]?.popLast()
        }
        return partners
    }

    /// The warnings of a document by line.
    private struct Warnings {
        private var byLine: [Int: [String]] = [:]
        /// What is said of the whole document.
        private var everywhere: [String] = []

        init(_ diagnostics: [Diagnostic]) {
            for diagnostic in diagnostics where diagnostic.severity != .note {
                if let line = diagnostic.line {
                    byLine[line, default: []].append(diagnostic.code)
                } else if diagnostic.code == "turn.none" {
                    everywhere.append(diagnostic.code)
                }
            }
        }

        func near(_ line: Int) -> [String] { (line - 2...line + 2).flatMap { byLine[$0] ?? [] } + everywhere }
    }
}

/// The turns of several documents, each scored and all together.
public struct TurnReport: Encodable, Sendable {
    /// A truth that could not be used, and why.
    public struct Problem: Encodable, Sendable, Hashable {
        public var truth: String
        public var reason: String
    }

    public var documents: [TurnEvaluation]
    public var problems: [Problem]

    /// All turns of all documents counted alike.
    public var boundaries: TurnEvaluation.Score { documents.reduce(.init()) { $0 + $1.boundaries } }
    public var labels: TurnEvaluation.Score { documents.reduce(.init()) { $0 + $1.labels } }

    private enum Key: String, CodingKey { case documents, overall, problems }
    private enum Overall: String, CodingKey { case boundaries, labels, silentMisses }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(documents, forKey: .documents)
        var overall = values.nestedContainer(keyedBy: Overall.self, forKey: .overall)
        try overall.encode(boundaries, forKey: .boundaries)
        try overall.encode(labels, forKey: .labels)
        try overall.encode(documents.reduce(0) { $0 + $1.silentMisses.count }, forKey: .silentMisses)
        try values.encode(problems, forKey: .problems)
    }
}

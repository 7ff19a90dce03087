import JapaneseText

/// The places of a folded text at which a plan or an item of a plan may be named.
struct PlanReferenceMatcher: Sendable {
    enum Lead: Sendable, Hashable {
        case head(strong: Bool)
        case ordinal
        case next
        case named(short: Bool)
        case bracket(Int)
        case circle(Int)
    }

    static let standard = PlanReferenceMatcher()
    private static let mostItems = 20

    let vocabulary: Vocabulary
    private let leads: [Lead]

    init() {
        var patterns: [[UInt8]] = []
        var leads: [Lead] = []
        func add(_ words: WordList, _ lead: ([UInt8]) -> Lead) {
            for form in words.forms {
                patterns.append(form)
                leads.append(lead(form))
            }
        }
        add(PlanLexicon.strongHeads) { _ in .head(strong: true) }
        add(PlanLexicon.weakHeads) { _ in .head(strong: false) }
        add(PlanLexicon.namedPlans) { .named(short: PlanLexicon.shortNames.forms.contains($0)) }
        add(PlanLexicon.nextPlans) { _ in .next }
        add(words("第")) { _ in .ordinal }
        for number in 1...Self.mostItems {
            add(words("(\(number))")) { _ in .bracket(number) }
            let scalar = UnicodeScalar(0x2460 + UInt32(number) - 1).map(String.init) ?? ""
            add(words(scalar)) { _ in .circle(number) }
        }
        vocabulary = Vocabulary(bytes: patterns)
        self.leads = leads
    }

    /// The leads of a text that do not overlap: the leftmost, and of those that begin there the longest.
    func leads(_ hits: ArraySlice<WordHit>) -> [(lead: Lead, range: Range<Int>)] {
        guard !hits.isEmpty else { return [] }
        var chosen: [(lead: Lead, range: Range<Int>)] = []
        var end = 0
        for hit in hits.count == 1
            ? Array(hits)
            : hits.sorted(by: { a, b in
                (a.range.lowerBound, -a.range.upperBound, a.word) < (b.range.lowerBound, -b.range.upperBound, b.word)
            })
        where hit.range.lowerBound >= end {
            chosen.append((leads[hit.word], hit.range))
            end = hit.range.upperBound
        }
        return chosen
    }
}

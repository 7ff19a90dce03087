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

    private let matcher: PatternMatcher
    private let leads: [Lead]

    init() {
        var patterns: [String] = []
        var leads: [Lead] = []
        func add(_ words: WordList, _ lead: ([UInt8]) -> Lead) {
            for form in words.forms {
                patterns.append(String(decoding: form, as: UTF8.self))
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
        matcher = PatternMatcher(patterns)
        self.leads = leads
    }

    func leads(in bytes: UnsafeBufferPointer<UInt8>) -> [(lead: Lead, range: Range<Int>)] {
        matcher.longestMatches(in: bytes).map { (leads[$0.pattern], $0.range) }
    }
}

/// A query evaluated on one segment: the remarks that hold, and where the phrases stand.
struct QueryEvaluation {
    let part: SearchIndex.Part
    /// Live remarks for which the query holds.
    let remarks: BitSet
    /// For each wanted phrase its matches, also in remarks that are not live or for which the query does not hold.
    let phrases: [PhraseMatches]
    /// For each wanted phrase the number of live remarks it stands in.
    let frequencies: [Int]

    /// - Parameter wanted: `expression.wantedPhrases`.
    init(
        _ expression: SearchExpression, wanted: [SearchPhrase], in part: SearchIndex.Part
    ) throws(SearchIndexError) {
        self.part = part
        var phrases: [PhraseMatches] = []
        var frequencies: [Int] = []
        var sets: [SearchPhrase: BitSet] = [:]
        for phrase in wanted {
            let matches = try PhraseMatcher.matches(phrase, in: part.segment)
            var set = Self.set(of: matches, bound: part.segment.remarkCount)
            sets[phrase] = set
            set.formIntersection(part.liveRemarks)
            frequencies.append(set.count)
            phrases.append(matches)
        }
        self.phrases = phrases
        self.frequencies = frequencies
        var remarks = try Self.evaluate(expression, sets: sets, part: part)
        remarks.formIntersection(part.liveRemarks)
        self.remarks = remarks
    }

    private static func set(of matches: PhraseMatches, bound: Int) -> BitSet {
        var set = BitSet(bound: bound)
        for remark in matches.remarks { set.insert(Int(remark)) }
        return set
    }

    /// The depth of the expression is bounded by the parser.
    private static func evaluate(
        _ expression: SearchExpression, sets: [SearchPhrase: BitSet], part: SearchIndex.Part
    ) throws(SearchIndexError) -> BitSet {
        switch expression {
        case .phrase(let phrase):
            if let set = sets[phrase] { return set }
            return set(of: try PhraseMatcher.matches(phrase, in: part.segment), bound: part.segment.remarkCount)
        case .filter(let filter): return FilterMatcher(segment: part.segment).matches(filter)
        case .not(let inner):
            var set = part.liveRemarks
            set.subtract(try evaluate(inner, sets: sets, part: part))
            return set
        case .all(let inner):
            var set = part.liveRemarks
            for expression in inner { set.formIntersection(try evaluate(expression, sets: sets, part: part)) }
            return set
        case .any(let inner):
            var set = BitSet(bound: part.segment.remarkCount)
            for expression in inner { set.formUnion(try evaluate(expression, sets: sets, part: part)) }
            return set
        }
    }
}

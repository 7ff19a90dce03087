/// A query evaluated on one segment: the remarks that hold, and where the phrases stand.
struct QueryEvaluation {
    let part: SearchIndex.Part
    /// Live remarks that are hits.
    let remarks: BitSet
    /// For each wanted phrase its matches, also in remarks that are not live or no hits.
    let phrases: [PhraseMatches]
    /// For each wanted phrase the number of live remarks it stands in.
    let frequencies: [Int]
    /// For each wanted word the number of live remarks it stands in, in any spelling.
    let wordFrequencies: [Int]

    init(
        _ query: SearchQuery, wanted: WantedWords, fields: Set<SearchField> = [], in part: SearchIndex.Part
    ) throws(SearchIndexError) {
        self.part = part
        let bound = part.segment.remarkCount
        var phrases: [PhraseMatches] = []
        var frequencies: [Int] = []
        var walk = Walk(
            part: part, fields: FieldMatches(fields: fields),
            units: query.scope == .remark ? nil : SearchUnits(query.scope, in: part.segment))
        for phrase in wanted.phrases {
            let matches = try walk.matches(phrase)
            var set = BitSet(matches, bound: bound)
            walk.sets[phrase] = set
            set.formIntersection(part.liveRemarks)
            frequencies.append(set.count)
            phrases.append(matches)
        }
        self.phrases = phrases
        self.frequencies = frequencies
        wordFrequencies = wanted.words.map { word in
            if word.phrases.count == 1 { return frequencies[word.phrases[0]] }
            return walk.union(of: word.phrases.map { wanted.phrases[$0] }).count
        }
        var remarks = try walk.remarks(of: query.expression)
        remarks.formIntersection(part.liveRemarks)
        if query.scope != .remark, !wanted.phrases.isEmpty { remarks.formIntersection(walk.union(of: wanted.phrases)) }
        self.remarks = remarks
    }

    /// One evaluation. The depth of the expression is bounded by the parser.
    private struct Walk {
        let part: SearchIndex.Part
        /// Searched as well; NEAR is a matter of the text alone.
        let fields: FieldMatches
        /// The units words are found in together, where they are wider than the remark.
        let units: SearchUnits?
        var sets: [SearchPhrase: BitSet] = [:]

        func matches(_ phrase: SearchPhrase) throws(SearchIndexError) -> PhraseMatches {
            fields.added(to: try PhraseMatcher.matches(phrase, in: part.segment), of: phrase, in: part.segment)
        }

        func remarks(of expression: SearchExpression) throws(SearchIndexError) -> BitSet {
            switch expression {
            case .phrase(let phrase):
                if let set = sets[phrase] { return widened(set) }
                return widened(BitSet(try matches(phrase), bound: part.segment.remarkCount))
            case .near(let near): return widened(try NearMatcher.matches(near, in: part.segment))
            case .filter(let filter): return try FilterMatcher(segment: part.segment).matches(filter)
            case .not(let inner):
                var set = part.liveRemarks
                set.subtract(try remarks(of: inner))
                return set
            case .all(let inner):
                var set = part.liveRemarks
                for expression in inner { set.formIntersection(try remarks(of: expression)) }
                return set
            case .any(let inner):
                var set = BitSet(bound: part.segment.remarkCount)
                for expression in inner { set.formUnion(try remarks(of: expression)) }
                return set
            }
        }

        /// Live remarks in which one of the wanted phrases stands.
        func union(of phrases: [SearchPhrase]) -> BitSet {
            var union = BitSet(bound: part.segment.remarkCount)
            for phrase in phrases { if let set = sets[phrase] { union.formUnion(set) } }
            union.formIntersection(part.liveRemarks)
            return union
        }

        private func widened(_ set: BitSet) -> BitSet { units?.widened(set) ?? set }
    }
}

extension BitSet {
    /// The remarks of matches.
    init(_ matches: PhraseMatches, bound: Int) {
        self.init(bound: bound)
        for remark in matches.remarks { insert(Int(remark)) }
    }
}

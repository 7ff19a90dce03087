import MinutesModel

extension SearchIndex {
    /// Finds remarks.
    /// - Throws: `SearchQueryError` when the query cannot be understood, `SearchIndexError` when the index is damaged.
    /// - Complexity: linear in the postings of the query's words and in the hits, not in the text.
    package func search(_ request: SearchRequest) throws -> SearchResults {
        let query = try QueryParser.expression(of: request.query)
        let filters = try request.filters.expressions()
        let expression: SearchExpression = filters.isEmpty ? query : .all(filters + [query])
        let phrases = expression.wantedPhrases
        var evaluations: [QueryEvaluation] = []
        for part in parts { evaluations.append(try QueryEvaluation(expression, wanted: phrases, in: part)) }
        // Without words there is no relevance: the latest first.
        let sort = phrases.isEmpty && request.sort == .relevance ? .newest : request.sort
        let ranking = Ranking(
            evaluations: evaluations, remarkCount: remarkCount, characterCount: characterCount, sort: sort)
        var results = SearchResults(
            total: evaluations.reduce(0) { $0 + $1.remarks.count }, hits: [],
            words: phrases.enumerated().map { number, phrase in
                SearchResults.Word(
                    text: phrase.typed, total: evaluations.reduce(0) { $0 + $1.frequencies[number] })
            })
        for ranked in ranking.hits(offset: request.offset, limit: request.limit) {
            results.hits.append(try hit(ranked, phrases: phrases))
        }
        return results
    }

    /// Checks a query without searching, for early messages.
    /// - Throws: `SearchQueryError`.
    package static func check(_ request: SearchRequest) throws {
        _ = try QueryParser.expression(of: request.query)
        _ = try request.filters.expressions()
    }

    private func hit(_ ranked: RankedRemark, phrases: [SearchPhrase]) throws(SearchIndexError) -> SearchHit {
        typealias Row = SegmentLayout.RemarkRow
        let segment = parts[ranked.part].segment
        let remark = ranked.remark
        let meeting = segment.meeting(ofRemark: remark)
        let date = segment.string(segment.meeting(meeting, SegmentLayout.MeetingRow.date))
        let agenda = segment.string(segment.remark(remark, Row.agenda))
            .split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let snippet = Snippet(try segment.text(ofRemark: remark), phrases: phrases)
        let answers = segment.answers(ofRemark: remark)
        return SearchHit(
            meeting: segment.meetingID(meeting),
            meetingTitle: segment.string(segment.meeting(meeting, SegmentLayout.MeetingRow.title)),
            remark: segment.string(segment.remark(remark, Row.id)), order: Int(segment.remark(remark, Row.order)),
            line: Int(segment.remark(remark, Row.line)), date: date.isEmpty ? nil : date,
            role: role(of: remark, in: segment), label: segment.string(segment.remark(remark, Row.label)),
            agenda: agenda.first.flatMap { $0.isEmpty ? nil : $0 },
            topicBoundary: agenda.count > 1 ? agenda[1] : nil, snippet: snippet.text, range: snippet.range,
            highlights: snippet.highlights, score: Double(ranked.score) / 10_000,
            topics: segment.topics(ofRemark: remark).map(segment.string),
            answer: try answers.first.map { (number) throws(SearchIndexError) in
                try companion(Int(number), in: segment, phrases: phrases)
            },
            answers: answers.count,
            question: try segment.question(ofRemark: remark).map { (number) throws(SearchIndexError) in
                try companion(number, in: segment, phrases: phrases)
            })
    }

    private func companion(
        _ remark: Int, in segment: Segment, phrases: [SearchPhrase]
    ) throws(SearchIndexError) -> SearchHit.Companion {
        typealias Row = SegmentLayout.RemarkRow
        let snippet = Snippet(try segment.text(ofRemark: remark), phrases: phrases, longest: 80)
        return SearchHit.Companion(
            remark: segment.string(segment.remark(remark, Row.id)), role: role(of: remark, in: segment),
            label: segment.string(segment.remark(remark, Row.label)), snippet: snippet.text,
            highlights: snippet.highlights)
    }

    private func role(of remark: Int, in segment: Segment) -> Role {
        Role(rawValue: segment.string(segment.remark(remark, SegmentLayout.RemarkRow.role))) ?? .other
    }
}

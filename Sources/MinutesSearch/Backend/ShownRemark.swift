import MinutesModel

/// A remark as a backend brings it for a page of results: everything a hit shows.
package struct ShownRemark: Hashable, Sendable {
    package var meeting: String
    package var meetingTitle: String
    /// ISO 8601, empty when unknown.
    package var date: String
    package var id: String
    package var order: Int
    package var line: Int
    package var role: String
    package var label: String
    /// As in `SearchableRemark`.
    package var agenda: String
    package var topics: [String]
    package var text: String
    /// Number of remarks that answer it.
    package var answers: Int

    package init(
        meeting: String, meetingTitle: String, date: String, id: String, order: Int, line: Int, role: String,
        label: String, agenda: String, topics: [String], text: String, answers: Int
    ) {
        self.meeting = meeting
        self.meetingTitle = meetingTitle
        self.date = date
        self.id = id
        self.order = order
        self.line = line
        self.role = role
        self.label = label
        self.agenda = agenda
        self.topics = topics
        self.text = text
        self.answers = answers
    }
}

extension SearchHit {
    /// - Parameters:
    ///   - question: the remark it answers.
    ///   - answer: the first remark that answers it.
    ///   - phrases: those looked for, to be marked.
    ///   - score: four decimals.
    package init(
        _ remark: ShownRemark, question: ShownRemark?, answer: ShownRemark?, phrases: [SearchPhrase], score: Double
    ) {
        let agenda = remark.agenda.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            .map(String.init)
        let snippet = Snippet(remark.text, phrases: phrases, longest: Snippet.longest)
        self.init(
            meeting: remark.meeting, meetingTitle: remark.meetingTitle, remark: remark.id, order: remark.order,
            line: remark.line, date: remark.date.isEmpty ? nil : remark.date,
            role: Role(rawValue: remark.role) ?? .other, label: remark.label,
            agenda: agenda.first.flatMap { $0.isEmpty ? nil : $0 },
            topicBoundary: agenda.count > 1 ? agenda[1] : nil, snippet: snippet.text, range: snippet.range,
            highlights: snippet.highlights, occurrences: snippet.occurrences, words: snippet.words,
            substitutions: snippet.substitutions, score: score,
            topics: remark.topics,
            answer: answer.map { Companion($0, phrases: phrases) }, answers: remark.answers,
            question: question.map { Companion($0, phrases: phrases) })
    }
}

extension SearchHit.Companion {
    fileprivate init(_ remark: ShownRemark, phrases: [SearchPhrase]) {
        let snippet = Snippet(remark.text, phrases: phrases, longest: 80)
        self.init(
            remark: remark.id, role: Role(rawValue: remark.role) ?? .other, label: remark.label,
            snippet: snippet.text, highlights: snippet.highlights)
    }
}

extension Snippet {
    fileprivate init(_ text: String, phrases: [SearchPhrase], longest: Int) {
        let bytes = Array(text.utf8)
        self = bytes.withUnsafeBufferPointer { Snippet($0, phrases: phrases, longest: longest) }
    }
}

extension SearchResults {
    package init(
        total: Int, shown hits: [SearchHit], words: [Word], facets: SearchFacets? = nil,
        groups: (page: [Group], total: Int)? = nil
    ) {
        self.init(
            total: total, hits: hits, words: words, facets: facets, groups: groups?.page, groupTotal: groups?.total)
    }
}

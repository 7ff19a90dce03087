import MinutesModel

/// The remarks of a page of results, before their texts are read.
package struct RankedPage: Sendable {
    /// Number of remarks for which the query holds, exact.
    package let total: Int
    /// The words looked for, in the order of the query.
    let wanted: WantedWords
    /// For each phrase, and for each word in any spelling, the number of remarks it stands in.
    /// Counted for what is shown where they were not needed so far.
    let frequencies: [Int]?
    let wordFrequencies: [Int]?
    var remarks: [RankedRemark]
    let facets: SearchFacets?
    /// The groups of the page, whose hits stand in `remarks` one group after the other, and the number of all groups.
    let groups: [HitGroups.Group]?
    let groupTotal: Int?

    init(
        total: Int, wanted: WantedWords, frequencies: [Int]? = [], wordFrequencies: [Int]? = [],
        remarks: [RankedRemark],
        facets: SearchFacets? = nil, groups: [HitGroups.Group]? = nil, groupTotal: Int? = nil
    ) {
        self.total = total
        self.wanted = wanted
        self.frequencies = frequencies
        self.wordFrequencies = wordFrequencies
        self.remarks = remarks
        self.facets = facets
        self.groups = groups
        self.groupTotal = groupTotal
    }
}

extension SearchIndex {
    /// Finds remarks and makes the shown hits of the page: `rank`, then `results`.
    /// - Parameter texts: the archive's records.
    /// - Throws: `SearchQueryError` when the query cannot be understood, `SearchIndexError` when the index is damaged,
    ///   and what `texts` throws.
    package func search(
        _ request: SearchRequest, synonyms: SynonymDictionary = SynonymDictionary(), texts: some RemarkTexts
    ) throws -> SearchResults {
        try results(of: rank(request, synonyms: synonyms), texts: texts)
    }

    /// The first step: counts and orders; reads no text.
    /// - Throws: `SearchQueryError` when the query cannot be understood, `SearchIndexError` when the index is damaged.
    /// - Complexity: linear in the postings of the query's words and in the hits, not in the text.
    package func rank(
        _ request: SearchRequest, synonyms: SynonymDictionary = SynonymDictionary()
    ) throws -> RankedPage {
        try rank(Self.query(of: request, synonyms: synonyms), request)
    }

    /// The same for a query that is understood already; of the request all but its query and filters counts.
    package func rank(_ query: SearchQuery, _ request: SearchRequest) throws(SearchIndexError) -> RankedPage {
        let wanted = WantedWords(query.expression)
        if let words = WordRanking.words(of: query, request) {
            let ranking = try WordRanking(words, in: self, limit: request.offset + request.limit)
            try check()
            return RankedPage(
                total: ranking.total, wanted: wanted, frequencies: words.count == 1 ? [ranking.total] : nil,
                wordFrequencies: words.count == 1 ? [ranking.total] : nil,
                remarks: Array(ranking.hits.dropFirst(request.offset)), facets: nil, groups: nil, groupTotal: nil)
        }
        // Without words there is no relevance: the latest first.
        let sort = wanted.phrases.isEmpty && request.sort == .relevance ? .newest : request.sort
        var weights: [Float] = []
        var counted: [SearchPhrase: Int] = [:]
        for phrase in wanted.phrases where Relevance.bigrams(of: phrase).isEmpty {
            counted[phrase] = try frequency(of: phrase)
        }
        for word in wanted.words {
            weights.append(try weight(of: word.phrases.map { wanted.phrases[$0] }, frequencies: counted))
        }
        // For groups all are wanted; else no more than anybody can page to.
        let (offset, limit) = (min(max(0, request.offset), 1 << 40), min(max(0, request.limit), 1 << 40))
        let isPaged = request.grouping == nil
        var ranking = Ranking(
            isPaged ? (limit > 0 ? offset + limit : 0) : .max, weights: wanted.wordOfPhrase.map { weights[$0] },
            sort: sort, latest: request.prefersRecent && sort == .relevance ? latestDay : nil, parts: parts)
        var total = 0
        var frequencies = [Int](repeating: 0, count: wanted.phrases.count)
        var wordFrequencies = [Int](repeating: 0, count: wanted.words.count)
        var facets = request.wantsFacets ? FacetCounter() : nil
        // One segment after the other, so that the matches of one alone are in memory.
        for part in parts {
            let evaluation = try QueryEvaluation(query, wanted: wanted, fields: request.fields, in: part)
            total += evaluation.remarks.count
            for (place, count) in evaluation.frequencies.enumerated() { frequencies[place] += count }
            for (place, count) in evaluation.wordFrequencies.enumerated() { wordFrequencies[place] += count }
            if !isPaged || limit > 0 { try ranking.add(evaluation) }
            facets?.add(evaluation)
        }
        var page: [RankedRemark] = []
        var groups: [HitGroups.Group]?
        var groupTotal: Int?
        if let grouping = request.grouping {
            let all = HitGroups(ranking.hits, by: grouping, in: parts).groups
            let shown = Array(all.dropFirst(offset).prefix(limit))
            groupTotal = all.count
            groups = shown
            page = shown.flatMap(\.best)
        } else {
            page = Array(ranking.hits.dropFirst(offset))
        }
        try check()
        return RankedPage(
            total: total, wanted: wanted, frequencies: frequencies, wordFrequencies: wordFrequencies, remarks: page,
            facets: facets?.facets, groups: groups, groupTotal: groupTotal)
    }

    /// Number of remarks each phrase stands in.
    private func frequencies(of phrases: [SearchPhrase]) throws(SearchIndexError) -> [Int] {
        var frequencies: [Int] = []
        for phrase in phrases { frequencies.append(try frequency(of: phrase)) }
        return frequencies
    }

    private func frequency(of phrase: SearchPhrase) throws(SearchIndexError) -> Int {
        let alone = SearchQuery(.phrase(phrase))
        if let words = WordRanking.words(of: alone, SearchRequest(limit: 1)) {
            return try WordRanking(words, in: self, limit: 1).total
        }
        let wanted = WantedWords(alone.expression)
        var sum = 0
        for part in parts { sum += try QueryEvaluation(alone, wanted: wanted, in: part).remarks.count }
        return sum
    }

    /// Of the meetings that count; 0 where none has a day.
    private var latestDay: UInt32 {
        var latest: UInt32 = 0
        for part in parts {
            part.liveMeetings.forEach {
                latest = max(latest, part.segment.meeting($0, SegmentLayout.MeetingRow.day))
            }
        }
        return latest
    }

    /// The second step: what is shown of the remarks of a page.
    /// - Throws: `SearchIndexError`, and what `texts` throws.
    package func results(of page: RankedPage, texts: some RemarkTexts) throws -> SearchResults {
        let shown = try ShownTexts(page, in: self, texts: texts)
        var hits = page.remarks.map { hit($0, phrases: page.wanted.phrases, texts: shown) }
        var groups: [SearchResults.Group]?
        if let ranked = page.groups {
            var rest = hits[...]
            groups = ranked.map { group in
                defer { rest = rest.dropFirst(group.best.count) }
                return SearchResults.Group(
                    id: group.id, name: group.name, date: group.date, total: group.total,
                    hits: Array(rest.prefix(group.best.count)))
            }
            hits = []
        }
        let frequencies = try page.frequencies ?? self.frequencies(of: page.wanted.phrases)
        var words = page.wanted.told(
            frequencies: frequencies,
            wordFrequencies: page.wordFrequencies ?? page.wanted.words.map { frequencies[$0.phrases[0]] })
        if page.total == 0 {
            // A slip or two get help; a list of words that stand nowhere needs none.
            for place in words.indices.filter({ words[$0].total == 0 }).prefix(3) {
                let typed = page.wanted.phrases[page.wanted.words[place].phrases[0]]
                words[place].nearest = try NearestWords(in: self).words(like: typed)
            }
        }
        try check()
        return SearchResults(
            total: page.total, hits: hits, words: words, facets: page.facets, groups: groups,
            groupTotal: page.groupTotal)
    }

    /// Checks a query without searching, for early messages.
    /// - Throws: `SearchQueryError`.
    package static func check(_ request: SearchRequest) throws {
        _ = try query(of: request)
    }

    /// What a request means: its query with other spellings and synonyms where they are wanted, its filters around it.
    /// - Throws: `SearchQueryError`.
    package static func query(
        of request: SearchRequest, synonyms: SynonymDictionary = SynonymDictionary()
    ) throws(SearchQueryError) -> SearchQuery {
        var query = try QueryParser.query(request.query, scope: request.scope)
        if !request.isExact {
            var expansion = QueryExpansion(synonyms: synonyms)
            query.expression = expansion.expanded(query.expression)
        }
        let filters = try request.filters.expressions()
        if !filters.isEmpty { query.expression = .all(filters + [query.expression]) }
        return query
    }

    private func hit(_ ranked: RankedRemark, phrases: [SearchPhrase], texts: ShownTexts) -> SearchHit {
        let segment = parts[ranked.part].segment
        let remark = ranked.remark
        let meeting = segment.meeting(ofRemark: remark)
        let date = segment.string(segment.meeting(meeting, SegmentLayout.MeetingRow.date))
        let agenda = segment.string(segment.remark(remark, .agenda))
            .split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let snippet = texts.snippet(of: remark, in: ranked.part, phrases: phrases, longest: Snippet.longest)
        let answers = segment.answers(ofRemark: remark)
        func companion(_ remark: Int) -> SearchHit.Companion {
            let snippet = texts.snippet(of: remark, in: ranked.part, phrases: phrases, longest: 80)
            return SearchHit.Companion(
                remark: segment.remarkID(remark), role: role(of: remark, in: segment),
                label: segment.string(segment.remark(remark, .label)), snippet: snippet.text,
                highlights: snippet.highlights)
        }
        return SearchHit(
            meeting: segment.meetingID(meeting),
            meetingTitle: segment.string(segment.meeting(meeting, SegmentLayout.MeetingRow.title)),
            remark: segment.remarkID(remark), order: Int(segment.remark(remark, .order)),
            line: Int(segment.remark(remark, .line)), date: date.isEmpty ? nil : date,
            role: role(of: remark, in: segment), label: segment.string(segment.remark(remark, .label)),
            agenda: agenda.first.flatMap { $0.isEmpty ? nil : $0 },
            topicBoundary: agenda.count > 1 ? agenda[1] : nil, snippet: snippet.text, range: snippet.range,
            highlights: snippet.highlights, occurrences: snippet.occurrences, words: snippet.words,
            substitutions: snippet.substitutions,
            score: Double(ranked.score) / 10_000,
            topics: segment.topics(ofRemark: remark).map(segment.string),
            answer: answers.first.map { companion(Int($0)) }, answers: answers.count,
            question: segment.question(ofRemark: remark).map(companion))
    }

    private func role(of remark: Int, in segment: Segment) -> Role {
        Role(rawValue: segment.string(segment.remark(remark, .role))) ?? .other
    }
}

/// The texts of a page's hits, their questions and first answers, fetched at once.
private struct ShownTexts {
    private struct Place: Hashable {
        var part: Int
        var remark: Int
    }

    private var texts: [Place: [UInt8]] = [:]

    init(_ page: RankedPage, in index: SearchIndex, texts source: some RemarkTexts) throws {
        var places: [Place] = []
        var seen: Set<Place> = []
        for hit in page.remarks {
            let segment = index.parts[hit.part].segment
            let companions = [
                segment.answers(ofRemark: hit.remark).first.map { Int($0) }, segment.question(ofRemark: hit.remark),
            ]
            for remark in [hit.remark] + companions.compactMap(\.self) {
                let place = Place(part: hit.part, remark: remark)
                if seen.insert(place).inserted { places.append(place) }
            }
        }
        guard !places.isEmpty else { return }
        let found = try source.texts(of: places.map { index.parts[$0.part].segment.reference(toRemark: $0.remark) })
        for (place, text) in zip(places, found) { texts[place] = text }
    }

    /// An empty one where the text has gone.
    func snippet(of remark: Int, in part: Int, phrases: [SearchPhrase], longest: Int) -> Snippet {
        (texts[Place(part: part, remark: remark)] ?? []).withUnsafeBufferPointer {
            Snippet($0, phrases: phrases, longest: longest)
        }
    }
}

extension Segment {
    /// What a remark is called in the archive.
    func reference(toRemark remark: Int) -> RemarkReference {
        let meeting = meeting(ofRemark: remark)
        return RemarkReference(
            meeting: meetingID(meeting),
            version: string(self.meeting(meeting, SegmentLayout.MeetingRow.version)),
            place: remark - remarks(ofMeeting: meeting).lowerBound,
            id: remarkID(remark))
    }
}

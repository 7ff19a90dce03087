import JapaneseText
import MinutesModel

/// Finds, for a request, the turn of the other side that answers it and the sentence that says how.
struct ResponseWalk {
    struct Response {
        var remark: Int
        var range: Range<Int>
        var stance: ResponseStance
        var confidence: Double
    }

    private enum Speaker { case chair, answerer, other }

    /// Turns looked at behind a request at most.
    private static let reach = 12
    /// Turns of others that may stand between.
    private static let patience = 1
    /// A chair's turn of up to so many bytes only calls the next speaker.
    private static let longestCall = 120
    /// Words an answer has to share with one of several requests.
    private static let leastShared = 3
    /// Bytes at the start of a sentence that name what it is about.
    private static let opening = 42
    /// Sentences of a turn that is an answer though it shares no word with the request.
    private static let longestAnswer = 10
    /// Bytes before the end of a sentence in which its stance is looked for.
    private static let tail = 150

    private static let asking = words("か。 か か？ ？ ? ください。")
    private static let unsaid = PatternMatcher(ResponseLexicon.unsaid)
    private static let stances: (matcher: PatternMatcher, stance: [ResponseStance]) = {
        let entries = ResponseLexicon.stances.flatMap { entry in
            entry.words.split(whereSeparator: \.isWhitespace).map { (String($0), entry.stance) }
        }
        return (PatternMatcher(entries.map(\.0)), entries.map(\.1))
    }()

    private let meeting: Meeting
    private let sentences: [[Range<Int>]]
    private let places: [String: Int]
    private let boundaries: Set<String>
    /// Requests by remark.
    private let asked: [String: [Finding]]
    /// Where promises stand, by remark.
    private let promised: [String: [Range<Int>]]

    init(_ meeting: Meeting, context: AnalysisContext, requests: [Finding]) {
        self.meeting = meeting
        sentences = meeting.remarks.indices.map { context.sentences(at: $0, of: meeting) }
        places = Dictionary(
            meeting.remarks.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        boundaries = Set(meeting.topicBoundaries.map(\.remark))
        asked = Dictionary(grouping: requests, by: \.remark)
        promised = Dictionary(grouping: context.earlier.filter { $0.kind == .commitment }, by: \.remark)
            .mapValues { $0.map(\.range.range) }
    }

    func response(to request: Finding) -> Response? {
        guard let start = places[request.remark], speaker(start) != .answerer else { return nil }
        var terms = RequestTerms(of: request.quote)
        let isAlone = asked[request.remark]?.count == 1 && !asksMore(start, than: request)
        var passed = 0
        var index = start + 1
        while index < meeting.remarks.count, index - start <= Self.reach, !endsTopic(at: index) {
            switch speaker(index) {
            case .chair:
                let text = meeting.remarks[index].text
                if ResponseLexicon.acknowledging.contains(where: { text.holds($0) }) { return nil }
                if text.utf8.count > Self.longestCall { passed += 1 }
            case .answerer:
                if explains(index) { return nil }
                return answer(in: index, terms, isCertain: isAlone && passed == 0)
            case .other:
                passed += 1
                // Of words that another says of a matter of his own, the answer may be to him.
                let text = meeting.remarks[index].text
                if !text.holds(anyOf: ResponseLexicon.agreeing) { text.withUTF8Bytes { terms.forget(in: $0) } }
            }
            if passed > Self.patience { break }
            index += 1
        }
        guard speaker(start) == .other, isUnanswered(from: start) else { return nil }
        return Response(remark: start, range: request.range.range, stance: .unanswered, confidence: 0.7)
    }

    /// Whether nobody who could answer speaks before the next topic or the end.
    private func isUnanswered(from start: Int) -> Bool {
        for index in (start + 1)..<max(start + 1, meeting.remarks.count) {
            if endsTopic(at: index) { return true }
            switch speaker(index) {
            case .answerer: return false
            case .chair:
                let text = meeting.remarks[index].text
                if ResponseLexicon.acknowledging.contains(where: { text.holds($0) }) { return false }
            case .other: break
            }
        }
        return true
    }

    /// The sentence of a turn that says how the request is met: the one that shares most words with it, counted with the
    /// sentence before. Where the turn before asked for nothing else, one that shares none will do.
    private func answer(in index: Int, _ terms: RequestTerms, isCertain: Bool) -> Response? {
        let promises = promised[meeting.remarks[index].id] ?? []
        var first: (range: Range<Int>, stance: ResponseStance)?
        var best: (range: Range<Int>, stance: ResponseStance?, rank: Int)?
        meeting.remarks[index].text.withUTF8Bytes { bytes in
            var before = 0
            for range in sentences[index] where range.upperBound <= bytes.count {
                let sentence = UnsafeBufferPointer(rebasing: bytes[range])
                let met = terms.shared(with: sentence, opening: Self.opening)
                // A word that opens the sentence is what it speaks of.
                let here = met.count + (met.opens ? 2 : 0)
                let shared = here + before
                // Its own words count twice: the sentence behind the one that answers only shares them.
                let rank = shared + here
                before = here
                let isMeant = shared >= (isCertain ? 1 : Self.leastShared)
                guard isMeant || first == nil else { continue }
                let isPromised = promises.contains { $0.overlaps(range) }
                var stance = Self.stance(of: sentence, isPromised: isPromised)
                if stance != nil, Self.unsaid.matches(sentence) { stance = nil }
                if let stance, first == nil { first = (range, stance) }
                guard isMeant else { continue }
                // A sentence that says how it is met goes before one that only speaks of it.
                if let best, best.stance != nil, stance == nil { continue }
                if let best, (best.stance == nil) == (stance == nil), best.rank > rank { continue }
                // Mere explanation is only told from chance where one thing was asked for.
                if stance == nil, best != nil || !isCertain || shared < Self.leastShared { continue }
                best = (range, stance, rank)
            }
        }
        if let best, best.stance != nil || !isCertain || first == nil {
            return Response(
                remark: index, range: best.range, stance: best.stance ?? .explained,
                confidence: best.stance == nil ? 0.5 : isCertain ? 0.9 : 0.7)
        }
        guard isCertain, let first, sentences[index].count <= Self.longestAnswer else { return nil }
        return Response(remark: index, range: first.range, stance: first.stance, confidence: 0.6)
    }

    /// The stance the end of a sentence says; a promise without such words accepts.
    private static func stance(of sentence: UnsafeBufferPointer<UInt8>, isPromised: Bool) -> ResponseStance? {
        var best: (end: Int, stance: ResponseStance)?
        var start = max(0, sentence.count - tail)
        while start < sentence.count, sentence[start] & 0xC0 == 0x80 { start += 1 }
        stances.matcher.forEachMatch(in: UnsafeBufferPointer(rebasing: sentence[start...])) { pattern, range in
            if range.upperBound >= best?.end ?? 0 { best = (range.upperBound, stances.stance[pattern]) }
        }
        return best?.stance ?? (isPromised ? .accepted : nil)
    }

    // MARK: - turns

    private func speaker(_ index: Int) -> Speaker {
        switch meeting.remarks[index].role {
        case .chair, .viceChair: .chair
        case .secretariat, .official: .answerer
        case .member, .audience, .expert: .other
        case .other: meeting.remarks[index].party == "officials" ? .answerer : .other
        }
    }

    private func endsTopic(at index: Int) -> Bool {
        boundaries.contains(meeting.remarks[index].id)
            || meeting.remarks[index - 1].agenda != meeting.remarks[index].agenda
    }

    private func explains(_ index: Int) -> Bool {
        meeting.remarks[index].text.withUTF8Bytes { $0.first(of: QuestionLexicon.explanations, at: 0) != nil }
    }

    /// Whether a sentence of the turn other than the request is a question.
    private func asksMore(_ index: Int, than request: Finding) -> Bool {
        meeting.remarks[index].text.withUTF8Bytes { bytes in
            sentences[index].contains { range in
                guard range.upperBound <= bytes.count, !range.overlaps(request.range.range) else { return false }
                return UnsafeBufferPointer(rebasing: bytes[range]).last(of: Self.asking, at: range.count) != nil
            }
        }
    }
}

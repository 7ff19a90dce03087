import MinutesModel

/// Where decisions can go.
struct ReviewPlaces {
    struct Place {
        var meeting: String
        var finding: Finding
        /// Made from the decision, not by an analyzer.
        var isRestored = false
        /// What an older version's finding has become, in other words.
        var isCorrected = false
    }

    private let meetings: [AnalyzedMeeting]
    private let indexByID: [String: Int]
    /// The meeting and place of each finding.
    private let known: [String: (meeting: Int, finding: Int)]
    /// Meetings that know an id as an older version's.
    private let former: [String: Int]
    private let fold: (String) -> String
    /// Folded quotes of the findings of a meeting, made when first needed.
    private var quotes: [Int: [String]] = [:]

    init(_ meetings: [AnalyzedMeeting], fold: @escaping (String) -> String) {
        self.meetings = meetings
        self.fold = fold
        indexByID = Dictionary(meetings.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var known: [String: (meeting: Int, finding: Int)] = [:]
        var former: [String: Int] = [:]
        for (index, analyzed) in meetings.enumerated() {
            for (place, finding) in analyzed.findings.enumerated() { known[finding.id] = (index, place) }
            for id in analyzed.formerIDs.successors.keys { former[id] = index }
        }
        self.known = known
        self.former = former
    }

    func knows(_ finding: String) -> Bool { known[finding] != nil }

    func finding(_ id: String) -> Finding? { known[id].map { meetings[$0.meeting].findings[$0.finding] } }

    /// What an older id is now, in the meeting that knows it.
    func successor(of id: String) -> String? { former[id].flatMap { meetings[$0].formerIDs.current(id) } }

    /// What has become of the finding of an older version.
    private func successor(of review: Review) -> Place? {
        guard let index = former[review.item], case .id(let id) = meetings[index].formerIDs[review.item],
            let place = known[id]
        else { return nil }
        let finding = meetings[place.meeting].findings[place.finding]
        return Place(
            meeting: meetings[place.meeting].id, finding: finding,
            isCorrected: fold(finding.quote) != fold(review.quote))
    }

    mutating func place(for review: Review) -> Place? {
        if review.added != true, let place = successor(of: review) { return place }
        guard !review.quote.isEmpty else { return nil }
        var review = review
        if let index = indexByID[review.meeting] ?? former[review.meeting] {
            // The remark may have another id now.
            review.remark = meetings[index].formerIDs.current(review.remark) ?? review.remark
            return places(for: review, in: index, isElsewhere: false).first
        }
        var found: [Place] = []
        for index in meetings.indices {
            found += places(for: review, in: index, isElsewhere: true)
            if found.count > 1 { return nil }
        }
        return found.first
    }

    private mutating func places(for review: Review, in index: Int, isElsewhere: Bool) -> [Place] {
        let analyzed = meetings[index]
        // What a person added is nobody's finding, even where an analyzer has come to find the same words.
        if review.added == true { return restored(review, in: analyzed) }
        let wanted = fold(review.quote)
        let quotes = quotes[index] ?? analyzed.findings.map { fold($0.quote) }
        self.quotes[index] = quotes
        let candidates = analyzed.findings.indices.filter { analyzed.findings[$0].kind == review.kind }
        func places(_ indices: [Int]) -> [Place] {
            // The remark the decision was made in comes first.
            let sorted =
                indices.filter { analyzed.findings[$0].remark == review.remark }
                + indices.filter { analyzed.findings[$0].remark != review.remark }
            return sorted.map { Place(meeting: analyzed.id, finding: analyzed.findings[$0]) }
        }
        let same = candidates.filter { quotes[$0] == wanted }
        if !same.isEmpty { return places(same) }
        if !isElsewhere {
            let overlapping = candidates.filter {
                analyzed.findings[$0].remark == review.remark
                    && (quotes[$0].contains(wanted) || wanted.contains(quotes[$0]))
            }
            if !overlapping.isEmpty { return places(overlapping) }
        }
        return restored(review, in: analyzed)
    }

    /// The finding made again where a remark still holds the quote, verbatim or in other spellings.
    private func restored(_ review: Review, in analyzed: AnalyzedMeeting) -> [Place] {
        let remarks =
            analyzed.meeting.remarks.filter { $0.id == review.remark }
            + analyzed.meeting.remarks.filter { $0.id != review.remark }
        let analyzer = AnalyzerIdentity(id: "review", version: 1)
        for remark in remarks {
            guard let range = remark.text.bytes(of: review.quote) ?? sentence(like: review.quote, in: remark.text),
                var finding = Finding(review.kind, analyzer: analyzer, in: remark, range: range)
            else { continue }
            finding.id = review.item
            return [Place(meeting: analyzed.id, finding: finding, isRestored: true)]
        }
        return []
    }

    /// The sentence that holds the quote in other spellings.
    private func sentence(like quote: String, in text: String) -> Range<Int>? {
        let wanted = fold(quote)
        guard fold(text).contains(wanted) else { return nil }
        var start = 0
        for sentence in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "。" || $0 == "\n" }) {
            let end = start + sentence.utf8.count
            let length = min(text.utf8.count - end, text.utf8.dropFirst(end).first == 0x0A ? 1 : 3)
            if (fold(String(sentence)) + "。").contains(wanted) { return start..<(end + (length == 3 ? 3 : 0)) }
            start = end + length
        }
        return 0..<text.utf8.count
    }
}

extension String {
    /// UTF-8 range of the first place where another text stands byte for byte.
    fileprivate func bytes(of other: String) -> Range<Int>? {
        let (text, wanted) = (Array(utf8), Array(other.utf8))
        guard !wanted.isEmpty, wanted.count <= text.count else { return nil }
        for start in 0...(text.count - wanted.count) where text[start] == wanted[0] {
            if text[start..<(start + wanted.count)].elementsEqual(wanted) { return start..<(start + wanted.count) }
        }
        return nil
    }
}

import MinutesModel

/// People's decisions brought together with what the analyzers find now.
///
/// A corrected document or a better analyzer changes findings; a decision follows its sentence:
/// 1. The finding is there: nothing to do.
/// 2. An older version of the document had it, and it is known what became of it (`FormerIDs`): the decision goes there,
///    and where the words changed this is said.
/// 3. In the meeting stands a finding of the same kind with the same quote, or one that holds the quote or is held by
///    it in the same remark: the decision goes there.
/// 4. The text still says it though no analyzer finds it any more: the finding is made again from the decision.
/// 5. The meeting has another id now: rules 3 and 4 in all meetings, where exactly one place answers.
/// 6. Otherwise it is an orphan: reported, never dropped.
package struct ReviewReconciliation: Sendable {
    /// Decisions with the id of the finding they belong to now, in their old order.
    package var attached: [Review] = []
    /// Findings that only people's decisions hold in the list, to be laid beside those of the meeting.
    package var restored: [String: [Finding]] = [:]
    /// Decisions whose sentence is no longer there, as they stand in the file.
    package var orphans: [Review] = []
    /// One an orphan, and one a decision whose sentence was corrected.
    package var diagnostics: [Diagnostic] = []

    /// - Parameter fold: makes spellings alike before quotes are compared.
    /// - Complexity: linear in reviews and findings where ids still fit.
    package init(
        _ reviews: [Review], meetings: [AnalyzedMeeting], fold: @escaping (String) -> String = { $0 }
    ) {
        var places = ReviewPlaces(meetings, fold: fold)
        var decided: [String: ReviewPlaces.Place?] = [:]
        var reported: Set<String> = []
        for review in reviews {
            if places.knows(review.item) {
                attached.append(review)
                continue
            }
            let key = [review.item, review.kind.rawValue, review.quote].joined(separator: "\u{0}")
            let place = decided[key] ?? places.place(for: review)
            decided[key] = .some(place)
            guard let place else {
                orphans.append(review)
                if reported.insert(review.item).inserted { diagnostics.append(Self.diagnostic(review)) }
                continue
            }
            if place.isCorrected, reported.insert(review.item).inserted {
                diagnostics.append(Self.diagnostic(review, corrected: place.finding))
            }
            var moved = review
            moved.item = place.finding.id
            moved.meeting = place.meeting
            moved.remark = place.finding.remark
            attached.append(moved)
            if place.isRestored, restored[place.meeting]?.contains(place.finding) != true {
                restored[place.meeting, default: []].append(place.finding)
            }
        }
    }

    private static func diagnostic(_ review: Review, corrected finding: Finding) -> Diagnostic {
        Diagnostic(
            .note, code: "reviews.corrected",
            message: "確認済みの項目「\(review.quote)」（\(review.kind.japaneseName)）は、会議録の訂正で「\(finding.quote)」になりました。"
                + "確認の記録は引き継いでいます。内容が今の文に合うか確かめてください。")
    }

    private static func diagnostic(_ review: Review) -> Diagnostic {
        Diagnostic(
            .warning, code: "reviews.orphan",
            message: "確認済みの項目「\(review.quote)」（\(review.kind.japaneseName)）が今の会議録に見当たりません。"
                + "確認の記録は残してあります。該当する発言を確かめ、必要なら確認し直してください。")
    }
}

/// Where decisions can go.
private struct ReviewPlaces {
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
        if let place = successor(of: review) { return place }
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
                let finding = Finding(review.kind, analyzer: analyzer, in: remark, range: range)
            else { continue }
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

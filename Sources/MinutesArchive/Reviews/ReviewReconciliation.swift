import MinutesModel

/// People's decisions brought together with what the analyzers find now.
///
/// A corrected document or a better analyzer changes findings; a decision follows its sentence:
/// 1. The finding is there: nothing to do.
/// 2. An older version of the document had it, and it is known what became of it (`FormerIDs`): the decision goes there,
///    and where the words changed this is said.
/// 3. In the meeting stands a finding of the same kind with the same quote, or one that holds the quote or is held by
///    it in the same remark: the decision goes there.
/// 4. The text still says it though no analyzer finds it any more, or a person added it: the finding is made again from
///    the decision, under the id it had.
/// 5. The meeting has another id now: rules 3 and 4 in all meetings, where exactly one place answers.
/// 6. Otherwise it is an orphan: reported, kept on the list (`ActionList`), never dropped.
package struct ReviewReconciliation: Sendable {
    /// Decisions with the id of the finding they belong to now, in their old order.
    package private(set) var attached: [Review] = []
    /// Findings that only people's decisions hold in the list, to be laid beside those of the meeting.
    package private(set) var restored: [String: [Finding]] = [:]
    /// Decisions whose sentence is no longer there, as they stand in the file.
    package private(set) var orphans: [Review] = []
    /// What items are called now whose decisions went elsewhere.
    package private(set) var movedIDs: [String: String] = [:]
    /// One a finding: an orphan, a sentence that was corrected, a finding that only its decision holds, one that the
    /// analyzers see otherwise now.
    package private(set) var diagnostics: [Diagnostic] = []

    /// Where the decisions about an item go.
    private enum Way {
        case here
        case moved(ReviewPlaces.Place)
        case lost
    }

    /// - Parameter fold: makes spellings alike before quotes are compared.
    /// - Complexity: linear in reviews and findings where ids still fit.
    package init(
        _ reviews: [Review], meetings: [AnalyzedMeeting], fold: @escaping (String) -> String = { $0 }
    ) {
        var places = ReviewPlaces(meetings, fold: fold)
        var ways: [String: Way] = [:]
        for review in reviews {
            let way = ways[review.item] ?? Self.way(of: review, &places)
            ways[review.item] = way
            switch way {
            case .here: attached.append(review)
            case .lost: orphans.append(review)
            case .moved(let place):
                movedIDs[review.item] = place.finding.id
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
        // What names another item follows it too.
        for index in attached.indices {
            if let whole = attached[index].splitFrom { attached[index].splitFrom = movedIDs[whole] ?? whole }
            if let target = attached[index].mergedInto?.item {
                attached[index].mergedInto?.item = movedIDs[target] ?? places.successor(of: target) ?? target
            }
        }
        tell(reviews, ways, places)
    }

    private static func way(of review: Review, _ places: inout ReviewPlaces) -> Way {
        if places.knows(review.item) { return .here }
        return places.place(for: review).map(Way.moved) ?? .lost
    }

    /// Says what became of decided items, one sentence an item. What was taken back or thrown out is not missed.
    private mutating func tell(_ reviews: [Review], _ ways: [String: Way], _ places: ReviewPlaces) {
        let ledger = DecisionLedger(reviews)
        var told: Set<String> = []
        for review in reviews where told.insert(review.item).inserted {
            guard let decisions = ledger.decisions[review.item], let last = decisions.last else { continue }
            let isRejected = decisions.last { $0.verdict != nil }?.verdict == .rejected
            switch ways[review.item] {
            case .here?:
                guard let finding = places.finding(review.item), !isRejected else { break }
                tellChange(last, decisions, finding)
            case .moved(let place)?:
                if place.isRestored {
                    if last.added != true, decisions.first?.added != true, !isRejected {
                        diagnostics.append(Self.kept(last, as: place.finding))
                    }
                } else if place.isCorrected {
                    diagnostics.append(Self.corrected(last, to: place.finding))
                } else if !isRejected {
                    tellChange(last, decisions, place.finding)
                }
            case .lost?: if !isRejected { diagnostics.append(Self.orphan(last)) }
            case nil: break
            }
        }
    }

    /// What the analyzers say now and a person has not seen; what people decided stands.
    private mutating func tellChange(_ last: Review, _ decisions: [Review], _ finding: Finding) {
        guard let seen = decisions.last(where: { $0.seen != nil })?.seen else { return }
        var changes: [String] = []
        func compare(_ name: String, _ old: String?, _ new: String?) {
            if old != new { changes.append("\(name)「\(old ?? "なし")」→「\(new ?? "なし")」") }
        }
        if finding.kind != last.kind { compare("種別", last.kind.japaneseName, finding.kind.japaneseName) }
        compare("要旨", seen.summary, finding.fields["summary"] ?? finding.quote)
        compare("担当", seen.owner, finding.fields["owner"])
        compare("期限", seen.due?.text, finding.fields["dueText"])
        if seen.due?.text == finding.fields["dueText"] { compare("期限の日付", seen.due?.date, finding.fields["due"]) }
        guard !changes.isEmpty else { return }
        diagnostics.append(
            Diagnostic(
                .note, code: "reviews.differs",
                message: "確認済みの項目「\(finding.quote)」（\(finding.id)）は、今の読み取りでは\(changes.joined(separator: "、"))です。"
                    + "確認した内容のままにしています。直すときは actions set を使ってください。"))
    }

    private static func corrected(_ review: Review, to finding: Finding) -> Diagnostic {
        Diagnostic(
            .note, code: "reviews.corrected",
            message: "確認済みの項目「\(review.quote)」（\(review.kind.japaneseName)）は、会議録の訂正で「\(finding.quote)」になりました。"
                + "確認の記録は引き継いでいます。内容が今の文に合うか確かめてください。")
    }

    private static func kept(_ review: Review, as finding: Finding) -> Diagnostic {
        Diagnostic(
            .note, code: "reviews.kept",
            message: "確認済みの項目「\(finding.quote)」（\(review.kind.japaneseName)、\(finding.id)）は、今の読み取りでは拾われません。"
                + "確認の記録にしたがって一覧に残しています。")
    }

    private static func orphan(_ review: Review) -> Diagnostic {
        Diagnostic(
            .warning, code: "reviews.orphan",
            message: "確認済みの項目「\(review.quote)」（\(review.kind.japaneseName)）が今の会議録に見当たりません。"
                + "確認の記録は残し、一覧にも「原文に見当たらない」と付けて残しています。該当する発言を確かめ、必要なら確認し直してください。")
    }
}

import MinutesKit

/// One decision of a person in a line: when, who, what.
struct ReviewText {
    private let review: Review

    init(_ review: Review) { self.review = review }

    func words(_ language: Language) -> String {
        func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(language) }
        func field(_ japanese: String, _ english: String, _ value: String?) -> String? {
            value.map {
                say("\(japanese)を", "\(english): ") + ($0.isEmpty ? say("なしに", "none") : "「\($0)」" + say("に", ""))
            }
        }
        var what: [String] = []
        switch review.verdict {
        case .accepted?: what.append(review.added == true ? say("一覧に追加", "added") : say("確認済みにした", "accepted"))
        case .rejected?: what.append(say("一覧から除いた", "rejected"))
        case .reset?: what.append(say("それまでの判断を取り消した", "took back what was decided"))
        case nil: break
        }
        if let target = review.mergedInto { what.append(say("\(target.item) にまとめた", "merged into \(target.item)")) }
        if review.split == true { what.append(say("項目を分けた", "split")) }
        if let whole = review.splitFrom { what.append(say("\(whole) から分けた", "split from \(whole)")) }
        what += [
            review.status.map { say("状況を「\($0.japaneseName)」に", "status: \($0.rawValue)") },
            review.type.map { say("種別を「\($0.japaneseName)」に", "kind: \($0.rawValue)") },
            field("要旨", "summary", review.summary), field("担当", "owner", review.owner), field("期限", "due", review.due),
            review.note.map { say("メモ「\($0)」", "note: \($0)") },
        ].compactMap(\.self)
        let who = review.by ?? say("（記録者不明）", "(unknown)")
        return "\(review.at)　\(who)　" + what.joined(separator: say("、", ", "))
    }
}

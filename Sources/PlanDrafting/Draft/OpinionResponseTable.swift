import MinutesModel

/// 意見と対応一覧: what was said, what was answered, how it is dealt with, and where it stands in the draft.
public struct OpinionResponseTable: Codable, Hashable, Sendable {
    /// In the order of the minutes.
    public var rows: [Row]

    public struct Row: Codable, Hashable, Sendable {
        /// From 1.
        public var number: Int
        public var meeting: String
        public var meetingTitle: String
        /// ISO 8601.
        public var date: String?
        public var remark: String
        /// Findings of one remark that went to the same item.
        public var findings: [String]
        /// 意見の要旨, one a finding, with its sources.
        public var gist: [DraftLine]
        /// The speaker's label for publication.
        public var speaker: String
        public var role: Role
        public var answer: Answer?
        public var policy: ResponsePolicy
        /// What the policy rests on; empty for 未定.
        public var policyBasis: String
        /// Id of the plan item; `nil` for 未分類.
        public var item: String?
        /// 反映箇所
        public var place: String
    }

    /// What the secretariat said to it, verbatim.
    public struct Answer: Codable, Hashable, Sendable {
        public enum Basis: String, Codable, Sendable {
            /// An `answer` finding says that it answers this remark.
            case answer
            /// The secretariat spoke next, under the same heading.
            case next
        }

        public var basis: Basis
        public var remark: String
        public var speaker: String
        public var role: Role
        /// Its first sentences, and the one with a promise where that stands further on.
        public var quotes: [String]
        public var sources: [Int]
    }
}

/// 対応方針: how a remark is dealt with. Only what was said or what a person decided; else 未定.
public enum ResponsePolicy: String, Codable, Hashable, Sendable, CaseIterable {
    case reflected, partlyReflected, planned, considered, reference, done, undecided

    /// As it stands in the table.
    public var japaneseName: String {
        switch self {
        case .reflected: "反映"
        case .partlyReflected: "一部反映"
        case .planned: "対応予定"
        case .considered: "検討"
        case .reference: "今後の参考"
        case .done: "対応済"
        case .undecided: "未定"
        }
    }

    /// Reads the policy from what people decided, else from the answer.
    ///
    /// A review's note that begins with the name of a policy (`一部反映：…`) sets it, the latest last; a review that
    /// says done gives 対応済. In the answer a promise gives 対応予定, or 検討 where what is promised is to consider;
    /// 「参考にさせていただきます」 gives 今後の参考.
    static func read(reviews: [Review], answer: [String], promises: [Finding]) -> (
        policy: ResponsePolicy, basis: String
    ) {
        for review in reviews.reversed() {
            if let note = review.note, let named = allCases.first(where: { note.begins(with: $0.japaneseName) }) {
                return (named, "確認記録")
            }
            if review.status == .done { return (.done, "確認記録") }
        }
        if let promise = promises.first(where: { $0.kind == .commitment }) ?? promises.first {
            let onlyConsiders = promise.kind == .planInput || promise.quote.holds(anyOf: ["検討", "考えて", "研究", "相談して"])
            return (onlyConsiders ? .considered : .planned, "事務局の回答")
        }
        if answer.contains(where: { $0.holds(anyOf: ["参考にさせて", "参考にし", "参考とさせ", "参考とし"]) }) {
            return (.reference, "事務局の回答")
        }
        return (.undecided, "")
    }
}

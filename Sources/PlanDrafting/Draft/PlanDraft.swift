import MinutesModel

/// The draft of the next plan: what the minutes say, item by item, every line with its sources.
public struct PlanDraft: Codable, Hashable, Sendable {
    /// Version of the JSON form.
    public var schema = 1
    public var title: String
    /// The meetings it is made from, by date.
    public var meetings: [DraftMeeting]
    /// One a plan item, in the order of the outline, also where nobody spoke.
    public var sections: [DraftSection]
    /// 未分類: what no item could be found for.
    public var unplaced: DraftSection
    /// 出典: numbered from 1 in the order of the draft.
    public var sources: [DraftSource]
    /// 意見と対応一覧
    public var opinions: OpinionResponseTable
    /// Where each finding went and why, in the order of the minutes.
    public var placements: [Placement]
    public var coverage: DraftCoverage
    /// Findings that people rejected, by id in the order of the minutes: the draft leaves them out.
    public var rejected: [String] = []
}

/// A meeting that the draft is made from.
public struct DraftMeeting: Codable, Hashable, Sendable {
    public var id: String
    public var title: String
    /// What it is called inside this draft: year and session, where all meetings are of one body.
    public var shortTitle: String
    /// ISO 8601.
    public var date: String?
    public var remarks: Int
    /// Findings of this meeting in the draft.
    public var findings: Int
}

/// The part of the draft that belongs to one plan item.
public struct DraftSection: Codable, Hashable, Sendable {
    /// Id of the plan item; `nil` for 未分類.
    public var item: String?
    public var heading: String
    public var level: PlanItemLevel
    /// 0 at the top of the outline.
    public var depth: Int
    /// 現状と課題
    public var situation: [DraftLine] = []
    /// 今後の方向性
    public var directions: [DraftLine] = []
    /// 主な取組み
    public var measures: [DraftMeasure] = []
    /// 確認を要する事項: questions left open, decisions about procedure.
    public var openPoints: [DraftLine] = []

    public var isEmpty: Bool { situation.isEmpty && directions.isEmpty && measures.isEmpty && openPoints.isEmpty }
}

/// A sentence of the draft.
public struct DraftLine: Codable, Hashable, Sendable {
    public var wording: PlanWording
    /// Numbers of its sources, ascending; never empty.
    public var sources: [Int]
}

/// A row of 主な取組み.
public struct DraftMeasure: Codable, Hashable, Sendable {
    public var wording: PlanWording
    /// Kinds of what was said: 約束, 要望, ….
    public var kinds: [FindingKind]
    /// Who said it: labels for publication.
    public var speakers: [String]
    /// Who does it, where that was said or decided; empty where not.
    public var owners: [String]
    /// By when, in the words of the minutes or the review; empty where nothing was said.
    public var dues: [String]
    /// What people decided about it so far, where they did.
    public var statuses: [ActionStatus]
    public var sources: [Int]
}

/// What a line rests on: a stretch of a remark, verbatim.
public struct DraftSource: Codable, Hashable, Sendable {
    public var number: Int
    /// Id of the finding; `nil` for an answer, which is quoted from its remark.
    public var finding: String?
    public var kind: FindingKind
    public var meeting: String
    public var meetingTitle: String
    /// ISO 8601.
    public var date: String?
    /// Number and title of the agenda item.
    public var agenda: String?
    /// Label for publication: an office or role, no person.
    public var speaker: String
    public var remark: String
    /// UTF-8 bytes of the remark's text.
    public var range: TextRange
    /// The bytes of `range`.
    public var quote: String
    /// The sentence before, verbatim, where the quote points back to it (そのような…).
    public var context: String?
    /// Line of the document, from 1.
    public var line: Int?
}

/// What the draft covers of the outline and of the minutes.
public struct DraftCoverage: Codable, Hashable, Sendable {
    /// Items with nothing under them, their own descendants included, by id in the order of the outline.
    public var silentItems: [String]
    public var items: Int
    public var placed: Int
    public var unplaced: Int
    /// How many findings each basis placed, by its raw value.
    public var byBasis: [String: Int]
}

/// What an item of a plan is, from the word a plan prints before its number.
public enum PlanItemLevel: String, Codable, Hashable, Sendable, CaseIterable {
    /// 基本理念
    case philosophy
    /// 基本目標, 基本方針
    case goal
    /// 基本施策
    case basicMeasure
    /// 施策
    case measure
    /// 取組み
    case initiative
    /// 重点的な取り組み, 重点施策
    case priority
    /// A topic of the minutes, where there is no plan to follow.
    case topic
    /// An item whose kind the plan does not print.
    case item

    /// The word a plan uses.
    public var japaneseName: String {
        switch self {
        case .philosophy: "基本理念"
        case .goal: "基本目標"
        case .basicMeasure: "基本施策"
        case .measure: "施策"
        case .initiative: "取組み"
        case .priority: "重点的な取り組み"
        case .topic: "話題"
        case .item: "項目"
        }
    }

    /// Printed words, longer ones before those they begin with.
    static let words: [(word: [Unicode.Scalar], level: PlanItemLevel)] = printedWords.map {
        (Array($0.unicodeScalars), $1)
    }

    private static let printedWords: [(String, PlanItemLevel)] = [
        ("基本理念", .philosophy), ("基本目標", .goal), ("基本方針", .goal), ("基本施策", .basicMeasure),
        ("施策の方向性", .basicMeasure), ("施策の方向", .basicMeasure), ("重点的な取り組み", .priority), ("重点的な取組み", .priority),
        ("重点的な取組", .priority), ("重点的取組み", .priority), ("重点的取組", .priority), ("重点取り組み", .priority),
        ("重点取組み", .priority), ("重点取組", .priority), ("重点プロジェクト", .priority), ("重点施策", .priority),
        ("重点事業", .priority), ("重点項目", .priority), ("重点目標", .priority), ("施策", .measure), ("取り組み", .initiative),
        ("取組み", .initiative),
        ("取組", .initiative), ("目標", .goal), ("方針", .goal),
    ]

    /// Depth a level stands at when nothing but the word tells it; smaller is higher.
    var rank: Int {
        switch self {
        case .philosophy: 10
        case .goal, .priority, .topic: 20
        case .basicMeasure: 30
        case .measure: 40
        case .initiative: 50
        case .item: 60
        }
    }
}

import MinutesKit

/// What an entry of the follow-up lexicon does, in words.
struct CueEffectText {
    private let effect: String

    init(_ effect: String) { self.effect = effect }

    func words(_ language: Language) -> String {
        guard language == .japanese else { return effect }
        let parts = effect.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return effect }
        switch parts[0] {
        case "kind": return "\(FindingKind(rawValue: parts[1]).japaneseName)を表す述語"
        case "aside": return Self.asides[parts[1]] ?? "述語"
        case "stem": return Self.stems[parts[1]] ?? "する事柄"
        case "mark": return Self.marks[parts[1]] ?? "手がかりの言葉"
        case "unanswered": return "問い" + (Self.silences[parts[1]] ?? "")
        default: return effect
        }
    }

    private static let asides = [
        "assent": "諮って決める議長の述語", "question": "問いの述語", "procedure": "議事の進行の述語", "report": "済んだことを述べる述語",
    ]

    private static let stems = [
        "speech": "言う・教える動作", "inquiry": "尋ねる動作", "meeting": "会議の進行の動作", "work": "仕事としてする動作",
    ]

    private static let silences = [
        "topic": "（次の議題に移るまで、答える発言がない）", "moved": "（答える発言がないまま、議長が先に進めている）", "document": "（会議録の終わりまで、答える発言がない）",
    ]

    private static let marks = [
        "plan": "これから作る計画や報告書", "planInto": "計画の中への行き先", "nthPlan": "第何次と名指しした計画", "keypoint": "大事な点を示す言葉",
        "trouble": "うまくいかないことを表す言葉", "hearsay": "伝え聞いたことを表す言葉", "assent": "異議なし・賛成を表す言葉", "later": "後日・確認のうえ",
        "ownSide": "話し手の側を指す言葉", "unknown": "手元にない・分からない", "earlier": "以前のことを表す言葉", "bill": "議案の説明",
        "habit": "いつものことを表す言葉",
        "others": "その場にいない者", "restating": "先に述べたことを指す言葉", "audience": "会議の外の人", "ahead": "今後・次回",
        "onward": "これからすることを表す言葉",
        "here": "この場では", "hypothetical": "一概には・個別の",
    ]
}

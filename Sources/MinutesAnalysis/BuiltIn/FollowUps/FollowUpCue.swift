import MinutesModel

/// One entry of the lexicon: forms of words that say the same about a sentence, and what they say.
struct FollowUpCue: Sendable, Hashable {
    /// What a cue does when it is met.
    enum Effect: Sendable, Hashable {
        /// The predicate is an act of this kind.
        case kind(FindingKind)
        /// The predicate is set aside, and why.
        case aside(Aside)
        /// Politeness, hedges and particles: taken off the end of a predicate.
        case tail
        /// The end of a clause that has a predicate of its own.
        case joint
        /// What is done, in front of the form that says how it is meant.
        case stem(Stem)
        /// A word that says something wherever it stands.
        case mark(Mark)
    }

    /// Predicates nobody has to follow up.
    enum Aside: String, Sendable, Hashable {
        case question, procedure, report, none
        /// 「…ことといたします」 of a chair: a decision when assent is spoken of, the course of the meeting otherwise.
        case assent
    }

    enum Stem: String, Sendable, Hashable {
        /// 教える, 説明する: asked for, it is a question.
        case speech
        /// 伺う, 質問する: announced, it is the speaker's own turn.
        case inquiry
        /// 発言, 起立, 次に移る: the course of the meeting.
        case meeting
        /// 調査する, 作成する: work that can be promised.
        case work
        /// 声を聞く: no question to those who are here.
        case hearing
    }

    enum Mark: UInt8, Sendable, Hashable, CaseIterable {
        /// A plan or report that is still to be written.
        case plan
        /// 計画に: a destination, when something is put into it.
        case planInto
        /// A plan named by its number.
        case nthPlan
        /// 大事なのは
        case keypoint
        /// Words for what does not work.
        case trouble
        /// という声, ことがあります: told of, not judged
        case hearsay
        /// 異議なし, 賛成
        case assent
        /// 後日, 確認の上
        case later
        /// 市として, 私ども: the speaker speaks for a body.
        case ownSide
        /// 手元にない, 分かりません
        case unknown
        /// 前回, 昨年: a decision told of is an older one
        case earlier
        /// 債務負担行為: a bill is explained
        case bill
        /// 毎月, 通常: how it is always done
        case habit
        /// 国が: somebody who is not in the room
        case others
        /// 先ほど申しました
        case restating
        /// 住民に, 保護者の方へ: somebody outside the room.
        case audience
        /// 今後も, 次回: not at once
        case ahead
        /// 今後, 丁寧に: said of what will be done
        case onward
        /// 次回は
        case nextMeeting
        /// 必ず, 早速: with an act of will, a promise
        case pledge
        /// 私が: the speaker himself
        case myself
        /// 職員会議で相談: taken to the speaker's own body
        case ownBody
        /// 会長は: an office somebody is elected to
        case office
        /// なぜ
        case interrogative
        /// ４月から, 秋に: from a time on, or at it
        case since
        /// 秋に, 結果が出たところで
        case moment
        /// 遠慮なく: asked of those who are to speak
        case courtesy
        /// この場で, 手元に: it cannot be said here
        case here
        /// 一概に, 個別の: it cannot be said at all
        case hypothetical

        /// From the lexicon's word for it.
        init?(name: String) {
            guard let found = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
            self = found
        }
    }

    /// Where the form has to stand.
    enum Place: String, Sendable, Hashable {
        /// At the end of the sentence's last predicate.
        case final
        /// At the end of any clause.
        case clause
        case any
    }

    var id: String
    var effect: Effect
    var place: Place
    var speakers: FollowUpSpeakers
    /// 0…100; among cues of the same length the heavier one counts, and it is the confidence of the finding.
    var weight: Int
    /// Sentences in which the cue fires, each with the speaker's side.
    var examples: [Example] = []

    struct Example: Sendable, Hashable {
        var speaker: FollowUpSpeakers
        var text: String
    }
}

/// Sides of the table, as a set.
struct FollowUpSpeakers: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    static let member = FollowUpSpeakers(rawValue: 1)
    static let chair = FollowUpSpeakers(rawValue: 2)
    static let secretariat = FollowUpSpeakers(rawValue: 4)
    static let official = FollowUpSpeakers(rawValue: 8)
    /// Experts and the audience.
    static let guest = FollowUpSpeakers(rawValue: 16)
    /// The label does not tell.
    static let other = FollowUpSpeakers(rawValue: 32)
    static let all = FollowUpSpeakers(rawValue: 63)
    /// Those who speak for the host and can promise.
    static let host: FollowUpSpeakers = [.secretariat, .official]

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ role: Role) {
        self =
            switch role {
            case .chair: .chair
            case .viceChair, .member: .member
            case .secretariat: .secretariat
            case .official: .official
            case .expert, .audience: .guest
            case .other: .other
            }
    }

    /// From the lexicon's letters: m c s o g x, or `*`.
    init(letters: Substring) {
        var set: FollowUpSpeakers = []
        for letter in letters {
            switch letter {
            case "m": set.insert(.member)
            case "c": set.insert(.chair)
            case "s": set.insert(.secretariat)
            case "o": set.insert(.official)
            case "g": set.insert(.guest)
            case "x": set.insert(.other)
            case "*": set = .all
            default: break
            }
        }
        self = set
    }
}

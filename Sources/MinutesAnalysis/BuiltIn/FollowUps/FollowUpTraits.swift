import MinutesModel

/// What a stem stands in front of, which decides whether it says anything.
struct StemCase {
    static let count = 4
    let number: Int

    init(number: Int) { self.number = number }

    /// - Parameters:
    ///   - isRequest: it stands in front of a request.
    ///   - cutsWord: it begins in the middle of a word.
    init(isRequest: Bool, cutsWord: Bool) { number = (isRequest ? 2 : 0) + (cutsWord ? 1 : 0) }

    /// 周知 in 「周知をお願いします」 says nothing; お知らせ in 「お知らせします」 is work; 示し in 掲示し is no word.
    func allows(_ stem: FollowUpCue.Stem?) -> Bool {
        guard let stem else { return false }
        if number & 1 != 0, stem != .work { return false }
        return stem != (number & 2 != 0 ? .work : .speech)
    }
}

/// What the rules ask about a cue, small enough to be copied freely.
struct FollowUpTraits: Sendable {
    /// What a cue makes of the predicate it ends.
    enum Sense: Sendable, Hashable {
        case kind(FollowUpKind)
        case aside(FollowUpCue.Aside)
        /// Tails, stems, words anywhere.
        case nothing
    }

    var speakers: FollowUpSpeakers
    var weight: Int32
    var sense: Sense
    var isTail: Bool
    /// Counts only at the end of the sentence.
    var isFinal: Bool
    /// The letter before the first dot of its id: `c` a promise, `r` a request.
    var family: UInt8
    var stem: FollowUpCue.Stem?
    /// `nil` for a joint.
    var mark: FollowUpCue.Mark?
    /// `nil` for a cue that no rule asks for by name.
    var name: FollowUpCueName?

    init(_ cue: FollowUpCue) {
        speakers = cue.speakers
        weight = Int32(cue.weight)
        isTail = cue.effect == .tail
        isFinal = cue.place == .final
        let id = Array(cue.id.utf8)
        family = id.count > 1 && id[1] == UInt8(ascii: ".") ? id[0] : 0
        name = FollowUpCueName(rawValue: cue.id)
        sense = .nothing
        switch cue.effect {
        case .kind(let kind): sense = FollowUpKind(kind).map { .kind($0) } ?? .nothing
        case .aside(let aside): sense = .aside(aside)
        case .stem(let kind): stem = kind
        case .mark(let kind): mark = kind
        case .tail, .joint: break
        }
    }
}

/// The kinds of findings that cues make.
enum FollowUpKind: UInt8, Sendable, CaseIterable {
    case commitment, request, planInput, decision, openQuestion, opinion, issue

    init?(_ kind: FindingKind) {
        guard let found = Self.allCases.first(where: { $0.kind == kind }) else { return nil }
        self = found
    }

    var kind: FindingKind {
        switch self {
        case .commitment: .commitment
        case .request: .request
        case .planInput: .planInput
        case .decision: .decision
        case .openQuestion: .openQuestion
        case .opinion: .opinion
        case .issue: .issue
        }
    }
}

/// The cues that rules ask for by name; a test sees to it that the lexicon has them all.
enum FollowUpCueName: String, Sendable, CaseIterable {
    case itadaku = "r.itadaku"
    case itadakeru = "r.itadakeru"
    case doujini = "r.doujini"
    case hadouka = "r.hadouka"
    case kudasai = "r.kudasai"
    case hoshii = "r.hoshii"
    case morau = "r.morau"
    case suru = "c.suru"
    case tai = "c.tai"
    case yotei = "c.yotei"
    case you = "c.you"
    case mairu = "c.mairu"
    case iku = "c.iku"
    case planned = "c.planned"
    case plain = "c.plain"
    case masu = "c.masu"
    case koto = "c.koto"
    case saseteitadaku = "c.saseteitadaku"
    case next = "c.next"
    case member = "c.member"
    case memberMasu = "c.member.masu"
    case good = "p.good"
    case cannot = "o.cannot"
    case confirm = "s.confirm"
    case fix = "s.work.fix"
    case correct = "s.work.correct"
    case workConfirm = "s.work.confirm"
    case memberDo = "c.member.do"
    case memberSelf = "c.member.self"
    case itadakuPromise = "c.itadaku"
    case nextDay = "c.nextday"
    case underway = "c.underway"
    case letMe = "c.letme"
    case passed = "r.passed"
    case idea = "r.idea"
    case dekinaika = "r.dekinaika"
    case settle = "d.settle"
    case office = "d.office"
}

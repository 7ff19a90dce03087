import JapaneseText
import MinutesModel

/// What the fields of a finding take from the rest of the document. Most findings take nothing: it is looked up when it is
/// first asked for.
final class FollowUpDocument {
    /// The day of the meeting.
    let reference: CalendarDate?
    private let meeting: Meeting
    private let sentences: [[Range<Int>]]
    private lazy var sides = SpeakerSides(meeting)
    /// The days given for meetings to come.
    private(set) lazy var meetings = NamedMeetings(meeting, sentences: sentences, reference: reference)

    init(_ meeting: Meeting, _ sentences: [[Range<Int>]], _ reference: CalendarDate?) {
        self.meeting = meeting
        self.sentences = sentences
        self.reference = reference
    }

    /// The organisation or office that the speaker of a remark speaks for.
    func side(of remark: Int) -> String? { sides.side(of: meeting.remarks[remark]) }

    /// By the role of a speaker and what is printed of them; asked for where something is promised, turn after turn.
    private var bodyLabels: [Role: [String: String?]] = [:]

    /// 「事務局」, 「事務局長」, 「商工観光課」 as the label of a remark has it, without a name in brackets; of other posts the owner
    /// is not said.
    func bodyLabel(of remark: Int) -> String? {
        let (role, printed) = (meeting.remarks[remark].role, meeting.remarks[remark].label)
        guard role != .chair, role != .viceChair, role != .audience else { return nil }
        if let known = bodyLabels[role]?[printed] { return known }
        let words = printed.unicodeScalars.prefix { !"（(:：".unicodeScalars.contains($0) }
            .split { $0 == "\u{3000}" || $0 == " " }
        // 事 務 局
        let isSpread = words.count > 1 && words.allSatisfy { $0.count == 1 }
        let label = isSpread ? words.map { String($0) }.joined() : words.first.map { String($0) } ?? ""
        let isSecretariat = role == .secretariat && label.holds("事務局")
        let found = isSecretariat || SpeakerSides.isBody(label) ? label : nil
        bodyLabels[role, default: [:]][printed] = .some(found)
        return found
    }
}

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
}

import JapaneseText
import MinutesModel

/// A finding on its way into the draft.
struct DraftEntry {
    var finding: Finding
    var remark: Remark
    var placement: Placement
    var wording: PlanWording
    /// Index of the meeting.
    var meeting: Int
    /// Folded words without punctuation: entries alike are one line.
    var key: String

    init(_ finding: Finding, _ remark: Remark, placement: Placement, meeting: Int) {
        self.finding = finding
        self.remark = remark
        self.placement = placement
        self.meeting = meeting
        if let score = finding.fields["score"], finding.kind == .figure {
            let printed = Int(score).map { JapaneseNumeral.fullWidth($0) } ?? score
            wording = PlanWording(text: "評価は\(printed)とされています。", form: .statement, rule: "評価")
        } else {
            wording = PlanStyle.wording(of: finding.quote, kind: finding.kind, role: remark.role)
        }
        key = Self.key(wording.text)
    }

    private static func key(_ text: String) -> String {
        let folded = TextFolding.fold(text).unicodeScalars.filter {
            !$0.properties.isWhitespace && !"、。，．,.・「」『』！？!?".unicodeScalars.contains($0)
        }
        return String(String.UnicodeScalarView(folded))
    }

    /// The chapter it goes to.
    enum Chapter { case situation, directions, measures, openPoints }

    var chapter: Chapter {
        switch finding.kind {
        case .issue, .figure: .situation
        case .opinion: .directions
        case .openQuestion: .openPoints
        case .planInput: wording.form == .statement || wording.form == .report ? .directions : .measures
        default: .measures
        }
    }
}

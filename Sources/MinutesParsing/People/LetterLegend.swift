import JapaneseText
import MinutesModel

/// Whom letters stand for where a document hides its speakers behind them: `A: 部会長`, `B: 住民の代表` in a list above
/// the proceedings.
struct LetterLegend {
    /// By letter, condensed; several letters may stand for people of one description.
    private(set) var people: [String: Attendance] = [:]
    /// In the order they are printed.
    private(set) var listed: [Attendance] = []

    /// Letters of one alphabet.
    private static let most = 60

    /// - Parameter end: the line of the first turn.
    /// - Complexity: O(lines above the first turn).
    init(_ lines: [Line], end: Int, in bytes: SourceBytes) {
        var run: [(letter: String, text: String)] = []
        var heading: Int?
        var above: Int?
        for index in 0..<min(end, lines.count) where !lines[index].isBlank && !lines[index].kind.isFurniture {
            if let entry = Self.entry(lines[index], bytes), run.count < Self.most {
                if run.isEmpty { heading = above }
                run.append(entry)
            } else {
                if run.count >= 3 { break }
                run = []
            }
            above = index
        }
        // Turns look the same: a list names each letter once, and says of one at least what it does at the meeting.
        guard run.count >= 3, Set(run.map(\.letter)).count == run.count,
            run.contains(where: { SpeakerLabel.read($0.text).strength == 3 })
        else { return }
        let group = heading.map { bytes.condensed(lines[$0].ink) } ?? ""
        let hasChair = run.contains { SpeakerLabel.read($0.text).role == .chair && !$0.text.holds("の") }
        let hasSecretariat = run.contains { SpeakerLabel.read($0.text).role == .secretariat && $0.text.holds("事務局") }
        for (letter, text) in run {
            let person = Attendance(
                name: "", title: text, role: Self.role(text, hasChair, hasSecretariat), group: group)
            people[letter] = person
            listed.append(person)
        }
    }

    /// 町内の会長 and 上流の区長 are heads of something else; beside a chair who is not told otherwise is a member.
    private static func role(_ text: String, _ hasChair: Bool, _ hasSecretariat: Bool) -> Role {
        let reading = SpeakerLabel.read(text)
        if hasChair, text.holds("の"), reading.role == .chair || reading.role == .official { return .member }
        if hasChair, reading.role == .other { return .member }
        // 県土木事務所 調査課長 beside the 事務局 is of another office.
        if hasSecretariat, reading.role == .secretariat, reading.strength == 2 { return .official }
        return reading.role
    }

    /// `A: 部会長`: one Latin letter, a colon or an equals sign, a few words and no sentence.
    private static func entry(_ line: Line, _ bytes: SourceBytes) -> (letter: String, text: String)? {
        guard line.kind == .text, line.columns <= 60 else { return nil }
        let (letter, length) = bytes.scalar(at: line.inkStart)
        switch letter {
        case 0x41...0x5A, 0xFF21...0xFF3A: break
        default: return nil
        }
        let sign = bytes.skipBlanks(line.inkStart + length, line.inkEnd)
        guard sign < line.inkEnd else { return nil }
        let (value, size) = bytes.scalar(at: sign)
        guard TurnMarks.isDelimiter(value) || value == 0x3D || value == 0xFF1D else { return nil }
        let text = bytes.trimmed(sign + size..<line.inkEnd)
        guard !text.isEmpty, SpeakerLabel.read(bytes.string(text)).strength > 0 else { return nil }
        return (bytes.condensed(line.inkStart..<line.inkStart + length), bytes.string(text))
    }

    subscript(label: String) -> Attendance? { people[label] }
}

import MinutesKit

/// One remark that was found, on a terminal.
struct HitText {
    private let hit: SearchHit
    private let terminal: Terminal

    init(_ hit: SearchHit, terminal: Terminal) {
        self.hit = hit
        self.terminal = terminal
    }

    private func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(terminal.language) }

    /// With its question or answer.
    func lines(number: Int) -> [String] {
        var lines = [
            terminal.heading("\(number). \(place)") + "　\(hit.remark)" + times,
            "   \(hit.label)：" + marked(hit.snippet, hit.highlights) + substitutions,
        ]
        if let answer = hit.answer {
            let more = hit.answers > 1 ? say("（ほか\(hit.answers - 1)件）", " (and \(hit.answers - 1) more)") : ""
            lines.append(
                "   └ " + say("回答", "answer") + "　\(answer.label)：" + marked(answer.snippet, answer.highlights) + more)
        }
        if let question = hit.question {
            lines.append(
                "   ┌ " + say("質問", "question") + "　\(question.label)：" + marked(question.snippet, question.highlights))
        }
        return lines
    }

    /// In a group: of a meeting, which needs no telling, or of a topic.
    func short(in grouping: SearchGrouping) -> [String] {
        let item = hit.topicBoundary ?? hit.agenda
        let place = grouping == .meeting ? [item] : [hit.date, hit.meetingTitle, item]
        return [
            "   ・" + place.compactMap(\.self).joined(separator: " / ") + "　\(hit.remark)",
            "     \(hit.label)：" + marked(hit.snippet, hit.highlights) + substitutions,
        ]
    }

    /// How often the words stand in it, where more than once.
    private var times: String {
        hit.occurrences > 1 ? say("　\(hit.occurrences)か所", "  \(hit.occurrences) places") : ""
    }

    var place: String {
        let line = say("\(hit.line)行目", "line \(hit.line)")
        return [hit.date, hit.meetingTitle, hit.topicBoundary ?? hit.agenda, line].compactMap(\.self).joined(
            separator: " / ")
    }

    /// Which synonym it was found by; other spellings show themselves.
    private var substitutions: String {
        let synonyms = hit.substitutions.filter(\.isSynonym).map {
            say("「\($0.found)」は「\($0.word)」の同義語", "\($0.found) for \($0.word)")
        }
        return synonyms.isEmpty
            ? "" : say("（\(synonyms.joined(separator: "、"))）", " (\(synonyms.joined(separator: ", ")))")
    }

    /// The words it was found by, as they stand in it.
    static func found(_ hit: SearchHit) -> [String] {
        let replaced = Set(hit.substitutions.map(\.word))
        return hit.words.filter { !replaced.contains($0) } + hit.substitutions.map { "\($0.found)（\($0.word)）" }
    }

    private func marked(_ snippet: String, _ highlights: [TextRange]) -> String {
        var text = ""
        var end = 0
        for range in highlights where range.start >= end {
            text += snippet.utf8Slice(end..<range.start) ?? ""
            text += terminal.highlight(snippet.utf8Slice(range.range) ?? "")
            end = range.end
        }
        return text + (snippet.utf8Slice(end..<snippet.utf8.count) ?? "")
    }
}

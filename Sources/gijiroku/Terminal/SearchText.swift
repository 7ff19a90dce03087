import MinutesKit

/// Search results on a terminal, as rows, and as Markdown.
struct SearchText {
    let results: SearchResults
    let request: SearchRequest
    let terminal: Terminal

    private func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(terminal.language) }

    var text: String {
        guard results.total > 0 else { return nothing }
        var lines = [say("\(results.total)件見つかりました", "\(results.total) found") + shownPart]
        for (index, hit) in results.hits.enumerated() {
            lines += [
                "",
                terminal.heading("\(request.offset + index + 1). \(place(of: hit))") + "　\(hit.remark)",
                "   \(hit.label)：" + marked(hit.snippet, hit.highlights),
            ]
            if let answer = hit.answer {
                let more = hit.answers > 1 ? say("（ほか\(hit.answers - 1)件）", " (and \(hit.answers - 1) more)") : ""
                lines.append(
                    "   └ " + say("回答", "answer") + "　\(answer.label)：" + marked(answer.snippet, answer.highlights)
                        + more)
            }
            if let question = hit.question {
                lines.append(
                    "   ┌ " + say("質問", "question") + "　\(question.label)："
                        + marked(question.snippet, question.highlights))
            }
        }
        return lines.joined(separator: "\n")
    }

    private var shownPart: String {
        guard results.total > results.hits.count, !results.hits.isEmpty else { return "" }
        let from = request.offset + 1, to = request.offset + results.hits.count
        return say("（\(from)〜\(to)件目を表示。続きは --offset \(to)）", " (\(from)–\(to); more with --offset \(to))")
    }

    /// Says which word is to blame.
    private var nothing: String {
        let missing = results.words.filter { $0.total == 0 }.map { "「\($0.text)」" }
        if !missing.isEmpty {
            return say(
                "\(missing.joined(separator: "、"))を含む発言はありません。",
                "No remark has \(missing.joined(separator: ", ")).")
        }
        let counts = results.words.map { say("「\($0.text)」は\($0.total)件", "\($0.text): \($0.total)") }
        return say("条件をすべて満たす発言はありません。", "No remark meets all conditions.")
            + (counts.isEmpty ? "" : say("（\(counts.joined(separator: "、"))）", " (\(counts.joined(separator: ", ")))"))
    }

    private func place(of hit: SearchHit) -> String {
        let line = say("\(hit.line)行目", "line \(hit.line)")
        return [hit.date, hit.meetingTitle, hit.topicBoundary ?? hit.agenda, line].compactMap(\.self).joined(
            separator: " / ")
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

    /// For CSV, headings first.
    var rows: [[String]] {
        [["開催日", "会議", "議題", "立場", "発言者", "抜粋", "話題", "回答者", "回答", "行", "発言番号", "会議番号"]]
            + results.hits.map { hit in
                [
                    hit.date ?? "", hit.meetingTitle, hit.topicBoundary ?? hit.agenda ?? "", hit.role.japaneseName,
                    hit.label, hit.snippet, hit.topics.joined(separator: "、"), hit.answer?.label ?? "",
                    hit.answer?.snippet ?? "", "\(hit.line)", hit.remark, hit.meeting,
                ]
            }
    }

    var markdown: String {
        var lines = ["# \(request.query)（\(results.total)件）"]
        for hit in results.hits {
            lines += ["", "- **\(place(of: hit))**　\(hit.label)", "  > \(hit.snippet)"]
            if let answer = hit.answer { lines += ["", "  > → \(answer.label)：\(answer.snippet)"] }
        }
        return lines.joined(separator: "\n")
    }
}

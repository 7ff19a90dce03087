import MinutesKit

/// Remarks like another, on a terminal, as rows, and as Markdown.
struct SimilarText {
    private let similar: SimilarRemarks
    private let terminal: Terminal

    init(_ similar: SimilarRemarks, terminal: Terminal) {
        self.similar = similar
        self.terminal = terminal
    }

    private func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(terminal.language) }

    var text: String {
        let itself = HitText(similar.of, terminal: terminal)
        var lines = [terminal.heading(itself.place), "   \(similar.of.label)：\(similar.of.snippet)"]
        guard !similar.words.isEmpty else {
            return (lines + [say("特徴のある語がないため、似た発言を探せません。", "It has no telling words.")]).joined(separator: "\n")
        }
        lines.append("   " + say("手掛かりにした語：", "looked for: ") + similar.words.map(\.text).joined(separator: "、"))
        if similar.remarks.isEmpty { lines += ["", say("似た発言は見つかりません。", "No remark is like it.")] }
        for (index, remark) in similar.remarks.enumerated() {
            lines += [""] + HitText(remark.hit, terminal: terminal).lines(number: index + 1)
            lines.append("   " + why(remark))
        }
        return lines.joined(separator: "\n")
    }

    private func why(_ remark: SimilarRemarks.Remark) -> String {
        var parts = [say("共通する語：", "shared words: ") + remark.hit.words.joined(separator: "、")]
        if !remark.topics.isEmpty {
            parts.append(say("共通する話題：", "shared topics: ") + remark.topics.joined(separator: "、"))
        }
        return parts.joined(separator: say("　", "; "))
    }

    /// For CSV, headings first.
    var rows: [[String]] {
        [["開催日", "会議", "議題", "立場", "発言者", "抜粋", "共通する語", "共通する話題", "行", "発言番号", "会議番号"]]
            + similar.remarks.map { remark in
                let hit = remark.hit
                return [
                    hit.date ?? "", hit.meetingTitle, hit.topicBoundary ?? hit.agenda ?? "", hit.role.japaneseName,
                    hit.label, hit.snippet, hit.words.joined(separator: "、"), remark.topics.joined(separator: "、"),
                    "\(hit.line)", hit.remark, hit.meeting,
                ]
            }
    }

    var markdown: String {
        var lines = ["# " + say("似た発言", "Remarks like it"), "", "> \(similar.of.label)：\(similar.of.snippet)"]
        for remark in similar.remarks {
            let text = HitText(remark.hit, terminal: terminal)
            lines += [
                "", "- **\(text.place)**　\(remark.hit.label)", "  > \(remark.hit.snippet)", "", "  \(why(remark))",
            ]
        }
        return lines.joined(separator: "\n")
    }
}

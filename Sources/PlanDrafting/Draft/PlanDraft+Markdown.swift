import JapaneseText
import MinutesModel

extension PlanDraft {
    /// The draft as a Markdown page for a section chief: what it is made of, how to read it, the items, 意見と対応一覧,
    /// 出典一覧.
    public var markdown: String {
        var blocks = ["# " + MarkdownEscape.line(title)]
        blocks += [basis, guide, overview]
        for section in sections { blocks += rendered(section) }
        blocks +=
            ["## 未分類"] + (unplaced.isEmpty ? ["未分類の発言はありません。"] : [Self.unplacedNote] + chapters(of: unplaced, under: 2))
        blocks += ["## 意見と対応一覧", opinionTable, "## 出典一覧", sourceList]
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private var basis: String {
        guard !meetings.isEmpty else { return "## 作成の基とした会議\n\n会議録がありません。会議録を取り込んでから作成してください。" }
        let lines = meetings.map { meeting in
            "- \(MarkdownEscape.line(meeting.title))\(Self.bracketed(Self.japaneseDate(meeting.date)))：発言 \(meeting.remarks) 件のうち、採録した箇所 \(meeting.findings) 件"
        }
        return "## 作成の基とした会議\n\n" + lines.joined(separator: "\n")
    }

    private var guide: String {
        """
        ## この素案の読み方

        - この素案は、会議録の発言だけを基に機械的に作成したものです。会議録にないことは書き加えていません。決定した内容ではありません。
        - 文末の [ ] 内の数字は「出典一覧」の番号です。出典一覧に、発言の原文と会議録での場所を示しています。
        - 話し言葉は、意味が変わらない範囲で計画の文体に直しています。直すと意味が変わるおそれのある発言は、「 」で原文のまま載せ、（引用）と記しています。
        - 「～との意見がありました。」は、発言者の見方として述べられたものです。
        - 担当・時期は、会議録または確認記録にあるものだけを載せています。空欄は、発言がなかったことを示します。
        """
    }

    private var overview: String {
        var lines = ["## 採録の状況", ""]
        lines.append("- 計画の項目に振り分けた箇所 \(coverage.placed) 件、未分類 \(coverage.unplaced) 件")
        if !rejected.isEmpty { lines.append("- 確認で除外され、この素案に入れていない箇所 \(rejected.count) 件") }
        let silent = Set(coverage.silentItems)
        let names = sections.filter { $0.item.map(silent.contains) ?? false }.map { MarkdownEscape.line($0.heading) }
        lines.append(
            names.isEmpty
                ? "- すべての項目に発言がありました。" : "- 発言のなかった項目（\(names.count)/\(coverage.items)）：\(names.joined(separator: "、"))"
        )
        return lines.joined(separator: "\n")
    }

    private static let unplacedNote = "計画のどの項目にも結びつけられなかった発言です。項目を決めるか、計画に載せないことを確かめてください。"

    private func rendered(_ section: DraftSection) -> [String] {
        let level = min(section.depth, 3) + 2
        let heading = String(repeating: "#", count: level) + " " + MarkdownEscape.line(section.heading)
        if section.isEmpty {
            let isSilent = section.item.map(coverage.silentItems.contains) ?? false
            return isSilent ? [heading, "対象とした会議に、この項目を特定した発言はありません。"] : [heading]
        }
        return [heading] + chapters(of: section, under: level)
    }

    private func chapters(of section: DraftSection, under level: Int) -> [String] {
        let mark = String(repeating: "#", count: min(level + 1, 6))
        var blocks: [String] = []
        for (name, lines) in [("現状と課題", section.situation), ("今後の方向性", section.directions)] where !lines.isEmpty {
            blocks += ["\(mark) \(name)", lines.map(Self.line).joined(separator: "\n")]
        }
        if !section.measures.isEmpty { blocks += ["\(mark) 主な取組み", measureTable(section.measures)] }
        if !section.openPoints.isEmpty {
            blocks += ["\(mark) 確認を要する事項", section.openPoints.map(Self.line).joined(separator: "\n")]
        }
        return blocks
    }

    private static func line(_ line: DraftLine) -> String { "- " + words(line.wording) + " " + marks(line.sources) }

    private static func words(_ wording: PlanWording) -> String {
        MarkdownEscape.line(wording.text) + (wording.form == .quotation ? "（引用）" : "")
    }

    private static func marks(_ sources: [Int]) -> String {
        "[" + sources.map(String.init).joined(separator: "、") + "]"
    }

    private func measureTable(_ measures: [DraftMeasure]) -> String {
        let rows = measures.enumerated().map { position, measure in
            let state = measure.statuses.filter { $0 != .open }.map(\.japaneseName)
            let origin =
                measure.kinds.map(\.japaneseName).joined(separator: "・")
                + "（\(measure.speakers.joined(separator: "、"))）"
                + (state.isEmpty ? "" : "【\(state.joined(separator: "、"))】")
            return MarkdownEscape.row([
                String(position + 1), Self.words(measure.wording),
                MarkdownEscape.line(origin) + " " + Self.marks(measure.sources),
                MarkdownEscape.line(measure.owners.joined(separator: "、")),
                MarkdownEscape.line(measure.dues.joined(separator: "、")),
            ])
        }
        return (["| No. | 取組み | 出所 | 担当 | 時期 |", "|---:|---|---|---|---|"] + rows).joined(separator: "\n")
    }

    private var opinionTable: String {
        guard !opinions.rows.isEmpty else { return "対象とした会議に、意見・要望はありません。" }
        let short = shortTitles
        let rows = opinions.rows.map { row in
            MarkdownEscape.row([
                String(row.number),
                MarkdownEscape.line(short[row.meeting] ?? row.meetingTitle)
                    + Self.bracketed(Self.japaneseDate(row.date)),
                row.gist.map { Self.words($0.wording) + " " + Self.marks($0.sources) }.joined(separator: "<br>"),
                MarkdownEscape.line(row.speaker), Self.answer(row.answer),
                row.policy.japaneseName + (row.policyBasis.isEmpty ? "" : "（\(row.policyBasis)より）"),
                MarkdownEscape.line(row.place),
            ])
        }
        let header = ["| No. | 会議・日付 | 意見の要旨 | 発言者の立場 | 事務局の回答 | 対応方針 | 反映箇所 |", "|---:|---|---|---|---|---|---|"]
        return "対応方針は、事務局の発言と確認記録から分かるものだけを入れています。「未定」の行は、事務局で判断して記入してください。\n\n"
            + (header + rows).joined(separator: "\n")
    }

    private static func answer(_ answer: OpinionResponseTable.Answer?) -> String {
        guard let answer else { return "" }
        let quotes = answer.quotes.map { MarkdownEscape.line($0) }.joined(separator: "<br>")
        let isSecretariat = answer.role == .secretariat || answer.role == .official
        let who = isSecretariat ? "" : "（\(MarkdownEscape.line(answer.speaker))の発言）"
        return (answer.basis == .next ? "（直後の発言）" : who) + "「\(quotes)」 " + marks(answer.sources)
    }

    private var sourceList: String {
        guard !sources.isEmpty else { return "出典はありません。" }
        let short = shortTitles
        return sources.map { source in
            var place = [
                (short[source.meeting] ?? source.meetingTitle) + Self.bracketed(Self.japaneseDate(source.date))
            ]
            if let agenda = source.agenda { place.append(agenda) }
            place.append(source.speaker)
            if let line = source.line { place.append("会議録\(line)行目") }
            return
                "- [\(source.number)] \(MarkdownEscape.line(place.joined(separator: "、")))（\(source.kind.japaneseName)）「\(MarkdownEscape.line(source.quote))」 "
                + (source.context.map { "（直前の発言：「\(MarkdownEscape.line($0))」）" } ?? "") + "`\(source.remark)`"
        }.joined(separator: "\n")
    }

    private var shortTitles: [String: String] {
        Dictionary(meetings.map { ($0.id, $0.shortTitle) }, uniquingKeysWith: { first, _ in first })
    }

    private static func bracketed(_ text: String?) -> String { text.map { "（\($0)）" } ?? "" }

    private static func japaneseDate(_ iso: String?) -> String? {
        guard let iso else { return nil }
        guard let date = CalendarDate(iso: iso), let era = EraDate(date) else { return iso }
        return era.formatted
    }
}

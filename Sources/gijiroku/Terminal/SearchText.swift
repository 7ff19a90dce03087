import MinutesKit

/// Search results on a terminal, as rows, and as Markdown.
struct SearchText {
    let results: SearchResults
    let request: SearchRequest
    let terminal: Terminal

    private func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(terminal.language) }

    var text: String {
        guard results.total > 0 else { return ([nothing] + offers).joined(separator: "\n") }
        var lines = [say("\(results.total)件見つかりました", "\(results.total) found") + shownPart] + spellings
        lines += facetLines
        if let groups = results.groups {
            for (index, group) in groups.enumerated() {
                let name = [group.date, group.name.isEmpty ? say("話題なし", "no topic") : group.name]
                lines += [
                    "",
                    terminal.heading(
                        "\(request.offset + index + 1). \(name.compactMap(\.self).joined(separator: " / "))")
                        + say("　\(group.total)件", "  \(group.total)"),
                ]
                for hit in group.hits {
                    lines += HitText(hit, terminal: terminal).short(in: request.grouping ?? .meeting)
                }
                if group.total > group.hits.count {
                    lines.append(
                        "   "
                            + say("（ほか\(group.total - group.hits.count)件）", "(\(group.total - group.hits.count) more)"))
                }
            }
        }
        for (index, hit) in results.hits.enumerated() {
            lines += [""] + HitText(hit, terminal: terminal).lines(number: request.offset + index + 1)
        }
        return lines.joined(separator: "\n")
    }

    private var shownPart: String {
        let all = results.groupTotal ?? results.total
        let shown = results.groups?.count ?? results.hits.count
        let unit = results.groups == nil ? "件" : "組"
        let groups = results.groupTotal.map { say("（\($0)組）", " in \($0) groups") } ?? ""
        guard shown > 0 else {
            return groups + say("（\(request.offset)\(unit)目より後にはありません）", " (none after \(request.offset))")
        }
        guard all > shown else { return groups }
        let from = request.offset + 1, to = request.offset + shown
        let range = from == to ? "\(from)" : "\(from)〜\(to)"
        guard to < all else { return groups + say("（\(range)\(unit)目を表示）", " (\(from)–\(to))") }
        let next =
            request.offset % request.limit == 0 ? "--page \(request.offset / request.limit + 2)" : "--offset \(to)"
        return groups + say("（\(range)\(unit)目を表示。続きは \(next)）", " (\(from)–\(to); more with \(next))")
    }

    /// Which other words were looked for, and found.
    private var spellings: [String] {
        results.words.filter { !$0.others.isEmpty }.map { word in
            let synonyms = word.others.filter(\.isSynonym).map { "\($0.text)（\($0.total)）" }
            let spellings = word.others.filter { !$0.isSynonym }.map { "\($0.text)（\($0.total)）" }
            var parts: [String] = []
            if !spellings.isEmpty {
                parts.append(say("別の表記 ", "other spellings ") + spellings.joined(separator: "、"))
            }
            if !synonyms.isEmpty { parts.append(say("同義語 ", "synonyms ") + synonyms.joined(separator: "、")) }
            return say(
                "「\(word.text)」は\(parts.joined(separator: "、"))も探しました（--exact で除けます）。",
                "\(word.text): also \(parts.joined(separator: ", ")) (not with --exact).")
        }
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

    private var offers: [String] {
        var lines = results.words.filter { !$0.nearest.isEmpty }.map { word in
            let near = word.nearest.map { say("\($0.text)（\($0.total)件）", "\($0.text) (\($0.total))") }
            return say(
                "「\(word.text)」に近い語：\(near.joined(separator: "、"))",
                "Words like \(word.text): \(near.joined(separator: ", "))")
        }
        if results.words.count > 1, results.words.allSatisfy({ $0.total > 0 }), request.scope == .remark {
            lines.append(
                say(
                    "一つの発言の中に語がそろわないときは、--scope exchange（問答）や --scope agenda（議題）で範囲を広げられます。",
                    "Widen the scope with --scope exchange or --scope agenda."))
        }
        return lines
    }

    private var facetLines: [String] {
        guard let facets = results.facets else { return [] }
        let named: [(String, [SearchFacets.Count])] = [
            (say("立場", "role"), facets.roles), (say("年度", "year"), facets.years),
            (say("会議", "meeting"), facets.meetings), (say("話題", "topic"), facets.topics),
            (say("種別", "kind"), facets.kinds),
        ]
        return named.filter { !$0.1.isEmpty }.map { name, counts in
            let shown = counts.prefix(8).map { "\($0.name) \($0.total)" }
            let more = counts.count > 8 ? say("　ほか\(counts.count - 8)", " and \(counts.count - 8) more") : ""
            return "  \(name)：" + shown.joined(separator: "　") + more
        }
    }

    /// For CSV, headings first.
    var rows: [[String]] {
        guard let groups = results.groups else { return [Self.headings] + results.hits.map(row) }
        return [[request.grouping == .topic ? "話題の組" : "会議の組", "組の件数"] + Self.headings]
            + groups.flatMap { group in group.hits.map { [group.name, "\(group.total)"] + row($0) } }
    }

    private static let headings = [
        "開催日", "会議", "議題", "立場", "発言者", "抜粋", "話題", "回答者", "回答", "行", "発言番号", "会議番号", "該当か所", "見つかった語",
    ]

    private func row(_ hit: SearchHit) -> [String] {
        [
            hit.date ?? "", hit.meetingTitle, hit.topicBoundary ?? hit.agenda ?? "", hit.role.japaneseName, hit.label,
            hit.snippet, hit.topics.joined(separator: "、"), hit.answer?.label ?? "", hit.answer?.snippet ?? "",
            "\(hit.line)", hit.remark, hit.meeting, "\(hit.occurrences)", HitText.found(hit).joined(separator: "、"),
        ]
    }

    var markdown: String {
        let query = request.query.isEmpty ? say("検索結果", "Results") : request.query
        var lines = ["# \(query)（\(results.total)件）"]
        if !facetLines.isEmpty { lines += [""] + facetLines.map { "- " + $0.drop { $0 == " " } } }
        for group in results.groups ?? [] {
            lines += ["", "## \([group.date, group.name].compactMap(\.self).joined(separator: " "))（\(group.total)件）"]
            lines += group.hits.flatMap(markdown)
        }
        return (lines + results.hits.flatMap(markdown)).joined(separator: "\n")
    }

    private func markdown(_ hit: SearchHit) -> [String] {
        let text = HitText(hit, terminal: terminal)
        var lines = ["", "- **\(text.place)**　\(hit.label)", "  > \(hit.snippet)"]
        if let answer = hit.answer { lines += ["", "  > → \(answer.label)：\(answer.snippet)"] }
        return lines
    }
}

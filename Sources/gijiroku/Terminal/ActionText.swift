import MinutesKit

/// The action list on a terminal, in groups.
struct ActionText {
    private let list: ActionList
    private let grouping: ActionGrouping
    private let terminal: Terminal

    init(_ list: ActionList, by grouping: ActionGrouping = .kind, terminal: Terminal) {
        self.list = list
        self.grouping = grouping
        self.terminal = terminal
    }

    private func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(terminal.language) }

    /// The list with what there is besides.
    func text(of listing: ActionListing) -> String {
        var parts = [list.items.isEmpty ? say("該当する項目はありません。", "Nothing found.") : groups]
        if listing.total > list.items.count {
            parts.append(
                say(
                    "計 \(listing.total)件のうち、新しい会議から \(list.items.count)件を示しました（--limit 0 ですべて、--format xlsx -o で表）。",
                    "\(listing.total) in all, of which these are the newest \(list.items.count) (--limit 0 for all)."))
        } else if !list.items.isEmpty {
            parts.append(say("計 \(listing.total)件", "\(listing.total) in all"))
        }
        if listing.rejected > 0 {
            parts[parts.count - 1] += say(
                "（ほかに除外した \(listing.rejected)件。--rejected で見られます）",
                " (and \(listing.rejected) rejected; --rejected shows them)")
        }
        return parts.joined(separator: "\n\n")
    }

    /// The items under headings; what is put like something rejected under one of its own, last.
    var groups: String {
        let rest = grouping.groups(of: list.items.filter { $0.likeRejected == nil })
        var parts = rest.map { section(heading($0), $0.items) }
        let doubtful = list.items.filter { $0.likeRejected != nil }
        if !doubtful.isEmpty { parts.append(section(say("以前に除外した表現", "put like something rejected"), doubtful)) }
        return parts.joined(separator: "\n\n")
    }

    /// The items without headings.
    var items: String { list.items.map(text).joined(separator: "\n") }

    private func section(_ name: String, _ items: [ActionItem]) -> String {
        terminal.heading("■ \(name)（\(items.count)）") + "\n" + items.map(text).joined(separator: "\n")
    }

    private func heading(_ group: ActionGrouping.Group) -> String {
        guard terminal.language == .english, let item = group.items.first else { return group.name }
        switch grouping {
        case .kind: return item.type.rawValue
        case .status: return item.status.rawValue
        case .owner: return item.owner ?? "no owner said"
        case .topic: return item.topics.isEmpty ? "no topic" : group.name
        case .due: return item.due.map { $0.date.map { "by \($0.prefix(7))" } ?? "no date" } ?? "no due said"
        case .meeting: return group.name
        }
    }

    private func text(of item: ActionItem) -> String {
        let due = item.due.map { due in
            say("期限：", "due: ") + due.text + (due.date.flatMap { $0 == due.text ? nil : "（\($0)）" } ?? "")
        }
        let status = terminal.language == .japanese ? item.status.japaneseName : item.status.rawValue
        let kind = grouping == .kind ? nil : say(item.type.japaneseName, item.type.rawValue)
        let response = item.response.map { response in
            say("要望への対応：\(response.stance.japaneseName)", "response: \(response.stance.rawValue)")
        }
        let facts =
            ([kind, status] + review(item) + [
                response, item.owner.map { say("担当：", "owner: ") + $0 }, due,
                item.note.map { say("メモ：", "note: ") + $0 },
            ]).compactMap(\.self).joined(separator: "　")
        let place = [
            item.date, item.meetingTitle, item.agenda, item.speaker, item.line.map { say("\($0)行目", "line \($0)") },
        ].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " / ")
        var lines = ["  \(item.id)  \(facts)"]
        // A short form that a person wrote is no part of the quote.
        if item.isReworded || item.splitFrom != nil, item.summary != item.quote { lines.append("    " + item.summary) }
        lines.append("    " + item.quote)
        if let answer = item.response?.quote { lines.append("    → " + answer) }
        lines.append("    （\(place)）")
        lines += item.merged.map { merged in
            let place = [
                merged.date, merged.meetingTitle, merged.speaker, merged.line.map { say("\($0)行目", "line \($0)") },
            ]
            return "    ＋ \(merged.quote)（\(place.compactMap(\.self).joined(separator: " / "))）"
        }
        return lines.joined(separator: "\n")
    }

    /// What people made of it.
    private func review(_ item: ActionItem) -> [String?] {
        let verdict: String? =
            switch item.verdict {
            case .pending: nil
            case .accepted: say("確認済み", "accepted")
            case .rejected: say("除外", "rejected")
            }
        return [
            verdict, item.splitFrom != nil ? say("分けた項目", "a part") : item.isAdded ? say("手で追加", "added by hand") : nil,
            item.isMissing ? say("原文に見当たらない", "no longer in the minutes") : nil,
            item.likeRejected.map { say("以前に除外した表現（\($0)）", "put like \($0), which was rejected") },
        ]
    }
}

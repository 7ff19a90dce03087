import MinutesKit

/// The action list on a terminal, grouped by kind.
struct ActionText {
    private let list: ActionList
    private let terminal: Terminal

    init(_ list: ActionList, terminal: Terminal) {
        self.list = list
        self.terminal = terminal
    }

    var text: String {
        func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(terminal.language) }
        guard !list.items.isEmpty else { return say("該当する項目はありません。", "Nothing found.") }
        return groups + say("\n\n計 \(list.items.count)件", "\n\n\(list.items.count) in all")
    }

    /// The items under a heading for each kind.
    var groups: String {
        FindingKind.actions.compactMap { kind -> String? in
            let items = list.items.filter { $0.type == kind }
            guard !items.isEmpty else { return nil }
            let name = terminal.language == .japanese ? kind.japaneseName : kind.rawValue
            return terminal.heading("■ \(name)（\(items.count)）") + "\n" + items.map(text).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    private func text(of item: ActionItem) -> String {
        func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(terminal.language) }
        let due = item.due.map { due in
            say("期限：", "due: ") + due.text + (due.date.flatMap { $0 == due.text ? nil : "（\($0)）" } ?? "")
        }
        let status = terminal.language == .japanese ? item.status.japaneseName : item.status.rawValue
        let response = item.response.map { response in
            say("要望への対応：\(response.stance.japaneseName)", "response: \(response.stance.rawValue)")
        }
        let facts = [
            status, response, item.owner.map { say("担当：", "owner: ") + $0 }, due,
            item.note.map { say("メモ：", "note: ") + $0 },
        ].compactMap(\.self).joined(separator: "　")
        let place = [
            item.date, item.meetingTitle, item.agenda, item.speaker, item.line.map { say("\($0)行目", "line \($0)") },
        ].compactMap(\.self).joined(separator: " / ")
        let answer = item.response?.quote.map { "\n    → \($0)" } ?? ""
        return "  \(item.id)  \(facts)\n    \(item.quote)\(answer)\n    （\(place)）"
    }
}

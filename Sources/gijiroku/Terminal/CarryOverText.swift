import MinutesKit

/// 前回からの継続事項 on a terminal.
struct CarryOverText {
    let sheet: CarryOverSheet
    let terminal: Terminal

    var text: String {
        guard !sheet.points.isEmpty else { return say("継続する事項はありません。", "Nothing is carried over.") }
        let title = sheet.meetingTitle ?? say("次回の会議", "the next meeting")
        let head = say(
            "\(sheet.body)　\(sheet.title)（\(title)、基準日 \(sheet.referenceDate)）",
            "\(sheet.body): \(sheet.includesSettled ? "progress up to" : "carried over to") \(title) (as of \(sheet.referenceDate))"
        )
        let groups = sheet.groups.map { group in
            let english = group.state.map(Self.english) ?? group.status.rawValue
            let name = terminal.language == .japanese ? group.name : english
            return terminal.heading("■ \(name)（\(group.points.count)）") + "\n"
                + group.points.map(text).joined(separator: "\n")
        }
        return ([head] + groups).joined(separator: "\n\n")
            + say("\n\n計 \(sheet.points.count)件", "\n\n\(sheet.points.count) in all")
    }

    private func text(of point: CarriedPoint) -> String {
        let item = point.item
        let due = item.due.map { say("期限：", "due: ") + $0.text + ($0.date.map { "（\($0)）" } ?? "") }
        let kind = terminal.language == .japanese ? item.type.japaneseName : item.type.rawValue
        let facts = [
            kind, item.owner.map { say("担当：", "owner: ") + $0 }, due, item.note.map { say("次の対応：", "next: ") + $0 },
        ].compactMap(\.self).joined(separator: "　")
        var lines = [
            "  \(item.id)  \(facts)", "    \(item.quote)", "    （\(place(item.date, item.speaker, item.line))）",
        ]
        for trace in point.traces {
            lines.append("    → \(name(trace.kind))「\(trace.quote)」（\(place(trace.date, trace.speaker, trace.line))）")
        }
        return lines.joined(separator: "\n")
    }

    private func place(_ date: String?, _ speaker: String, _ line: Int?) -> String {
        [date, speaker, line.map { say("\($0)行目", "line \($0)") }].compactMap(\.self).joined(separator: " / ")
    }

    private func name(_ kind: CarriedPoint.Trace.Kind) -> String {
        switch kind {
        case .done: say("完了の報告", "done: ")
        case .pending: say("未了の報告", "not yet: ")
        case .again: say("再度の発言", "again: ")
        }
    }

    private static func english(_ state: CarriedPoint.State) -> String {
        switch state {
        case .overdue: "overdue"
        case .unreported: "not reported on"
        case .pending: "reported as not done yet"
        case .reportedDone: "reported as done"
        }
    }

    private func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(terminal.language) }
}

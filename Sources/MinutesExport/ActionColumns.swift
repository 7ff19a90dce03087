import MinutesModel

/// The columns of tables about actions, in the words of a secretariat.
extension TableColumn where Row == ActionItem {
    static let number = TableColumn("番号", 6) { _, number in .number(number) }
    static let kind = TableColumn("種別", 12) { .text($0.type.japaneseName) }
    static let status = TableColumn("状態", 8) { .text($0.status.japaneseName) }
    static let summary = TableColumn("要旨", 44) { .text($0.summary) }
    static let quote = TableColumn("発言（原文）", 60) { item in
        .text(([item.quote] + item.merged.map(\.quote)).joined(separator: "\n"))
    }
    static let owner = TableColumn("担当", 14) { .init($0.owner) }
    static let due = TableColumn("期限", 16) { .init($0.due?.text) }
    static let dueDay = TableColumn("期限の日付", 12) { .init(day: $0.due?.date) }
    static let meeting = TableColumn("会議", 30) { .text($0.meetingTitle) }
    static let day = TableColumn("開催日", 12) { .init(day: $0.date) }
    static let agenda = TableColumn("議題", 26) { .init($0.agenda) }
    static let speaker = TableColumn("発言者", 16) { .text($0.speaker) }
    static let line = TableColumn("原文の行", 9) { $0.line.map { .number($0) } ?? .empty }
    static let topics = TableColumn("話題", 18) { .text($0.topics.joined(separator: "、")) }
    static let stance = TableColumn("要望への対応", 13) { .init($0.response?.stance.japaneseName) }
    static let answer = TableColumn("対応の発言", 40) { .init($0.response?.quote) }
    static let review = TableColumn("確認", 20) { .text($0.reviewName) }
    static let reviewer = TableColumn("確認者", 12) { .init($0.reviewedBy) }
    static let note = TableColumn("備考", 24) { .init($0.note) }
    static let id = TableColumn("ID", 16) { .text($0.id) }
    static let remark = TableColumn("発言ID", 16) { .text($0.remark) }

    /// The action list.
    static let list: [TableColumn] = [
        number, kind, status, summary, quote, owner, due, dueDay, meeting, day, agenda, speaker, line, topics, stance,
        answer, review, reviewer, note, id, remark,
    ]
}

extension TableColumn where Row == CarriedPoint {
    private static func item(_ column: TableColumn<ActionItem>, _ title: String? = nil) -> TableColumn {
        var column = column.of { (point: CarriedPoint) in point.item }
        column.title = title ?? column.title
        return column
    }

    /// 進行管理表: what is to be done, where it comes from, how it stands, what was last said, what comes next.
    static let progress: [TableColumn] = [
        item(.number), item(.summary, "項目"), item(.kind), item(.owner), item(.due), item(.dueDay),
        TableColumn("状況", 14) { .text($0.stateName) },
        TableColumn("最終報告日", 12) { .init(day: $0.traces.last?.date) },
        TableColumn("最終報告", 50) { point in
            .init(point.traces.last.map { "\($0.kind.japaneseName)：「\($0.quote)」（\($0.speaker)）" })
        },
        item(.note, "次の対応"),
        TableColumn("その後の経過", 40) { point in
            .text(point.traces.map { "\($0.kind.japaneseName)：「\($0.quote)」（\($0.place)）" }.joined(separator: "\n"))
        },
        item(.quote), item(.stance), item(.meeting), item(.day), item(.speaker), item(.line), item(.id),
    ]
}

extension CarriedPoint {
    /// How it stands: as a person says, else as the minutes tell it.
    var stateName: String { item.status == .open ? state.japaneseName : item.status.japaneseName }
}

extension CarriedPoint.Trace.Kind {
    public var japaneseName: String {
        switch self {
        case .done: "完了の報告"
        case .pending: "未了の報告"
        case .again: "再度の発言"
        }
    }
}

extension CarriedPoint.Trace {
    /// Day, meeting, speaker and line, for people.
    var place: String {
        [date, meetingTitle, speaker, line.map { "\($0)行目" }].compactMap(\.self).joined(separator: "、")
    }
}

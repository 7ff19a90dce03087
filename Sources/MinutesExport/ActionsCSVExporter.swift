import MinutesModel

/// The action list as a table for Excel, one action a row. Cells that Excel would take for a formula get a leading
/// apostrophe.
public struct ActionsCSVExporter: Exporter {
    public static let id = "actions-csv"
    public static let summary = "フォローアップ一覧を Excel で開ける CSV で書き出します（UTF-8 BOM 付き）。"

    public init() {}

    /// The headings, in order.
    static let header = [
        "番号", "種別", "状態", "要旨", "発言（原文）", "担当", "期限", "期限の日付", "会議", "開催日", "議題", "発言者", "原文の行",
        "話題", "備考", "ID", "発言ID",
    ]

    public func files(for input: ExportInput) throws -> [ExportFile] {
        [ExportFile(name: "actions.csv", mediaType: "text/csv; charset=utf-8", bytes: Self.csv(input.actions))]
    }

    /// The list as bytes of a CSV file, byte order mark first, for `actions --format csv`.
    public static func csv(_ list: ActionList) -> [UInt8] {
        var writer = CSVWriter(header: header)
        for (position, item) in list.items.enumerated() {
            writer.add([
                String(position + 1), item.type.japaneseName, item.status.japaneseName, item.summary, item.quote,
                item.owner, item.due?.text, item.due?.date, item.meetingTitle, item.date, item.agenda, item.speaker,
                item.line.map(String.init), item.topics.joined(separator: "、"), item.note, item.id, item.remark,
            ])
        }
        return writer.bytes
    }
}

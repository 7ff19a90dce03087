import MinutesModel

/// The action list as an Excel workbook, with the columns of the CSV.
public struct ActionsXLSXExporter: Exporter {
    public static let id = "actions-xlsx"
    public static let summary = "フォローアップ一覧を Excel のブックで書き出します（見出し固定・絞り込み・日付は日付として）。"

    public init() {}

    public func files(for input: ExportInput) throws -> [ExportFile] {
        [
            ExportFile(
                name: "actions.xlsx", mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                bytes: try Self.workbook(input.actions))
        ]
    }

    /// The list as bytes of an XLSX file, for `actions --format xlsx`.
    public static func workbook(_ list: ActionList) throws -> [UInt8] {
        try ColumnTable(columns: TableColumn<ActionItem>.list, rows: list.items).workbook(sheet: "フォローアップ一覧")
    }
}

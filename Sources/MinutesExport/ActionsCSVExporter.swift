import MinutesModel

/// The action list as a table for Excel, one action a row. Cells that Excel would take for a formula get a leading
/// apostrophe.
public struct ActionsCSVExporter: Exporter {
    public static let id = "actions-csv"
    public static let summary = "フォローアップ一覧を Excel で開ける CSV で書き出します（UTF-8 BOM 付き）。"

    public init() {}

    /// The headings, in order.
    static let header = TableColumn<ActionItem>.list.map(\.title)

    public func files(for input: ExportInput) throws -> [ExportFile] {
        [ExportFile(name: "actions.csv", mediaType: "text/csv; charset=utf-8", bytes: Self.csv(input.actions))]
    }

    /// The list as bytes of a CSV file, byte order mark first, for `actions --format csv`.
    public static func csv(_ list: ActionList) -> [UInt8] {
        ColumnTable(columns: TableColumn<ActionItem>.list, rows: list.items).csv
    }
}

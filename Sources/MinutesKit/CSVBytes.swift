import MinutesExport

/// Rows as CSV that Excel opens by a double click.
public enum CSVBytes {
    /// - Parameter rows: the first one holds the headings.
    public static func encode(_ rows: [[String]]) -> [UInt8] {
        var writer = CSVWriter(header: rows.first ?? [])
        for row in rows.dropFirst() { writer.add(row) }
        return writer.bytes
    }
}

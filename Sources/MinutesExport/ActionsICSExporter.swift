import MinutesModel

/// The action list as tasks for a calendar program: one `VTODO` an action (RFC 5545).
///
/// The UID is the action's id, so that a calendar that reads the file again updates its tasks instead of doubling
/// them. Decisions are no tasks and stay out, unless the minutes give them a date.
public struct ActionsICSExporter: Exporter {
    public static let id = "actions-ics"
    public static let summary = "フォローアップ一覧を予定表ソフトの「タスク」として読み込める iCalendar（.ics）で書き出します。"

    public init() {}

    public func files(for input: ExportInput) throws -> [ExportFile] {
        [
            ExportFile(
                name: "actions.ics", mediaType: "text/calendar; charset=utf-8", bytes: Self.calendar(input.actions))
        ]
    }

    /// The list as bytes of an iCalendar file, for `actions --format ics`.
    public static func calendar(_ list: ActionList) -> [UInt8] {
        var writer = CalendarWriter()
        writer.add("BEGIN", "VCALENDAR")
        writer.add("VERSION", "2.0")
        writer.add("PRODID", "-//gijiroku//action list//JA")
        for item in list.items where item.type != .decision || item.due?.date != nil { write(item, to: &writer) }
        writer.add("END", "VCALENDAR")
        return writer.bytes
    }

    private static func write(_ item: ActionItem, to writer: inout CalendarWriter) {
        writer.add("BEGIN", "VTODO")
        writer.add("UID", item.id + "@gijiroku")
        // The day of the meeting, never the clock: the same list gives the same bytes.
        writer.add("DTSTAMP", (item.date.map(basicDate) ?? "19700101") + "T000000Z")
        if let date = item.due?.date { writer.add("DUE;VALUE=DATE", basicDate(date)) }
        switch item.status {
        case .open: writer.add("STATUS", "NEEDS-ACTION")
        case .done:
            writer.add("STATUS", "COMPLETED")
            writer.add("PERCENT-COMPLETE", "100")
        case .dropped: writer.add("STATUS", "CANCELLED")
        }
        writer.add(text: "SUMMARY", item.summary)
        writer.add(text: "DESCRIPTION", description(of: item))
        if let owner = item.owner { writer.add(text: "CONTACT", owner) }
        let categories = ([item.type.japaneseName] + item.topics).map(CalendarWriter.escaped)
        writer.add("CATEGORIES", categories.joined(separator: ","))
        writer.add("END", "VTODO")
    }

    private static func description(of item: ActionItem) -> String {
        var lines = ["「\(item.quote)」"]
        if let owner = item.owner { lines.append("担当：\(owner)") }
        if let due = item.due { lines.append("期限：\(due.described)") }
        lines.append("出所：" + item.place)
        if let note = item.note { lines.append("備考：\(note)") }
        return lines.joined(separator: "\n")
    }

    private static func basicDate(_ iso: String) -> String { iso.filter { $0 != "-" } }
}

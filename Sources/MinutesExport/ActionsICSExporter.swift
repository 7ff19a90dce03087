import Foundation
import MinutesModel

/// The action list as tasks for a calendar program: one `VTODO` an action (RFC 5545).
///
/// The UID is the id the action had in the first version of its document, so that a calendar that reads the file again
/// updates its tasks instead of doubling them, also after a correction. What people rejected, or merged into another
/// item, is cancelled, so that it goes from the calendars that have it. Decisions are no tasks and stay out, unless the
/// minutes give them a date.
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
        for item in list.items {
            if item.type != .decision || item.due?.date != nil { write(item, to: &writer) }
            for merged in item.merged { cancel(merged, of: item, in: &writer) }
        }
        writer.add("END", "VCALENDAR")
        return writer.bytes
    }

    private static func write(_ item: ActionItem, to writer: inout CalendarWriter) {
        writer.add("BEGIN", "VTODO")
        writer.add("UID", item.firstID + "@gijiroku")
        addStamp(of: item, to: &writer)
        if let date = item.due?.date { writer.add("DUE;VALUE=DATE", basicDate(date)) }
        switch item.status {
        case _ where item.verdict == .rejected: writer.add("STATUS", "CANCELLED")
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

    /// The day of the meeting, or when a person last decided; never the clock: the same list gives the same bytes.
    private static func addStamp(of item: ActionItem, to writer: inout CalendarWriter) {
        let decided = item.reviewedAt.flatMap(basicTime)
        writer.add("DTSTAMP", decided ?? (item.date.map(basicDate) ?? "19700101") + "T000000Z")
        if let decided { writer.add("LAST-MODIFIED", decided) }
    }

    /// The task of an item that stands in another now.
    private static func cancel(_ merged: ActionItem.Merged, of item: ActionItem, in writer: inout CalendarWriter) {
        writer.add("BEGIN", "VTODO")
        writer.add("UID", merged.item + "@gijiroku")
        addStamp(of: item, to: &writer)
        writer.add("STATUS", "CANCELLED")
        writer.add(text: "SUMMARY", merged.quote)
        writer.add(text: "DESCRIPTION", "「\(item.summary)」にまとめました。")
        writer.add("END", "VTODO")
    }

    /// `2026-11-21T17:04:53+09:00` as `20261121T080453Z`; `nil` for what is no time.
    private static func basicTime(_ iso: String) -> String? {
        let reader = ISO8601DateFormatter()
        guard let time = reader.date(from: iso) else { return nil }
        let writer = ISO8601DateFormatter()
        writer.formatOptions = [.withYear, .withMonth, .withDay, .withTime, .withTimeZone]
        return writer.string(from: time)
    }

    private static func description(of item: ActionItem) -> String {
        var lines = ["「\(item.quote)」"]
        if let owner = item.owner { lines.append("担当：\(owner)") }
        if let due = item.due { lines.append("期限：\(due.described)") }
        lines.append("出所：" + item.place)
        if let response = item.response {
            lines.append("要望への対応：\(response.stance.japaneseName)" + (response.quote.map { "「\($0)」" } ?? ""))
        }
        lines += item.merged.map { "あわせた発言：「\($0.quote)」" }
        if let note = item.note { lines.append("備考：\(note)") }
        return lines.joined(separator: "\n")
    }

    private static func basicDate(_ iso: String) -> String { iso.filter { $0 != "-" } }
}

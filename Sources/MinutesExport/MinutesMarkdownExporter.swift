import MinutesModel

/// The minutes of each meeting as a Markdown page: particulars, agenda headings, remarks and notes in order.
public struct MinutesMarkdownExporter: Exporter {
    public static let id = "minutes-markdown"
    public static let summary = "会議録を読みやすい Markdown で書き出します（折返しを直し、ページ番号などを除いたもの）。"

    public init() {}

    public func files(for input: ExportInput) throws -> [ExportFile] {
        input.meetings.map { analyzed in
            ExportFile(
                name: analyzed.fileStem + ".md", mediaType: "text/markdown; charset=utf-8",
                text: Self.markdown(analyzed.meeting, withNames: input.withNames))
        }
    }

    /// One meeting as Markdown text.
    public static func markdown(_ meeting: Meeting, withNames: Bool = true) -> String {
        var blocks = ["# " + MarkdownText.inline(meeting.header.title ?? meeting.header.displayTitle)]
        let particulars = particulars(of: meeting.header, withNames: withNames)
        if !particulars.isEmpty { blocks.append(particulars.joined(separator: "\n")) }
        blocks += proceedings(of: meeting, withNames: withNames).map(\.text)
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private static func particulars(of header: MeetingHeader, withNames: Bool) -> [String] {
        var rows: [(String, String)] = []
        if let date = header.date { rows.append(("日", date)) }
        if let opens = header.opensAt { rows.append(("時間", opens + "～" + (header.closesAt ?? ""))) }
        if let venue = header.venue { rows.append(("会場", venue)) }
        for group in header.attendance.map(\.group).uniqued {
            let people = header.attendance.filter { $0.group == group }
            rows.append((group, withNames ? people.map(\.published).joined(separator: "、") : "\(people.count)名"))
        }
        if let observers = header.observers { rows.append(("傍聴者", "\(observers)名")) }
        if !header.materials.isEmpty { rows.append(("配付資料", header.materials.joined(separator: "、"))) }
        return rows.map { "- \(MarkdownText.inline($0.0))：\(MarkdownText.inline($0.1))" }
    }

    private struct Block {
        var start: Int
        var text: String
    }

    private static func proceedings(of meeting: Meeting, withNames: Bool) -> [Block] {
        let agenda = Dictionary(meeting.agenda.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var blocks: [Block] = meeting.agenda.map { item in
            let level = String(repeating: "#", count: depth(of: item, in: agenda) + 2)
            let attachment = item.attachment.map { "（※\($0)）" } ?? ""
            return Block(start: item.span.start, text: "\(level) " + MarkdownText.inline(item.heading + attachment))
        }
        blocks += meeting.remarks.map { remark in
            let speaker = MarkdownText.inline(withNames ? remark.label : PublishedLabel.label(of: remark))
            let paragraphs = remark.text.split(separator: "\n").map { MarkdownText.inline(String($0)) }
            return Block(
                start: remark.span.start, text: "**\(speaker)**　" + paragraphs.joined(separator: "\n\n"))
        }
        blocks += meeting.notes.map { Block(start: $0.span.start, text: "*\(MarkdownText.inline($0.text))*") }
        return blocks.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(
            \.element)
    }

    /// Nesting of an item, at most 4 so that a heading stays a Markdown heading.
    private static func depth(of item: AgendaItem, in agenda: [String: AgendaItem]) -> Int {
        var depth = 0
        var parent = item.parent
        while depth < 4, let id = parent, let above = agenda[id] {
            depth += 1
            parent = above.parent
        }
        return depth
    }
}

extension Attendance {
    /// Name and title, with a mark for those who were absent.
    fileprivate var published: String {
        let person = name.isEmpty ? title ?? "" : name + (title ?? "")
        return status == .absent ? person + "（欠席）" : person
    }
}

extension [String] {
    /// Each once, in the order they first appear.
    fileprivate var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}

import MinutesModel

/// All remarks as a table for Excel, one remark a row. Cells that Excel would take for a formula get a leading
/// apostrophe.
public struct RemarksCSVExporter: Exporter {
    public static let id = "remarks-csv"
    public static let summary = "発言の一覧を Excel で開ける CSV で書き出します（UTF-8 BOM 付き）。"

    public init() {}

    /// The headings, in order.
    static let header = [
        "会議", "開催日", "順番", "議題", "話題の区切り", "発言者", "立場", "氏名", "発言", "話題", "原文の行", "ページ", "会議ID", "発言ID",
    ]

    public func files(for input: ExportInput) throws -> [ExportFile] {
        var writer = CSVWriter(header: Self.header)
        for analyzed in input.meetings { add(analyzed, withNames: input.withNames, to: &writer) }
        return [ExportFile(name: "remarks.csv", mediaType: "text/csv; charset=utf-8", bytes: writer.bytes)]
    }

    private func add(_ analyzed: AnalyzedMeeting, withNames: Bool, to writer: inout CSVWriter) {
        let meeting = analyzed.meeting
        let agenda = Dictionary(meeting.agenda.map { ($0.id, $0.heading) }, uniquingKeysWith: { first, _ in first })
        let boundaries = Dictionary(
            meeting.topicBoundaries.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        var topics: [String: [String]] = [:]
        for finding in analyzed.findings where finding.kind == .topic {
            guard let topic = finding.fields["topic"], topics[finding.remark]?.contains(topic) != true else { continue }
            topics[finding.remark, default: []].append(topic)
        }
        for remark in meeting.remarks {
            writer.add([
                meeting.header.displayTitle, meeting.header.date, String(remark.order),
                remark.agenda.flatMap { agenda[$0] }, remark.topicBoundary.flatMap { boundaries[$0] },
                withNames ? remark.label : PublishedLabel.label(of: remark), remark.role.japaneseName,
                withNames ? remark.name : nil, remark.text, topics[remark.id]?.joined(separator: "、"),
                String(remark.span.line), remark.span.page.map(String.init), meeting.id, remark.id,
            ])
        }
    }
}

extension AgendaItem {
    /// Number and title as they stand in a list.
    var heading: String { number.isEmpty ? title : "\(number) \(title)" }
}

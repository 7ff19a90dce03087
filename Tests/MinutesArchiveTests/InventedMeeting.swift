import MinutesModel

/// An invented meeting of two remarks whose record agrees with `text`.
struct InventedMeeting {
    var text: String
    var analyzed: AnalyzedMeeting

    init(
        id: String = "m1", date: String = "2024-06-05", request: String = "バス停に日よけを付けてください。",
        answer: String = "９月までに調べます。"
    ) {
        text = "○委員　\(request)\n○事務局　\(answer)\n"
        var header = MeetingHeader(id: id)
        header.body = "みどり町地域福祉推進委員会"
        header.fiscalYear = "令和6年度"
        header.session = "第1回"
        header.date = date
        let first = "○委員　".utf8.count
        let second = first + request.utf8.count + 1
        let third = second + "○事務局　".utf8.count
        let end = text.utf8.count
        let remarks = [
            Remark(
                id: "\(id)-r1", order: 1, mark: "○", label: "委員", role: .member, text: request,
                span: SourceSpan(start: 0, end: second - 1, line: 1, endLine: 1),
                map: TextMap(pieces: [.init(text: 0, source: first, line: 1)])),
            Remark(
                id: "\(id)-r2", order: 2, mark: "○", label: "事務局", role: .secretariat, text: answer,
                span: SourceSpan(start: second, end: end - 1, line: 2, endLine: 2),
                map: TextMap(pieces: [.init(text: 0, source: third, line: 2)])),
        ]
        let analyzer = AnalyzerIdentity(id: "follow-ups", version: 1)
        let findings = [
            Finding(.request, analyzer: analyzer, in: remarks[0], range: 0..<request.utf8.count),
            Finding(.commitment, analyzer: analyzer, in: remarks[1], range: 0..<answer.utf8.count),
        ]
        analyzed = AnalyzedMeeting(
            meeting: Meeting(
                id: id, header: header, remarks: remarks,
                segments: [
                    Segment(kind: .remark, start: 0, end: second), Segment(kind: .remark, start: second, end: end),
                ]),
            findings: findings.compactMap(\.self))
    }

    var bytes: [UInt8] { Array(text.utf8) }

    func review(_ place: Int = 0, status: ActionStatus = .done, note: String? = nil) -> Review {
        let finding = analyzed.findings[place]
        return Review(
            item: finding.id, at: "2024-07-01T09:00:00+09:00", by: "係長", status: status, note: note,
            quote: finding.quote, meeting: analyzed.id, remark: finding.remark, kind: finding.kind)
    }
}

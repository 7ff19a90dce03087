import MinutesModel

/// An invented meeting with everything an exporter has to put somewhere.
func sampleMeeting() -> AnalyzedMeeting {
    var header = MeetingHeader(id: "m1")
    header.title = "令和６年度第１回 みどり町地域福祉推進委員会 会議要録"
    header.body = "みどり町地域福祉推進委員会"
    header.fiscalYear = "令和6年度"
    header.session = "第1回"
    header.date = "2024-06-05"
    header.opensAt = "18:30"
    header.closesAt = "20:00"
    header.venue = "町民会館"
    header.observers = 0
    header.attendance = [
        Attendance(name: "北川花子", title: "委員長", role: .chair, group: "出席委員"),
        Attendance(name: "南野次郎", role: .member, group: "出席委員", status: .absent),
    ]
    let span = SourceSpan(start: 0, end: 10, line: 3, endLine: 3)
    let remarks = [
        Remark(
            id: "r1", order: 1, mark: "○", label: "委員（南野次郎君）", role: .member, name: "南野次郎", agenda: "a1",
            text: "=SUM(A1)と書かれた\"表\", 見づらいです。\nバス停に日よけを付けてください。",
            span: SourceSpan(start: 20, end: 60, line: 5, endLine: 6),
            map: TextMap(pieces: [.init(text: 0, source: 24, line: 5), .init(text: 50, source: 74, line: 6)])),
        Remark(
            id: "r2", order: 2, mark: "○", label: "事務局", role: .secretariat, agenda: "a1", text: "９月までに調べます。",
            span: SourceSpan(start: 80, end: 120, line: 8, endLine: 8),
            map: TextMap(pieces: [.init(text: 0, source: 90, line: 8)])),
    ]
    let meeting = Meeting(
        id: "m1", header: header,
        agenda: [AgendaItem(id: "a1", number: "２", title: "議事", span: span)], remarks: remarks,
        notes: [Note(text: "（午後８時 閉会）", span: SourceSpan(start: 200, end: 220, line: 12, endLine: 12))])
    let analyzer = AnalyzerIdentity(id: "follow-ups", version: 1)
    let request = remarks[0].text.utf8.count - "バス停に日よけを付けてください。".utf8.count..<remarks[0].text.utf8.count
    let findings = [
        Finding(.request, analyzer: analyzer, in: remarks[0], range: request),
        Finding(.topic, analyzer: analyzer, in: remarks[0], range: request, fields: ["topic": "移動"]),
        Finding(
            .commitment, analyzer: analyzer, in: remarks[1], range: 0..<remarks[1].text.utf8.count,
            fields: ["owner": "事務局", "dueText": "９月まで", "due": "2024-09-30"]),
    ].compactMap(\.self)
    return AnalyzedMeeting(meeting: meeting, findings: findings)
}

import MinutesModel

@testable import PlanDrafting

/// Puts a meeting together from turns; every finding is a sentence of its remark.
struct InventedMeeting {
    var meeting: Meeting
    var findings: [Finding] = []
    private static let analyzer = AnalyzerIdentity(id: "invented", version: 1)

    init(id: String = "m1", date: String = "2024-06-05") {
        var header = MeetingHeader(id: id)
        header.body = "みどり町地域福祉推進委員会"
        header.fiscalYear = "令和6年度"
        header.session = "第1回"
        header.date = date
        header.attendance = [Attendance(name: "南野次郎", role: .member, group: "出席委員")]
        meeting = Meeting(id: id, header: header)
    }

    @discardableResult
    mutating func boundary(_ title: String) -> String {
        let id = "b\(meeting.topicBoundaries.count + 1)"
        let span = SourceSpan(start: 0, end: 0, line: 1, endLine: 1)
        meeting.topicBoundaries.append(TopicBoundary(id: id, remark: "", title: title, span: span))
        return id
    }

    @discardableResult
    mutating func agenda(_ number: String, _ title: String) -> String {
        let id = "a\(meeting.agenda.count + 1)"
        let span = SourceSpan(start: 0, end: 0, line: 1, endLine: 1)
        meeting.agenda.append(AgendaItem(id: id, number: number, title: title, span: span))
        return id
    }

    /// Adds a remark; returns its id.
    @discardableResult
    mutating func say(
        _ role: Role, _ label: String, _ text: String, boundary: String? = nil, agenda: String? = nil,
        name: String? = nil
    ) -> String {
        let order = meeting.remarks.count + 1
        let id = "\(meeting.id)r\(order)"
        let span = SourceSpan(start: order * 1000, end: order * 1000 + 10, line: order * 10, endLine: order * 10)
        meeting.remarks.append(
            Remark(
                id: id, order: order, label: label, role: role, name: name, agenda: agenda, topicBoundary: boundary,
                text: text,
                span: span, map: TextMap(pieces: [.init(text: 0, source: order * 1000, line: order * 10)])))
        return id
    }

    /// Adds a finding for a part of the last remark that holds it.
    @discardableResult
    mutating func find(_ kind: FindingKind, _ quote: String, _ fields: FindingFields = [:]) -> String {
        for remark in meeting.remarks.reversed() {
            guard let range = remark.text.range(ofBytes: quote),
                let finding = Finding(kind, analyzer: Self.analyzer, in: remark, range: range, fields: fields)
            else { continue }
            findings.append(finding)
            return finding.id
        }
        return ""
    }

    var analyzed: AnalyzedMeeting { AnalyzedMeeting(meeting: meeting, findings: findings) }
}

extension String {
    fileprivate func range(ofBytes part: String) -> Range<Int>? {
        let bytes = Array(utf8)
        let wanted = Array(part.utf8)
        guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
        for start in 0...(bytes.count - wanted.count) where bytes[start...].starts(with: wanted) {
            return start..<start + wanted.count
        }
        return nil
    }
}

/// An outline that the invented meetings talk about.
func inventedOutline() throws -> PlanOutline {
    try PlanOutlineParser.parse(
        """
        # 第３次みどり町地域福祉活動計画
        ## 基本目標１ 「顔の見える町」
        ### （１） あいさつから始める見守り
        - ① 声かけ運動
        - ② 茶話会の立ち上げ
        ### （２） 情報を届ける
        キーワード：広報、回覧板
        ## 基本目標２ 「支え合う町」
        ### （１） 出張相談の展開
        ### （２） 災害への備え
        ## 重点的な取り組み
        ### （１） 移動の支援
        ### （２） 担い手を育てる
        """
    ).value
}

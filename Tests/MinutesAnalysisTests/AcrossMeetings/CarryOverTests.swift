import MinutesModel
import Testing

@testable import MinutesAnalysis

/// Later meetings of a body speak of what earlier ones left open.
struct CarryOverTests {
    private func meeting(
        _ date: String, body: String? = "みさき町水道審議会", _ turns: [(Role, String)],
        points: [(Int, FindingKind, String)] = []
    ) -> AnalyzedMeeting {
        var header = MeetingHeader(id: "m" + date)
        header.date = date
        header.body = body
        let remarks = turns.enumerated().map { index, turn in
            Remark(
                id: "\(date)-r\(index)", order: index + 1, label: "発言者", role: turn.0, text: turn.1,
                span: SourceSpan(start: 0, end: turn.1.utf8.count, line: index + 1, endLine: index + 1))
        }
        let findings = points.compactMap { index, kind, quote -> Finding? in
            let text = remarks[index].text
            guard let range = text.range(of: quote) else { return nil }
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            return Finding(
                kind, analyzer: AnalyzerIdentity(id: "follow-ups", version: 1), in: remarks[index],
                range: start..<start + quote.utf8.count)
        }
        #expect(findings.count == points.count)
        return AnalyzedMeeting(meeting: Meeting(id: header.id, header: header, remarks: remarks), findings: findings)
    }

    private func links(_ meetings: AnalyzedMeeting...) throws -> [Finding] {
        try CarryOverAnalyzer().findings(in: meetings, context: CorpusContext(referenceDate: "2025-04-01"))
    }

    private let promise = "鉛製給水管の残存件数は、地区別に集計して次回お示しします。"
    private let request = "検針票の裏面に漏水の見分け方を載せていただけないでしょうか。"
    private let chatter = "配水池の耐震化は令和九年に終わる見込みと聞いております。料金の改定は見送られたところです。"

    private var first: AnalyzedMeeting {
        meeting(
            "2024-06-05", [(.secretariat, promise), (.member, request), (.member, chatter)],
            points: [(0, .commitment, promise), (1, .request, request)])
    }

    @Test("A later report names the promise it keeps, with both quotes")
    func kept() throws {
        let report = "前回お約束した鉛製給水管の残存件数の地区別の集計は、資料２のとおりです。"
        let found = try links(first, meeting("2024-09-04", [(.secretariat, "定刻になりました。" + report)]))
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding.kind == .followUpReport)
        #expect(finding.quote == report)
        #expect(finding.fields["outcome"] == "done")
        #expect(finding.fields["item"] == first.findings[0].id)
        #expect(finding.fields["itemQuote"] == promise)
        #expect(finding.fields["itemMeeting"] == first.id)
    }

    @Test("An answer that says it is not done yet leans on the question that names the thing")
    func pending() throws {
        let next = meeting(
            "2024-09-04",
            [(.member, "前回お願いした鉛製給水管の残存件数はどうなりましたか。"), (.secretariat, "申し訳ありません。集計がまだ終わっておりません。")])
        let found = try links(first, next)
        #expect(found.map(\.fields["outcome"]).contains("pending"))
        #expect(found.allSatisfy { $0.fields["item"] == first.findings[0].id })
    }

    @Test("A member who asks again is linked to the first request")
    func again() throws {
        let again = "前回も申し上げましたが、検針票の裏面に漏水の見分け方を載せることを再度お願いします。"
        let found = try links(first, meeting("2024-09-04", [(.member, again)]))
        #expect(found.map(\.kind) == [.repetition])
        #expect(found.first?.fields["item"] == first.findings[1].id)
    }

    @Test("What is only about the same field, said by a member, or not reported as past, links nothing")
    func silent() throws {
        for (role, text) in [
            (Role.secretariat, "前回の審議会では、多くのご意見をいただきました。"), (.secretariat, "配水池の耐震化は予定どおり進めてまいります。"),
            (.member, "鉛製給水管の残存件数の地区別の集計を拝見しました。"), (.secretariat, "前回ご指摘の給水車の更新は終わりました。"),
        ] {
            #expect(try links(first, meeting("2024-09-04", [(role, text)])).isEmpty, "\(text)")
        }
    }

    @Test("Another body, an undated meeting and an earlier one report on nothing")
    func otherMeetings() throws {
        let report: [(Role, String)] = [(.secretariat, "前回お約束した鉛製給水管の残存件数の地区別の集計は、資料２のとおりです。")]
        #expect(try links(first, meeting("2024-09-04", body: "別の審議会", report)).isEmpty)
        #expect(try links(first, meeting("2024-03-04", report)).isEmpty)
        var undated = meeting("2024-09-04", report)
        undated.meeting.header.date = nil
        #expect(try links(first, undated).isEmpty)
    }

    @Test("The order in which meetings are given changes nothing")
    func order() throws {
        let next = meeting("2024-09-04", [(.secretariat, "前回お約束した鉛製給水管の残存件数の地区別の集計は、資料２のとおりです。")])
        #expect(try links(first, next) == links(next, first))
    }
}

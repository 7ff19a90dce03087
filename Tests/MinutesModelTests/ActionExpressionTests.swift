import Testing

@testable import MinutesModel

@Suite struct ActionExpressionTests {
    private func expression(_ summary: String, cues: String = "r.itadaku p.plan") throws -> ActionExpression? {
        let remark = Remark(
            id: "r1", order: 1, label: "委員", role: .member, text: summary,
            span: SourceSpan(start: 0, end: 10, line: 1, endLine: 1))
        let finding = try #require(
            Finding(
                .request, analyzer: AnalyzerIdentity(id: "follow-ups", version: 1), in: remark,
                range: 0..<summary.utf8.count, fields: ["summary": summary, "cues": cues]))
        return ActionExpression(finding)
    }

    @Test(
        "The noun before the act and the act, without what leads in",
        arguments: [
            ("お手元の資料をご覧いただく", "資料", "ご覧いただく"), ("３ページの表をご覧いただく。", "表", "ご覧いただく"),
            ("次の議題に移る", "議題", "移る"), ("水道管の更新計画を早急に確認する", "更新計画", "確認する"),
            ("今後も続ける", "", "続ける"), ("検討する", "", "検討する"), ("点検表は12月中に公開する", "点検表", "公開する"),
            ("流れを図にまとめて次回示す", "図", "示す"), ("次回に示す", "", "示す"),
        ])
    func parts(summary: String, object: String, act: String) throws {
        let found = try #require(try expression(summary))
        #expect(found == ActionExpression(cue: "r.itadaku", object: object, act: act))
    }

    @Test("What says too little is like nothing", arguments: ["する", "", "。", "を"])
    func nothing(summary: String) throws {
        guard !summary.isEmpty else { return }
        #expect(try expression(summary) == nil)
    }

    @Test func withoutCuesThereIsNone() throws {
        #expect(try expression("資料を見る", cues: "") == nil)
    }

    @Test func anotherCueIsAnotherExpression() throws {
        #expect(try expression("資料を見る", cues: "c.suru") != expression("資料を見る"))
    }
}

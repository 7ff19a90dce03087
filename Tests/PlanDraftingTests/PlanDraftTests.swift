import Foundation
import MinutesModel
import Testing

@testable import PlanDrafting

struct PlanDraftTests {
    private func meeting() -> InventedMeeting {
        var meeting = InventedMeeting()
        let boundary = meeting.boundary("基本目標２ 「支え合う町」より（１）出張相談の展開")
        meeting.say(.secretariat, "事務局", "この項目の評価は３です。", boundary: boundary)
        meeting.find(.figure, "評価は３", ["score": "3"])
        meeting.say(
            .member, "委員（南野次郎君）", "相談の場が駅前にしかないのが課題だと思います。出張相談を商店街でも開いてはどうかと思いました。", boundary: boundary, name: "南野次郎")
        meeting.find(.issue, "相談の場が駅前にしかないのが課題だと思います。")
        meeting.find(.planInput, "出張相談を商店街でも開いてはどうかと思いました。")
        let asked = meeting.meeting.remarks[1].id
        meeting.say(
            .secretariat, "事務局", "ご意見をありがとうございます。商店街とは話を始めています。来年度は出張相談を商店街でも開きます。", boundary: boundary)
        meeting.find(.answer, "ご意見をありがとうございます。", ["question": asked])
        meeting.find(.commitment, "来年度は出張相談を商店街でも開きます。", ["owner": "事務局", "dueText": "来年度"])
        meeting.say(.member, "委員Ａ", "表の|列|が読みにくい、と言う人がいます。\n直してください。")
        meeting.find(.request, "直してください。")
        meeting.say(.chair, "委員長", "次の会議の日は決まっていますか。")
        meeting.find(.openQuestion, "次の会議の日は決まっていますか。")
        return meeting
    }

    @Test("Every finding stands in the draft with its source, and the check proves it")
    func evidence() throws {
        let analyzed = meeting().analyzed
        let draft = PlanDrafter(outline: try inventedOutline()).draft(of: [analyzed])
        #expect(draft.check(against: [analyzed]).filter { $0.severity == .error }.isEmpty)
        #expect(draft.placements.count == 6)
        #expect(Set(draft.sources.compactMap(\.finding)).count == 6)
        let section = try #require(draft.sections.first { $0.heading == "（１） 出張相談の展開" })
        #expect(section.situation.map(\.wording.text) == ["評価は３とされています。", "相談の場が駅前にしかないのが課題です。"])
        #expect(section.measures.map(\.wording.text) == ["出張相談を商店街でも開きます。", "来年度は出張相談を商店街でも開きます。"])
        #expect(section.measures[1].owners == ["事務局"])
        #expect(section.measures[1].dues == ["来年度"])
        #expect(section.measures[0].owners.isEmpty)
        #expect(draft.unplaced.measures.count == 1)
        #expect(draft.unplaced.openPoints.count == 1)
        #expect(draft.coverage.placed == 4)
        #expect(draft.coverage.unplaced == 2)
        #expect(draft.coverage.silentItems.count == draft.coverage.items - 2)
    }

    @Test("A changed minute, a missing remark and a lost finding are found")
    func checkFinds() throws {
        let analyzed = meeting().analyzed
        let draft = PlanDrafter(outline: try inventedOutline()).draft(of: [analyzed])
        var changed = analyzed
        changed.meeting.remarks[1].text = "別の文です。"
        #expect(draft.check(against: [changed]).contains { $0.code == "draft.quote-differs" })
        changed.meeting.remarks.removeAll()
        #expect(draft.check(against: [changed]).contains { $0.code == "draft.source-missing" })
        var lost = draft
        lost.unplaced.measures = []
        #expect(lost.check(against: [analyzed]).map(\.code) == ["draft.finding-missing"])
        lost = draft
        lost.unplaced.openPoints[0].sources = []
        #expect(lost.check(against: [analyzed]).contains { $0.code == "draft.no-source" })
    }

    @Test("意見と対応一覧 has the answer verbatim and a policy only where one was said")
    func opinions() throws {
        let analyzed = meeting().analyzed
        let rows = PlanDrafter(outline: try inventedOutline()).draft(of: [analyzed]).opinions.rows
        #expect(rows.count == 2)
        #expect(rows[0].gist.count == 2)
        #expect(rows[0].answer?.quotes == ["ご意見をありがとうございます。", "商店街とは話を始めています。", "来年度は出張相談を商店街でも開きます。"])
        #expect(rows[0].answer?.basis == .answer)
        #expect(rows[0].policy == .planned)
        #expect(rows[0].place.contains("出張相談の展開"))
        #expect(rows[1].policy == .undecided)
        #expect(rows[1].answer == nil)
        #expect(rows[1].place == "未分類")
    }

    @Test("Reviews decide the policy, the owner and the state of a measure")
    func reviews() throws {
        let analyzed = meeting().analyzed
        let request = try #require(analyzed.findings.first { $0.kind == .request })
        func review(_ status: ActionStatus?, _ note: String?) -> Review {
            Review(
                item: request.id, at: "2024-07-01T00:00:00Z", status: status, owner: "総務係", note: note,
                quote: request.quote,
                meeting: "m1", remark: request.remark, kind: .request)
        }
        let drafter = PlanDrafter(outline: try inventedOutline())
        let done = drafter.draft(of: [analyzed], reviews: [review(.done, nil)])
        #expect(done.opinions.rows[1].policy == .done)
        #expect(done.unplaced.measures[0].owners == ["総務係"])
        #expect(done.markdown.contains("【完了】"))
        #expect(
            drafter.draft(of: [analyzed], reviews: [review(nil, "一部反映：第２章に記載")]).opinions.rows[1].policy
                == .partlyReflected)
    }

    @Test("What a person rejected is not drafted, and the draft says so; what is accepted again is")
    func rejected() throws {
        let analyzed = meeting().analyzed
        let request = try #require(analyzed.findings.first { $0.kind == .request })
        let promise = try #require(analyzed.findings.first { $0.kind == .commitment })
        func review(_ finding: Finding, _ verdict: Review.Verdict?) -> Review {
            Review(
                item: finding.id, at: "2024-07-01T00:00:00Z", quote: finding.quote, meeting: "m1",
                remark: finding.remark, kind: finding.kind, verdict: verdict)
        }
        let drafter = PlanDrafter(outline: try inventedOutline())
        let reviews = [review(request, .rejected), review(promise, .rejected)]
        let draft = drafter.draft(of: [analyzed], reviews: reviews)
        #expect(draft.unplaced.measures.isEmpty)
        #expect(draft.rejected == [promise.id, request.id])
        #expect(draft.placements.count == 4)
        #expect(draft.markdown.contains("除外され、この素案に入れていない箇所 2 件"))
        #expect(!draft.markdown.contains("直してください"))
        // A promise that is none answers no opinion either.
        #expect(draft.opinions.rows.map(\.policy) == [.undecided])
        #expect(draft.check(against: [analyzed]).filter { $0.severity == .error }.isEmpty)
        // A note changes nothing of it; accepting or taking it back does.
        #expect(drafter.draft(of: [analyzed], reviews: reviews + [review(request, nil)]).rejected.count == 2)
        for verdict in [Review.Verdict.accepted, .reset] {
            let again = drafter.draft(of: [analyzed], reviews: reviews + [review(request, verdict)])
            #expect(again.rejected == [promise.id] && again.unplaced.measures.count == 1)
        }
        #expect(!drafter.draft(of: [analyzed]).markdown.contains("除外され"))
    }

    @Test("A finding of another kind is drafted as what a person says it is")
    func retyped() throws {
        let analyzed = meeting().analyzed
        let question = try #require(analyzed.findings.first { $0.kind == .openQuestion })
        var review = Review(
            item: question.id, at: "2024-07-01T00:00:00Z", quote: question.quote, meeting: "m1",
            remark: question.remark, kind: question.kind)
        review.type = .request
        let draft = PlanDrafter(outline: try inventedOutline()).draft(of: [analyzed], reviews: [review])
        #expect(draft.unplaced.openPoints.isEmpty && draft.unplaced.measures.count == 2)
        #expect(draft.check(against: [analyzed]).filter { $0.severity == .error }.isEmpty)
    }

    @Test("The same words said twice are one line with two sources")
    func merging() throws {
        var meeting = InventedMeeting()
        meeting.say(.member, "委員", "災害への備えを強めてください。")
        meeting.find(.request, "災害への備えを強めてください。")
        meeting.say(.chair, "委員長", "災害への備えを強めてほしいと思います。")
        meeting.find(.request, "災害への備えを強めてほしいと思います。")
        let draft = PlanDrafter(outline: try inventedOutline()).draft(of: [meeting.analyzed])
        let section = try #require(draft.sections.first { $0.heading == "（２） 災害への備え" })
        #expect(section.measures.count == 1)
        #expect(section.measures[0].sources == [1, 2])
        #expect(section.measures[0].speakers == ["委員", "委員長"])
    }

    @Test("No name in the published form, unless asked for; a name in a quote is warned of")
    func names() throws {
        var invented = meeting()
        invented.say(.chair, "委員長", "南野委員の言うとおり、担い手を育てることが大事です。")
        invented.find(.opinion, "南野委員の言うとおり、担い手を育てることが大事です。")
        let analyzed = invented.analyzed
        let outline = try inventedOutline()
        let draft = PlanDrafter(outline: outline).draft(of: [analyzed])
        #expect(draft.sources.allSatisfy { !$0.speaker.contains("南野") })
        #expect(draft.check(against: [analyzed]).map(\.code) == ["draft.name-in-quote"])
        let named = PlanDrafter(outline: outline, options: DraftOptions(withNames: true)).draft(of: [analyzed])
        #expect(named.sources.contains { $0.speaker.contains("南野次郎") })
    }

    @Test("The page has its parts, escapes what would break a table, and is the same every time")
    func markdown() throws {
        let analyzed = meeting().analyzed
        var second = InventedMeeting(id: "m2", date: "2024-09-01")
        second.say(.member, "委員", "表の|列|を広げてください。")
        second.find(.request, "表の|列|を広げてください。")
        let drafter = PlanDrafter(outline: try inventedOutline())
        let page = drafter.draft(of: [analyzed, second.analyzed]).markdown
        #expect(page == drafter.draft(of: [second.analyzed, analyzed]).markdown)
        for part in ["# 第３次みどり町地域福祉活動計画（素案）", "## 作成の基とした会議", "令和6年6月5日", "## 未分類", "## 意見と対応一覧", "## 出典一覧", "会議録20行目"]
        {
            #expect(page.contains(part), "\(part)")
        }
        #expect(page.contains("表の\\|列\\|を広げます。"))
        for line in page.split(separator: "\n") where line.hasPrefix("| ") {
            #expect(line.hasSuffix(" |"))
        }
    }

    @Test("Nothing in, an honest page out")
    func empty() throws {
        let draft = PlanDrafter(outline: try inventedOutline()).draft(of: [])
        #expect(draft.markdown.contains("会議録がありません"))
        #expect(PlanDrafter().draft(of: []).sections.isEmpty)
    }

    @Test("The draft comes back from JSON")
    func json() throws {
        let draft = PlanDrafter(outline: try inventedOutline()).draft(of: [meeting().analyzed])
        #expect(try JSONDecoder().decode(PlanDraft.self, from: JSONEncoder().encode(draft)) == draft)
    }

    @Test("A quote that points back brings the sentence before along")
    func context() throws {
        var meeting = InventedMeeting()
        meeting.say(.member, "委員", "朝の体操に若い人が来ています。そのような場を増やしてください。")
        meeting.find(.request, "そのような場を増やしてください。")
        let draft = PlanDrafter(outline: try inventedOutline()).draft(of: [meeting.analyzed])
        #expect(draft.sources[0].context == "朝の体操に若い人が来ています。")
        #expect(draft.markdown.contains("（直前の発言：「朝の体操に若い人が来ています。」）"))
    }
}

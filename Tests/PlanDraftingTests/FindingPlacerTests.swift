import MinutesModel
import Testing

@testable import PlanDrafting

struct FindingPlacerTests {
    private func heading(_ placement: Placement?, _ outline: PlanOutline) -> String? {
        outline.entries.first { $0.item.id == placement?.item }?.item.heading
    }

    @Test(
        "References are followed down the tree",
        arguments: [
            ("基本目標２ 「支え合う町」より（１）出張相談の展開", "（１） 出張相談の展開"), ("基本目標２の（２）", "（２） 災害への備え"),
            ("重点的な取り組み （１）移動の支援", "（１） 移動の支援"),
            ("重点的な取組み（２）", "（２） 担い手を育てる"), ("基本目標１（１）②", "② 茶話会の立ち上げ"), ("基本目標１", "基本目標１ 顔の見える町"),
            ("（６）災害への備え", "（２） 災害への備え"),
            ("基本目標９ 「情報を届ける」", "（２） 情報を届ける"),
        ])
    func references(text: String, expected: String) throws {
        let outline = try inventedOutline()
        let index = OutlineIndex(outline)
        let hit = index.resolve(PlanReference.steps(in: text))
        #expect(hit.map { index.entries[$0.index].item.heading } == expected)
    }

    @Test("What could be several items is no answer", arguments: ["（１）", "第４次活動計画", "①", "基本目標７", ""])
    func ambiguous(text: String) throws {
        #expect(OutlineIndex(try inventedOutline()).resolve(PlanReference.steps(in: text)) == nil)
    }

    @Test("A remark stands under the item that its boundary names")
    func boundary() throws {
        let outline = try inventedOutline()
        var meeting = InventedMeeting()
        let boundary = meeting.boundary("基本目標２ 「支え合う町」より（１）出張相談の展開")
        meeting.say(.member, "委員", "毎週同じ場所で開くとよいと思います。", boundary: boundary)
        let id = meeting.find(.opinion, "毎週同じ場所で開くとよいと思います。")
        let placement = FindingPlacer(outline: outline).placements(in: meeting.analyzed)[id]
        #expect(heading(placement, outline) == "（１） 出張相談の展開")
        #expect(placement?.basis == .boundary)
        #expect(placement?.reason.contains("出張相談の展開") == true)
    }

    @Test("Under the named item the one goes further down whose words are said")
    func refined() throws {
        let outline = try inventedOutline()
        var meeting = InventedMeeting()
        let boundary = meeting.boundary("基本目標１ 「顔の見える町」より（１）あいさつから始める見守り")
        meeting.say(.member, "委員", "茶話会の立ち上げを手伝ってください。あいさつは続けてください。", boundary: boundary)
        let deeper = meeting.find(.request, "茶話会の立ち上げを手伝ってください。")
        let here = meeting.find(.request, "あいさつは続けてください。")
        let placements = FindingPlacer(outline: outline).placements(in: meeting.analyzed)
        #expect(heading(placements[deeper], outline) == "② 茶話会の立ち上げ")
        #expect(heading(placements[here], outline) == "（１） あいさつから始める見守り")
    }

    @Test("An item named in the sentence wins over the boundary; ② is looked for under it")
    func sentence() throws {
        let outline = try inventedOutline()
        var meeting = InventedMeeting()
        let boundary = meeting.boundary("基本目標１ 「顔の見える町」より（１）あいさつから始める見守り")
        meeting.say(.member, "委員", "重点的な取り組み（２）にも書いてください。②は続けてください。", boundary: boundary)
        let first = meeting.find(.request, "重点的な取り組み（２）にも書いてください。")
        let second = meeting.find(.request, "②は続けてください。")
        meeting.find(.planReference, "重点的な取り組み（２）")
        meeting.find(.planReference, "②")
        let placements = FindingPlacer(outline: outline).placements(in: meeting.analyzed)
        #expect(heading(placements[first], outline) == "（２） 担い手を育てる")
        #expect(placements[first]?.score == 1)
        #expect(heading(placements[second], outline) == "② 茶話会の立ち上げ")
    }

    @Test("The item field of a reference counts, not the sentence it is anchored to")
    func itemField() throws {
        let outline = try inventedOutline()
        var meeting = InventedMeeting()
        meeting.say(.member, "委員", "①のあとに基本目標２の話として災害への備えを強めてください。")
        let id = meeting.find(.request, "①のあとに基本目標２の話として災害への備えを強めてください。")
        meeting.find(.planReference, "基本目標２の話", ["item": "基本目標2（2）", "title": "災害への備え"])
        meeting.find(.planReference, "①のあとに基本目標２の話として", ["item": "①", "via": "boundary"])
        let placement = FindingPlacer(outline: outline).placements(in: meeting.analyzed)[id]
        #expect(heading(placement, outline) == "（２） 災害への備え")
        #expect(placement?.basis == .sentence)
    }

    @Test("Numbers of the current plan do not mislead when the title says otherwise")
    func otherNumbering() throws {
        let outline = try inventedOutline()
        var meeting = InventedMeeting()
        let boundary = meeting.boundary("基本目標１ 「昔の柱」より（２）災害への備え")
        meeting.say(.member, "委員", "備蓄を増やしてください。", boundary: boundary)
        let id = meeting.find(.request, "備蓄を増やしてください。")
        #expect(heading(FindingPlacer(outline: outline).placements(in: meeting.analyzed)[id], outline) == "（２） 災害への備え")
    }

    @Test("Without a name the topic decides, then the words; what fits nothing is 未分類, and all are kept")
    func weaker() throws {
        let outline = try inventedOutline()
        var meeting = InventedMeeting()
        meeting.say(.member, "委員", "回覧板だけでは若い世帯に届きません。")
        let byTopic = meeting.find(.issue, "回覧板だけでは若い世帯に届きません。")
        meeting.find(.topic, "回覧板", ["topic": "広報"])
        meeting.say(.member, "委員", "災害への備えは町内会ごとに違います。")
        let byWords = meeting.find(.issue, "災害への備えは町内会ごとに違います。")
        meeting.say(.member, "委員", "議事録は早めに送ってください。")
        let nowhere = meeting.find(.request, "議事録は早めに送ってください。")
        let placements = FindingPlacer(outline: outline).placements(in: meeting.analyzed)
        #expect(placements.count == 3)
        #expect(heading(placements[byTopic], outline) == "（２） 情報を届ける")
        #expect(placements[byTopic]?.basis == .topic)
        #expect(heading(placements[byWords], outline) == "（２） 災害への備え")
        #expect(placements[byWords]?.basis == .words)
        #expect(placements[nowhere]?.item == nil)
        #expect(placements[nowhere]?.reason.isEmpty == false)
    }

    @Test("The agenda item's own number is not that of a plan item")
    func agendaNumber() throws {
        let outline = try inventedOutline()
        var meeting = InventedMeeting()
        let agenda = meeting.agenda("（１）", "資料の確認")
        let named = meeting.agenda("（２）", "移動の支援")
        meeting.say(.member, "委員", "議事録は早めに送ってください。", agenda: agenda)
        let nowhere = meeting.find(.request, "議事録は早めに送ってください。")
        meeting.say(.member, "委員", "運転手を増やしてください。", agenda: named)
        let there = meeting.find(.request, "運転手を増やしてください。")
        let placements = FindingPlacer(outline: outline).placements(in: meeting.analyzed)
        #expect(placements[nowhere]?.item == nil)
        #expect(heading(placements[there], outline) == "（１） 移動の支援")
        #expect(placements[there]?.basis == .agenda)
    }

    @Test("Topics alone make an outline, the most frequent first")
    func byTopic() {
        var meeting = InventedMeeting()
        meeting.say(.member, "委員", "居場所の話。")
        meeting.find(.topic, "居場所", ["topic": "居場所づくり"])
        meeting.say(.member, "委員", "居場所と防災の話。")
        meeting.find(.topic, "居場所", ["topic": "居場所づくり"])
        meeting.find(.topic, "防災", ["topic": "防災"])
        #expect(PlanOutline.byTopic([meeting.analyzed]).items.map(\.title) == ["居場所づくり", "防災"])
    }
}

import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Speakers' labels")
struct SpeakerLabelTests {
    @Test(
        "role and name",
        arguments: [
            ("委員長", Role.chair, nil), ("企画財政委員長", .chair, nil), ("遠山部会長", .chair, "遠山"),
            ("副委員長（西野誠）", .viceChair, "西野誠"), ("会長職務代理者", .viceChair, nil), ("委員Ａ", .member, nil),
            ("委員11", .member, nil), ("Ａ委員", .member, nil), ("２２番（たちばな友子議員）", .member, "たちばな友子"),
            ("（いとうまさし議長）", .chair, "いとうまさし"), ("山根（賢）委員", .member, "山根（賢）"),
            ("事務局長", .secretariat, nil), ("地域支援課長", .secretariat, nil), ("関総務課長", .secretariat, "関"),
            ("市長（南　浩君）", .official, "南浩"), ("政府参考人（角田進君）", .official, "角田進"),
            ("ひと・くらし担当部長（森下健）", .official, nil), ("参考人（辻みどり君）", .expert, "辻みどり"), ("傍聴者", .audience, nil),
            ("委員・訪問支援", .member, nil), ("オブザーバー・消防署", .expert, nil), ("会長・副会長", .viceChair, nil),
            ("意見・質問", .other, nil), ("理事・秋吉", .member, "秋吉"),
        ] as [(String, Role, String?)])
    func reads(label: String, role: Role, name: String?) {
        let reading = SpeakerLabel.read(label)
        #expect(reading.role == role)
        #expect(reading.strength >= 2)
        if let name { #expect(reading.name == name) }
    }

    @Test(
        "headings, dates and sentences are no labels",
        arguments: [
            "議事日程", "参考人の出席要求に関する件", "午後１時開会", "令和６年５月17日", "会議録署名議員の指名", "予算について", "第１日", "それでは始めます。",
            "出席委員（13名）", "一般質問", "区長所信表明", "１", "12", "③", "ア", "Ⅱ", "三",
            "委員・議題", "質疑・応答",
        ])
    func refuses(text: String) {
        #expect(SpeakerLabel.read(text).strength == 0 || HeaderField.kind(of: text) != nil)
    }

    @Test("Numbered points in the brackets of the speakers begin no turn")
    func pointsInBrackets() {
        let text = """
            令和５年度第２回 霧ケ丘市公共交通会議 会議録
            日時 令和５年11月７日（火）午後２時から
            （会長）それでは始めます。事務局から説明をお願いします。
            （事務局）資料１をご覧ください。変更点は次の三点です。
            （１）路線の本数を見直しました。
            （２）停留所の名前を改めました。
            （３）運賃の表を新しくしました。
            （委員）運賃は上がるのですか。
            （事務局）据え置きます。
            （委員）わかりました。ありがとうございます。
            """
        let remarks = MinutesParser().parse(SourceText(text: text)).remarks
        #expect(remarks.map(\.label) == ["会長", "事務局", "委員", "事務局", "委員"])
        #expect(remarks[1].text.contains("停留所の名前を改めました"))
    }
}

import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Items called in few words, and by whom")
struct ChairCallWordsTests {
    /// The item of each remark, by its place in the list.
    private func places(_ list: String, _ turns: String) -> [Int?] {
        let meeting = MinutesParser().parse(
            SourceText(text: "令和６年度第２回みずほ市会議　議事録\n日時：令和６年８月22日（木）10時\n議題\n\(list)\n\n\(turns)\n"))
        return meeting.remarks.map { remark in meeting.agenda.firstIndex { $0.id == remark.agenda } }
    }

    @Test("最後に begins the last item in few words; said of another item or as a request it does not")
    func lastInFewWords() {
        let list = """
            　（１）市職員の育児休業の取得状況について
            　（２）第５次プランの策定スケジュールについて
            """
        func found(_ last: String) -> [Int?] {
            places(
                list,
                """
                会長：それでは、議題（１）、育児休業の取得状況に入ります。
                事務局：六割が取りました。
                会長：\(last)
                事務局：来年の三月です。
                """)
        }
        #expect(found("最後に、第５次プランの予定です。") == [0, 0, 1, 1])
        #expect(found("最後に、プランのことを一言お願いします。") == [0, 0, 0, 0])
        #expect(found("次は、第５次プランの予定です。") == [0, 0, 0, 0])
        #expect(found("最後に、休業の残りの資料です。") == [0, 0, 0, 0])
    }

    @Test("whoever is asked to lead the proceedings calls the items, whatever the post is; others do not")
    func askedToPreside() {
        func found(_ opening: String) -> [Int?] {
            places(
                """
                　（１）第４次みずほ市男女平等プランの進捗評価について
                　（２）市職員の育児休業の取得状況について
                　（３）市民意識調査の実施について
                """,
                """
                【参事官】　\(opening)
                【木下主査】　では、議題（１）、男女平等プランの進捗評価について御説明をお願いします。
                【みずほ機構（村井理事長）】　資料１をご覧ください。
                【木下主査】　続きまして（２）、育児休業の取得状況に関する事項です。
                【みずほ機構（村井理事長）】　六割が取りました。
                """)
        }
        #expect(found("議事の進行は、木下主査にお願いいたします。") == [nil, 0, 0, 1, 1])
        // Before anybody presides the staff may call.
        #expect(found("資料の説明は、木下主査にお願いいたします。") == [nil, 0, 0, 0, 0])
    }

    @Test("number and title of an item by themselves call it; a question or a figure about it does not")
    func numberAndTitle() {
        func found(_ call: String) -> [Int?] {
            places(
                "　１．男女平等プランの評価について\n　２．市民意識調査の実施について",
                """
                会長：それでは、議題の１、プランの評価に入ります。
                事務局：資料１をご覧ください。
                会長：再開いたします。\(call)
                事務局：二千人に送ります。
                """)
        }
        #expect(found("議題の２、市民意識調査の実施についてです。") == [0, 0, 1, 1])
        #expect(found("議題の２は、時間の都合で十分ほどです。") == [0, 0, 0, 0])
        #expect(found("先ほどの議題の２、市民意識調査の実施についてです。") == [0, 0, 0, 0])
    }
}

import MinutesModel
import Testing

@testable import MinutesAnalysis

/// What the host says in a short answer promises; the same words in an explanation tell how things are.
@Suite struct FollowUpReplyTests {
    @Test(
        arguments: [
            "案内板の文字を大きくします。", "設問に空欄を一つ加えます。", "学校ごとに試算いたします。", "指摘のあった頁は差し替えの版を付けます。",
            "配水池の点検の記録を、秋の報告に合わせて行います。", "利用者の声が反映される欄を加えます。",
        ])
    func promises(_ answer: String) throws {
        #expect(try kindsOfLast([(.member, "字が小さくて読めません。"), (.secretariat, answer)]) == [.commitment])
        #expect(
            try kindsOfLast([(.member, "字が小さくて読めません。"), (.chair, "事務局、いかがですか。"), (.official, answer)]) == [.commitment])
        // Not where nobody had asked, nor where the host explains.
        #expect(try kindsOfLast([(.chair, "では、事務局から説明をお願いします。"), (.secretariat, answer)]).isEmpty)
    }

    @Test(
        arguments: [
            "費用は一割を超えます。", "業者が看板を設置します。", "学齢期の子を対象とします。",
            "時間が掛かります。", "手続は県で行われます。", "貴重な御意見をお願いします。", "御指摘を重く受け止めます。",
        ])
    func facts(_ answer: String) throws {
        #expect(try kindsOfLast([(.member, "どうなっていますか。"), (.secretariat, answer)]).isEmpty)
    }
}

import MinutesModel
import Testing

@testable import MinutesAnalysis

/// Who takes something on, and who only tells how it is: neighbours of the same forms in other fields.
@Suite struct FollowUpWillTests {
    // MARK: - members

    @Test(
        arguments: [
            "英語の案内の下書きは私が作ります。", "わたしが責任を持って回します。", "田植えの前に組合で話し合います。", "役員会に諮ります。",
            "では、４月から参加します。", "必ず地区の農家に伝えます。", "会社に持ち帰って検討します。", "当日の受付は、うちのほうで担当します。",
        ])
    func membersTakeOn(_ text: String) throws {
        #expect(try kindsOfLast([(.member, text)]) == [.commitment])
    }

    @Test(
        arguments: [
            "私が始めたのは10年前です。", "うちの学校では毎月、保護者に手紙を配ります。", "国が基準を作ります。", "県は４月から調査を始めます。",
            "申込みがあれば、私が案内します。", "雨が続けば必ずあふれます。", "それは町内会が配ります。", "私が質問します。", "では、始めます。", "高齢の方に弁当を配ります。",
            "先生方が直します。", "私が議事を進めます。", "私が副会長に代わります。", "私が見てきた中では、農家の高齢化が一番の問題になります。", "私も不安を覚えます。", "私も行けます。",
            "班長は配り物を手伝います。",
        ])
    func membersTell(_ text: String) throws {
        #expect(try kindsOfLast([(.member, text)]).isEmpty)
        #expect(try kindsOfLast([(.chair, text)]).isEmpty)
    }

    /// A verb alone promises what was just asked for, and tells how it is where nothing was.
    @Test(arguments: [("作ります。", true), ("必ずお送りいたします。", true), ("来週、増やします。", true), ("増えます。", false), ("要ります。", false)])
    func verbAlone(_ answer: String, isPromise: Bool) throws {
        let asked = try kindsOfLast([(.member, "浄水場の見学の日を増やしてもらえませんか。"), (.official, answer)])
        #expect(asked == (isPromise ? [.commitment] : []))
        let byTheChair = try kindsOfLast([(.chair, "見学の案内を、月末までに全員へ送ってください。"), (.secretariat, answer)])
        #expect(byTheChair == (isPromise ? [.commitment] : []))
    }

    /// A chair, of a time to come; not of the course of the meetings.
    @Test(
        arguments: [
            ("答申の文は事務局と整えて、来週中に町長へお渡しします。", true), ("案は私と職務代理者で作ります。", false), ("次回も続けます。", false),
            ("来月の会議で審議の続きを行います。", false), ("冊子は月末までに皆さんに配ります。", true),
        ])
    func chairs(_ text: String, isPromise: Bool) throws {
        #expect(try kindsOfLast([(.chair, text)]) == (isPromise ? [.commitment] : []))
    }

    /// What others are to do for the host, and the host's own going.
    @Test(
        arguments: [
            ("図面は、車いすの方に見ていただきます。", true), ("来週、学校を見に行かせていただきます。", true), ("見本を配らせていただきます。", true),
            ("登録には毎年、届けを出していただきます。", false), ("体育館なら使えます。", false),
        ])
    func whatOthersAreAsked(_ answer: String, isPromise: Bool) throws {
        let found = try kindsOfLast([(.member, "車いすの人に段差のことを聞きましたか。"), (.official, answer)])
        #expect(found == (isPromise ? [.commitment] : []))
    }

    @Test func aMemberGivesWhatHeWasAskedFor() throws {
        #expect(try kindsOfLast([(.member, "医師会から見本を出していただけませんか。"), (.member, "見本を出します。")]) == [.commitment])
        #expect(try kindsOfLast([(.member, "医師会の見本はよくできています。"), (.member, "見本を出します。")]).isEmpty)
    }

    // MARK: - the host

    @Test(
        arguments: [
            ("検診車の台数を増やすことを考えております。", true), ("統合の時期は令和９年度をめどに検討しております。", true),
            ("国では給付の額を上げることを検討しております。", true), ("対応を検討しております。", false),
            ("毎年、来年度の予定を検討しております。", true), ("紙で出せない方のため、窓口で聞き取る方法も考えています。", true),
            ("回線を増やす費用は、来年度の予算に計上しております。", true), ("空き店舗を使えないかと考えております。", true),
            ("若い方が減っているのではないかと考えております。", false), ("周知が足りなかったと考えております。", false), ("利用者が増えることを予定しておりました。", false),
        ])
    func workUnderWay(_ answer: String, isPromise: Bool) throws {
        let isOthers = answer.hasPrefix("国では")
        let found = try kindsOfLast([(.member, "見通しはどうですか。"), (.official, answer)])
        #expect(found == (isPromise && !isOthers ? [.commitment] : []))
        // Told in an explanation, it is a report.
        #expect(try kindsOfLast([(.chair, "説明をお願いします。"), (.official, answer)]).isEmpty)
    }

    @Test(
        arguments: [
            ("来月、保護者に説明をさせてください。", true), ("打合せの場を設けさせてください。", true), ("持ち帰らせてください。", true),
            ("一つ質問させてください。", false), ("趣旨を確認させてください。", false), ("お考えを聞かせてください。", false), ("補足させてください。", false),
        ])
    func leaveToAct(_ answer: String, isPromise: Bool) throws {
        let found = try kindsOfLast([(.member, "地元への説明が足りません。"), (.official, answer)])
        #expect(found == (isPromise ? [.commitment] : []))
    }

    @Test(
        arguments: [
            ("次回は５月12日です。", Role.secretariat, "５月12日"), ("次回は５月12日（日）午後２時から、会場は公民館です。", .chair, "５月12日（日）午後２時から"),
            ("次回の審議会は６月の下旬、この会議室となります。", .official, "６月の下旬"),
        ])
    func theNextMeeting(_ text: String, _ role: Role, due: String) throws {
        let found = try FollowUpTests.findings(text, role)
        #expect(found.map(\.kind) == [.commitment])
        #expect(found.first?.fields["dueText"] == due)
    }

    @Test(arguments: ["次回は何日ですか。", "次回は議題が多くなります。", "次回は５月12日でよろしいですか。", "第２回は７月３日に開きました。"])
    func noDayOfTheNextMeeting(_ text: String) throws {
        #expect(try kindsOfLast([(.secretariat, text)]).isEmpty)
        #expect(try kindsOfLast([(.member, text)]).isEmpty)
    }

    @Test func whatIsReportedThenIsPromised() throws {
        #expect(try kindsOfLast([(.secretariat, "次回は５月12日です。農地の調査の結果を報告します。")]) == [.commitment, .commitment])
        #expect(try kindsOfLast([(.secretariat, "次回は５月12日です。以上で閉会いたします。")]) == [.commitment])
        #expect(try kindsOfLast([(.secretariat, "本日は二件です。農地の調査の結果を報告します。")]).isEmpty)
    }

    // MARK: - requests and decisions

    @Test(
        arguments: [
            "空いた教室を学童に回せないのか。", "下水道の使用料の減免はできませんか。", "休耕田の情報を載せることはできますか。", "地区ごとの表は出せますか。",
            "月に一度、農家と学校の打合せの場を持ちませんか。", "検診車を道の駅に置くのはどうでしょう。", "名前は「川の教室」ではどうでしょう。",
            "掲示の文は、必ず本人に確認してください。", "計画を作る前に、漁業者の声を聞いてほしい。", "浄水場の結果が出たところで、報告をしてください。",
            "堤防の草刈りは盆の前に終えてほしいとの要望がありました。", "給水車の止まる場所に旗を立て、地図を付けるといいと思います。",
            "浸水した高さを、電柱に書いたらよい。", "事務局で文を練り、次の会議に示すこと。", "言い間違えを記録に残さないよう、お願いします。",
            "図面を全員に配ることができますか。", "空いた校舎を使えないか。", "基準を手引に明記できないか。",
        ])
    func membersAsk(_ text: String) throws {
        #expect(try kindsOfLast([(.member, text)]) == [.request])
    }

    @Test(
        arguments: [
            "なぜ減免できないのか。", "税金で賄うというのはどうかと思います。", "予算の執行率はどうですか。", "私の話を聞いてください。",
            "今年度の執行額をお答えください。", "子どもが増えるといいと思います。", "天気が良いといいですね。", "申請すれば使うことができますか。", "質問の内容を確認してください。",
            "昨年、席を増やしてほしいとの要望がありました。", "資料の３ページを見てください。",
        ])
    func membersDoNotAsk(_ text: String) throws {
        #expect(try kindsOfLast([(.member, text)]).isEmpty)
    }

    @Test(
        arguments: [
            ("適当と認め、その旨答申いたします。", Role.chair), ("それでは、会場を体育館とし、日を土曜日とすることで進めます。", .chair),
            ("では、会長は島津委員に決定いたしました。", .secretariat), ("では、原案のとおり承認といたします。", .official),
            ("異議なしと認め、承認といたします。", .viceChair), ("区分の理由を示すこと、以上を部会の意見とします。", .chair),
        ])
    func decisions(_ text: String, role: Role) throws {
        #expect(try kindsOfLast([(role, text)]) == [.decision])
    }

    @Test(
        arguments: [
            ("質疑を一括して受けることで進めます。", Role.chair), ("御着席のまま、お入りいただいてください。", .chair), ("関係の委員の退席を求めます。", .chair),
            ("工事の業者は昨年決定いたしました。", .secretariat), ("県の補助が決定しました。", .official), ("ここからは会長にお任せします。", .secretariat),
            ("率直に話していただければと思います。", .chair), ("３か所、訂正をさせていただきます。", .official),
            ("使用料を改めたいというものです。", .official), ("本日は、その答えを皆様と探したいと思います。", .official),
        ])
    func courseOfTheMeeting(_ text: String, role: Role) throws {
        #expect(try kindsOfLast([(role, text)]).isEmpty)
    }
}

import MinutesModel
import Testing

@testable import PlanDrafting

struct PlanStyleTests {
    @Test(
        "Wishes and promises take the form of a plan",
        arguments: [
            ("出張相談の本格的な展開を検討してはどうかと思いました。", "出張相談の本格的な展開を検討します。"),
            ("ぜひ回覧板を続けてください。", "回覧板を続けます。"),
            ("また、見守りの輪を広げていきたいと考えています。", "見守りの輪を広げていきます。"),
            ("名簿を毎年見直していければと思います。", "名簿を毎年見直していきます。"),
            ("町内会と連携して訓練に取り組んでほしい。", "町内会と連携して訓練に取り組みます。"),
            ("相談の場を増やしてもらえるとありがたいです。", "相談の場を増やします。"),
            ("隣の地区の会合とつないでいただければと思いました。", "隣の地区の会合とつなぎます。"),
            ("若い世代に声を届けてほしいと思います。", "若い世代に声を届けます。"),
            ("送迎の担い手を募っていただきたいです。", "「送迎の担い手を募っていただきたいです。」"),
            ("来年度は講座を三回開催いたします。", "来年度は講座を三回開催します。"),
            ("議事の概要を後日お送りいたします。", "議事の概要を後日送ります。"),
            ("案を図にまとめて次回お示しします。", "案を図にまとめて次回示します。"),
            ("来年の集いで使えるよう進めてまいります。", "来年の集いで使えるよう進めていきます。"),
            ("波及調査につきましては、予算面の課題もあるため、今後も手法について研究してまいります。", "波及調査につきましては、予算面の課題もあるため、今後も手法について研究していきます。"),
            ("他市の例を研究してまいりたいと考えております。", "他市の例を研究していきます。"),
            ("調査を進めてまいります。", "調査を進めていきます。"),
            ("資料を配布させていただきます。", "資料を配布します。"),
            ("その時間を次の回に入れさせていただきます。", "「その時間を次の回に入れさせていただきます。」"),
            ("説明の時間を次の回に入れさせていただきます。", "説明の時間を次の回に入れます。"),
            ("意見交換を行わせていただきます。", "意見交換を行います。"),
            ("交通手段の見直しをお願いします。", "交通手段を見直しします。"),
            ("車いすの貸出しを周知するようお願いします。", "車いすの貸出しを周知します。"),
            ("空き家を使ってはいかがでしょうか。", "空き家を使います。"),
            ("駅前にも窓口を作ってはどうかと思います。", "駅前にも窓口を作ります。"),
            ("若い人の意見を聞いてほしいです。", "若い人の意見を聞きます。"),
            ("子どもの遊び場を守ってほしい。", "子どもの遊び場を守ります。"),
            ("災害時の連絡網をつくってください。", "災害時の連絡網をつくります。"),
            ("この計画で目標を示したいと思います。", "この計画で目標を示します。"),
            ("サロンの情報を一覧にできればと考えています。", "「サロンの情報を一覧にできればと考えています。」"),
            ("畑の会の情報を共有できればと考えています。", "畑の会の情報を共有します。"),
            ("移動販売の場所を増やしていくことができればと考えています。", "移動販売の場所を増やしていきます。"),
        ])
    func actions(said: String, written: String) {
        #expect(PlanStyle.wording(of: said, kind: .request, role: .member).text.isEmpty == false)
        #expect(PlanStyle.wording(of: said, kind: .commitment, role: .secretariat).text == written)
    }

    @Test(
        "What ought to be is stated",
        arguments: [
            ("顔の見える関係が大事だと思います。", "顔の見える関係が大事です。"),
            ("効果を測ることも必要だと感じました。", "効果を測ることも必要です。"),
            ("名簿の扱いを決める必要があると思います。", "名簿の扱いを決める必要があります。"),
            ("担い手の確保が課題だと思います。", "担い手の確保が課題です。"),
            ("開催場所を固定するのも大切な視点だと思います。", "開催場所を固定するのも大切な視点です。"),
            ("もっと早く知らせるべきだと思います。", "もっと早く知らせる必要があります。"),
            ("市と町で協議すべきと考えています。", "市と町で協議する必要があります。"),
            ("日曜にも開いていると良いと思います。", "日曜にも開いていることが望まれます。"),
            ("記録を残した方が良いと思います。", "記録を残すことが望まれます。"),
            ("窓口がたくさんあった方がよいと思います。", "窓口がたくさんあることが望まれます。"),
            ("行事の日をそろえなければならないと思います。", "行事の日をそろえなければならないとの意見がありました。"),
            ("輪を広げていかなければならないと思います。", "輪を広げていく必要があります。"),
            ("看板を掲げると来づらい人もいると感じています。", "看板を掲げると来づらい人もいるとの意見がありました。"),
            ("出会いの場が足りないのではないかと思います。", "出会いの場が足りないのではないかとの意見がありました。"),
        ])
    func statements(said: String, written: String) {
        #expect(PlanStyle.wording(of: said, kind: .opinion, role: .member).text == written)
    }

    @Test(
        "What a rule could turn around stays a quote",
        arguments: [
            "回数は減らさないでほしいと思います。", "これ以上増やしてほしくないです。", "もう少し若い人を入れるべきではないと思います。", "会場はどこですか。",
            "なぜ学校でできないのでしょうか。", "駅から遠いという意見もありました。", "担い手が足りないと聞いています。", "市に続けていただければと思います。",
            "無理に福祉と結びつける必要はないと思います。", "そのような団体を市でつないでもらえたらと思います。", "私も一度参加したいと思います。",
            "行政にも参加していただいて、場所をつくってあげたいと思っています。",
        ])
    func quotations(said: String) {
        for kind in [FindingKind.request, .opinion, .planInput] {
            let wording = PlanStyle.wording(of: said, kind: kind, role: .member)
            #expect(wording.form == .quotation, "\(kind.rawValue): \(wording.text)")
            #expect(wording.text == "「\(said)」")
        }
    }

    @Test("行って may be いって or おこなって: no future form is made of it")
    func undecidedVerb() {
        let said = "定期的に行ってほしいと思います。"
        #expect(PlanStyle.wording(of: said, kind: .request, role: .member).form == .quotation)
        #expect(PlanStyle.wording(of: said, kind: .opinion, role: .member).form == .report)
    }

    @Test("Of a long sentence the clause that wants something stays, if it can stand alone")
    func mainClause() {
        let long = "借りられる場所が少ないことや、貸す側の負担が重いことなど、いろいろな事情がそれぞれの地区にあると思いますので、まずは空いている集会所の一覧を作ってはどうかと思いました。"
        #expect(PlanStyle.wording(of: long, kind: .planInput, role: .chair).text == "まずは空いている集会所の一覧を作ります。")
    }

    @Test(
        "A view keeps its doubt: 〜ではないか is not turned around",
        arguments: [
            ("今は知り合いをつくる時期ではないかと思います。", "今は知り合いをつくる時期ではないかとの意見がありました。"),
            ("一番大切なのは顔を合わせることではないでしょうか。", "一番大切なのは顔を合わせることではないかとの意見がありました。"),
            ("隣の町に声をかけてもよいかと思いました。", "隣の町に声をかけてもよいとの意見がありました。"),
            ("先ほど委員が仰ったように、名簿の扱いが課題です。", "名簿の扱いが課題です。"),
            ("駐車場の案内も必要がありますね。", "駐車場の案内も必要があります。"),
            ("隣の市とも連携していけると良いと思います。", "隣の市とも連携していくことが望まれます。"),
        ])
    func doubts(said: String, written: String) {
        #expect(PlanStyle.wording(of: said, kind: .opinion, role: .member).text == written)
    }

    @Test(
        "Words of humility become neutral ones",
        arguments: [
            ("ご協力いただいた店の一覧", "協力してもらった店の一覧"), ("気づきを聞かせていただき、", "気づきを聞かせてもらい、"), ("説明させていただく場", "説明する場"),
            ("場所を貸してくださる方", "場所を貸してくれる方"), ("ご意見をいただきたい", "意見をいただきたい"),
        ])
    func humility(said: String, neutral: String) { #expect(Humility.removed(from: said) == neutral) }

    @Test(
        "意見の要旨 keeps the wish in the speaker's words",
        arguments: [
            ("また、今後も話し合いを続けてほしいと思いました。", "今後も話し合いを続けてほしい。"), ("名簿の扱いが大事だと思います。", "名簿の扱いが大事だ。"),
            ("会場はどこですか？", "会場はどこですか？"), ("連携をとっていただければと思いました。", "連携をとっていただければと思いました。"),
            ("まず一つ。次に二つ。", "まず一つ。次に二つ。"),
        ])
    func gist(said: String, short: String) { #expect(PlanStyle.gist(of: said) == short) }

    @Test("A quote stays as it was said, to the last word")
    func verbatim() {
        let said = "聞かれましたが返答が難しいんですよね。"
        #expect(PlanStyle.wording(of: said, kind: .issue, role: .member).text == "「\(said)」")
    }
}

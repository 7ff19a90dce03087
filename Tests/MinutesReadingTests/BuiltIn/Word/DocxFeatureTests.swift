import MinutesModel
import Testing

@testable import MinutesReading

/// Documents that python-docx and LibreOffice made, with everything that stands in Word documents.
@Suite struct DocxFeatureTests {
    @Test func whatPythonDocxWrote() throws {
        let parsed = try ReaderRegistry.builtIn.read(DocxFixture.file("features-python-docx.docx"))
        let lines = parsed.value.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(
            lines == [
                "１　開会",
                "２　議題",
                "（１）　報告事項",
                "①　北部",
                "②　南部",
                "（２）　協議事項",
                "①　日程",
                "ア　場所",
                "（イ）　駐車場",
                "３　閉会",
                "第一　総則",
                "1－1　目的",
                "甲　甲の項",
                "第二　細則",
                "2－1　委任",
                "I ローマ",
                "ｱ)　半角",
                "ｲ　いろは",
                "●　黒丸",
                "５　五から",
                "６　六",
                "議題１　様式の番号",
                "議題２　二つ目",
                "番号のない段落",
                "○会長　本日は移した先です。",
                "前の段落と一つになった。",
                "見える文字取消し",
                "風待市",
                "A-BC\tD",
                "E✓■",
                "令和７年１月３頁",
                "枠の前後",
                "枠の一行目",
                "枠の二行目",
                "入力欄の文字",
                "札の中",
                "会長\t一段落目。",
                "\t二段落目。",
                "委員（北部）\tはい。",
                "（２）協議事項",
                "会長\t中00\t中01",
                "\t中10\t中11",
                "おわり",
                "",
            ])
        #expect(
            parsed.diagnostics.map(\.code) == [
                "docx.tracked-changes", "docx.header-footer", "docx.text-box", "docx.hidden", "docx.placeholder",
            ])
        #expect(parsed.diagnostics[0].message.contains("挿入2か所、削除3か所"))
        #expect(parsed.diagnostics[1].message.contains("「風待市見守り協議会　会議録（案）」"))
    }

    @Test func whatLibreOfficeWrote() throws {
        let parsed = try ReaderRegistry.builtIn.read(DocxFixture.file("features-libreoffice.docx"))
        let lines = parsed.value.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(
            lines == [
                "令和６年度第２回風待市見守り協議会会議録",
                "1開会",
                "2議題",
                "（1）見守り活動の報告",
                "①北部地区",
                "②南部地区",
                "（2）次年度の計画",
                "①日程",
                "3閉会",
                "第一報告",
                "ア配食",
                "ｲ回数",
                "ﾛ費用",
                "イ訪問",
                "第二協議",
                "3.三から始まる番号",
                "3.1枝番",
                "●黒丸の項目",
                "○会長　本日は風待の皆さん（注1）と話します。",
                "〔注1：市民を含む。〕",
                "○委員\t一行目。",
                "二行目は資料のとおり。",
                "○事務局　枠の前。",
                "枠の中の文字",
                "\u{0C}○会長　二頁目です。（文末注1）",
                "〔文末注1：文末の注。〕",
                "会長\t表の一段落目。",
                "\t表の二段落目。",
                "事務局\t答えます。",
                "会長\t終わります。",
                "以上",
                "",
            ])
        #expect(
            parsed.diagnostics.map(\.code) == [
                "docx.tracked-changes", "docx.header-footer", "docx.text-box", "docx.footnotes", "docx.hidden",
            ])
    }
}

import Foundation
import Testing

/// Searching with the built program: what a secretary types, and what comes back.
@Suite struct SearchCommandTests {
    private let folder: Program.Folder

    init() throws {
        folder = try Program.Folder()
        let minutes = """
            令和５年度第１回さくら町地域福祉推進委員会 会議要録
            日時　令和５年６月10日（土）午後２時
            １ 居場所づくりについて
            ○委員長　居場所づくりの取組について、ご意見をお願いします。
            ○山田委員　社会福祉協議会の居場所は、担い手が足りないと感じます。どのように考えていますか。
            ○事務局　社協としては、次回までに担い手の人数を調べて報告します。
            ２ 防災について
            ○委員　避難所の打ち合わせを地域でもお願いします。
            """
        let later = """
            令和６年度第１回さくら町地域福祉推進委員会 会議要録
            日時　令和６年６月８日（土）午後２時
            １ 広報について
            ○委員長　広報紙の取り組みについて、ご意見をお願いします。
            ○委員　広報紙に居場所の一覧を載せてはどうでしょうか。
            """
        _ = try folder.write("1.txt", minutes)
        _ = try folder.write("2.txt", later)
        let imported = try Program.run(["import", "1.txt", "2.txt"], in: folder.url)
        #expect(imported.code == 0, "\(imported.errors)")
    }

    private func run(_ words: String...) throws -> Program.Result { try Program.run(words, in: folder.url) }

    private func json(_ result: Program.Result) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    }

    @Test func aBadQueryShowsItsPlace() throws {
        let wrong = try run("search", "居場所 \"担い手")
        #expect(wrong.code == 2 && wrong.output.isEmpty)
        #expect(wrong.errors.contains("    居場所 \"担い手\n           ^"), "\(wrong.errors)")
        let english = try run("search", "--lang", "en", "(居場所")
        #expect(english.errors.hasPrefix("Character 1 of the query: this ( is not closed"), "\(english.errors)")
        #expect(try run("search", "居場所", "--page", "2", "--offset", "3").code == 2)
        #expect(try run("search", "居場所", "--fields", "本文").code == 2)
        // Words to leave out need no quotation marks of the shell.
        #expect(try json(run("search", "居場所", "-一覧", "-n", "50", "--format", "json"))["total"] as? Int == 2)
        let long = try run("search", String(repeating: "あ", count: 20_000))
        #expect(long.code == 2 && long.errors.contains("長すぎます"))
    }

    @Test func spellingsSynonymsAndExact() throws {
        #expect(try json(run("search", "取り組み", "--format", "json"))["total"] as? Int == 2)
        #expect(try json(run("search", "取り組み", "--exact", "--format", "json"))["total"] as? Int == 1)
        #expect(try run("search", "打合せ").output.contains("【打ち合わせ】"))
        let table = try folder.write("同義語.csv", "グループ,語,展開,分類\n1,社協,,組織\n1,社会福祉協議会,,組織\n")
        #expect(try run("synonyms", "list").output.contains("登録されていません"))
        #expect(try run("synonyms", "import", table).code == 0)
        let found = try run("search", "社協")
        #expect(found.output.contains("「社会福祉協議会」は「社協」の同義語"), "\(found.output)")
        #expect(found.output.contains("同義語 社会福祉協議会（1）も探しました"))
        #expect(try json(run("search", "社協", "--exact", "--format", "json"))["total"] as? Int == 1)
        #expect(try run("synonyms", "list", "社協").output.contains("社協、社会福祉協議会"))
        let bad = try folder.write("bad.csv", "グループ,語,展開\n1,社協,7\n")
        let refused = try run("synonyms", "import", bad)
        #expect(refused.code == 1 && refused.errors.contains("2行目3列目"), "\(refused.errors)")
        // What was there is there still, and comes out as it went in.
        let exported = try run("synonyms", "export")
        #expect(exported.output.contains("1,社会福祉協議会,0,組織"), "\(exported.output)")
        // A file that somebody damaged is told, and does not stop an exact search.
        try Data("グループ,語\n,社協\n".utf8).write(to: folder.url.appendingPathComponent("kaigiroku/synonyms.csv"))
        let damaged = try run("search", "社協")
        #expect(damaged.code == 1 && damaged.errors.contains("synonyms.csv"), "\(damaged.errors)")
        #expect(try run("search", "社協", "--exact").code == 0)
        let verified = try run("verify")
        #expect((verified.output + verified.errors).contains("同義語のファイル"))
    }

    @Test func scopesGroupsFacetsAndPages() throws {
        #expect(try json(run("search", "社会福祉協議会 調べて", "--format", "json"))["total"] as? Int == 0)
        let none = try run("search", "社会福祉協議会 調べて")
        #expect(none.output.contains("--scope exchange"), "\(none.output)")
        let exchange = try json(run("search", "範囲:会議 社会福祉協議会 調べて", "--format", "json"))
        #expect(exchange["total"] as? Int == 2)
        let grouped = try run("search", "居場所", "--group", "meeting", "--facets")
        #expect(grouped.output.contains("（2組）") && grouped.output.contains("年度：令和6年度 1　令和5年度 2"), "\(grouped.output)")
        let page = try run("search", "居場所", "-n", "2")
        #expect(page.output.contains("続きは --page 2"), "\(page.output)")
        let second = try json(run("search", "居場所", "-n", "2", "--page", "2", "--format", "json"))
        #expect((second["hits"] as? [Any])?.count == 1)
        let csv = try run("search", "居場所", "--group", "topic", "--format", "csv")
        #expect(csv.output.hasPrefix("\u{FEFF}話題の組,組の件数,開催日"), "\(csv.output.prefix(60))")
        let markdown = try run("search", "居場所", "--group", "meeting", "--format", "markdown")
        #expect(markdown.output.contains("## 2023-06-10"), "\(markdown.output)")
        let field = try json(run("search", "防災", "--fields", "agenda", "--format", "json"))
        #expect(field["total"] as? Int == 1)
        let near = try run("search", "居場初")
        #expect(near.output.contains("「居場初」に近い語：居場所（3件）"), "\(near.output)")
    }

    @Test func savedSearchesSurvive() throws {
        #expect(try run("search", "居場所 役割:委員", "--from", "2024-04", "--save", "委員の居場所").code == 0)
        let saved = try json(run("search", "--saved", "委員の居場所", "--format", "json"))
        #expect(saved["total"] as? Int == 1)
        #expect(try run("search", "--list-saved").output.contains("居場所 役割:委員"))
        _ = try run("rebuild")
        #expect(try run("search", "--saved", "委員の居場所").output.contains("1件見つかりました"))
        #expect(try run("search", "(", "--save", "悪い式").code == 2)
        #expect(try run("search", "居場所", "--saved", "委員の居場所").code == 2)
        let unknown = try run("search", "--saved", "ない名前")
        #expect(unknown.code == 1 && unknown.errors.contains("あるのは 委員の居場所 です"), "\(unknown.errors)")
        #expect(try run("search", "--forget-saved", "委員の居場所").code == 0)
        #expect(try run("search", "--list-saved").output.contains("保存した検索はありません"))
        try Data("{".utf8).write(to: folder.url.appendingPathComponent("kaigiroku/searches.json"))
        #expect(try run("search", "--list-saved").errors.contains("searches.json"))
    }

    @Test func similarSaysWhy() throws {
        let found = try json(run("search", "一覧を載せ", "--format", "json"))
        let remark = try #require((found["hits"] as? [[String: Any]])?.first?["remark"] as? String)
        let similar = try run("similar", remark)
        #expect(
            similar.code == 0 && similar.output.contains("共通する語：") && similar.output.contains("広報紙"),
            "\(similar.output)")
        let object = try json(run("similar", remark, "--format", "json"))
        let remarks = try #require(object["remarks"] as? [[String: Any]])
        #expect(!remarks.isEmpty)
        #expect(remarks.allSatisfy { ($0["hit"] as? [String: Any])?["remark"] as? String != remark })
        let unknown = try run("similar", "rxxxxxxxxxxxx")
        #expect(unknown.code == 1 && !unknown.errors.isEmpty)
        #expect(try run("similar").code == 2)
    }

    @Test func topicsTogetherAndInTime() throws {
        let trend = try run("topics", "--trend")
        #expect(trend.output.contains("新しい") && trend.output.contains("広報"), "\(trend.output)")
        let pairs = try run("topics", "--cooccurring", "--topic", "居場所", "--format", "csv")
        #expect(pairs.output.hasPrefix("\u{FEFF}話題,一緒に出る話題,発言"), "\(pairs.output)")
        let table = try run("topics", "--by", "year", "--format", "markdown")
        #expect(table.output.hasPrefix("| 話題 | 発言 | 会議 | 最近 | 令和5年度 | 令和6年度 |"), "\(table.output)")
        #expect(try run("topics", "--trend", "--meeting", "どこにもない").errors.contains("年度"))
        #expect(try run("topics", "--trend", "--cooccurring").code == 2)
    }
}

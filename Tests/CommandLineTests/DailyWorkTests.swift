import Foundation
import Testing

/// A secretary's days with the built program: import, look, search, tick off, correct, draft.
@Suite struct DailyWorkTests {
    private static let first = Program.samples.appendingPathComponent("0001-mizuhokawa-r6-1/会議要録.txt")

    private func json(_ result: Program.Result) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        return try #require(object as? [String: Any])
    }

    @Test func theDemoShowsTheWholeWay() throws {
        let folder = try Program.Folder()
        let result = try Program.run(
            ["demo", "--archive", folder.path("見本/保管庫"), "--samples", Program.samples.path], in: folder.url)
        #expect(result.code == 0, "\(result.errors)")
        for part in ["【1】会議録 9件", "■ 約束", "■ 宿題", "「居場所」を探す", "回答", "#### 主な取組み", "対応一覧.csv"] {
            #expect(result.output.contains(part), "\(part)")
        }
        for file in ["保管庫/archive.json", "対応一覧.csv", "対応一覧.md", "素案.md"] {
            #expect(FileManager.default.fileExists(atPath: folder.path("見本/" + file)), "\(file)")
        }
        let verified = try Program.run(["verify", "--archive", folder.path("見本/保管庫")])
        #expect(verified.code == 0, "\(verified.errors)")
    }

    @Test func parseGivesTheSchema() throws {
        let result = try Program.run(["parse", Self.first.path, "--format", "json"])
        let record = try json(result)
        #expect(record["schema"] as? Int == 1)
        let meeting = try #require(record["meeting"] as? [String: Any])
        #expect(meeting["date"] as? String == "2024-07-18")
        #expect(meeting["observers"] as? Int == 2)
        let remarks = try #require(record["remarks"] as? [[String: Any]])
        #expect(remarks.count == 72)
        let text = try Array(Data(contentsOf: Self.first))
        for remark in remarks {
            let span = try #require(remark["span"] as? [String: Any])
            let start = try #require(span["start"] as? Int)
            #expect(Array(text[start..<start + 3]) == Array("○".utf8), "a remark begins at its mark")
        }
        let findings = try #require(record["findings"] as? [[String: Any]])
        #expect(Set(findings.compactMap { $0["kind"] as? String }).isSuperset(of: ["commitment", "topic", "answer"]))
    }

    @Test func importingAgainChangesNothing() throws {
        let folder = try Program.Folder()
        let once = try Program.run(["import", Self.first.path], in: folder.url)
        #expect(once.code == 0 && once.output.contains("新規 1"), "\(once.output)\(once.errors)")
        let catalog = folder.path("kaigiroku/records/catalog")
        let before = try Data(contentsOf: URL(fileURLWithPath: catalog))
        let twice = try Program.run(["import", Self.first.path], in: folder.url)
        #expect(twice.output.contains("変更なし 1"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: catalog)) == before)
    }

    @Test func aDecisionSurvivesACorrectedFile() throws {
        let folder = try Program.Folder()
        let text = try String(contentsOf: Self.first, encoding: .utf8)
        let file = try folder.write("原稿/会議要録.txt", text)
        _ = try Program.run(["import", file], in: folder.url)
        let actions = try json(Program.run(["actions", "--kind", "約束", "--format", "json"], in: folder.url))
        let items = try #require(actions["items"] as? [[String: Any]])
        let item = try #require(items.first { $0["due"] != nil })
        let id = try #require(item["id"] as? String)
        let set = try Program.run(
            ["actions", "set", String(id.prefix(10)), "--status", "done", "--owner", "総務係", "--note", "11月に報告"],
            in: folder.url)
        #expect(set.code == 0 && set.output.contains("完了"), "\(set.output)\(set.errors)")

        // A correction elsewhere: another turn in front, so that every position moves.
        let corrected = text.replacingOccurrences(
            of: "１ 開会 \n", with: "１ 開会 \n\n○事務局 はじめに、本日の資料の差替えについてご案内します。 \n")
        #expect(corrected != text)
        _ = try folder.write("原稿/会議要録.txt", corrected)
        let again = try Program.run(["import", folder.path("原稿")], in: folder.url)
        #expect(again.output.contains("新しい版 1"), "\(again.output)\(again.errors)")
        _ = try Program.run(["rebuild"], in: folder.url)
        let after = try json(Program.run(["actions", "--status", "done", "--format", "json"], in: folder.url))
        let kept = try #require((after["items"] as? [[String: Any]])?.first)
        #expect(kept["id"] as? String == id)
        #expect(kept["owner"] as? String == "総務係")
        #expect(kept["note"] as? String == "11月に報告")
        let list = try json(Program.run(["list", "--format", "json"], in: folder.url))
        let meetings = try #require(list["meetings"] as? [[String: Any]])
        #expect(meetings.count == 1 && meetings[0]["versions"] as? Int == 2)
        #expect(try Program.run(["verify"], in: folder.url).code == 0)
    }

    @Test func theListIsGoneThroughByAPerson() throws {
        let folder = try Program.Folder()
        _ = try Program.run(["import", Self.first.path], in: folder.url)
        let items = try #require(
            try json(Program.run(["actions", "--pending", "--format", "json"], in: folder.url))["items"]
                as? [[String: Any]])
        let ids = items.compactMap { $0["id"] as? String }
        func run(_ words: String...) throws -> Program.Result { try Program.run(["actions"] + words, in: folder.url) }
        #expect(try run("accept", ids[0], ids[1], "--by", "係長").output.hasPrefix("2件を確認済みにしました。"))
        let rejected = try run("reject", ids[2], "--note", "進行上の発言")
        #expect(rejected.code == 0 && rejected.output.contains("除外　") && rejected.output.contains("メモ：進行上の発言"))
        let merged = try run("merge", ids[3], ids[4], "--summary", "一つにまとめた要旨")
        #expect(merged.output.contains("一つにまとめた要旨") && merged.output.contains("＋ "), "\(merged.errors)")
        #expect(try run("split", ids[5], "--part", "前半", "--part", "後半").output.contains("2件に分けました。"))
        let remark = try #require(items[6]["remark"] as? String)
        let quote = try #require(items[6]["quote"] as? String)
        let added = try run("add", remark, "--quote", String(quote.prefix(8)), "--kind", "決定", "--by", "主任")
        #expect(added.code == 0 && added.output.contains("手で追加"), "\(added.errors)")
        #expect(try run("set", ids[7], "--owner", "総務係", "--kind", "宿題").output.contains("担当：総務係"))
        #expect(try run("reassign", "総務係", "庶務係").output.contains("担当：庶務係"))
        let pending = try run("--pending")
        #expect(pending.output.contains("計 \(ids.count - 7)件"), "\(pending.output.suffix(80))")
        let list = try run("--by", "owner")
        #expect(list.output.contains("■ 庶務係（1）") && list.output.contains("ほかに除外した 1件"))
        #expect(try run("--rejected").output.contains("計 1件"))
        let explained = try run("--explain", ids[0])
        for part in ["■ 手がかり", "辞書の例：", "■ 確からしさ", "■ 判断の記録", "係長　確認済みにした", "会議要録.txt"] {
            #expect(explained.output.contains(part), "\(part) in \(explained.output)\(explained.errors)")
        }
        #expect(try run("reset", ids[2], ids[4], ids[5]).output.contains("3件の判断を取り消しました。"))
        #expect(try run("--rejected").output.contains("該当する項目はありません。"))
        #expect(try run("--progress", "--format", "csv").output.contains("最終報告日,最終報告,次の対応"))
        for wrong in [["bogus"], ["accept"], ["merge", ids[0]], ["accept", ids[0], "--part", "x"], ["--by", "係長"]] {
            let result = try Program.run(["actions"] + wrong, in: folder.url)
            #expect(result.code == 2 && !result.errors.isEmpty, "\(wrong)")
        }
        let unknown = try run("add", remark, "--quote", "そこにない言葉", "--kind", "要望")
        #expect(unknown.code == 1 && unknown.errors.contains("という言葉はありません"))
        #expect(try Program.run(["verify"], in: folder.url).code == 0)
    }

    @Test func anEditedRemarkIsToldAndItsOldIDsStillLead() throws {
        let folder = try Program.Folder()
        let text = try String(contentsOf: Self.first, encoding: .utf8)
        _ = try Program.run(["import", folder.write("原稿/会議要録.txt", text)], in: folder.url)
        let actions = try json(Program.run(["actions", "--kind", "約束", "--format", "json"], in: folder.url))
        let items = try #require(actions["items"] as? [[String: Any]])
        let item = try #require(items.first { ($0["quote"] as? String)?.contains("８月下旬までに") == true })
        let id = try #require(item["id"] as? String)
        let remark = try #require(item["remark"] as? String)
        _ = try Program.run(["actions", "set", id, "--status", "done"], in: folder.url)

        let corrected = try folder.write("原稿/会議要録.txt", text.replacingOccurrences(of: "８月下旬までに", with: "９月中旬までに"))
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.path("kaigiroku/records/catalog")))
        let dry = try Program.run(["import", corrected, "--dry-run"], in: folder.url)
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("kaigiroku/records/catalog"))) == before)
        let done = try Program.run(["import", corrected], in: folder.url)
        for result in [dry, done] {
            #expect(result.errors.contains("確認した項目について（1件") && result.errors.contains("[reviews.corrected]"))
            for part in ["新しい版 1", "変わらず 71、修正 1", "８月下旬までに委員", "９月中旬までに委員", remark] {
                #expect(result.output.contains(part), "\(part) in \(result.output)\(result.errors)")
            }
        }
        let shown = try Program.run(["show", remark], in: folder.url)
        #expect(shown.code == 0 && shown.output.contains("９月中旬までに") && shown.errors.contains(remark))
        let set = try Program.run(["actions", "set", id, "--note", "日付の訂正を確認"], in: folder.url)
        #expect(set.code == 0 && set.output.contains("９月中旬まで") && set.output.contains("完了"), "\(set.errors)")
        let after = try json(Program.run(["actions", "--status", "done", "--format", "json"], in: folder.url))
        let kept = try #require((after["items"] as? [[String: Any]])?.first)
        #expect(kept["formerIds"] as? [String] == [id])
        #expect(kept["note"] as? String == "日付の訂正を確認")
        #expect(try Program.run(["verify"], in: folder.url).code == 0)
    }

    @Test func aCorrectedDateIsSaidAndTakesThePlaceOfTheOldMeeting() throws {
        let folder = try Program.Folder()
        let text = try String(contentsOf: Self.first, encoding: .utf8)
        _ = try Program.run(["import", folder.write("会議要録.txt", text)], in: folder.url)
        let corrected = text.replacingOccurrences(of: "７月 18 日", with: "７月 19 日")
        #expect(corrected != text)
        let file = try folder.write("会議要録.txt", corrected)
        let dry = try Program.run(["import", file, "--dry-run"], in: folder.url)
        #expect(dry.errors.contains("import.same-remarks") && dry.errors.contains("--replaces"), "\(dry.errors)")
        let list = try json(Program.run(["list", "--format", "json"], in: folder.url))
        let old = try #require((list["meetings"] as? [[String: Any]])?.first?["id"] as? String)
        let done = try Program.run(["import", file, "--replaces", old], in: folder.url)
        #expect(done.code == 0 && done.output.contains("新しい版 1"), "\(done.output)\(done.errors)")
        let now = try json(Program.run(["list", "--format", "json"], in: folder.url))
        let meetings = try #require(now["meetings"] as? [[String: Any]])
        #expect(meetings.count == 1 && meetings[0]["date"] as? String == "2024-07-19")
        #expect(try Program.run(["show", old], in: folder.url).code == 0)
        #expect(try Program.run(["verify"], in: folder.url).code == 0)
        #expect(try Program.run(["import", file, file, "--replaces", "m"], in: folder.url).code == 1)
    }

    @Test func checkTellsByLineAndSetsTheExitCode() throws {
        let folder = try Program.Folder()
        let sound = try folder.write(
            "会議要録.txt",
            """
            みどり町地域福祉推進委員会 会議要録
            日時 令和６年６月５日
            出席委員 山田太郎

            ○委員長　ただいまから会議を始めます。
            ○委員　隣の森田さんの電話は042-999-0123です。
            ○委員長　山田さんはいかがですか。
            ○委員　特にありません。
            ○委員長　以上で終わります。

            """)
        let notes = try Program.run(["check", sound], in: folder.url)
        #expect(notes.code == 0, "\(notes.output)\(notes.errors)")
        #expect(notes.output.contains("6行目: 参考 [publication.phone] 「042-999-0123」"), "\(notes.output)")
        #expect(notes.output.contains("[publication.name] 「森田さん」") && !notes.output.contains("「山田さん」"))
        let english = try Program.run(["check", sound, "--lang", "en"], in: folder.url)
        #expect(english.output.contains("line 6: note [publication.phone]"))

        let bad = try folder.write("一覧.txt", "品名　数量\n鉛筆　三本\n")
        let both = try json(Program.run(["check", sound, bad, "--format", "json"], in: folder.url))
        let files = try #require(both["files"] as? [[String: Any]])
        #expect(files.count == 2)
        let codes = (files[1]["diagnostics"] as? [[String: Any]])?.compactMap { $0["code"] as? String }
        #expect(codes?.contains("turn.none") == true)
        #expect(try Program.run(["check", bad], in: folder.url).code == 1)
        let empty = try Program.run(["check", folder.write("空.txt", "")], in: folder.url)
        #expect(empty.code == 1 && empty.output.contains("誤り [reading.refused]"), "\(empty.output)")
        #expect(try Program.run(["check"], in: folder.url).code == 2)
    }

    @Test func searchAnswersInJSON() throws {
        let folder = try Program.Folder()
        _ = try Program.run(["import", Program.samples.path], in: folder.url)
        let found = try json(Program.run(["search", "居場所", "--role", "事務局", "--format", "json"], in: folder.url))
        let hits = try #require(found["hits"] as? [[String: Any]])
        #expect(found["total"] as? Int == hits.count && !hits.isEmpty)
        #expect(hits.allSatisfy { $0["role"] as? String == "secretariat" })
        #expect(hits.allSatisfy { ($0["snippet"] as? String)?.contains("居場所") == true })
        let none = try Program.run(["search", "存在しない言葉"], in: folder.url)
        #expect(none.code == 0 && none.output.contains("「存在しない言葉」を含む発言はありません。"))
        let wrong = try Program.run(["search", "(居場所"], in: folder.url)
        #expect(wrong.code == 1 || wrong.code == 2)
        #expect(!wrong.errors.isEmpty)
    }

    @Test func topicsDraftExportAndPluginsWork() throws {
        let folder = try Program.Folder()
        _ = try Program.run(["import", Program.samples.path], in: folder.url)
        let topics = try Program.run(["topics", "--by", "year"], in: folder.url)
        #expect(topics.output.contains("令和6年度") && topics.output.contains("居場所づくり"))
        let outline = Program.samples.appendingPathComponent("plan-outline.md").path
        let draft = try Program.run(["draft", "--outline", outline, "-o", "素案.md"], in: folder.url)
        #expect(draft.code == 0, "\(draft.errors)")
        let markdown = try String(contentsOfFile: folder.path("素案.md"), encoding: .utf8)
        #expect(markdown.contains("## 意見と対応一覧") && markdown.contains("## 出典一覧"))
        #expect(try Program.run(["draft", "--check"], in: folder.url).code == 0)
        let csv = try Program.run(["actions", "--format", "csv"], in: folder.url)
        #expect(Array(csv.output.utf8.prefix(3)) == [0xef, 0xbb, 0xbf])
        let exported = try Program.run(["export", "remarks-csv", "--output-dir", "出力"], in: folder.url)
        #expect(exported.code == 0, "\(exported.errors)")
        #expect(try !FileManager.default.contentsOfDirectory(atPath: folder.path("出力")).isEmpty)
        let plugins = try Program.run(["plugins"])
        for id in ["follow-ups", "topics", "questions-and-answers", "plan-references", "figures", "plain-text"] {
            #expect(plugins.output.contains(id))
        }
        #expect(try Program.run(["plugins", "show", "follow-ups"]).output.contains("↓"))
    }

    @Test func evaluationFindsTheMinutesOfAGoldTable() throws {
        let gold = Program.samples.appendingPathComponent("gold/mizuhokawa-r6-1.tsv").path
        let result = try Program.run(["evaluate", gold, "--minutes", Self.first.path])
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("適合率"))
    }
}

import Foundation
import Testing

@testable import PlanDrafting

struct PlanOutlineTests {
    static let markdown = """
        # 第３次みどり町地域福祉活動計画

        ## 基本目標１ 「顔の見える町」
        ### （１） あいさつから始める
        キーワード：見守り、サロン
        - ① 声かけ運動
        - ② サロンの立ち上げ
        ### （２） 情報を届ける

        ## 重点的な取り組み
        ### （１） 移動の支援
        """

    static func tree(_ outline: PlanOutline) -> [String] {
        outline.entries.map {
            String(repeating: "  ", count: $0.depth) + "\($0.item.level.rawValue)|\($0.item.number)|\($0.item.title)"
        }
    }

    @Test("Markdown headings and lists make the tree")
    func markdownTree() throws {
        let parsed = try PlanOutlineParser.parse(Self.markdown)
        #expect(parsed.value.title == "第３次みどり町地域福祉活動計画")
        #expect(parsed.diagnostics.isEmpty)
        #expect(
            Self.tree(parsed.value) == [
                "goal|基本目標１|顔の見える町", "  measure|（１）|あいさつから始める", "    initiative|①|声かけ運動",
                "    initiative|②|サロンの立ち上げ", "  measure|（２）|情報を届ける", "priority||重点的な取り組み", "  priority|（１）|移動の支援",
            ])
        #expect(parsed.value.entries[1].item.keywords == ["見守り", "サロン"])
    }

    @Test("Plain text takes its depth from the numbers, or from the indent")
    func plainTree() throws {
        let text = """
            みどり町の計画
            基本理念　ともに生きる
            基本目標Ⅰ：つながる
              （１）居場所
                ① 茶話会
                  畑の会
            基本目標２ ささえる
            （１）相談
            重点的な取り組み（１）担い手
            """
        let parsed = try PlanOutlineParser.parse(text)
        #expect(parsed.diagnostics.isEmpty)
        #expect(
            Self.tree(parsed.value) == [
                "philosophy|基本理念|ともに生きる", "  goal|基本目標Ⅰ|つながる", "    measure|（１）|居場所", "      initiative|①|茶話会",
                "        item||畑の会", "  goal|基本目標２|ささえる", "    measure|（１）|相談", "  priority|重点的な取り組み（１）|担い手",
            ])
    }

    @Test("What stands before the first item is a preface, not a warning")
    func preface() throws {
        let parsed = try PlanOutlineParser.parse("# 計画\n計画期間：令和８年度～\n## 目標１ 場\n題のない行\n")
        #expect(parsed.diagnostics.map(\.code) == ["outline.preface", "outline.not-understood"])
        #expect(parsed.diagnostics.map(\.severity) == [.note, .warning])
    }

    @Test("Lines that are no items are reported with their number")
    func reportsOtherLines() throws {
        let parsed = try PlanOutlineParser.parse("# 計画\n## 目標１ つながる\nここは前文です。\n【現状と課題】\n- 人が減っている\n## 目標２ 支える\n")
        #expect(parsed.value.entries.count == 2)
        #expect(parsed.diagnostics.map(\.line) == [3, 4, 5])
        #expect(parsed.diagnostics.allSatisfy { $0.message.contains("行目") })
    }

    @Test(
        "Printed as Markdown and read again it is the same tree",
        arguments: [PlanOutlineTests.markdown, PlanOutlineTests.deep])
    func roundTrip(text: String) throws {
        let outline = try PlanOutlineParser.parse(text).value
        let again = try PlanOutlineParser.parse(outline.markdown)
        #expect(again.value == outline)
        #expect(again.diagnostics.isEmpty)
    }

    static let deep = """
        # 深い計画
        ## 第１章 総論
        ### 第１節 方針
        #### 基本施策１ つなぐ
        ##### 施策１ 出会う
        ###### １ 場
        - （１） 家
          - ① 庭
        """

    @Test("JSON comes back as it went; ids and levels may be left out")
    func json() throws {
        let outline = try PlanOutlineParser.parse(Self.markdown).value
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(outline)
        #expect(try PlanOutlineParser.parse(String(decoding: data, as: UTF8.self)).value == outline)
        let short = try PlanOutlineParser.parse(
            #"{"items": [{"number": "基本目標１", "title": "つながる", "children": [{"title": "場"}]}]}"#)
        #expect(Self.tree(short.value) == ["goal|基本目標１|つながる", "  item||場"])
        #expect(short.value.entries.allSatisfy { $0.item.id.hasPrefix("p") })
    }

    @Test("Ids do not move when another item is put in before")
    func stableIDs() throws {
        let one = try PlanOutlineParser.parse("# 計画\n## １ 場\n### 市\n").value
        let two = try PlanOutlineParser.parse("# 計画\n## ０ 初め\n## １ 場\n### 市\n### 市\n").value
        #expect(two.entries.map(\.item.id).contains(one.entries[1].item.id))
        #expect(Set(two.entries.map(\.item.id)).count == 4)
    }

    @Test(
        "What holds no item is an error that says what to do",
        arguments: ["", "\n\n", "{\"items\": 3}", "{", "前文だけです。\n"])
    func errors(text: String) {
        let error = #expect(throws: PlanOutlineError.self) { try PlanOutlineParser.parse(text) }
        #expect(error?.description.isEmpty == false)
    }

    @Test("Hostile nesting and digits stay bounded")
    func hostile() throws {
        let list = (0..<3000).map { String(repeating: " ", count: $0) + "- 項目\($0)" }.joined(separator: "\n")
        let deep = try PlanOutlineParser.parse(list).value
        #expect(deep.entries.count == 3000)
        #expect(deep.entries.allSatisfy { $0.depth < 25 })
        _ = try PlanOutlineParser.parse("基本目標１ つながる\n" + String(repeating: "（", count: 100_000))
        _ = try PlanOutlineParser.parse("基本目標" + String(repeating: "９", count: 100_000) + "\n- 場")
    }
}

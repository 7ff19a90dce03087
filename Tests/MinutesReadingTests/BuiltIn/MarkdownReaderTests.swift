import MinutesModel
import Testing

@testable import MinutesReading

@Suite struct MarkdownReaderTests {
    @Test(arguments: [
        ("## 議題 ##", "議題"), ("#委員の発言", "#委員の発言"), ("* **TODO**: 会場を押さえる(雨森", "* TODO: 会場を押さえる(雨森"),
        ("**委員長**：開会します。", "委員長：開会します。"),
        ("- [議事録](https://example.jp/a(1))を参照", "- 議事録を参照"), ("参考 <https://example.jp/>", "参考 https://example.jp/"),
        ("一<br>二", "一二"),
        ("> 引用した発言", "引用した発言"), ("５**３", "５**３"), ("2 * 3 * 4", "2 * 3 * 4"), ("**閉じない", "**閉じない"),
        ("`設定`を変える", "設定を変える"),
        ("1\\. 開会 \\*印", "1. 開会 *印"), ("![図](a.png)と<参考>", "図と<参考>"), ("| 発言者 | **発言** |", "| 発言者 | 発言 |"),
        ("[注]（略）", "[注]（略）"),
        ("snake__case__name", "snake__case__name"), ("~~取り消し~~", "~~取り消し~~"),
    ])
    func marksAreTakenOff(line: String, expected: String) { #expect(MarkdownText.text(of: line) == expected) }

    @Test func linesKeepTheirNumbers() {
        let source = "# 題\r\n\r\n```\n**そのまま**\n```\n> 一\n\n二  \n"
        #expect(MarkdownText.text(of: source) == "題\r\n\r\n\n**そのまま**\n\n一\n\n二  \n")
    }

    @Test func onlyMarkdownIsTaken() throws {
        let bytes = Array("**太字**".utf8)
        #expect(try ReaderRegistry.builtIn.read(SourceBytes(name: "a.md", bytes: bytes)).value.text == "太字")
        #expect(try ReaderRegistry.builtIn.read(SourceBytes(name: "a.txt", bytes: bytes)).value.text == "**太字**")
    }

    @Test(arguments: ["[", "![", "**", "**a", "<", "<http://", "> ", "#", "\\", "`", "[a](", "\r", "~~~\n"])
    func hostileLinesEnd(piece: String) {
        let time = ContinuousClock().measure { _ = MarkdownText.text(of: String(repeating: piece, count: 20_000)) }
        #expect(time < .seconds(20), "\(piece) takes \(time)")
    }
}

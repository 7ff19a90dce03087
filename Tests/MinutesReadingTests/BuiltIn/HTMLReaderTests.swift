import Foundation
import MinutesModel
import Testing

@testable import MinutesReading

@Suite struct HTMLReaderTests {
    private func text(_ html: String, name: String = "会議録.html") throws -> String {
        try HTMLReader().read(SourceBytes(name: name, bytes: Array(html.utf8))).value.text
    }

    private static let menu =
        "<div class='m'><ul>" + (1...12).map { "<li><a href='/\($0)'>くらしの案内\($0)</a></li>" }.joined() + "</ul></div>"
    private static let turns = [
        "○委員長　ただいまから第１回の委員会を開会します。", "○委員　資料の２ページの数字は、前年度と比べてどうですか。", "○事務局　前年度より12件増えています。", "○委員長　ほかにご質問はありませんか。",
    ]
    private static let foot = "<div><p>お問い合わせ　総務課</p><p>Copyright (C) Kitsunegawa</p><a href='#'>ページの先頭へ</a></div>"

    // MARK: Text as a browser shows it

    @Test(arguments: [
        ("<p>一行目。\n  二行目</p>", "一行目。二行目\n"), ("<p>A  B\n C</p>", "A B C\n"), ("一<br>二<br><br>三", "一\n二\n\n三\n"),
        ("<p>&#9675;&#x59D4;員&nbsp;&amp;&lt;&hellip;&copy 2024</p>", "○委員 &<…© 2024\n"),
        ("<p>&unknown; &; 100&yen;</p>", "&unknown; &; 100¥\n"),
        ("<ruby>担<rp>（</rp><rt>にな</rt><rp>）</rp></ruby>い手", "担い手\n"), ("<ruby>居場所<rt>いばしょ<rt>x</ruby>づくり", "居場所づくり\n"),
        ("<pre>　一\n\n  二\n</pre>", "　一\n\n  二\n"), ("a<!-- <p>捨てる</p> -->b<![CDATA[<c>]]>", "ab<c>\n"),
        ("<style>p{}</style><script>if(a<b){document.write('<p>捨てる</p>')}</script>本文", "本文\n"),
        ("<ul><li>一つ目<li>二つ目</ul>", "・一つ目\n・二つ目\n"), ("<ol><li>一つ目<li>（２）二つ目</ol>", "1. 一つ目\n（２）二つ目\n"),
        ("<dl><dt>委員長<dd>開会します。<dt>委員<dd>はい。</dl>", "委員長\n開会します。\n委員\nはい。\n"), ("<p>１<３ かつ ５>２", "１<３ かつ ５>２\n"),
        ("<p>委員<b>長</b>が<i>閉</i>会", "委員長が閉会\n"), ("<p>山<img src=a.gif alt='﨑'>さん<img src=b.gif alt='写真の説明'>", "山﨑さん\n"),
        ("<p>一</p><p>&nbsp;</p><p>二</p>", "一\n\n二\n"),
    ])
    func textIsWhatABrowserShows(html: String, expected: String) throws {
        #expect(try text("<!DOCTYPE html><html><body>" + html) == expected)
    }

    @Test func rowsBecomeLinesWithTabs() throws {
        let html = """
            <table><tr><th>日時<td>令和６年５月９日（木）<tr><th>出席委員<td>雨森委員<br>鵜飼委員</tr>
            <tr><td>会長<br>副会長</td><td>雨森 東<br>鵜飼 南</td></tr><tr><td>&nbsp;</td><td></td></tr></table>
            """
        let found = try text("<html>" + html)
        #expect(found == "日時\t令和６年５月９日（木）\n出席委員\t雨森委員\n\t鵜飼委員\n会長\t雨森 東\n副会長\t鵜飼 南\n")
    }

    @Test func aTableThatPlacesThePageIsNoTable() throws {
        let html =
            "<table><tr><td>\(Self.menu)</td><td><table><tr><td>" + Self.turns.joined(separator: "<br>")
            + "</td></tr></table></td></tr></table>"
        #expect(try text("<html><body>" + html) == Self.turns.joined(separator: "\n") + "\n")
    }

    // MARK: Only the minutes

    /// The same minutes on pages of many makes.
    @Test(arguments: [
        "<body>\(menu)<div id=a><div id=b>TURNS</div></div>\(foot)",
        "<body><form action=x>\(menu)<div>TURNS</div><select><option>年度<option>会議</select></form>\(foot)",
        "<body><header><a href='/'>市の名前</a></header><nav>会議を選ぶ。</nav><main>TURNS</main><footer>市役所の所在地です。</footer>",
        "<body><table width='100%'><tr><td>\(menu)<td>TURNS</table>",
        "<body><a href='p'>前へ</a> | <a href='n'>次へ</a><hr>TURNS<hr><a href='p'>前へ</a> | <a href='n'>次へ</a>",
        "<frameset><noframes></noframes></frameset><body>TURNS",
    ])
    func onlyTheMinutesAreKept(page: String) throws {
        for (open, close) in [
            ("<p>", "</p>"), ("", "<br>\n"), ("<div class=v><span>", "</span></div>"), ("<li>", "</li>"),
        ] {
            let turns = Self.turns.map { open + $0 + close }.joined()
            let html = "<html><head><title>検索</title></head>" + page.replacingOccurrences(of: "TURNS", with: turns)
            #expect(try text(html) == Self.turns.joined(separator: "\n") + "\n", "\(open) in \(page)")
        }
    }

    @Test func speakersListsAndHitAnchorsAreLeftOut() throws {
        let list = "<ul>" + Self.turns.map { "<li><a href='#1'>\($0.prefix(4))</a></li>" }.joined() + "</ul>"
        let turns = Self.turns.map { turn in
            "<p><a name='h1'></a>" + turn.replacingOccurrences(of: "委員", with: "<span class='hit'>委員</span>")
                + "<a href='#h2'>▼</a></p>"
        }
        let html = "<html><body><div>\(list)</div><div>" + turns.joined(separator: "\n") + "</div>\(Self.foot)"
        #expect(try text(html) == Self.turns.joined(separator: "\n") + "\n")
    }

    @Test func theHeadBesideTheTurnsStays() throws {
        let html =
            "<html><body>\(Self.menu)<h1>第１回 福祉委員会 会議録</h1><table><tr><td>日時<td>令和６年５月９日</table><p>文字の大きさ</p><div>"
            + Self.turns.map { "<p>\($0)</p>" }.joined() + "</div>\(Self.foot)"
        #expect(
            try text(html) == "第１回 福祉委員会 会議録\n日時\t令和６年５月９日\n" + Self.turns.joined(separator: "\n") + "\n")
    }

    @Test func aSpeakerThatIsALinkStays() throws {
        let html =
            "<html><body>" + Self.turns.map { "<p><a href='#x'>\($0.prefix(4))</a>\($0.dropFirst(4))</p>" }.joined()
        #expect(try text(html) == Self.turns.joined(separator: "\n") + "\n")
    }

    @Test func theTitleOfThePageNamesTheMeetingWhereNothingElseDoes() throws {
        let html = "<html><head><title>令和６年第２回定例会（第３日）｜狐川市</title></head><body>○議長　着席願います。<br>○議員　はい。"
        #expect(try text(html).hasPrefix("令和６年第２回定例会（第３日）\n○議長"))
    }

    @Test func framesAndEmptyPagesAreRefusedWithAdvice() throws {
        let frames = #expect(throws: ReadingError.self) {
            try text("<html><frameset cols='20,80'><frame src='list.html'><frame src='text.html'></frameset></html>")
        }
        #expect(frames?.description.contains("text.html") == true)
        let script = #expect(throws: ReadingError.self) {
            try text("<html><body><div id=app></div><script src=a.js></script>")
        }
        #expect(script?.description.contains("読み込まれる") == true)
    }

    // MARK: Encodings

    @Test(
        arguments: [
            ("Shift_JIS", [0x87, 0x40, 0x8D, 0x82, 0xFB, 0xFC]), ("x-sjis", [0x87, 0x40, 0x8D, 0x82, 0xFB, 0xFC]),
            ("EUC-JP", [0xAD, 0xA1, 0xB9, 0xE2]), ("ISO-2022-JP", [0x1B, 0x24, 0x42, 0x39, 0x62, 0x1B, 0x28, 0x42]),
        ] as [(String, [UInt8])])
    func theDeclaredEncodingIsUsed(name: String, bytes: [UInt8]) throws {
        for meta in ["<meta charset=\(name)>", "<META http-equiv='Content-Type' content='text/html; charset=\(name)'>"]
        {
            let source = SourceBytes(name: "a.htm", bytes: Array("<html><head>\(meta)</head><body><p>".utf8) + bytes)
            #expect(try HTMLReader().read(source).value.text.contains("高"), "\(name)")
        }
    }

    @Test func aWrongDeclarationIsToldByTheBytes() throws {
        let html = Array("<meta charset=Shift_JIS><p>居場所づくりについて。</p>".utf8)
        let read = try HTMLReader().read(SourceBytes(name: "a.html", bytes: html))
        #expect(read.value.text == "居場所づくりについて。\n")
        #expect(read.diagnostics.map(\.code) == ["html.wrong-charset"])
    }

    // MARK: Hostile pages

    struct Hostile: CustomTestStringConvertible, Sendable {
        var head = ""
        var piece: String
        var testDescription: String { head + piece }
        func bytes(_ times: Int) -> [UInt8] {
            Array(("<html><body>○委員　はい。" + head + String(repeating: piece, count: times)).utf8)
        }
    }

    @Test(arguments: [
        Hostile(piece: "<"), Hostile(piece: "<div>"), Hostile(piece: "<!--"), Hostile(piece: "<a href='"),
        Hostile(piece: "</p>"),
        Hostile(head: "<p><table>", piece: "<span></p>"), Hostile(piece: "<table><tr><td>"), Hostile(piece: "&"),
        Hostile(piece: "&#x110000;"),
        Hostile(piece: "<script>"), Hostile(piece: "<select><option>"), Hostile(piece: "<ul><li>"),
        Hostile(piece: "<![CDATA["),
        Hostile(piece: "</x"), Hostile(piece: "<br>"), Hostile(piece: "<ruby><rt>"), Hostile(piece: "<pre>\n"),
        Hostile(piece: "<p>&nbsp;"),
        Hostile(head: "<title", piece: " a=\""), Hostile(piece: "<div hidden>。"), Hostile(piece: "<a href=x>○"),
    ])
    func hostilePagesEnd(_ hostile: Hostile) throws {
        let clock = ContinuousClock()
        let time = clock.measure {
            _ = try? HTMLReader().read(SourceBytes(name: "a.html", bytes: hostile.bytes(60_000)))
        }
        #expect(time < .seconds(20), "\(hostile.testDescription) takes \(time)")
    }

    @Test func anyPrefixOfAPageIsRead() throws {
        let page = Array(
            ("<html><head><title>会議録</title></head><body>\(Self.menu)<table><tr><td>"
                + Self.turns.joined(separator: "<br>") + "</td></tr></table>\(Self.foot)</body></html>").utf8)
        for length in 1..<page.count {
            _ = try? HTMLReader().read(SourceBytes(name: "a.html", bytes: Array(page.prefix(length))))
        }
        let whole = try HTMLReader().read(SourceBytes(name: "a.html", bytes: page)).value.text
        #expect(whole.hasSuffix(Self.turns.joined(separator: "\n") + "\n"))
    }

    @Test func pagesAreToldByWhatTheyHold() {
        func takes(_ name: String, _ text: String) -> Bool {
            HTMLReader().canRead(SourceBytes(name: name, bytes: Array(text.utf8)))
        }
        #expect(takes("保存.txt", "<!DOCTYPE html>\n<html>"))
        #expect(takes("a", "\u{FEFF}<?xml version='1.0'?><!-- x --><HTML>"))
        #expect(takes("See.exe", "<TABLE><TR><TD>"))
        #expect(!takes("a.txt", "<p> は段落です。"))
        #expect(!takes("a.txt", "○委員長　<html> の話です。"))
        #expect(!takes("a.txt", "<参考>"))
    }
}

import Foundation
import MinutesKit

/// The documents a fuzz run begins with: generated minutes, layouts in miniature, files named on the command line, each
/// of the texts in every encoding.
struct FuzzSeeds {
    let documents: [(name: String, bytes: [UInt8])]

    /// - Throws: `FileProblem` when the input cannot be read.
    init(input: String?, seed: UInt64) throws {
        var found: [(name: String, bytes: [UInt8])] = []
        var generator = CorpusGenerator(seed: seed)
        generator.turns = 12
        let texts = (0..<4).map(generator.document) + Self.layouts
        for (number, text) in texts.enumerated() {
            found.append(("\(number).txt", Array(text.utf8)))
            found.append(("\(number)-bom.txt", [0xEF, 0xBB, 0xBF] + Array(text.utf8)))
            for (encoding, name) in Self.encodings {
                guard let data = text.data(using: encoding, allowLossyConversion: true) else { continue }
                found.append(("\(number)-\(name).txt", [UInt8](data)))
            }
        }
        found.append((Self.wordName, FuzzWord.seed.packed))
        for (name, text) in Self.markup { found.append((name, Array(text.utf8))) }
        if let input {
            for document in try DocumentFolder.documents(at: [input]) {
                let source = try SourceFile.read(document.url)
                found.append((source.name, Array(source.bytes.prefix(128 << 10))))
            }
        }
        documents = found
    }

    static let wordName = "会議録.docx"

    private static let encodings: [(String.Encoding, String)] = [
        (.shiftJIS, "sjis"), (.japaneseEUC, "euc"), (.iso2022JP, "jis"), (.utf16LittleEndian, "utf16le"),
        (.utf16BigEndian, "utf16be"), (.utf16, "utf16"),
    ]

    /// Turn conventions one after the other.
    private static let layouts = [
        "若葉町議会会議録\n令和６年９月３日（火）\n出席議員\n　１番　花岡一郎　　２番　月島二郎\n○議事日程\n　日程第１　一般質問\n○花岡一郎議長　　開会します。（拍手）\n○月島二郎議員　　橋の件です。\n"
            + "○花岡一郎議長　　ほかにありませんか。\n〔「なし」と呼ぶ者あり〕\n○月島二郎議員　　ありません。\n○花岡一郎議長　　散会します。\n",
        "会議録\n日　時：令和５年２月21日　午後６時半\n委員長：始めます。\n委員Ａ：賛成です。\n事務局：次回までに用意します。\n委員長：終わります。\n",
        "議事要旨\n【委員】\n公園の遊具を直してください。\n【事務局】\n確認して後日回答します。\n【委員】\nお願いします。\n",
        "（１）計画について\n（委員長）\n　意見をお願いします。\n（委員）\n　担い手が足りません。\n（事務局）\n　令和７年度に検討します。\n説明（略）。（基本目標１ 見守り）\n",
        "Ｑ　費用はいくらですか。\nＡ　約12億円です（前年比－3.5％）。\n→　次年度予算に計上します。\nＱ　いつからですか。\nＡ　４月上旬です。\n",
        "委員長\t開会します。\n委員\t資料３－２について、電話 042-999-0123 の森田さんから聞きました。\n委員長\t閉会します。\n",
        "　公園を増やしてほしい。（委員）\n　検討します。（事務局）\n　よろしくお願いします。（委員）\n",
    ]

    private static let markup: [(String, String)] = [
        (
            "会議録.html",
            "<html><head><meta charset=\"utf-8\"><title>会議録</title></head><body><table><tr><td>○委員長</td><td>始めます。<br>次に&#12288;進みます。</td></tr>"
                + "<tr><td>○委員</td><td>質問&amp;意見です。</td></tr></table><!-- 以上 --><script>var a='<b>';</script></body></html>"
        ),
        (
            "会議録.xml",
            "<?xml version=\"1.0\"?><data><numberOfRecords>1</numberOfRecords><records><record><recordData><meetingRecord><nameOfMeeting>予算委員会</nameOfMeeting>"
                + "<date>2024-02-21</date><speechRecord><speechID>1</speechID><speaker>花岡一郎</speaker><speech>○花岡委員長　開会します。</speech></speechRecord>"
                + "</meetingRecord></recordData></record></records></data>"
        ),
        (
            "会議録.json",
            "{\"numberOfRecords\":1,\"meetingRecord\":[{\"nameOfMeeting\":\"予算委員会\",\"date\":\"2024-02-21\",\"speechRecord\":[{\"speechID\":\"1\",\"speaker\":\"花岡一郎\",\"speech\":\"○花岡委員長　開会します。\"}]}]}"
        ),
        (
            "会議録.md",
            "# 第２回定例会\n\n- 日時: 2024-02-21\n\n## 議題\n\n1. 会計 (花岡)\n    - **TODO**: 月島が調べる\n\n| 発言者 | 発言 |\n|---|---|\n| 委員 | はい |\n"
        ),
    ]
}

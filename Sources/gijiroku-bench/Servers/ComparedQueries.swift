import Foundation
import MinutesKit

/// What two backends are asked.
enum ComparedQueries {
    /// Queries of a file, one a line: `terms`, all of which must occur; as they are written.
    static func read(_ path: String) throws -> [SearchRequest] {
        struct Line: Decodable { var terms: [String] }
        return try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A).map {
            let terms = try JSONDecoder().decode(Line.self, from: Data($0)).terms
            return SearchRequest(terms.map { "\"\($0)\"" }.joined(separator: " "))
        }
    }

    /// About a hundred of every kind the language has, with words of the generated minutes and pieces of their text.
    static func made(for corpus: ComparedCorpus) -> [SearchRequest] {
        var random = SeededRandom(seed: 7)
        let words = CorpusVocabulary.subjects + CorpusVocabulary.things
        func word() -> String { random.pick(words) }
        var queries = [
            "居場所づくり", "相談", "の", "ー", "。", "第", "3", "居場", "ございました", "令和", "100%", "月面基地", "ｺｰﾃﾞｨﾈｰﾀｰ", "取り組み", "取組",
            "\"また来たい\"", "'", "\"it's\"", "\\", "_", "%", "--", "/*", "\"; DROP TABLE x\"", "?", "a\\'b", "\"「\"", "",
            "ここ",
            "介護*", "者*", "\"地区では\"*", "カフェ*", "の*", "支援*",
            "居場所づくり NEAR/30 参加", "課題 NEAR/5 伝える", "介護* NEAR/40 支援*", "\"「\" NEAR/2 \"」\"", "の NEAR/0 問題", "以前 NEAR 今",
            "居場所づくり NEAR/20 担い手 NEAR/20 参加", "の NEAR/3 を NEAR/40 に", "こと NEAR/60 参加 NEAR/5 方 NEAR/30 声",
            "ここ NEAR/20 参加 NEAR/20 声",
            "役割:事務局", "役割:委員 -役割:委員長", "発言者:霧島", "発言者:部会長", "話題:居場所", "会議:定例会", "会議:推進委員会 担い手",
            "日付:令和5年度", "日付:2021..2022-06", "日付:..2020-12-31", "年度:令和4", "種別:要望", "種別:約束 役割:事務局", "議題:一般質問", "回答:あり",
            "回答:なし 種別:要望", "議題:\"日程 第１\"", "発言者:\"'\"", "会議:\\", "話題:x'y", "種別:なにか",
        ]
        for _ in 0..<8 {
            queries.append("\(word()) \(word())")
            queries.append("\(word()) OR \(word())")
            queries.append("\(word()) -\(word())")
            queries.append("(\(word()) OR \(word())) 役割:事務局")
            queries.append("\(word()) -(\(word()) OR 役割:委員)")
            queries.append("\"\(piece(of: corpus, &random))\"")
        }
        var requests = queries.map { SearchRequest($0) }
        for scope in SearchScope.allCases where scope != .remark {
            for query in ["担い手 見守り活動", "居場所づくり -予算", "役割:事務局 相談 課題", "支援* NEAR/50 参加", "予算 -役割:委員"] {
                requests.append(SearchRequest(query, scope: scope))
            }
        }
        for sort in SearchSort.allCases { requests.append(SearchRequest("支援 地域", sort: sort, limit: 50)) }
        requests.append(SearchRequest("参加", limit: 30, offset: 25))
        requests.append(SearchRequest("参加", limit: 5, offset: 1_000_000))
        requests.append(SearchRequest("取組", isExact: true))
        var recent = SearchRequest("見守り活動 参加")
        recent.prefersRecent = true
        requests.append(recent)
        for query in ["見守り活動 参加", "役割:事務局", "月面基地", "話題:居場所 支援"] {
            var request = SearchRequest(query, limit: 7)
            request.wantsFacets = true
            requests.append(request)
            for grouping in SearchGrouping.allCases {
                var request = SearchRequest(query, limit: 6, offset: 1)
                request.grouping = grouping
                requests.append(request)
            }
        }
        return requests
    }

    /// Eight characters out of the middle of a remark.
    private static func piece(of corpus: ComparedCorpus, _ random: inout SeededRandom) -> String {
        let meeting = corpus.meetings[random.below(corpus.meetings.count)]
        guard !meeting.remarks.isEmpty else { return "。" }
        let text = meeting.remarks[random.below(meeting.remarks.count)].text.filter { !"\"“”＂".contains($0) }
        let start = text.index(
            text.startIndex, offsetBy: random.below(max(1, text.count - 8)), limitedBy: text.endIndex)
        return String(text[(start ?? text.startIndex)...].prefix(8))
    }
}

import Foundation
import Testing

@testable import MinutesKit

/// Topics of a small archive over three fiscal years.
@Suite struct TopicTrendsTests {
    private final class Folder {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("gijiroku-topics-\(UUID().uuidString)")
        deinit { try? FileManager.default.removeItem(at: url) }
    }

    private let folder = Folder()
    private let secretariat: Secretariat

    init() throws {
        secretariat = try Secretariat.create(at: folder.url.appendingPathComponent("archive"))
        let years: [(name: String, date: String, remarks: [String])] = [
            ("４", "令和４年６月10日（金）", ["防災訓練の話です。", "防災の備えです。", "防災倉庫です。", "居場所です。"]),
            ("５", "令和５年６月９日（金）", ["防災訓練を続けます。", "居場所と広報の話です。", "居場所です。"]),
            ("６", "令和６年６月７日（金）", ["広報紙と居場所の話です。", "居場所です。", "居場所の場所です。", "居場所の時間です。", "ひきこもりの相談です。"]),
        ]
        for year in years {
            let lines =
                ["令和\(year.name)年度第１回 若葉町地域福祉委員会 会議録", "日時　\(year.date)午後２時", "１ 開会"]
                + year.remarks.map { "○委員　\($0)" } + ["○委員長　以上です。"]
            let file = folder.url.appendingPathComponent("\(year.name).txt")
            try Data(lines.joined(separator: "\n").utf8).write(to: file)
        }
        let paths = years.map { folder.url.appendingPathComponent("\($0.name).txt").path }
        _ = try secretariat.importDocuments(try DocumentFolder.documents(at: paths))
    }

    @Test func theLatestYearIsComparedWithThoseBefore() throws {
        let trends = try secretariat.topicTrends()
        #expect(trends.year == "令和6年度")
        #expect(trends.before == ["令和4年度", "令和5年度"])
        func direction(_ part: String) -> TopicTrends.Direction? {
            trends.trends.first { $0.topic.contains(part) }?.direction
        }
        #expect(direction("ひきこもり") == .new)
        #expect(direction("居場所") == .growing)
        #expect(direction("防災") == .gone)
        let gone = try #require(trends.trends.first { $0.topic.contains("防災") })
        #expect(gone.first == "令和4年度" && gone.last == "令和5年度" && gone.latest == 0 && gone.before == 4)
        #expect(trends.trends.first?.direction == .new)
        #expect(trends.rows.allSatisfy { $0.count == trends.headers.count })
    }

    @Test func tablesByYearAndMeeting() throws {
        let table = try secretariat.topics(by: .year)
        #expect(table.columns == ["令和4年度", "令和5年度", "令和6年度"])
        let places = try #require(table.topics.first { $0.topic.contains("居場所") })
        #expect(places.counts == ["令和4年度": 1, "令和5年度": 2, "令和6年度": 4])
        #expect(places.remarks == 7 && places.meetings == 3 && places.last == "2024-06-07")
        #expect(try secretariat.topics(by: .meeting).columns == ["2022-06-10 第1回", "2023-06-09 第1回", "2024-06-07 第1回"])
        #expect(try secretariat.topics().columns.isEmpty)
    }

    @Test func pairsTellTheirShares() throws {
        let pairs = try secretariat.topicPairs(with: "広報").pairs
        let pair = try #require(pairs.first { $0.other.contains("居場所") })
        #expect(pair.topic.contains("広報") && pair.remarks == 2)
        #expect(pair.shareOfTopic == 1 && pair.shareOfOther == 0.2857)
        #expect(try secretariat.topicPairs(with: "どこにもない").pairs.isEmpty)
    }
}

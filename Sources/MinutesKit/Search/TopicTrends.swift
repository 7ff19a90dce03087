import MinutesSearch

/// Which topics are new, and which are no longer talked about: the latest fiscal year beside those before it.
public struct TopicTrends: Codable, Sendable {
    /// What the latest year shows. Shares count, not remarks: a year with more meetings has more of everything.
    public enum Direction: String, Codable, Sendable, CaseIterable {
        /// Not talked about in an earlier year.
        case new
        /// At least half as much again as before, in three remarks or more.
        case growing
        case steady
        /// At most two thirds of before, where that were three remarks or more.
        case fading
        /// Not talked about in the latest year.
        case gone

        public var japaneseName: String {
            switch self {
            case .new: "新しい"
            case .growing: "増えている"
            case .steady: "変わらない"
            case .fading: "減っている"
            case .gone: "出ていない"
            }
        }
    }

    public struct Trend: Codable, Sendable {
        public var topic: String
        public var direction: Direction
        /// The first and the last fiscal year with the topic.
        public var first: String
        public var last: String
        /// Remarks in the latest year, and in all before.
        public var latest: Int
        public var before: Int
        /// Of a thousand remarks, two decimals.
        public var latestRate: Double
        public var beforeRate: Double
    }

    /// The latest fiscal year in which there are topics; `nil` when there is none.
    public var year: String?
    /// The years before it, in order.
    public var before: [String]
    /// New ones first, then growing, fading, gone and steady ones; in each the most remarks first. Empty where there is
    /// one year alone.
    public var trends: [Trend]

    init(_ counts: TopicCounts) {
        let withTopics = Set(counts.counts.flatMap(\.keys)).map { counts.meetings[$0].fiscalYear }
        let end = withTopics.max() ?? 0
        let years = Set(counts.meetings.map(\.fiscalYear)).filter { $0 > 0 && $0 <= end }.sorted()
        year = years.last.map(FiscalYearName.name(of:))
        before = years.dropLast().map(FiscalYearName.name(of:))
        trends = []
        guard years.count > 1, let latestYear = years.last else { return }
        var (latestRemarks, beforeRemarks) = (0, 0)
        for meeting in counts.meetings where meeting.fiscalYear > 0 {
            if meeting.fiscalYear == latestYear {
                latestRemarks += meeting.remarks
            } else if meeting.fiscalYear < latestYear {
                beforeRemarks += meeting.remarks
            }
        }
        for (topic, meetings) in zip(counts.topics, counts.counts) {
            var (latest, before) = (0, 0)
            var seen: Set<Int> = []
            for (place, count) in meetings {
                let year = counts.meetings[place].fiscalYear
                guard year > 0 else { continue }
                seen.insert(year)
                if year == latestYear { latest += count } else { before += count }
            }
            guard let first = seen.min(), let last = seen.max() else { continue }
            let latestRate = Self.rate(latest, of: latestRemarks)
            let beforeRate = Self.rate(before, of: beforeRemarks)
            let direction: Direction
            if before == 0 {
                direction = .new
            } else if latest == 0 {
                direction = .gone
            } else if latest >= 3, latestRate >= beforeRate * 1.5 {
                direction = .growing
            } else if before >= 3, latestRate * 1.5 <= beforeRate {
                direction = .fading
            } else {
                direction = .steady
            }
            trends.append(
                Trend(
                    topic: topic, direction: direction, first: FiscalYearName.name(of: first),
                    last: FiscalYearName.name(of: last), latest: latest, before: before, latestRate: latestRate,
                    beforeRate: beforeRate))
        }
        let order: [Direction] = [.new, .growing, .fading, .gone, .steady]
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        trends.sort {
            (places[$0.direction] ?? 0, $1.latest + $1.before, $0.topic)
                < (places[$1.direction] ?? 0, $0.latest + $0.before, $1.topic)
        }
    }

    private static func rate(_ remarks: Int, of all: Int) -> Double {
        all > 0 ? (Double(remarks) / Double(all) * 100_000).rounded() / 100 : 0
    }

    /// The table's first row.
    public var headers: [String] {
        ["話題", "動き", "初めて", "最近", "\(year ?? "最新年度")の発言", "それまでの発言", "千発言当たり", "それまで"]
    }

    public var rows: [[String]] {
        trends.map {
            [
                $0.topic, $0.direction.japaneseName, $0.first, $0.last, "\($0.latest)", "\($0.before)",
                "\($0.latestRate)", "\($0.beforeRate)",
            ]
        }
    }
}

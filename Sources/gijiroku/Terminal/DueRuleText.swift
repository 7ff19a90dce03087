/// The rule by which words of a due date became a day.
struct DueRuleText {
    private let rule: String
    private let meeting: String?

    init(_ rule: String, meeting: String?) {
        (self.rule, self.meeting) = (rule, meeting)
    }

    func words(_ language: Language) -> String {
        guard language == .japanese else { return "rule: " + rule }
        let isNamed = rule.hasSuffix("-named")
        let plain = isNamed ? String(rule.dropLast(6)) : rule
        let day = meeting.map { "会議の日（\($0)）" } ?? "会議の日"
        let text = Self.rules[plain]?.replacing("会議の日", with: day) ?? "規則 \(plain)"
        return isNamed ? text + "。その日は会議録の別の所に書かれている" : text
    }

    private static let rules = [
        "date": "年月日の記載", "era-date": "元号の年月日の記載", "era-omitted": "元号を省いた年月日。会議の日の元号とみた",
        "month-next-occurrence": "月だけの記載。会議の日より後に最初に来るその月", "month-of-range": "期間の初めの月に続く月",
        "day-next-occurrence": "日だけの記載。会議の日より後に最初に来るその日", "day-of-range": "期間の初めの日に続く日",
        "day-relative": "会議の日から数えた日", "counted": "会議の日から数えた期間", "clock": "時刻の記載", "budget": "予算・補正の時期",
        "event": "行事や作業の時期（日付は決まらない）",
        "fiscal-year": "年度の記載。その年度の終わり（３月末）", "fiscal-year-current": "会議の日を含む年度", "fiscal-year-next": "会議の日の次の年度",
        "fiscal-year-previous": "会議の日の前の年度", "fiscal-year-start": "年度の初め（４月）", "later": "後日。日付は決まらない",
        "month-current": "会議の日を含む月", "month-next": "会議の日の次の月", "next-meeting": "次回の会議", "next-time": "次の機会。日付は決まらない",
        "plan-event": "計画を作るとき（日付は決まらない）", "previous-meeting": "前回の会議", "quarter": "四半期の終わり", "season": "季節の終わり",
        "session": "第何回と名指しした会議", "week-current": "会議の日を含む週", "week-next": "会議の日の次の週", "year": "年の記載",
        "year-current": "会議の日を含む年", "year-next": "会議の日の次の年", "year-unknown": "年が分からない月日",
    ]
}

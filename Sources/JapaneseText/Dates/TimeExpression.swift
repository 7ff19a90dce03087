/// Words in running text that name a time.
public struct TimeExpression: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// A day: 令和６年２月21日, ２月21日, 本日.
        case date
        /// A month with its year: 令和６年４月.
        case yearMonth
        /// A month without a year, or seen from the reference: ４月, 来月.
        case month
        /// A part of a month: ４月上旬, 来月末.
        case partOfMonth
        /// A calendar year: 令和６年, 来年.
        case year
        /// A fiscal year or a part of one: 令和５年度, 年度内, 下半期.
        case fiscalYear
        /// A stretch counted from the reference: 来週, ２週間後.
        case relative
        /// A time of the day.
        case clockTime
        /// 次回: the body's next meeting. Has no date.
        case nextMeeting
        /// 前回: the body's meeting before. Has no date.
        case previousMeeting
        /// 第３回
        case session(Int)
    }

    /// What the words behind the expression make of it.
    public enum Bound: Sendable, Hashable {
        case none
        /// まで, までに, 以内に: the end is the last moment.
        case until
        /// から, 以降, より: the start is the first moment.
        case from
        /// 前に, 前までに: the start is too late.
        case before
    }

    /// UTF-8 range of the expression itself, with a weekday in brackets behind it.
    public var range: Range<Int>
    /// The bytes of `range`.
    public var text: String
    public var kind: Kind
    /// First day, where the words (with the reference) give one.
    public var start: CalendarDate?
    /// Last day, inclusive.
    public var end: CalendarDate?
    public var time: ClockTime?
    /// Which rule chose the dates, for example `era-date`, `month-next-occurrence`, `fiscal-year-current`.
    public var rule: String
    public var bound: Bound
    /// `range` with ごろ, まで, までに, 以内に, から behind it.
    public var phrase: Range<Int>

    public init(
        range: Range<Int>, text: String, kind: Kind, start: CalendarDate? = nil, end: CalendarDate? = nil,
        time: ClockTime? = nil, rule: String, bound: Bound = .none, phrase: Range<Int>? = nil
    ) {
        self.range = range
        self.text = text
        self.kind = kind
        self.start = start
        self.end = end
        self.time = time
        self.rule = rule
        self.bound = bound
        self.phrase = phrase ?? range
    }
}

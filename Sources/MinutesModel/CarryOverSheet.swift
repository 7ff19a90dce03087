/// 前回からの継続事項: what earlier meetings of a body left open, with what later ones said about it.
public struct CarryOverSheet: Codable, Hashable, Sendable {
    public var body: String
    /// The meeting the sheet is for: its id and title; `nil` for the one that is still to come.
    public var meeting: String?
    public var meetingTitle: String?
    /// The day against which a due date has passed, ISO 8601.
    public var referenceDate: String
    /// Whether it holds what people have settled too: 進行管理表 instead of 前回からの継続事項.
    public var includesSettled: Bool
    /// Overdue points first, then those not reported on, those not done yet, those that look done, those that people settled; each by date.
    public var points: [CarriedPoint]

    public init(
        body: String, meeting: String? = nil, meetingTitle: String? = nil, referenceDate: String,
        includesSettled: Bool = false, points: [CarriedPoint] = []
    ) {
        self.includesSettled = includesSettled
        self.body = body
        self.meeting = meeting
        self.meetingTitle = meetingTitle
        self.referenceDate = referenceDate
        self.points = points.sorted {
            ($0.order, $0.item.date ?? "", $0.item.line ?? 0, $0.item.id) < (
                $1.order, $1.item.date ?? "", $1.item.line ?? 0, $1.item.id
            )
        }
    }
}

/// A point left open, and its later traces.
public struct CarriedPoint: Codable, Hashable, Sendable {
    /// A later passage, verbatim, with its place.
    public struct Trace: Codable, Hashable, Sendable {
        public enum Kind: String, Codable, Sendable {
            /// Says that it is done, or that it is not yet.
            case done, pending
            /// Raises it again.
            case again
        }

        public var kind: Kind
        public var quote: String
        public var meeting: String
        public var meetingTitle: String
        public var remark: String
        public var speaker: String
        public var date: String?
        public var line: Int?

        public init(
            kind: Kind, quote: String, meeting: String, meetingTitle: String, remark: String, speaker: String,
            date: String? = nil, line: Int? = nil
        ) {
            self.kind = kind
            self.quote = quote
            self.meeting = meeting
            self.meetingTitle = meetingTitle
            self.remark = remark
            self.speaker = speaker
            self.date = date
            self.line = line
        }
    }

    /// How a point stands, as the minutes tell it; whether it is settled is for a person to decide.
    public enum State: String, Codable, Sendable, CaseIterable {
        /// 期限経過: its day has passed and nobody reported.
        case overdue
        /// 報告なし
        case unreported
        /// 未了の報告あり: the last report says it is not done.
        case pending
        /// 完了の報告あり: the last report says it is done; proposed to be closed.
        case reportedDone

        public var japaneseName: String {
            switch self {
            case .overdue: "期限経過"
            case .unreported: "報告なし"
            case .pending: "未了の報告あり"
            case .reportedDone: "完了の報告あり"
            }
        }

        var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    public var item: ActionItem
    public var state: State
    /// By date.
    public var traces: [Trace]

    /// - Parameter referenceDate: the state is `overdue` where the due date lies before it and no report came.
    public init(item: ActionItem, traces: [Trace], referenceDate: String) {
        self.item = item
        self.traces = traces
        state =
            switch traces.last(where: { $0.kind != .again })?.kind {
            case .done: .reportedDone
            case .pending: .pending
            default: item.due?.date.map { $0 < referenceDate } == true ? .overdue : .unreported
            }
    }
}

extension CarriedPoint {
    fileprivate var order: Int {
        item.status == .open
            ? state.order : State.allCases.count + (ActionStatus.allCases.firstIndex(of: item.status) ?? 0)
    }
}

extension CarryOverSheet {
    /// What a clerk writes above it.
    public var title: String { includesSettled ? "進行管理表" : "前回からの継続事項" }

    /// Points under one heading.
    public struct Group: Hashable, Sendable {
        /// `nil` for what people settled.
        public var state: CarriedPoint.State?
        public var status: ActionStatus
        public var points: [CarriedPoint]

        public var name: String { state?.japaneseName ?? status.japaneseName }
    }

    /// The points by how they stand, in the order of the sheet.
    public var groups: [Group] {
        var groups: [Group] = []
        for point in points {
            let state = point.item.status == .open ? point.state : nil
            if groups.last?.state != state || groups.last?.status != point.item.status {
                groups.append(Group(state: state, status: point.item.status, points: []))
            }
            groups[groups.count - 1].points.append(point)
        }
        return groups
    }
}

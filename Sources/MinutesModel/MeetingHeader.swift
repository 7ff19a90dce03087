/// What a document says about its meeting before the first turn. A field is empty unless the document gives it.
public struct MeetingHeader: Codable, Hashable, Sendable {
    /// Same as `Meeting.id`.
    public var id: String
    /// The title lines as printed, joined with single spaces.
    public var title: String?
    /// The body that met: `…推進委員会`, `総務委員会`.
    public var body: String?
    /// Kind of document: 会議要録, 会議録, 議事録, 議事要旨.
    public var kind: String?
    /// Fiscal year as printed with half-width digits: `令和5年度`.
    public var fiscalYear: String?
    /// Session as printed with half-width digits: `第2回`.
    public var session: String?
    /// Day of the meeting, ISO 8601 (`2024-02-21`).
    public var date: String?
    /// `18:30`, 24 hours.
    public var opensAt: String?
    public var closesAt: String?
    public var venue: String?
    /// Who organises, where the header names it.
    public var host: String?
    /// Number of observers (傍聴者), where the document says it; `なし` is 0.
    public var observers: Int?
    /// 公開・非公開 as printed.
    public var openness: String?
    /// Handed-out papers (配付資料), one an entry, as printed.
    public var materials: [String]
    public var attendance: [Attendance]
    /// What the format of the document says about the meeting beside its text: `issueID`, `meetingURL`.
    public var fields: [String: String]

    public init(id: String = "") {
        self.id = id
        materials = []
        attendance = []
        fields = [:]
    }

    private enum CodingKeys: String, CodingKey {
        case id, title, body, kind, fiscalYear, session, date, opensAt, closesAt, venue, host, observers, openness
        case materials, attendance, fields
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(String.self, forKey: .id)
        title = try values.decodeIfPresent(String.self, forKey: .title)
        body = try values.decodeIfPresent(String.self, forKey: .body)
        kind = try values.decodeIfPresent(String.self, forKey: .kind)
        fiscalYear = try values.decodeIfPresent(String.self, forKey: .fiscalYear)
        session = try values.decodeIfPresent(String.self, forKey: .session)
        date = try values.decodeIfPresent(String.self, forKey: .date)
        opensAt = try values.decodeIfPresent(String.self, forKey: .opensAt)
        closesAt = try values.decodeIfPresent(String.self, forKey: .closesAt)
        venue = try values.decodeIfPresent(String.self, forKey: .venue)
        host = try values.decodeIfPresent(String.self, forKey: .host)
        observers = try values.decodeIfPresent(Int.self, forKey: .observers)
        openness = try values.decodeIfPresent(String.self, forKey: .openness)
        materials = try values.decode([String].self, forKey: .materials)
        attendance = try values.decode([Attendance].self, forKey: .attendance)
        fields = try values.decodeIfPresent([String: String].self, forKey: .fields) ?? [:]
    }

    /// Writes every key, `null` where the document says nothing, so that a reader need not ask for each; `fields` only
    /// where the format gives some.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(id, forKey: .id)
        try values.encode(title, forKey: .title)
        try values.encode(body, forKey: .body)
        try values.encode(kind, forKey: .kind)
        try values.encode(fiscalYear, forKey: .fiscalYear)
        try values.encode(session, forKey: .session)
        try values.encode(date, forKey: .date)
        try values.encode(opensAt, forKey: .opensAt)
        try values.encode(closesAt, forKey: .closesAt)
        try values.encode(venue, forKey: .venue)
        try values.encode(host, forKey: .host)
        try values.encode(observers, forKey: .observers)
        try values.encode(openness, forKey: .openness)
        try values.encode(materials, forKey: .materials)
        try values.encode(attendance, forKey: .attendance)
        if !fields.isEmpty { try values.encode(fields, forKey: .fields) }
    }
}

/// A person, or an unnamed seat, on the attendance list.
public struct Attendance: Codable, Hashable, Sendable {
    public enum Status: String, Codable, Sendable { case present, absent }

    /// The name without title, inner spaces of a spread name removed (`舟　坂　と　も` → `舟坂とも`).
    /// Empty when the list gives a title only.
    public var name: String
    /// Title or post as printed: 事務局長, 係長, 委員長.
    public var title: String?
    public var role: Role
    /// Heading of the list: 出席委員, 事務局, 出席説明員.
    public var group: String
    public var status: Status
    /// Organisation, where it is printed beside the name.
    public var organization: String?
    /// Seat number (`１４番`) as an integer.
    public var seat: Int?

    public init(
        name: String, title: String? = nil, role: Role, group: String, status: Status = .present,
        organization: String? = nil, seat: Int? = nil
    ) {
        self.name = name
        self.title = title
        self.role = role
        self.group = group
        self.status = status
        self.organization = organization
        self.seat = seat
    }
}

import MinutesModel

/// Turns records and lists into files for other programs. One exporter is one type with an id of its own.
///
/// Pure: no clock, no disk, no globals. The command line writes the files it returns.
public protocol Exporter: Sendable {
    /// Lower case with dashes: `actions-csv`. What `export --to` takes.
    static var id: String { get }
    /// One Japanese sentence: what it writes and for which program.
    static var summary: String { get }

    init()

    /// - Returns: one file or more, in a fixed order; names without a folder.
    /// - Throws: when the input cannot be put into this format.
    func files(for input: ExportInput) throws -> [ExportFile]
}

/// What an exporter gets: meetings with their findings, and what people decided about them.
public struct ExportInput: Sendable {
    /// By date, then id.
    public let meetings: [AnalyzedMeeting]
    public let reviews: [Review]
    /// The action list of the meetings, reviews applied. A caller that filtered the list gives its own.
    public let actions: ActionList
    /// `false` leaves speakers' names out: a label gives the office or the role. What was said stays verbatim.
    public let withNames: Bool

    /// - Parameter actions: the list to write; `nil` collects it from the meetings and reviews.
    public init(
        meetings: [AnalyzedMeeting], reviews: [Review] = [], actions: ActionList? = nil, withNames: Bool = true
    ) {
        self.meetings = meetings.sorted {
            ($0.meeting.header.date ?? "", $0.id) < ($1.meeting.header.date ?? "", $1.id)
        }
        self.reviews = reviews
        self.withNames = withNames
        var list = actions ?? ActionList(meetings: meetings, reviews: reviews)
        if actions == nil { list.items.removeAll { $0.verdict == .rejected } }
        if !withNames {
            let remarks = meetings.flatMap(\.meeting.remarks).map { ($0.id, $0) }
            let byID = Dictionary(remarks, uniquingKeysWith: { first, _ in first })
            for index in list.items.indices {
                let item = list.items[index]
                list.items[index].speaker =
                    byID[item.remark].map(PublishedLabel.label)
                    ?? PublishedLabel.label(item.speaker, name: nil, role: .other)
                for place in item.merged.indices {
                    list.items[index].merged[place].speaker = item.merged[place].speaker.map {
                        PublishedLabel.label($0, name: nil, role: .other)
                    }
                }
                // Who kept the list is nobody else's business either.
                list.items[index].reviewedBy = nil
            }
        }
        self.actions = list
    }
}

/// A file that an exporter made.
public struct ExportFile: Sendable, Hashable {
    /// File name without a folder.
    public var name: String
    /// For a web server: `text/csv; charset=utf-8`.
    public var mediaType: String
    public var bytes: [UInt8]

    public init(name: String, mediaType: String, bytes: [UInt8]) {
        self.name = name
        self.mediaType = mediaType
        self.bytes = bytes
    }

    /// A file of UTF-8 text.
    public init(name: String, mediaType: String, text: String) {
        self.init(name: name, mediaType: mediaType, bytes: Array(text.utf8))
    }

    /// The content as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}

import MinutesModel

/// What an import did, a line a document.
public struct ImportReport: Codable, Sendable {
    public enum Status: String, Codable, Sendable, CaseIterable {
        /// A meeting the archive did not have.
        case added
        /// Another version of a meeting the archive has.
        case updated
        /// The same bytes as before.
        case unchanged
        /// Met in a folder and no minutes: no turn in it.
        case skipped
        /// Could not be read.
        case failed
    }

    public struct Outcome: Codable, Sendable {
        public var path: String
        public var status: Status
        /// Id of the meeting.
        public var meeting: String?
        public var title: String?
        public var date: String?
        public var remarks: Int?
        /// Findings of the action kinds.
        public var actions: Int?
        public var diagnostics: [Diagnostic]
        /// What another version of a meeting changed; `nil` for a new meeting or the same document.
        public var changes: MeetingChanges?
        /// Name of the document it replaces.
        public var replaces: String?
        /// Why it failed or was left out.
        public var problem: String?

        init(path: String, status: Status, record: AnalyzedMeeting? = nil, problem: String? = nil) {
            self.path = path
            self.status = status
            meeting = record?.id
            title = record?.meeting.header.displayTitle
            date = record?.meeting.header.date
            remarks = record?.meeting.remarks.count
            actions = record?.findings.count { FindingKind.actions.contains($0.kind) }
            diagnostics = record?.meeting.diagnostics ?? []
            self.problem = problem
        }
    }

    public var outcomes: [Outcome]
    /// What became of people's decisions about the meetings that changed.
    public var decisions: [Diagnostic] = []
}

/// How documents are to be imported.
public struct ImportOptions: Sendable {
    /// Id, or its beginning, of the meeting whose place the one document takes although its date or name is another.
    public var replaces: String?
    /// A document that a newer one has replaced becomes the newest again.
    public var restores: Bool
    /// How turns begin in the documents; kept as fixed for their bodies.
    public var layout: TurnLayout?

    public init(replaces: String? = nil, restores: Bool = false, layout: TurnLayout? = nil) {
        self.replaces = replaces
        self.restores = restores
        self.layout = layout
    }
}

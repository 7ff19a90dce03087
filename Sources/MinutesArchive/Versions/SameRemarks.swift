import MinutesModel

/// A meeting that says nearly the same as a new one with another id: a date or name that was corrected makes a meeting
/// of its own, and people should know.
///
/// Looked for among meetings of the same session or file name with about as many remarks; two at most are looked at,
/// and read only where as many of their remarks are of the same length.
struct SameRemarks {
    private(set) var entry: CatalogEntry
    /// The share of remarks that are the same.
    private(set) var share: Double

    /// From which share on it is worth telling.
    private static let enough = 0.6

    /// - Parameters:
    ///   - near: of `MeetingsByOriginal.near`.
    ///   - texts: gives the texts of a meeting's record; `nil` where it cannot be read.
    init?(
        _ analyzed: AnalyzedMeeting, among near: [CatalogEntry], texts: (String) -> RecordTexts?,
        read: (String) -> AnalyzedMeeting?
    ) {
        let remarks = analyzed.meeting.remarks
        guard remarks.count >= 3, !near.isEmpty else { return nil }
        let lengths = Set(remarks.map { $0.text.utf8.count })
        var said: Set<[String]> = []
        var best: (entry: CatalogEntry, share: Double)?
        for entry in near.suffix(2) {
            guard let others = texts(entry.id)?.lengths else { continue }
            let most = Double(max(others.count, remarks.count))
            guard Double(others.count { lengths.contains($0) }) / most >= Self.enough,
                let other = read(entry.id)?.meeting.remarks
            else { continue }
            if said.isEmpty { said = Set(remarks.map { [$0.label, $0.text] }) }
            let share = Double(other.count { said.contains([$0.label, $0.text]) }) / most
            if share >= Self.enough, share >= best?.share ?? 0 { best = (entry, share) }
        }
        guard let best else { return nil }
        (entry, share) = best
    }
}

extension ArchiveWriter {
    /// A meeting put before that says nearly the same under another id, and the share of remarks that are the same.
    package func meetingLike(_ analyzed: AnalyzedMeeting, name: String) -> (entry: CatalogEntry, share: Double)? {
        let near = meetings.near(analyzed, name: name)
        return SameRemarks(analyzed, among: near) {
            try? texts(of: $0)
        } read: {
            try? record($0).analyzed
        }.map { ($0.entry, $0.share) }
    }
}

extension ArchivePreview {
    /// The same for a preview: among the meetings of the archive.
    package func meetingLike(_ analyzed: AnalyzedMeeting, name: String) -> (entry: CatalogEntry, share: Double)? {
        guard let archive else { return nil }
        return SameRemarks(analyzed, among: meetings.near(analyzed, name: name)) {
            try? archive.texts(of: $0)
        } read: {
            try? archive.record($0).analyzed
        }.map { ($0.entry, $0.share) }
    }
}

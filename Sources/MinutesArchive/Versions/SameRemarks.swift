import MinutesModel

extension Archive {
    /// A meeting that says nearly the same as a new one with another id: a date or name that was corrected makes a
    /// meeting of its own, and people should know.
    ///
    /// Looked for among meetings of the same session or file name with about as many remarks; two at most are read.
    /// - Parameter writer: has put records that are not to be seen in the archive yet.
    /// - Returns: the meeting and the share of remarks that are the same, 0.6 or more.
    package func meetingLike(
        _ analyzed: AnalyzedMeeting, name: String, among catalog: Catalog, writer: ArchiveWriter? = nil
    ) -> (entry: CatalogEntry, share: Double)? {
        let count = analyzed.meeting.remarks.count
        guard count >= 3 else { return nil }
        let header = analyzed.meeting.header
        let name = FileName.sanitized(name)
        let near = catalog.meetings.filter { entry in
            guard entry.id != analyzed.id, abs(entry.remarks - count) * 5 <= max(entry.remarks, count) else {
                return false
            }
            let isSameSession =
                entry.body == header.body && entry.session == header.session && entry.fiscalYear == header.fiscalYear
                && header.session != nil
            return isSameSession || entry.original.name == name
        }
        let said = Set(analyzed.meeting.remarks.map { [$0.label, $0.text] })
        return near.suffix(2).compactMap { entry -> (entry: CatalogEntry, share: Double)? in
            guard let other = try? (writer?.record(entry.id) ?? record(entry.id)).analyzed.meeting.remarks else {
                return nil
            }
            let same = other.count { said.contains([$0.label, $0.text]) }
            let share = Double(same) / Double(max(other.count, count))
            return share >= 0.6 ? (entry, share) : nil
        }.max { $0.share < $1.share }
    }
}

import MinutesModel

extension Archive {
    /// Derived: the action list of all meetings, so that a list is asked for without reading records.
    var actionsFolder: String { path + "/actions" }
    var actionsHeadFile: String { actionsFolder + "/head" }

    func actionSegmentFile(_ number: UInt64) -> String { actionsFolder + "/\(number).seg" }
}

/// The index of the action list: one state of it, opened and checked.
///
/// It is made by whoever writes to the archive and says which list of meetings and which decisions it was made of. One
/// that was made of others is not asked: `isCurrent` is false.
package struct ActionIndex: Sendable {
    let head: ActionIndexHead
    let segments: [ActionSegment]
    /// Whether it was made of the archive as it is now.
    package let isCurrent: Bool
    /// It was, and only the files' dates say otherwise: somebody copied the archive.
    package let isCopied: Bool

    /// One that is being changed.
    init(head: ActionIndexHead, segments: [ActionSegment]) {
        (self.head, self.segments) = (head, segments)
        (isCurrent, isCopied) = (false, false)
    }

    /// Times it is tried again when a writer has just taken a part away.
    private static let attempts = 3

    /// - Throws: `ActionIndexError` when there is none that can be read.
    package init(_ archive: Archive) throws(ActionIndexError) {
        var failure = ActionIndexError.missing
        for _ in 0..<Self.attempts {
            let bytes: [UInt8]
            do {
                bytes = try FilePlace.bytes(of: archive.actionsHeadFile)
            } catch {
                throw .missing
            }
            let head = try ActionIndexHead(bytes)
            do throws(ActionIndexError) {
                var segments: [ActionSegment] = []
                for part in head.segments {
                    segments.append(
                        try ActionSegment(
                            path: archive.actionSegmentFile(part.number), length: part.length,
                            wordsStart: part.wordsStart, checksum: part.checksum))
                }
                self.segments = segments
                self.head = head
                let states = Self.states(head, archive)
                isCurrent = states.allSatisfy { $0 != .other }
                isCopied = isCurrent && states.contains(.sameContent)
                return
            } catch {
                failure = error
                guard error == .missing else { break }
            }
        }
        throw failure
    }

    private static func states(_ head: ActionIndexHead, _ archive: Archive) -> [FileStamp.Comparison] {
        let folder = archive.recordsInUse
        // Records are newer than their list.
        if FilePlace.exists(folder + "/" + Archive.pendingName) { return [.other] }
        return [head.catalog.compare(archive.catalogPath), head.reviews.compare(archive.reviewsFile)]
    }

    /// A meeting and where it lies.
    struct Place: Sendable {
        var segment: Int
        var meeting: Int
    }

    /// The meetings in force, by date, then id.
    func places() -> [Place] {
        var found: [(day: UInt32, id: String, place: Place)] = []
        found.reserveCapacity(segments.reduce(0) { $0 + $1.meetings.count })
        for (number, segment) in segments.enumerated() {
            let dead = head.segments[number].dead
            for (place, meeting) in segment.meetings.enumerated() where dead.isEmpty || !dead.contains(place) {
                found.append((meeting.day, meeting.id, Place(segment: number, meeting: place)))
            }
        }
        // A segment is in order by itself.
        if segments.count > 1 { found.sort { $0.day != $1.day ? $0.day < $1.day : $0.id < $1.id } }
        return found.map(\.place)
    }

    /// Reads everything.
    /// - Throws: `ActionIndexError.damaged` for the first thing that is not what was written.
    package func check() throws(ActionIndexError) {
        for place in places() {
            let segment = segments[place.segment]
            _ = try segment.items(of: segment.meetings[place.meeting])
        }
    }

    func meeting(_ place: Place) -> ActionSegment.Meeting { segments[place.segment].meetings[place.meeting] }
}

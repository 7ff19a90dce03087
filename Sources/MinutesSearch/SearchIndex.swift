import MinutesModel

/// The index as it stood when it was opened. A later change makes new files and leaves these readable.
package struct SearchIndex: Sendable {
    /// A segment with those of its meetings and remarks that still count.
    struct Part: Sendable {
        let segment: Segment
        let liveMeetings: BitSet
        let liveRemarks: BitSet
        /// Remarks that no longer count.
        let deadCount: Int
        /// Which part of the index it is.
        let number: Int
    }

    let parts: [Part]
    /// Remarks that count.
    package let remarkCount: Int

    /// - Throws: `SearchIndexError`: then make it again from the records.
    /// - Complexity: independent of the size of the index but for a bit a remark; checksums are compared as pieces of the
    ///   files are read.
    package static func open(_ folder: String) throws(SearchIndexError) -> SearchIndex {
        var attempt = 0
        while true {
            let manifest = try IndexManifest.read(from: folder)
            do throws(SearchIndexError) {
                return try SearchIndex(manifest, folder: folder)
            } catch {
                // A writer may have replaced the segments since the manifest was read.
                attempt += 1
                guard case .missing(let path) = error else { throw error }
                if attempt > 3 { throw .damaged(path: path, reason: "索引のファイルがありません") }
            }
        }
    }

    private init(_ manifest: IndexManifest, folder: String) throws(SearchIndexError) {
        var parts: [Part] = []
        for (number, entry) in manifest.segments.enumerated() {
            let path = folder + "/" + entry.file
            let segment = try Segment(path: path)
            guard segment.fileLength == entry.bytes else { throw .damaged(path: path, reason: "長さが違います") }
            let part = Part(segment, removed: entry.removed, number: number)
            guard segment.remarkCount - part.deadCount == entry.remarks else {
                throw .damaged(path: path, reason: "発言の数が違います")
            }
            parts.append(part)
        }
        self.parts = parts
        remarkCount = parts.reduce(0) { $0 + $1.segment.remarkCount - $1.deadCount }
    }

    /// Meetings in the index with the version each was indexed in.
    package var versions: [String: String] {
        var versions: [String: String] = [:]
        for part in parts {
            part.liveMeetings.forEach { meeting in
                let version = part.segment.meeting(meeting, SegmentLayout.MeetingRow.version)
                versions[part.segment.meetingID(meeting)] = part.segment.string(version)
            }
        }
        return versions
    }

    /// What has to be done to bring the index up to the records.
    /// - Parameter expected: the record version of each meeting.
    package func differences(from expected: [String: String]) -> IndexDifferences {
        let present = versions
        return IndexDifferences(
            outdated: expected.keys.filter { present[$0] != expected[$0] }.sorted(),
            surplus: present.keys.filter { expected[$0] == nil }.sorted())
    }

    /// Reads everything there is and compares it with its checksums.
    /// - Throws: `SearchIndexError.damaged`.
    package func verify() throws(SearchIndexError) {
        for part in parts { try part.segment.verify() }
    }

    /// Whether all that was read of the index so far is as it was written.
    /// - Throws: `SearchIndexError.damaged`.
    func check() throws(SearchIndexError) {
        for part in parts { try part.segment.check() }
    }
}

/// How the index differs from the records.
package struct IndexDifferences: Hashable, Sendable {
    /// Meetings to be indexed, again or for the first time, sorted.
    package var outdated: [String]
    /// Meetings that have no record any more, sorted.
    package var surplus: [String]

    package var isEmpty: Bool { outdated.isEmpty && surplus.isEmpty }

    /// One diagnostic for `verify`, where there is anything to say.
    package var diagnostics: [Diagnostic] {
        if isEmpty { return [] }
        return [
            Diagnostic(
                .warning, code: "index.outdated",
                message: "検索用の索引が会議録と合っていません（\(outdated.count + surplus.count)件）。gijiroku rebuild で整います。")
        ]
    }
}

extension SearchIndex.Part {
    /// - Parameter removed: ids of the meetings that no longer count.
    init(_ segment: Segment, removed: [String], number: Int) {
        var meetings = BitSet(all: segment.meetingCount)
        var remarks = BitSet(all: segment.remarkCount)
        var dead = 0
        for id in removed {
            guard let meeting = segment.meeting(withID: id), meetings.contains(meeting) else { continue }
            meetings.remove(meeting)
            for remark in segment.remarks(ofMeeting: meeting) {
                remarks.remove(remark)
                dead += 1
            }
        }
        self.init(segment: segment, liveMeetings: meetings, liveRemarks: remarks, deadCount: dead, number: number)
    }
}

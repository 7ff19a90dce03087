import Foundation
import MinutesModel

/// Changes the index: adds meetings as new segments, masks what they replace, merges segments.
///
/// Segments are made in the background, as many at once as there are cores, while meetings are added. Nothing is visible
/// before `commit`; a crash leaves the old index. One writer at a time: the archive's lock sees to it.
package final class SearchIndexWriter {
    private struct Waiting {
        var meeting: MeetingToIndex
        /// Bytes of text.
        var size: Int
    }

    /// A segment of this writer, made or being made.
    private struct Batch {
        var ids: Set<String>
        var remarks: [String: Int]
        /// Meetings that were replaced or removed since.
        var removed: Set<String> = []
    }

    private let folder: String
    private var manifest: IndexManifest
    /// Meetings to be written, by id.
    private var waiting: [String: Waiting] = [:]
    private var waitingSize = 0
    private var batches: [Batch] = []
    private let makers: SegmentMakers
    /// Meetings of older segments that no longer count.
    private var removed: Set<String> = []

    /// - Parameter fromScratch: forgets what is there; otherwise the index is opened, and made new when it is missing.
    /// - Throws: `SearchIndexError`; `.damaged` and `.otherVersion` ask for a writer from scratch.
    package init(_ folder: String, fromScratch: Bool = false) throws(SearchIndexError) {
        self.folder = folder
        if fromScratch {
            manifest = IndexManifest()
        } else {
            do throws(SearchIndexError) {
                manifest = try IndexManifest.read(from: folder)
            } catch {
                guard case .missing = error else { throw error }
                manifest = IndexManifest()
            }
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .system(path: folder, reason: "フォルダーを作れません")
        }
        makers = SegmentMakers(folder: folder)
    }

    deinit { makers.wait() }

    /// Adds a meeting or puts it in the place of the one with the same id.
    /// - Parameter version: what tells this record from any other of the meeting, for `SearchIndex.differences`.
    package func add(_ analyzed: AnalyzedMeeting, version: String) throws(SearchIndexError) {
        add(.analyzed(analyzed, version: version))
    }

    package func add(_ meeting: SearchableMeeting) throws(SearchIndexError) { add(.searchable(meeting)) }

    private func add(_ meeting: MeetingToIndex) {
        remove(meeting.id)
        let size = meeting.size
        if !waiting.isEmpty, waitingSize + size > SegmentBuilder.batchSize { closeBatch() }
        waiting[meeting.id] = Waiting(meeting: meeting, size: size)
        waitingSize += size
    }

    /// Takes a meeting out.
    package func remove(_ id: String) {
        if let earlier = waiting.removeValue(forKey: id) { waitingSize -= earlier.size }
        for place in batches.indices where batches[place].ids.contains(id) { batches[place].removed.insert(id) }
        removed.insert(id)
    }

    /// Makes the changes visible.
    package func commit() throws(SearchIndexError) {
        closeBatch()
        try maskRemoved()
        for (batch, made) in zip(batches, try makers.results()) {
            manifest.segments.append(
                IndexManifest.Part(
                    file: made.name, bytes: made.bytes, meetings: batch.ids.count,
                    remarks: batch.remarks.reduce(0) { $0 + (batch.removed.contains($1.key) ? 0 : $1.value) },
                    removed: batch.removed.sorted()))
        }
        try merge(new: batches.count)
        batches = []
        try manifest.write(to: folder)
        removeUnusedFiles()
    }

    private func closeBatch() {
        guard !waiting.isEmpty else { return }
        let meetings = waiting.values.map(\.meeting)
        batches.append(
            Batch(ids: Set(waiting.keys), remarks: waiting.mapValues(\.meeting.remarkCount)))
        waiting = [:]
        waitingSize = 0
        // Those of one import become few when there are more than a few.
        makers.make(meetings, passing: batches.count > MergePlan.mostOfOneImport)
    }

    private func maskRemoved() throws(SearchIndexError) {
        guard !removed.isEmpty else { return }
        var kept: [IndexManifest.Part] = []
        for entry in manifest.segments {
            let segment = try Segment(path: folder + "/" + entry.file)
            var entry = entry
            var gone = Set(entry.removed)
            for id in removed {
                guard let meeting = segment.meeting(withID: id), gone.insert(id).inserted else { continue }
                entry.remarks -= segment.remarks(ofMeeting: meeting).count
            }
            try segment.check()
            entry.removed = gone.sorted()
            if entry.removed.count < segment.meetingCount { kept.append(entry) }
        }
        manifest.segments = kept
        removed = []
    }

    // MARK: Merging

    /// Brings the number of segments down: those of one import become few, those of one size one when there are many, and
    /// one that has lost half its meetings is written without them.
    private func merge(new: Int) throws(SearchIndexError) {
        let plan = try MergePlan(manifest.segments, new: new, folder: folder)
        guard !plan.groups.isEmpty else { return }
        let made = try makers.merge(plan.groups)
        var merged = plan.kept
        for (group, segment) in zip(plan.groups, made) {
            let remarks = group.reduce(0) { $0 + $1.entry.remarks }
            let meetings = group.reduce(0) { $0 + $1.entry.meetings - $1.entry.removed.count }
            guard meetings > 0 else { continue }
            merged.append(
                IndexManifest.Part(
                    file: segment.name, bytes: segment.bytes, meetings: meetings, remarks: remarks, removed: []))
        }
        manifest.segments = merged
    }

    static let mostSmallSegments = MergePlan.mostOfOneSize

    /// Files of the index that the manifest does not name. Readers that have them open keep them.
    private func removeUnusedFiles() {
        let used = Set(manifest.segments.map(\.file))
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where IndexManifest.isSegmentName(name) && !used.contains(name) || name.hasSuffix(".tmp") {
            unlink(folder + "/" + name)
        }
    }
}

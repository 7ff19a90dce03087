import Dispatch
import Foundation
import MinutesModel
import Synchronization

/// Changes the index: adds meetings as new segments, masks what they replace, merges small segments.
///
/// Nothing is visible before `commit`; a crash leaves the old index. One writer at a time: the archive's lock sees to it.
package final class SearchIndexWriter {
    private let folder: String
    private var manifest: IndexManifest
    /// Meetings to be written, by id, and the bytes of their text.
    private var waiting: [String: SearchableMeeting] = [:]
    private var waitingSize = 0
    /// Full batches, to be made into segments side by side.
    private var batches: [[SearchableMeeting]] = []
    private static let batchesAtOnce = min(4, max(1, ProcessInfo.processInfo.activeProcessorCount))
    /// Meetings of older segments that no longer count.
    private var removed: Set<String> = []
    /// Where in the manifest the segments of this writer begin.
    private let firstNew: Int

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
        firstNew = manifest.segments.count
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .system(path: folder, reason: "フォルダーを作れません")
        }
    }

    /// Adds a meeting or puts it in the place of the one with the same id.
    /// - Parameter version: what tells this record from any other of the meeting, for `SearchIndex.differences`.
    package func add(_ analyzed: AnalyzedMeeting, version: String) throws(SearchIndexError) {
        try add(SearchableMeeting(analyzed, version: version))
    }

    package func add(_ meeting: SearchableMeeting) throws(SearchIndexError) {
        remove(meeting.id)
        let size = meeting.size
        if !waiting.isEmpty, waitingSize + size > SegmentBuilder.batchSize {
            closeBatch()
            if batches.count == Self.batchesAtOnce { try writeBatches() }
        }
        waiting[meeting.id] = meeting
        waitingSize += size
    }

    /// Takes a meeting out.
    package func remove(_ id: String) {
        if let earlier = waiting.removeValue(forKey: id) { waitingSize -= earlier.size }
        for place in batches.indices { batches[place].removeAll { $0.id == id } }
        // A meeting twice in one run of writes: mask it in the new segments, too.
        for place in manifest.segments.indices where place >= firstNew {
            if newMeetings[place]?.contains(id) == true { manifest.segments[place].removed.append(id) }
        }
        removed.insert(id)
    }

    /// Makes the changes visible.
    package func commit() throws(SearchIndexError) {
        try flush()
        try maskRemoved()
        try mergeSmall()
        for place in manifest.segments.indices {
            manifest.segments[place].removed = Set(manifest.segments[place].removed).sorted()
        }
        try manifest.write(to: folder)
        removeUnusedFiles()
    }

    /// Ids of the meetings of segments written by this writer, by place in the manifest.
    private var newMeetings: [Int: Set<String>] = [:]

    private func flush() throws(SearchIndexError) {
        closeBatch()
        try writeBatches()
    }

    private func closeBatch() {
        if !waiting.isEmpty { batches.append(Array(waiting.values)) }
        waiting = [:]
        waitingSize = 0
    }

    private func writeBatches() throws(SearchIndexError) {
        let full = batches.filter { !$0.isEmpty }
        batches = []
        let made = Mutex<[Int: [UInt8]]>([:])
        DispatchQueue.concurrentPerform(iterations: full.count) { place in
            let bytes = SegmentBuilder.bytes(of: full[place])
            made.withLock { $0[place] = bytes }
        }
        let segments = made.withLock { $0 }
        for (place, batch) in full.enumerated() {
            try append(segments[place] ?? [])
            newMeetings[manifest.segments.count - 1] = Set(batch.map(\.id))
        }
    }

    private func append(_ bytes: [UInt8]) throws(SearchIndexError) {
        let name = IndexManifest.segmentName(of: bytes)
        try MappedFile.write(bytes, to: folder + "/" + name)
        manifest.segments.append(IndexManifest.Part(file: name, bytes: bytes.count, removed: []))
    }

    private func maskRemoved() throws(SearchIndexError) {
        guard !removed.isEmpty else { return }
        var kept: [IndexManifest.Part] = []
        for (place, entry) in manifest.segments.enumerated() {
            var entry = entry
            if place < firstNew {
                let segment = try Segment(path: folder + "/" + entry.file)
                let ids = (0..<segment.meetingCount).map(segment.meetingID)
                entry.removed = Set(entry.removed).union(ids.filter(removed.contains)).sorted()
                if entry.removed.count == ids.count { continue }
            }
            kept.append(entry)
        }
        manifest.segments = kept
        removed = []
    }

    /// Segments with less than half a batch of text are small; when there are many, or one has lost half its meetings,
    /// they become one.
    private func mergeSmall() throws(SearchIndexError) {
        var small: [(entry: IndexManifest.Part, segment: Segment)] = []
        var large: [IndexManifest.Part] = []
        var needsMerge = false
        for entry in manifest.segments {
            let segment = try Segment(path: folder + "/" + entry.file)
            let isThin = entry.removed.count * 2 > segment.meetingCount
            if isThin || segment.textLength * 2 < SegmentBuilder.batchSize {
                small.append((entry, segment))
                if isThin { needsMerge = true }
            } else {
                large.append(entry)
            }
        }
        guard needsMerge || small.count > Self.mostSmallSegments else { return }
        manifest.segments = large
        var batch: [SearchableMeeting] = []
        var size = 0
        for (entry, segment) in small {
            let removed = Set(entry.removed)
            for meeting in 0..<segment.meetingCount where !removed.contains(segment.meetingID(meeting)) {
                let next = try segment.searchableMeeting(meeting)
                if !batch.isEmpty, size + next.size > SegmentBuilder.batchSize {
                    try append(SegmentBuilder.bytes(of: batch))
                    batch = []
                    size = 0
                }
                batch.append(next)
                size += next.size
            }
        }
        if !batch.isEmpty { try append(SegmentBuilder.bytes(of: batch)) }
    }

    static let mostSmallSegments = 8

    /// Files of the index that the manifest does not name. Readers that have them open keep them.
    private func removeUnusedFiles() {
        let used = Set(manifest.segments.map(\.file))
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where IndexManifest.isSegmentName(name) && !used.contains(name) || name.hasSuffix(".tmp") {
            unlink(folder + "/" + name)
        }
    }
}

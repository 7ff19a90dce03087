import MinutesModel

/// The segments of an index that is being changed: which meetings are in force and where, and what is still to be
/// written.
struct ActionSegmentStore {
    struct Live {
        /// `nil` while it is still to be written.
        var place: ActionIndex.Place?
        var record: String
        var formerIDs: [String]
        var isDecided: Bool
    }

    private let archive: Archive
    var head: ActionIndexHead
    private var segments: [ActionSegment]
    private var builder = ActionSegmentBuilder()
    /// Meetings in force, by id.
    private(set) var live: [String: Live] = [:]

    init(_ archive: Archive, index: ActionIndex?) {
        self.archive = archive
        head = index?.head ?? ActionIndexHead()
        segments = index?.segments ?? []
        // A reader may still hold an old head: no file it names gets other contents.
        let names = (try? FilePlace.names(in: archive.actionsFolder)) ?? []
        let numbers = names.compactMap { $0.hasSuffix(".seg") ? UInt64($0.dropLast(4)) : nil }
        head.nextNumber = max(head.nextNumber, (numbers.filter { $0 < UInt64.max }.max() ?? 0) + 1)
        for place in index?.places() ?? [] { enter(place) }
    }

    var pendingSize: Int { builder.size }

    /// Ids that meetings have and had, with the one they have now.
    var current: [String: String] {
        var names: [String: String] = [:]
        for (id, meeting) in live { for name in meeting.formerIDs { names[name] = id } }
        for id in live.keys { names[id] = id }
        return names
    }

    private mutating func enter(_ place: ActionIndex.Place) {
        let meeting = segments[place.segment].meetings[place.meeting]
        live[meeting.id] = Live(
            place: place, record: segments[place.segment].record(of: meeting), formerIDs: meeting.formerIDs,
            isDecided: meeting.isDecided)
    }

    mutating func remove(_ id: String) {
        guard let former = live.removeValue(forKey: id) else { return }
        if let place = former.place {
            head.segments[place.segment].dead.insert(place.meeting)
        } else {
            builder.remove(id)
        }
    }

    mutating func put(_ actions: EncodedActions) {
        let meeting = actions.meeting
        remove(meeting.id)
        builder.add(actions)
        live[meeting.id] = Live(
            place: nil, record: meeting.record, formerIDs: meeting.formerIDs, isDecided: meeting.isDecided)
    }

    /// Writes what is still to be written into a segment.
    mutating func flush() throws(ArchiveError) {
        guard !builder.isEmpty else { return }
        let file = builder.finished()
        builder = ActionSegmentBuilder()
        let number = head.nextNumber
        head.nextNumber += 1
        let path = archive.actionSegmentFile(number)
        try FilePlace.put(file.bytes, at: path)
        segments.append(
            try told { () throws(ActionIndexError) in
                try ActionSegment(
                    path: path, length: file.bytes.count, wordsStart: file.wordsStart, checksum: file.checksum)
            })
        head.segments.append(
            .init(number: number, length: file.bytes.count, wordsStart: file.wordsStart, checksum: file.checksum))
        for meeting in segments[segments.count - 1].meetings.indices {
            enter(ActionIndex.Place(segment: segments.count - 1, meeting: meeting))
        }
    }

    /// Writes the rest, puts small segments together, and makes it the state of the index.
    mutating func commit() throws(ArchiveError) {
        try flush()
        try merge()
        try FilePlace.put(head.bytes(), at: archive.actionsHeadFile)
        let known = Set(head.segments.map { "\($0.number).seg" })
        for name in try FilePlace.names(in: archive.actionsFolder)
        where name.hasSuffix(".seg") || name.hasSuffix(".tmp") {
            if !known.contains(name) { try FilePlace.remove(archive.actionsFolder + "/" + name) }
        }
    }

    /// The last segments are put together while the one before is less than twice as large as they are; so there are
    /// few, and each byte is written few times. A segment that is mostly dead is written anew.
    private mutating func merge() throws(ArchiveError) {
        var chosen: Set<Int> = []
        var start = segments.count - 1
        var size = start >= 0 ? head.segments[start].length : 0
        while start > 0 {
            let before = head.segments[start - 1].length
            guard before < 2 * size, size + before <= ActionIndexWriter.mergedSize else { break }
            start -= 1
            size += before
        }
        if start >= 0, start < segments.count - 1 { chosen.formUnion(start..<segments.count) }
        for (place, segment) in segments.enumerated() where head.segments[place].dead.count * 2 > segment.meetings.count
        {
            chosen.insert(place)
        }
        guard !chosen.isEmpty else { return }
        for place in chosen.sorted() {
            for (number, meeting) in segments[place].meetings.enumerated()
            where !head.segments[place].dead.contains(number) {
                try told { () throws(ActionIndexError) in try builder.add(meeting, of: segments[place]) }
            }
        }
        let kept = segments.indices.filter { !chosen.contains($0) }
        segments = kept.map { segments[$0] }
        head.segments = kept.map { head.segments[$0] }
        live = [:]
        for place in ActionIndex(head: head, segments: segments).places() { enter(place) }
        try flush()
    }

    /// What goes wrong with the index's own files while they are made.
    private func told<Value>(_ body: () throws(ActionIndexError) -> Value) throws(ArchiveError) -> Value {
        do throws(ActionIndexError) {
            return try body()
        } catch {
            switch error {
            case .missing: throw .damaged(path: archive.actionsFolder, reason: "項目の索引のファイルがありません")
            case .damaged(let reason): throw .damaged(path: archive.actionsFolder, reason: reason)
            case .otherFormat: throw .damaged(path: archive.actionsFolder, reason: "項目の索引の形式が違います")
            }
        }
    }
}

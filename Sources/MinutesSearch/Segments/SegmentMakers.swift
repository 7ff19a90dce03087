import Dispatch
import Foundation
import MinutesModel
import Synchronization

/// Makes segments in the background, as many at once as there are cores; more wait, so that memory is bounded.
final class SegmentMakers: Sendable {
    typealias Made = (name: String, bytes: Int)

    private struct State {
        var begun = 0
        var made: [Int: Made] = [:]
        var failure: SearchIndexError?
    }

    private let folder: String
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "gijiroku.index", attributes: .concurrent)
    private let places: DispatchSemaphore
    private let group = DispatchGroup()

    init(folder: String) {
        self.folder = folder
        places = DispatchSemaphore(value: min(4, max(1, ProcessInfo.processInfo.activeProcessorCount)))
    }

    /// Has a segment made of meetings, for a while only where it is `passing`; waits while all cores are at it.
    func make(_ meetings: [MeetingToIndex], passing: Bool) {
        let folder = folder
        start { tag throws(SearchIndexError) in
            try SegmentBuilder.write(meetings.map(\.searchable), to: folder, tag: tag, isPassing: passing)
        }
    }

    private func start(_ work: @escaping @Sendable (String) throws(SearchIndexError) -> Made) {
        let number = state.withLock { state in
            state.begun += 1
            return state.begun - 1
        }
        places.wait()
        queue.async(group: group) { [self] in
            defer { places.signal() }
            do throws(SearchIndexError) {
                let made = try work("\(number)")
                state.withLock { $0.made[number] = made }
            } catch {
                state.withLock { $0.failure = $0.failure ?? error }
            }
        }
    }

    func wait() { group.wait() }

    /// What was made since the last call, in the order it was asked for.
    func results() throws(SearchIndexError) -> [Made] {
        group.wait()
        let state = state.withLock { state in
            let now = state
            state.made = [:]
            return now
        }
        if let failure = state.failure { throw failure }
        return state.made.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Has each group made one segment.
    func merge(_ groups: [[MergePlan.Member]]) throws(SearchIndexError) -> [Made] {
        let folder = folder
        for group in groups {
            let sources = group.map {
                SegmentMerger.Source(
                    segment: $0.segment,
                    live: SearchIndex.Part($0.segment, removed: $0.entry.removed, number: 0).liveMeetings)
            }
            start { tag throws(SearchIndexError) in try SegmentMerger.write(sources, to: folder, tag: tag) }
        }
        return try results()
    }
}

/// A meeting for the index, as it was given; what is kept of it is worked out on the core that makes its segment.
enum MeetingToIndex: Sendable {
    case analyzed(AnalyzedMeeting, version: String)
    case searchable(SearchableMeeting)

    var id: String {
        switch self {
        case .analyzed(let meeting, _): meeting.id
        case .searchable(let meeting): meeting.id
        }
    }

    /// Bytes of text.
    var size: Int {
        switch self {
        case .analyzed(let meeting, _): meeting.meeting.remarks.reduce(0) { $0 + $1.text.utf8.count }
        case .searchable(let meeting): meeting.size
        }
    }

    var remarkCount: Int {
        switch self {
        case .analyzed(let meeting, _): meeting.meeting.remarks.count
        case .searchable(let meeting): meeting.remarks.count
        }
    }

    var searchable: SearchableMeeting {
        switch self {
        case .analyzed(let meeting, let version): SearchableMeeting(meeting, version: version)
        case .searchable(let meeting): meeting
        }
    }
}

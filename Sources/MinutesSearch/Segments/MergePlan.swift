/// Which segments become one.
struct MergePlan {
    struct Member {
        var entry: IndexManifest.Part
        var segment: Segment
    }

    /// Segments of about one size that may stand beside each other.
    static let mostOfOneSize = 8
    /// Segments of one import that may.
    static let mostOfOneImport = 2
    /// Characters of the smallest size; each size is eight times the one before.
    private static let smallest = 1 << 19
    /// Characters of a merged segment of an import, so that two can be made at once.
    private static let largest = 1 << 28

    private(set) var kept: [IndexManifest.Part] = []
    private(set) var groups: [[Member]] = []

    /// - Parameter new: how many at the end are of this import.
    init(_ entries: [IndexManifest.Part], new: Int, folder: String) throws(SearchIndexError) {
        var members: [Member] = []
        for entry in entries {
            members.append(Member(entry: entry, segment: try Segment(path: folder + "/" + entry.file)))
        }
        var old = Array(members.dropLast(new))
        let fresh = Array(members.suffix(new))
        if fresh.count > Self.mostOfOneImport {
            groups += Self.parts(of: fresh)
        } else {
            old += fresh
        }
        var sizes: [Int: [Int]] = [:]
        var chosen: Set<Int> = []
        for (place, member) in old.enumerated() {
            if member.entry.removed.count * 2 > member.segment.meetingCount {
                chosen.insert(place)
            } else {
                sizes[Self.size(of: member), default: []].append(place)
            }
        }
        if !chosen.isEmpty { groups.append(chosen.sorted().map { old[$0] }) }
        for (_, places) in sizes.sorted(by: { $0.key < $1.key }) where places.count > Self.mostOfOneSize {
            let group = places.map { old[$0] }
            guard Self.positions(group) <= SegmentLayout.mostPositions else { continue }
            groups.append(group)
            chosen.formUnion(places)
        }
        kept = old.indices.filter { !chosen.contains($0) }.map { old[$0].entry }
        groups = groups.flatMap { Self.positions($0) > SegmentLayout.mostPositions ? $0.map { [$0] } : [$0] }
    }

    private static func positions(_ group: [Member]) -> Int { group.reduce(0) { $0 + $1.segment.positionCount } }

    private static func size(of member: Member) -> Int {
        var size = 0
        var limit = smallest
        while member.segment.positionCount > limit {
            limit *= mostOfOneSize
            size += 1
        }
        return size
    }

    /// The segments of an import in their order, in as few groups as may be, but two where there is much.
    private static func parts(of fresh: [Member]) -> [[Member]] {
        let total = positions(fresh)
        let count = total < largest / 16 ? 1 : max(2, (total + largest - 1) / largest)
        var groups: [[Member]] = [[]]
        var size = 0
        for member in fresh {
            if size >= total / count, groups.count < count {
                groups.append([])
                size = 0
            }
            groups[groups.count - 1].append(member)
            size += member.segment.positionCount
        }
        return groups
    }
}

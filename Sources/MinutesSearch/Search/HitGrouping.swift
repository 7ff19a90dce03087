/// Groups of a result before their texts are read.
struct HitGroups: Sendable {
    struct Group: Sendable {
        /// The id of a meeting, or a topic.
        var id: String
        var name: String
        var date: String?
        var total: Int
        /// The best of them, in the order of the request.
        var best: [RankedRemark]
    }

    var groups: [Group]

    /// Hits shown of a group.
    static let shown = 3

    /// - Parameters:
    ///   - ranked: all hits, in order.
    ///   - parts: of the index.
    /// - Complexity: linear in the hits.
    init(_ ranked: [RankedRemark], by grouping: SearchGrouping, in parts: [SearchIndex.Part]) {
        var places: [String: Int] = [:]
        var groups: [Group] = []
        func add(_ hit: RankedRemark, to id: String, _ make: () -> Group) {
            let place = places[id] ?? groups.count
            if place == groups.count {
                groups.append(make())
                places[id] = place
            }
            groups[place].total += 1
            if groups[place].best.count < Self.shown { groups[place].best.append(hit) }
        }
        for hit in ranked {
            let segment = parts[hit.part].segment
            switch grouping {
            case .meeting:
                let meeting = segment.meeting(ofRemark: hit.remark)
                let id = segment.meetingID(meeting)
                add(hit, to: id) {
                    let date = segment.string(segment.meeting(meeting, SegmentLayout.MeetingRow.date))
                    return Group(
                        id: id, name: segment.string(segment.meeting(meeting, SegmentLayout.MeetingRow.title)),
                        date: date.isEmpty ? nil : date, total: 0, best: [])
                }
            case .topic:
                let topics = segment.topics(ofRemark: hit.remark).map(segment.string)
                for topic in topics.isEmpty ? [""] : topics {
                    add(hit, to: topic) { Group(id: topic, name: topic, date: nil, total: 0, best: []) }
                }
            }
        }
        self.groups = groups.sorted {
            SearchResults.Group.isBefore(($0.id, $0.date, $0.total), ($1.id, $1.date, $1.total))
        }
    }
}

extension SearchResults.Group {
    /// Hits shown of a group.
    package static var shown: Int { HitGroups.shown }

    package typealias Key = (id: String, date: String?, total: Int)

    /// Most hits first; what has no topic last.
    package static func isBefore(_ left: Key, _ right: Key) -> Bool {
        if left.id.isEmpty != right.id.isEmpty { return right.id.isEmpty }
        if left.total != right.total { return left.total > right.total }
        return (right.date ?? "", left.id) < (left.date ?? "", right.id)
    }

    package init(_ key: Key, name: String, shown: [SearchHit]) {
        self.init(id: key.id, name: name, date: key.date, total: key.total, hits: shown)
    }
}

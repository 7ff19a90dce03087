/// The units of a scope wider than the remark, in one segment. A meeting lies in one segment, and so does each unit.
struct SearchUnits {
    /// For each remark the first remark of its unit.
    private let units: [UInt32]

    /// - Complexity: O(n) in the remarks of the segment.
    init(_ scope: SearchScope, in segment: Segment) {
        var units = (0..<segment.remarkCount).map { UInt32(truncatingIfNeeded: $0) }
        switch scope {
        case .remark: break
        case .meeting:
            for meeting in 0..<segment.meetingCount {
                let remarks = segment.remarks(ofMeeting: meeting)
                for remark in remarks { units[remark] = UInt32(truncatingIfNeeded: remarks.lowerBound) }
            }
        case .agenda:
            for meeting in 0..<segment.meetingCount {
                // What stands under no item is a unit of its own.
                var firsts: [UInt32: UInt32] = [:]
                for remark in segment.remarks(ofMeeting: meeting) {
                    let item = segment.remark(remark, .agenda)
                    let first = firsts[item] ?? UInt32(truncatingIfNeeded: remark)
                    firsts[item] = first
                    units[remark] = first
                }
            }
        case .exchange:
            for remark in units.indices { units[remark] = Self.root(of: remark, in: segment, known: units) }
        }
        self.units = units
    }

    /// The question at the head of a chain of answers. Questions stand before their answers, so that what stands before
    /// is known; a chain that runs the other way is followed as far as it goes down.
    private static func root(of remark: Int, in segment: Segment, known: [UInt32]) -> UInt32 {
        guard let question = segment.question(ofRemark: remark), question < remark else {
            return UInt32(truncatingIfNeeded: remark)
        }
        return known[question]
    }

    /// All remarks of the units that have a remark in the set.
    func widened(_ set: BitSet) -> BitSet {
        var chosen = BitSet(bound: units.count)
        set.forEach { chosen.insert(Int(units[$0])) }
        var wide = BitSet(bound: units.count)
        for remark in units.indices where chosen.contains(Int(units[remark])) { wide.insert(remark) }
        return wide
    }
}

import MinutesModel

/// Cuts the whole text by what its lines were used for.
enum Segments {
    /// Blank lines belong to the segment around them when it goes on behind them; elsewhere they are furniture.
    static func make(_ lines: [Line], uses: [LineUse], text count: Int) -> [Segment] {
        var segments: [Segment] = []
        var pending = 0
        func add(_ kind: Segment.Kind, _ start: Int, _ end: Int, joins: Bool) {
            guard end > start else { return }
            if joins, let last = segments.last, last.kind == kind {
                segments[segments.count - 1].end = end
            } else {
                segments.append(Segment(kind: kind, start: start, end: end))
            }
        }
        for (line, use) in zip(lines, uses) {
            if use == .blank { continue }
            let kind = kind(of: use)
            if pending < line.start {
                // Blank lines before this one.
                if let last = segments.last, last.kind == kind, use != .turn {
                    segments[segments.count - 1].end = line.start
                } else {
                    add(.furniture, pending, line.start, joins: true)
                }
            }
            add(kind, line.start, line.next, joins: use != .turn)
            pending = line.next
        }
        add(.furniture, pending, count, joins: true)
        return segments
    }

    private static func kind(of use: LineUse) -> Segment.Kind {
        switch use {
        case .header: .header
        case .agenda: .agenda
        case .turn, .speech: .remark
        case .note: .note
        case .furniture, .blank: .furniture
        case .unknown: .unknown
        }
    }
}

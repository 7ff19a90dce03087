import MinutesModel

/// Makes remarks and topic boundaries of the turns.
struct RemarkMaker {
    let bytes: SourceBytes
    let lines: [Line]
    let wrapping: Wrapping
    let inference: LayoutInference
    let proceedings: Proceedings
    let people: People
    let pages: PageNumbers
    let meeting: String
    let agenda: [AgendaItem]
    /// What the format says about each candidate, in their order.
    let given: [GivenMeeting.Turn]

    func make(_ remarks: inout [Remark], _ boundaries: inout [TopicBoundary]) {
        let parties = parties(people)
        // By the hash of those alike.
        var seen: [UInt64: Int] = [:]
        seen.reserveCapacity(proceedings.turns.count)
        var ofMeeting = StableID.Hash()
        ofMeeting.add(meeting)
        var open: TopicBoundary?
        var openItem: Int?
        remarks.reserveCapacity(proceedings.turns.count)
        var mark = (scalar: UInt32(0), text: "")
        var text = RemarkText(bytes: bytes, lines: lines, wrapping: wrapping)
        for (order, turn) in proceedings.turns.enumerated() {
            let candidate = inference.candidates[turn.candidate]
            let label = bytes.string(candidate.label)
            put(turn, candidate, into: &text)
            let map = TextMap(pieces: text.pieces)
            let joined = text.text.withUnsafeBufferPointer { String(validated: $0) }
            var hash = ofMeeting
            hash.add(label)
            hash.add(joined)
            let id = hash.id("r", salt: Self.count(&seen[hash.value, default: 0]))
            if turn.item != openItem { open = nil }
            openItem = turn.item
            if let title = TopicBoundaryFinder.title(in: text.text),
                let boundary = boundary(title, text.text, map, id, &boundaries)
            {
                open = boundary
            }
            var who = people.who(candidate.labelIndex)
            if candidate.shape.kind == .point, let role = inference.legend.roles[candidate.shape.scalar] {
                who = People.Who(role: role, name: nil)
            }
            var fields: [String: String] = [:]
            if given.indices.contains(turn.candidate) {
                who.name = given[turn.candidate].name ?? who.name
                who.role = given[turn.candidate].role ?? who.role
                fields = given[turn.candidate].fields
            }
            let first = lines[candidate.line]
            let last = lines[turn.last]
            let scalar = Self.mark(candidate)
            if scalar != mark.scalar { mark = (scalar, Unicode.Scalar(scalar).map { String(Character($0)) } ?? "") }
            remarks.append(
                Remark(
                    id: id, order: order + 1, mark: scalar == 0 ? "" : mark.text, label: label, role: who.role,
                    name: who.name,
                    party: parties[candidate.shape.scalar], agenda: turn.item.map { agenda[$0].id },
                    topicBoundary: open?.id, text: joined,
                    span: SourceSpan(
                        start: first.inkStart, end: last.end, line: first.number, endLine: last.number,
                        page: pages.page(of: first.start)),
                    map: map, fields: fields))
        }
    }

    /// Counts one more.
    /// - Returns: how many there were.
    @inline(__always) private static func count(_ number: inout Int) -> Int {
        defer { number += 1 }
        return number
    }

    /// The mark before the label, 0 where there is none.
    private static func mark(_ candidate: TurnCandidate) -> UInt32 {
        candidate.shape.kind == .mark || candidate.shape.kind == .point ? candidate.shape.scalar : 0
    }

    /// Puts the text of a turn together from its lines.
    private func put(_ turn: Proceedings.Turn, _ candidate: TurnCandidate, into text: inout RemarkText) {
        text.begin(lines: turn.speech.count + 1)
        if candidate.shape.kind == .quote || candidate.shape.kind == .trailing {
            cut(turn, candidate, into: &text)
            return
        }
        text.add(candidate.textStart..<lines[candidate.line].inkEnd, line: candidate.line)
        for line in proceedings.speech[turn.speech] { text.add(lines[line].ink, line: line) }
    }

    /// The text without the brackets that set it off, or that hold the label behind it.
    private func cut(_ turn: Proceedings.Turn, _ candidate: TurnCandidate, into text: inout RemarkText) {
        var start = candidate.textStart
        let isQuoted = candidate.shape.kind == .quote
        if isQuoted { start += 3 }
        var ends = [(start..<lines[candidate.line].inkEnd, candidate.line)]
        for line in proceedings.speech[turn.speech] { ends.append((lines[line].ink, line)) }
        if candidate.shape.kind == .trailing,
            let place = ends.lastIndex(where: { $0.0.contains(candidate.label.lowerBound) })
        {
            // The bracket with the label is not part of what was said.
            let bracket = candidate.label.lowerBound - (candidate.shape.scalar < 0x80 ? 1 : 3)
            ends[place].0 = bytes.trimmed(ends[place].0.lowerBound..<max(ends[place].0.lowerBound, bracket))
        }
        if isQuoted, let last = ends.last, bytes.scalar(before: last.0.upperBound, after: last.0.lowerBound) == 0x300D {
            ends[ends.count - 1].0 = last.0.lowerBound..<last.0.upperBound - 3
        }
        for (range, line) in ends {
            text.add(range.lowerBound <= range.upperBound ? range : range.upperBound..<range.upperBound, line: line)
        }
    }

    private func boundary(
        _ title: Range<Int>, _ text: [UInt8], _ map: TextMap, _ remark: String, _ boundaries: inout [TopicBoundary]
    ) -> TopicBoundary? {
        guard let start = map.place(of: title.lowerBound), let end = map.place(of: title.upperBound - 1) else {
            return nil
        }
        let printed = String(decoding: text[title], as: UTF8.self)
        let boundary = TopicBoundary(
            id: StableID.make("b", [meeting, remark, printed], salt: 0), remark: remark, title: printed,
            span: SourceSpan(
                start: start.source, end: end.source + 1, line: start.line, endLine: end.line,
                page: pages.page(of: start.source)))
        boundaries.append(boundary)
        return boundary
    }

    /// What each mark stands for, where there is more than one: the side most of its speakers are on.
    private func parties(_ people: People) -> [UInt32: String] {
        let marks = proceedings.turns.lazy.map { inference.candidates[$0.candidate].shape }.filter { $0.kind == .mark }
        guard let first = marks.first, marks.contains(where: { $0 != first }) else { return [:] }
        var votes: [UInt32: [String: Int]] = [:]
        for turn in proceedings.turns {
            let candidate = inference.candidates[turn.candidate]
            guard candidate.shape.kind == .mark else { continue }
            let side: String? =
                switch people.who(candidate.labelIndex).role {
                case .chair: "chair"
                case .member, .viceChair: "members"
                case .official, .secretariat: "officials"
                case .expert: "experts"
                case .audience: "audience"
                case .other: nil
                }
            if let side { votes[candidate.shape.scalar, default: [:]][side, default: 0] += 1 }
        }
        guard votes.count > 1 else { return [:] }
        // A mark the chair shares with others is the others' mark.
        return votes.compactMapValues { sides in
            let others = sides.filter { $0.key != "chair" }
            return (others.isEmpty ? sides : others).max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        }
    }
}

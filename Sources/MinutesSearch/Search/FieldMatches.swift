import JapaneseText

/// Where a phrase stands beside the text: in the speaker's label, the agenda item, the title of the meeting.
struct FieldMatches {
    /// What one occurrence in a field counts for, in occurrences in the text. A title is that of many remarks.
    private static let weights: [SearchField: Float] = [.label: 1, .agenda: 1, .title: 0.5]

    let fields: Set<SearchField>

    /// The matches in the text and in the fields together.
    /// - Complexity: linear in the remarks of the segment and in its distinct labels, items and titles.
    func added(to matches: PhraseMatches, of phrase: SearchPhrase, in segment: Segment) -> PhraseMatches {
        guard !fields.isEmpty else { return matches }
        var counts = [Float](repeating: 0, count: segment.remarkCount)
        var qualities = counts
        for (index, remark) in matches.remarks.enumerated() {
            counts[Int(remark)] = matches.counts[index]
            qualities[Int(remark)] = matches.qualities[index]
        }
        var known: [UInt32: Float] = [:]
        func quality(_ string: UInt32) -> Float {
            if let quality = known[string] { return quality }
            let quality = Self.quality(of: phrase, in: segment.stringBytes(string))
            known[string] = quality
            return quality
        }
        func add(_ string: UInt32, to remark: Int, _ field: SearchField) {
            let found = string > 0 ? quality(string) : 0
            guard found > 0 else { return }
            counts[remark] += found * (Self.weights[field] ?? 1)
            qualities[remark] = max(qualities[remark], found)
        }
        if fields.contains(.label) {
            segment.forEachRemark(.label) { add($1, to: $0, .label) }
        }
        if fields.contains(.agenda) {
            segment.forEachRemark(.agenda) { add($1, to: $0, .agenda) }
        }
        if fields.contains(.title) {
            for meeting in 0..<segment.meetingCount {
                let names = segment.meeting(meeting, SegmentLayout.MeetingRow.names)
                for remark in segment.remarks(ofMeeting: meeting) { add(names, to: remark, .title) }
            }
        }
        var all = PhraseMatches()
        for remark in qualities.indices where qualities[remark] > 0 {
            all.append(
                UInt32(truncatingIfNeeded: remark), count: counts[remark], quality: qualities[remark])
        }
        return all
    }

    /// How well the phrase stands in a field as a word, 0 where it does not.
    private static func quality(of phrase: SearchPhrase, in field: UnsafeBufferPointer<UInt8>) -> Float {
        PhraseFinder.occurrences(of: [phrase], in: field).map(\.weight).max() ?? 0
    }
}

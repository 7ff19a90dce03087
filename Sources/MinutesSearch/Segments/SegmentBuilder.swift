import JapaneseText
import MinutesModel

/// Makes a segment from meetings.
enum SegmentBuilder {
    /// Bytes of text in a segment at most, unless one meeting alone is larger.
    static let batchSize = 24 << 20

    /// Writes the segment of some meetings; the same ones give the same bytes in whatever order they come.
    /// - Parameters:
    ///   - tag: tells apart what is written to the folder at the same time.
    ///   - isPassing: whether it is merged into another one before it is searched.
    /// - Complexity: O(n) in the text.
    static func write(
        _ meetings: [SearchableMeeting], to folder: String, tag: String, isPassing: Bool = false
    ) throws(SearchIndexError) -> (name: String, bytes: Int) {
        let meetings = meetings.sorted { $0.order < $1.order }
        var draft = SegmentDraft()
        var collector = BigramCollector(expected: meetings.reduce(0) { $0 + $1.size })
        var compared = ComparedText()
        for meeting in meetings {
            draft.addMeeting(
                id: Array(meeting.id.utf8),
                strings: [meeting.id, meeting.version, meeting.date, meeting.title, meeting.names].map {
                    draft.strings.number(of: $0)
                },
                fiscalYear: UInt32(clamping: meeting.fiscalYear),
                day: UInt32(clamping: CalendarDate(iso: meeting.date).map(day) ?? 0),
                remarks: meeting.remarks.count)
            for remark in meeting.remarks {
                remark.text.withUTF8Bytes { compared.set($0) }
                collector.add(compared.scalars)
                draft.add(numbers(of: remark, &draft.strings), end: collector.positions)
            }
        }
        return try draft.write(to: folder, tag: tag, isPassing: isPassing) { body throws(SearchIndexError) in
            try collector.forEachBigram(body)
        }
    }

    /// `20240221`; sorts like the day, 0 is unknown.
    private static func day(_ date: CalendarDate) -> Int { date.year * 10000 + date.month * 100 + date.day }

    private static func numbers(of remark: SearchableRemark, _ strings: inout StringTable) -> SegmentDraft.Remark {
        SegmentDraft.Remark(
            id: PackedID.pack(remark.id) { strings.number(of: $0) }, order: UInt32(clamping: remark.order),
            role: strings.number(of: remark.role), label: strings.number(of: remark.label),
            name: strings.number(of: remark.name), agenda: strings.number(of: remark.agenda),
            line: UInt32(clamping: remark.line), topics: remark.topics.map { strings.number(of: $0) },
            kinds: remark.kinds.map { strings.number(of: $0) },
            answers: remark.answers.map { UInt32(truncatingIfNeeded: $0) },
            question: remark.question.map { UInt32(truncatingIfNeeded: $0) + 1 } ?? 0)
    }
}

extension Segment {
    /// A meeting as it was put in, for merging segments.
    /// - Throws: `SearchIndexError.damaged`.
    func searchableMeeting(_ meeting: Int) throws(SearchIndexError) -> SearchableMeeting {
        typealias Row = SegmentLayout.MeetingRow
        let ordinals = remarks(ofMeeting: meeting)
        var remarks: [SearchableRemark] = []
        remarks.reserveCapacity(ordinals.count)
        for ordinal in ordinals { remarks.append(try searchableRemark(ordinal, first: ordinals.lowerBound)) }
        return SearchableMeeting(
            id: meetingID(meeting), version: string(self.meeting(meeting, Row.version)),
            date: string(self.meeting(meeting, Row.date)), title: string(self.meeting(meeting, Row.title)),
            names: string(self.meeting(meeting, Row.names)), fiscalYear: Int(self.meeting(meeting, Row.fiscalYear)),
            remarks: remarks)
    }

    private func searchableRemark(_ ordinal: Int, first: Int) throws(SearchIndexError) -> SearchableRemark {
        typealias Row = SegmentLayout.RemarkRow
        let text = String(decoding: try text(ofRemark: ordinal), as: UTF8.self)
        return SearchableRemark(
            id: string(remark(ordinal, Row.id)), order: Int(remark(ordinal, Row.order)),
            role: string(remark(ordinal, Row.role)), label: string(remark(ordinal, Row.label)),
            name: string(remark(ordinal, Row.name)), agenda: string(remark(ordinal, Row.agenda)),
            line: Int(remark(ordinal, Row.line)), text: text, topics: topics(ofRemark: ordinal).map(string),
            kinds: kinds(ofRemark: ordinal).map(string), question: question(ofRemark: ordinal).map { $0 - first },
            answers: answers(ofRemark: ordinal).map { Int($0) - first })
    }
}

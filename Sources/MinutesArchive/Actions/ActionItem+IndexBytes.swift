import MinutesModel

/// The words of an action as the index keeps them. What the row, the tables and the meeting say is not repeated.
extension ActionItem {
    func write(to bytes: inout IndexBytes) {
        bytes.add(id)
        bytes.add(type.rawValue)
        bytes.add(quote)
        bytes.add(summary)
        bytes.add(due?.text)
        bytes.add(due?.date)
        bytes.add(meeting)
        bytes.add(remark)
        bytes.add(speaker)
        bytes.add(UInt32(clamping: line ?? 0))
        bytes.add(agenda)
        bytes.add(response?.stance.rawValue)
        bytes.add(response?.quote)
        bytes.add(note)
        bytes.add(reviewedBy)
        bytes.add(reviewedAt)
        bytes.add(UInt32(clamping: decisions))
        bytes.add(UInt8((reviewed ? 1 : 0) | (isAdded ? 2 : 0) | (isMissing ? 4 : 0) | (isReworded ? 8 : 0)))
        bytes.add(splitFrom)
        bytes.add(formerIDs)
        bytes.add(firstID == id ? nil : firstID)
        bytes.add(expression?.cue)
        if let expression {
            bytes.add(expression.object)
            bytes.add(expression.act)
        }
        bytes.add(UInt32(merged.count))
        for other in merged {
            bytes.add([other.item, other.quote, other.meeting, other.remark])
            bytes.add(other.meetingTitle)
            bytes.add(other.date)
            bytes.add(other.speaker)
            bytes.add(UInt32(clamping: other.line ?? 0))
        }
    }

    init(
        from reader: inout IndexReader, _ row: ActionRow, owner: String?, topics: [String], title: String, date: String?
    ) throws(ActionIndexError) {
        let id = try reader.text()
        let type = FindingKind(rawValue: try reader.text())
        guard Int(row.status) < ActionStatus.allCases.count, Int(row.verdict) < ReviewVerdict.allCases.count else {
            throw .damaged("状況の番号が合いません")
        }
        let (quote, summary) = (try reader.text(), try reader.text())
        let (dueText, dueDate) = (try reader.textIfAny(), try reader.textIfAny())
        let (meeting, remark, speaker) = (try reader.text(), try reader.text(), try reader.text())
        let line = try reader.word()
        self.init(
            id: id, type: type, status: ActionStatus.allCases[Int(row.status)], quote: quote, summary: summary,
            owner: owner, due: dueText.map { Due(text: $0, date: dueDate) }, meeting: meeting, meetingTitle: title,
            remark: remark, speaker: speaker, date: date, line: line == 0 ? nil : Int(line),
            agenda: try reader.textIfAny(), topics: topics)
        let (stance, answer) = (try reader.textIfAny(), try reader.textIfAny())
        response = stance.flatMap(ResponseStance.init).map { Response(stance: $0, quote: answer) }
        note = try reader.textIfAny()
        verdict = ReviewVerdict.allCases[Int(row.verdict)]
        reviewedBy = try reader.textIfAny()
        reviewedAt = try reader.textIfAny()
        decisions = Int(try reader.word())
        let flags = try reader.byte()
        (reviewed, isAdded) = (flags & 1 != 0, flags & 2 != 0)
        (isMissing, isReworded) = (flags & 4 != 0, flags & 8 != 0)
        splitFrom = try reader.textIfAny()
        formerIDs = try reader.texts()
        firstID = try reader.textIfAny() ?? id
        if let cue = try reader.textIfAny() {
            expression = ActionExpression(cue: cue, object: try reader.text(), act: try reader.text())
        }
        for _ in 0..<(try reader.count(of: 20)) {
            let names = try reader.texts()
            guard names.count == 4 else { throw .damaged("まとめた項目が合いません") }
            var other = Merged(item: names[0], quote: names[1], meeting: names[2], remark: names[3])
            other.meetingTitle = try reader.textIfAny()
            other.date = try reader.textIfAny()
            other.speaker = try reader.textIfAny()
            let line = try reader.word()
            other.line = line == 0 ? nil : Int(line)
            merged.append(other)
        }
    }
}

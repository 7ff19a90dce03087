import MinutesModel

/// The words of a meeting's actions as the index keeps them: each text once, deflated together. What the rows, the
/// tables and the meeting say is not repeated.
enum ActionWords {
    private struct Flags: OptionSet {
        let rawValue: Int
        static let isReviewed = Flags(rawValue: 1)
        static let isAdded = Flags(rawValue: 2)
        static let isMissing = Flags(rawValue: 4)
        static let isReworded = Flags(rawValue: 8)
        static let hasDue = Flags(rawValue: 16)
        static let hasResponse = Flags(rawValue: 32)
        static let hasReview = Flags(rawValue: 64)
        static let hasFormer = Flags(rawValue: 128)
        static let hasExpression = Flags(rawValue: 256)
        static let hasMerged = Flags(rawValue: 512)
        static let isElsewhere = Flags(rawValue: 1024)
        static let hasLine = Flags(rawValue: 2048)

        init(rawValue: Int) { self.rawValue = rawValue }

        init(_ item: ActionItem, meeting: String) {
            self = []
            if item.reviewed { insert(.isReviewed) }
            if item.isAdded { insert(.isAdded) }
            if item.isMissing { insert(.isMissing) }
            if item.isReworded { insert(.isReworded) }
            if item.due != nil { insert(.hasDue) }
            if item.response != nil { insert(.hasResponse) }
            if item.decisions != 0 || item.note != nil || item.reviewedBy != nil || item.reviewedAt != nil
                || item.splitFrom != nil
            {
                insert(.hasReview)
            }
            if !item.formerIDs.isEmpty || item.firstID != item.id { insert(.hasFormer) }
            if item.expression != nil { insert(.hasExpression) }
            if !item.merged.isEmpty { insert(.hasMerged) }
            if !item.meeting.utf8.elementsEqual(meeting.utf8) { insert(.isElsewhere) }
            if item.line != nil { insert(.hasLine) }
        }
    }

    // MARK: - writing

    static func bytes(of items: [ActionItem], meeting: String) -> [UInt8] {
        var words = WordCodes()
        var column = ColumnWriter()
        for item in items { write(item, meeting, &words, &column) }
        var plain = ColumnWriter()
        words.table.write(to: &plain)
        plain.add(raw: column.bytes)
        let packed = RecordFile.deflated(plain.bytes)
        var stored = ColumnWriter()
        stored.add(plain.bytes.count)
        stored.add(raw: packed ?? plain.bytes)
        return stored.bytes
    }

    private static func write(
        _ item: ActionItem, _ meeting: String, _ words: inout WordCodes, _ column: inout ColumnWriter
    ) {
        let flags = Flags(item, meeting: meeting)
        column.add(flags.rawValue)
        if ActionRow.packed(item.id) == 0 { column.add(words.code(item.id)) }
        if !FindingKind.followUps.contains(item.type) { column.add(words.code(item.type.rawValue)) }
        column.add(words.code(item.quote))
        var quote = item.quote
        quote.withUTF8 { words.write(item.summary, cutFrom: $0, to: &column) }
        if let due = item.due {
            column.add(words.code(due.text))
            column.add(words.code(due.date))
        }
        if flags.contains(.isElsewhere) { column.add(words.code(item.meeting)) }
        column.add(words.code(item.remark))
        column.add(words.code(item.speaker))
        if let line = item.line { column.add(line) }
        column.add(words.code(item.agenda))
        if let response = item.response {
            column.add(words.code(response.stance.rawValue))
            column.add(words.code(response.quote))
        }
        if flags.contains(.hasReview) {
            for text in [item.note, item.reviewedBy, item.reviewedAt, item.splitFrom] { column.add(words.code(text)) }
            column.add(item.decisions)
        }
        if flags.contains(.hasFormer) {
            column.add(item.formerIDs.count)
            for id in item.formerIDs { column.add(words.code(id)) }
            column.add(words.code(item.firstID))
        }
        if let expression = item.expression {
            for text in [expression.cue, expression.object, expression.act] { column.add(words.code(text)) }
        }
        if flags.contains(.hasMerged) {
            column.add(item.merged.count)
            for other in item.merged {
                for text in [other.item, other.quote, other.meeting, other.remark] { column.add(words.code(text)) }
                for text in [other.meetingTitle, other.date, other.speaker] { column.add(words.code(text)) }
                column.add(other.line.map { $0 &+ 1 } ?? 0)
            }
        }
    }

    // MARK: - reading

    /// What the rows know of an item.
    struct Known {
        var row: ActionRow
        var owner: String?
        var topics: [String]
    }

    /// - Throws: `ActionIndexError.damaged` when they are not what was written.
    static func items(
        _ bytes: UnsafeRawBufferPointer, _ known: [Known], meeting: String, title: String, date: String?
    ) throws(ActionIndexError) -> [ActionItem] {
        do throws(RecordFileError) {
            var reader = ColumnReader(bytes.assumingMemoryBound(to: UInt8.self))
            let length = try reader.number()
            guard length >= 0, length / 1032 <= reader.rest else { throw .damaged("長さが合いません") }
            let plain = try RecordFile.inflated(try reader.take(reader.rest), length: length)
            return try RecordDecoder.reading(plain) { buffer throws(RecordFileError) in
                var column = ColumnReader(buffer)
                var words = WordCodeReader(try WordTable.texts(&column))
                var items: [ActionItem] = []
                items.reserveCapacity(known.count)
                for one in known { items.append(try item(one, meeting, title, date, &words, &column)) }
                return items
            }
        } catch {
            guard case .damaged(let reason) = error else { throw .otherFormat }
            throw .damaged(reason)
        }
    }

    private static func item(
        _ known: Known, _ meeting: String, _ title: String, _ date: String?, _ words: inout WordCodeReader,
        _ column: inout ColumnReader
    ) throws(RecordFileError) -> ActionItem {
        let row = known.row
        guard Int(row.status) < ActionStatus.allCases.count, Int(row.verdict) < ReviewVerdict.allCases.count else {
            throw .damaged("状況の番号が合いません")
        }
        let flags = Flags(rawValue: try column.number())
        let id = row.id == 0 ? try words.text(&column) : PackedID.id(row.id, prefix: UInt8(ascii: "f"))
        let type =
            Int(row.kind) < FindingKind.followUps.count
            ? FindingKind.followUps[Int(row.kind)] : FindingKind(rawValue: try words.text(&column))
        let quote = try words.text(&column)
        let summary = try words.text(&column, cutFrom: quote)
        var due: ActionItem.Due?
        if flags.contains(.hasDue) {
            due = ActionItem.Due(text: try words.text(&column), date: try words.textIfAny(&column))
        }
        let home = flags.contains(.isElsewhere) ? try words.text(&column) : meeting
        let (remark, speaker) = (try words.text(&column), try words.text(&column))
        let line = flags.contains(.hasLine) ? try column.number() : nil
        var item = ActionItem(
            id: id, type: type, status: ActionStatus.allCases[Int(row.status)], quote: quote, summary: summary,
            owner: known.owner, due: due, meeting: home, meetingTitle: title, remark: remark, speaker: speaker,
            date: date, line: line, agenda: try words.textIfAny(&column), topics: known.topics)
        if flags.contains(.hasResponse) {
            let (stance, answer) = (try words.text(&column), try words.textIfAny(&column))
            item.response = ResponseStance(rawValue: stance).map { ActionItem.Response(stance: $0, quote: answer) }
        }
        item.verdict = ReviewVerdict.allCases[Int(row.verdict)]
        if flags.contains(.hasReview) {
            item.note = try words.textIfAny(&column)
            item.reviewedBy = try words.textIfAny(&column)
            item.reviewedAt = try words.textIfAny(&column)
            item.splitFrom = try words.textIfAny(&column)
            item.decisions = try column.number()
        }
        item.reviewed = flags.contains(.isReviewed)
        item.isAdded = flags.contains(.isAdded)
        item.isMissing = flags.contains(.isMissing)
        item.isReworded = flags.contains(.isReworded)
        if flags.contains(.hasFormer) {
            for _ in 0..<(try column.count()) { item.formerIDs.append(try words.text(&column)) }
            item.firstID = try words.text(&column)
        }
        if flags.contains(.hasExpression) {
            item.expression = ActionExpression(
                cue: try words.text(&column), object: try words.text(&column), act: try words.text(&column))
        }
        if flags.contains(.hasMerged) {
            for _ in 0..<(try column.count(of: 8)) { item.merged.append(try merged(&words, &column)) }
        }
        return item
    }

    private static func merged(
        _ words: inout WordCodeReader, _ column: inout ColumnReader
    ) throws(RecordFileError) -> ActionItem.Merged {
        var other = ActionItem.Merged(
            item: try words.text(&column), quote: try words.text(&column), meeting: try words.text(&column),
            remark: try words.text(&column))
        other.meetingTitle = try words.textIfAny(&column)
        other.date = try words.textIfAny(&column)
        other.speaker = try words.textIfAny(&column)
        let line = try column.number()
        other.line = line == 0 ? nil : line &- 1
        return other
    }
}

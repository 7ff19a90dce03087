import JapaneseText
import MinutesSearch

/// The rows of a meeting.
enum RemarkRow {
    /// In the order in which `append` writes them.
    static let columns: [(name: SQLText, type: SQLText)] = [
        // 20240221, 0 when unknown.
        ("day", "UInt32"), ("meeting", "String"), ("load", "UInt64"), ("place", "UInt32"),
        ("fiscal_year", "UInt16"), ("date", "String"), ("title", "String"), ("body", "String"),
        ("names_folded", "String"),
        ("id", "String"), ("ord", "UInt32"), ("line", "UInt32"), ("role", "String"), ("label", "String"),
        ("label_folded", "String"), ("name_folded", "String"), ("agenda", "String"), ("agenda_folded", "String"),
        ("topics", "Array(String)"), ("topics_folded", "Array(String)"), ("kinds", "Array(String)"),
        // Places in the meeting, -1 where there is none: the remark it answers, the first that answers it.
        ("question", "Int32"), ("answer", "Int32"), ("answers", "UInt32"),
        // Place of the first remark of the unit.
        ("exchange_unit", "UInt32"), ("agenda_unit", "UInt32"),
        // What is compared: folded, a blank for a run of blanks; and how many characters that is.
        ("compared", "String"), ("characters", "UInt32"), ("text", "String"),
    ]

    static func append(_ meeting: SearchableMeeting, load: UInt64, to rows: inout RowBinary) {
        let day = ScopeUnits.day(meeting.date)
        let names = FilterCondition.folded(meeting.names)
        let body = meeting.names.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        let units = ScopeUnits(meeting)
        for (place, remark) in meeting.remarks.enumerated() {
            let compared = ComparedText(remark.text).scalars
            rows.append(day)
            rows.append(meeting.id)
            rows.append(load)
            rows.append(UInt32(clamping: place))
            rows.append(UInt16(clamping: meeting.fiscalYear))
            for text in [meeting.date, meeting.title, body, names, remark.id] { rows.append(text) }
            rows.append(UInt32(clamping: remark.order))
            rows.append(UInt32(clamping: remark.line))
            for text in [
                remark.role, remark.label, FilterCondition.folded(remark.label), FilterCondition.folded(remark.name),
                remark.agenda, FilterCondition.folded(remark.agenda),
            ] { rows.append(text) }
            rows.append(remark.topics)
            rows.append(remark.topics.map(FilterCondition.folded))
            rows.append(remark.kinds)
            rows.append(Int32(clamping: remark.question ?? -1))
            rows.append(Int32(clamping: remark.answers.first ?? -1))
            rows.append(UInt32(clamping: remark.answers.count))
            rows.append(units.exchange[place])
            rows.append(units.agenda[place])
            rows.append(ComparedColumn.text(compared))
            rows.append(UInt32(clamping: compared.count))
            rows.append(remark.text)
        }
    }
}

/// The row that says which load of a meeting counts.
enum MeetingRow {
    static let columns: [(name: SQLText, type: SQLText)] = [
        ("meeting", "String"), ("version", "String"), ("load", "UInt64"), ("revision", "UInt64"),
        ("remarks", "UInt32"),
    ]

    /// - Parameter load: 0 for a meeting that is gone.
    static func append(
        _ meeting: String, version: String, load: UInt64, revision: UInt64, remarks: Int, to rows: inout RowBinary
    ) {
        rows.append(meeting)
        rows.append(version)
        rows.append(load)
        rows.append(revision)
        rows.append(UInt32(clamping: remarks))
    }
}

/// The units of wide scopes in a meeting, as `SearchUnits` of the embedded index has them: for each remark the place of
/// the first one of its unit.
struct ScopeUnits {
    private(set) var exchange: [UInt32] = []
    private(set) var agenda: [UInt32] = []

    init(_ meeting: SearchableMeeting) {
        var firsts: [String: UInt32] = [:]
        for (place, remark) in meeting.remarks.enumerated() {
            let number = UInt32(clamping: place)
            if let question = remark.question, question < place {
                exchange.append(exchange[question])
            } else {
                exchange.append(number)
            }
            let first = firsts[remark.agenda] ?? number
            firsts[remark.agenda] = first
            agenda.append(first)
        }
    }

    /// - Parameter date: ISO 8601, or empty.
    static func day(_ date: String) -> UInt32 {
        CalendarDate(iso: date).map(FilterCondition.day) ?? 0
    }
}

import JapaneseText
import MinutesModel
import MinutesSearch

/// Conditions on what stands beside the text, as SQL.
enum FilterCondition {
    static func sql(_ filter: SearchFilter) -> SQLText {
        switch filter {
        case .role(let role): return "role = \(.literal(role.rawValue))"
        case .kind(let kind): return "has(kinds, \(.literal(kind.rawValue)))"
        case .speaker(let words): return SQLText(any: [holds("label_folded", words), holds("name_folded", words)])
        case .agenda(let words): return holds("agenda_folded", words)
        case .topic(let words):
            guard !sought(words).isEmpty else { return "arrayExists(t -> notEmpty(t), topics_folded)" }
            return "arrayExists(t -> position(t, \(.literal(sought(words)))) != 0, topics_folded)"
        case .meeting(let words): return SQLText(any: [holds("names_folded", words), "meeting = \(.literal(words))"])
        case .date(let range):
            let first = range.first.map(day) ?? 1
            let last = range.last.map(day) ?? .max
            return "(day > 0 AND day >= \(first) AND day <= \(last))"
        case .fiscalYear(let years):
            return "(fiscal_year > 0 AND fiscal_year >= \(years.first) AND fiscal_year <= \(years.last))"
        case .answered(let isAnswered): return isAnswered ? "answers > 0" : "answers = 0"
        }
    }

    private static func holds(_ column: SQLText, _ words: String) -> SQLText {
        let sought = sought(words)
        return sought.isEmpty ? "notEmpty(\(column))" : "position(\(column), \(.literal(sought))) != 0"
    }

    /// Folded words as they stand in a folded column: without blanks.
    static func sought(_ folded: String) -> String {
        String(decoding: folded.utf8.filter { $0 != 0x20 }, as: UTF8.self)
    }

    /// A field as it stands in its folded column.
    static func folded(_ text: String) -> String { sought(TextFolding.fold(text)) }

    /// As the column `day` holds it: 20240221.
    static func day(_ date: CalendarDate) -> UInt32 {
        UInt32(clamping: date.year * 10000 + date.month * 100 + date.day)
    }
}

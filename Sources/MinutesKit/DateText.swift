import JapaneseText

/// Dates as people type them into a filter.
enum DateText {
    /// `2024-04-01`, `2024-04`, `2024`, `令和6年4月1日`, `R6.4.1` as ISO 8601.
    /// - Parameter endOfPeriod: a month or year gives its last day instead of its first.
    /// - Throws: `RequestProblem.notADate`.
    static func iso(_ text: String, endOfPeriod: Bool) throws -> String {
        if let date = CalendarDate(iso: text) { return date.iso }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        if parts.count == 2, let year = parts[0], let month = parts[1],
            let first = CalendarDate(year: year, month: month, day: 1)
        {
            return endOfPeriod ? first.endOfMonth.iso : first.iso
        }
        if parts.count == 1, let year = parts[0], (1868...2999).contains(year) {
            return endOfPeriod ? "\(year)-12-31" : "\(year)-01-01"
        }
        let expressions = TimeScanner.expressions(in: text, reference: nil)
        if let found = expressions.first(where: { $0.start != nil }), let date = endOfPeriod ? found.end : found.start {
            return date.iso
        }
        throw RequestProblem.notADate(text)
    }
}

import Foundation
import JapaneseText
import MinutesAnalysis
import MinutesArchive
import MinutesExport
import MinutesModel

extension Secretariat {
    /// The sheet as a page, as a table for Excel, as JSON.
    public static func markdown(_ sheet: CarryOverSheet) -> [UInt8] { Array(CarryOverWriter.markdown(sheet).utf8) }
    public static func csv(_ sheet: CarryOverSheet) -> [UInt8] { CarryOverWriter.csv(sheet) }
    public static func workbook(_ sheet: CarryOverSheet) throws -> [UInt8] { try CarryOverWriter.workbook(sheet) }
    public static func json(_ sheet: CarryOverSheet) throws -> [UInt8] { Array(try CarryOverWriter.json(sheet).utf8) }

    /// What earlier meetings of a body left open, for the agenda of the next one.
    ///
    /// 「次回」 is the next meeting of the body where the archive has it.
    /// - Parameters:
    ///   - word: beginning of the id or part of the title of the meeting the sheet is for. One that names no single
    ///     meeting but a body, or `nil` in an archive of one body, gives the sheet for the meeting to come.
    ///   - includesSettled: with what people have ticked off or dropped: the whole 進行管理表.
    ///   - today: the day due dates are held against when the meeting is still to come, ISO 8601; `nil` asks the clock.
    /// - Throws: `RequestProblem.noMeeting`, `.severalBodies`; `ArchiveError`.
    public func carryOver(
        for word: String? = nil, includesSettled: Bool = false, today: String? = nil
    ) throws -> CarryOverSheet {
        let catalog = try archive.catalog().meetings
        let named =
            word.map { word in catalog.filter { ActionFilter.names(word, id: $0.id, title: $0.title) } } ?? catalog
        if let word, named.isEmpty { throw RequestProblem.noMeeting(word) }
        let bodies = Set(named.compactMap(\.body).map { TextFolding.fold($0) })
        guard bodies.count == 1, let body = named.lazy.compactMap(\.body).first else {
            throw RequestProblem.severalBodies(Set(named.compactMap(\.body)).sorted())
        }
        let series = catalog.filter { $0.date != nil && $0.body.map { bodies.contains(TextFolding.fold($0)) } == true }
        let next = named.count == 1 && series.count > 1 ? named[0] : nil
        let earlier = series.filter { entry in
            next.map { entry.id != $0.id && (entry.date ?? "") <= ($0.date ?? "") } ?? true
        }
        let reference = next?.date ?? today ?? Self.today
        return CarryOverSheet(
            body: body, meeting: next?.id, meetingTitle: next?.title, referenceDate: reference,
            includesSettled: includesSettled,
            points: try points(
                of: try decided(try records(of: earlier.map(\.id))), referenceDate: reference,
                days: series.compactMap(\.date), includesSettled: includesSettled))
    }

    private func points(
        of decided: DecidedMeetings, referenceDate: String, days: [String], includesSettled: Bool
    ) throws -> [CarriedPoint] {
        let links = try CarryOverAnalyzer().findings(
            in: decided.meetings, context: CorpusContext(referenceDate: referenceDate))
        let places = TracePlaces(decided.meetings)
        let traces = Dictionary(grouping: links) { $0.fields["item"] ?? "" }
        return decided.list.items.compactMap { item in
            // A decision is settled; what people ticked off is no longer carried.
            guard item.type != .decision, item.status == .open || includesSettled, item.verdict != .rejected,
                !Self.announcesMeeting(item, days: days)
            else {
                return nil
            }
            var item = item
            if item.due?.date == nil, item.due?.text.hasPrefix("次回") == true {
                item.due?.date = days.first { $0 > item.date ?? "" }
            }
            return CarriedPoint(
                item: item, traces: (traces[item.id] ?? []).compactMap(places.trace), referenceDate: referenceDate)
        }
    }

    /// 「次回の委員会は11月21日に開催します」, and a meeting was held on that day.
    private static func announcesMeeting(_ item: ActionItem, days: [String]) -> Bool {
        guard let date = item.due?.date, date != item.date, days.contains(date) else { return false }
        return item.quote.hasPrefix("次回") || item.quote.hasPrefix("次の")
    }

    private static var today: String {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }
}

/// Where later findings stand.
private struct TracePlaces {
    private var remarks: [String: (remark: Remark, meeting: AnalyzedMeeting)] = [:]

    init(_ meetings: [AnalyzedMeeting]) {
        for meeting in meetings { for remark in meeting.meeting.remarks { remarks[remark.id] = (remark, meeting) } }
    }

    func trace(_ finding: Finding) -> CarriedPoint.Trace? {
        guard let (remark, meeting) = remarks[finding.remark] else { return nil }
        let kind: CarriedPoint.Trace.Kind =
            finding.kind == .repetition ? .again : finding.fields["outcome"] == "done" ? .done : .pending
        return CarriedPoint.Trace(
            kind: kind, quote: finding.quote, meeting: meeting.id, meetingTitle: meeting.meeting.header.displayTitle,
            remark: remark.id, speaker: remark.label, date: meeting.meeting.header.date,
            line: remark.map.place(of: finding.range.start)?.line ?? remark.span.line)
    }
}

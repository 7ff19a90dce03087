import Foundation
import MinutesArchive
import MinutesModel

/// What it takes to write down a decision: the clock, the person, and what the analyzers say now.
struct ReviewDesk {
    private let records: [String: AnalyzedMeeting]
    private let findings: [String: Finding]
    private let secretariat: Secretariat
    private let at: String
    private let ledger: DecisionLedger

    /// - Parameter items: what is to be decided about.
    init(_ secretariat: Secretariat, _ items: [ActionItem]) throws {
        self.secretariat = secretariat
        var records: [String: AnalyzedMeeting] = [:]
        var findings: [String: Finding] = [:]
        let wanted = Set(items.map(\.id))
        for id in Set(items.map(\.meeting)) {
            guard let record = try? secretariat.archive.record(id).analyzed else { continue }
            records[id] = record
            for finding in record.findings where wanted.contains(finding.id) { findings[finding.id] = finding }
        }
        (self.records, self.findings) = (records, findings)
        at = ISO8601DateFormatter().string(from: Date())
        ledger = DecisionLedger(try secretariat.archive.reviews().value)
    }

    func person(_ name: String?) -> String? {
        let environment = ProcessInfo.processInfo.environment
        return name ?? environment["USER"] ?? environment["USERNAME"]
    }

    /// A decision about an item, with what the analyzers say about it.
    func review(_ item: ActionItem, _ change: ActionChange, due: String? = nil) -> Review {
        let finding = findings[item.id]
        var review = Review(
            item: item.id, at: at, by: person(change.by), status: change.status, owner: change.owner, due: due,
            note: change.note, quote: item.quote, meeting: item.meeting, remark: item.remark,
            kind: finding?.kind ?? ledger.decisions[item.id]?.first?.kind ?? item.type)
        review.summary = change.summary
        review.type = change.kind
        if let finding {
            review.seen = Review.Seen(
                summary: finding.fields["summary"] ?? finding.quote, owner: finding.fields["owner"],
                due: finding.fields["dueText"].map { .init(text: $0, date: finding.fields["due"]) },
                meetingTitle: item.meetingTitle, date: item.date, speaker: item.speaker, line: item.line)
        }
        return review
    }

    /// The line that puts words of a remark on the list.
    /// - Throws: `RequestProblem.quoteNotFound`.
    func added(
        _ kind: FindingKind, _ quote: String, in remark: Remark, meeting: String, besides taken: Set<String> = []
    ) throws -> Review {
        let analyzer = AnalyzerIdentity(id: "review", version: 1)
        guard let place = remark.text.range(of: quote, options: .literal),
            let start = place.lowerBound.samePosition(in: remark.text.utf8),
            var finding = Finding(
                kind, analyzer: analyzer, in: remark,
                range: remark.text.utf8.distance(from: remark.text.utf8.startIndex, to: start)..<remark.text.utf8
                    .distance(from: remark.text.utf8.startIndex, to: start) + quote.utf8.count)
        else { throw RequestProblem.quoteNotFound(quote, remark: remark.id) }
        var salt = 0
        while taken.contains(finding.id) {
            salt += 1
            finding.id = finding.stableID(salt: salt)
        }
        var review = Review(
            item: finding.id, at: at, quote: finding.quote, meeting: meeting, remark: remark.id, kind: kind,
            verdict: .accepted)
        review.added = true
        return review
    }

    /// - Throws: `RequestProblem.noSuchThing` when a damaged record has no such remark.
    func remark(_ id: String, in meeting: String) throws -> Remark {
        guard let remark = records[meeting]?.meeting.remarks.first(where: { $0.id == id }) else {
            throw RequestProblem.noSuchThing(id)
        }
        return remark
    }

    /// The decisions by which other items became part of this one.
    func lines(mergedInto item: String) -> [Review] { ledger.absorbed[item] ?? [] }

    /// A line said once more by somebody.
    func repeated(_ line: Review, by name: String?) -> Review {
        var line = line
        line.at = at
        line.by = person(name)
        return line
    }
}

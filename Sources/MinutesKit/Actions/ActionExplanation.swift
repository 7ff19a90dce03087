import MinutesAnalysis
import MinutesArchive
import MinutesModel

/// Why an item is on the list: what was said by whom to whom, what made it a finding, and what people decided.
public struct ActionExplanation: Codable, Sendable {
    /// A turn beside the item's own.
    public struct Turn: Codable, Sendable {
        public var remark: String
        public var label: String
        public var line: Int
        public var text: String
    }

    public var item: ActionItem
    /// File name of the document, and the page where it has any.
    public var document: String
    public var page: Int?
    public var role: Role?
    /// What it answers: the question before it.
    public var answers: Turn?
    /// Who answered it.
    public var answeredBy: Turn?
    /// The sentences before and after it in the same turn.
    public var before: String?
    public var after: String?
    /// `nil` for what a person added, or a finding that this version would not make.
    public var found: FollowUpExplanation?
    /// The analyzer that made it, or `review`.
    public var analyzer: String
    /// All decisions about it, in the order they were made; those that were taken back too.
    public var history: [Review]
}

extension Secretariat {
    /// - Throws: `RequestProblem` for an id that names no single item, `ArchiveError`.
    public func explainAction(_ id: String) throws -> ActionExplanation {
        let item = try action(id)
        let names = Set([item.id, item.firstID] + item.formerIDs)
        let history = try archive.reviews().value.filter { names.contains($0.item) }
        guard let stored = try? archive.record(item.meeting), case let record = stored.analyzed,
            let remark = record.meeting.remarks.first(where: { $0.id == item.remark })
        else {
            return ActionExplanation(item: item, document: "", analyzer: "review", history: history)
        }
        let finding = record.findings.first { $0.id == item.id }
        let found = finding.flatMap { finding in
            FollowUpAnalyzer().explanation(of: finding, in: record.meeting)
                ?? QuestionAnswerAnalyzer().explanation(of: finding, in: record.meeting)
        }
        var result = ActionExplanation(
            item: item, document: stored.provenance.name, page: remark.span.page, role: remark.role, found: found,
            analyzer: finding?.analyzer ?? "review", history: history)
        let answer = record.findings.first { $0.kind == .answer && $0.remark == remark.id }
        result.answers = answer?.fields["question"].flatMap { record.turn($0) }
        let response = record.findings.first { $0.kind == .response && $0.fields["request"] == item.id }
        if let response, response.remark != remark.id { result.answeredBy = record.turn(response.remark) }
        if let finding {
            let sentences = SentenceSplitter.ranges(in: remark.text)
            if let place = sentences.firstIndex(where: { $0.contains(finding.range.start) }) {
                if place > 0 { result.before = remark.words(sentences[place - 1]) }
                if place + 1 < sentences.count { result.after = remark.words(sentences[place + 1]) }
            }
        }
        return result
    }
}

extension AnalyzedMeeting {
    fileprivate func turn(_ id: String) -> ActionExplanation.Turn? {
        meeting.remarks.first { $0.id == id }.map {
            .init(remark: $0.id, label: $0.label, line: $0.span.line, text: $0.text)
        }
    }
}

extension Remark {
    /// Words of a range of its text, UTF-8.
    fileprivate func words(_ range: Range<Int>) -> String {
        String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }
}

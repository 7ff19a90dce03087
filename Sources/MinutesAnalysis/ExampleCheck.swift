import MinutesModel

/// An analyzer's example as a meeting of its own, with the places where hits are expected.
package struct ExampleMeeting: Sendable {
    /// A UTF-8 offset in a remark's text.
    package struct Place: Hashable, Sendable, Comparable {
        package var remark: Int
        package var offset: Int

        package static func < (a: Place, b: Place) -> Bool { (a.remark, a.offset) < (b.remark, b.offset) }
    }

    package var meeting: Meeting
    package var expected: [Place]

    /// - Parameter prefix: put in front of every remark, to catch offsets counted in anything but bytes. A hit that is
    ///   expected at the very start of a remark may then begin at the prefix or behind it.
    package init(_ example: AnalyzerExample, prefix: String = "") {
        var header = MeetingHeader(id: "m-example")
        header.date = example.date
        var remarks: [Remark] = []
        expected = []
        for (index, turn) in example.turns.enumerated() {
            let parts = turn.text.split(separator: "↓", omittingEmptySubsequences: false)
            var text = prefix
            for (position, part) in parts.enumerated() {
                if position > 0 { expected.append(Place(remark: index, offset: text.utf8.count)) }
                text += part
            }
            remarks.append(
                Remark(
                    id: "r\(index + 1)", order: index + 1, mark: "○", label: turn.label, role: turn.role, text: text,
                    span: SourceSpan(start: 0, end: text.utf8.count, line: index + 1, endLine: index + 1)))
        }
        meeting = Meeting(id: header.id, header: header, remarks: remarks)
    }
}

extension Analyzer {
    /// Runs the examples of the descriptor and says, in a sentence each, which do not hold. Empty: all hold.
    ///
    /// A matching example holds when hits begin at all its marks and nowhere else (without marks: when there is a hit),
    /// every hit has the example's kind, and the first has its fields. A non-matching one holds when there is no hit of
    /// its kind, or of any kind the analyzer produces. Evidence is checked in both.
    ///
    /// - Throws: what the analyzer throws.
    package func failingExamples(prefix: String = "") throws -> [String] {
        let examples = descriptor.examples
        return try examples.matching.compactMap { try problem(with: $0, matching: true, prefix: prefix) }
            + examples.nonMatching.compactMap { try problem(with: $0, matching: false, prefix: prefix) }
    }

    /// What the built-in analyzers find of the kinds this one requires.
    private func required(in meeting: Meeting, _ context: AnalysisContext) throws -> [Finding] {
        guard !descriptor.requires.isEmpty else { return [] }
        var ledger = FindingLedger(meeting)
        for analyzer in AnalyzerRegistry.builtIn.analyzers
        where analyzer.descriptor.requires.isEmpty && analyzer.descriptor.id != descriptor.id
            && analyzer.descriptor.produces.contains(where: descriptor.requires.contains)
        {
            ledger.enter(try analyzer.findings(in: meeting, context: context), from: analyzer.descriptor)
        }
        return ledger.findings(of: descriptor.requires)
    }

    private func problem(with example: AnalyzerExample, matching: Bool, prefix: String) throws -> String? {
        let set = ExampleMeeting(example, prefix: prefix)
        var context = AnalysisContext(for: set.meeting)
        context.earlier = try required(in: set.meeting, context)
        var ledger = FindingLedger(set.meeting)
        ledger.enter(try findings(in: set.meeting, context: context), from: descriptor)
        let analyzed = ledger.closed()
        let text = example.turns.map(\.text).joined(separator: " / ")
        func told(_ what: String) -> String {
            let hits = analyzed.findings.map {
                "\($0.kind.rawValue)「\($0.quote)」\($0.fields.sorted { $0.key < $1.key })"
            }
            return "\(descriptor.id): \(what): \(text) → \(hits)"
        }
        if let first = analyzed.meeting.diagnostics.first { return told(first.message) }
        let hits = analyzed.findings
        guard matching else {
            return hits.contains { example.kind == nil || $0.kind == example.kind } ? told("見つけてはならない") : nil
        }
        guard let first = hits.first else { return told("見つからない") }
        if let kind = example.kind, hits.contains(where: { $0.kind != kind }) {
            return told("種類が \(kind.rawValue) でない")
        }
        if let field = example.fields.sorted(by: { $0.key < $1.key }).first(where: { first.fields[$0.key] != $0.value })
        {
            return told("\(field.key) が「\(field.value)」でない")
        }
        guard !set.expected.isEmpty else { return nil }
        let found = Set(
            hits.map { hit in
                let remark = set.meeting.remarks.firstIndex { $0.id == hit.remark } ?? -1
                let start = hit.range.start
                return ExampleMeeting.Place(
                    remark: remark, offset: start == 0 ? prefix.utf8.count : start)
            })
        return found == Set(set.expected) ? nil : told("位置が ↓ と違う")
    }
}

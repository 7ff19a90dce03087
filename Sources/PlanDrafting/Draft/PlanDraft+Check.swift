import JapaneseText
import MinutesModel

extension PlanDraft {
    /// Proves the draft against the minutes: every source's quote stands in its remark where the source says, every
    /// line has a source that exists, and every finding a draft uses is in a section or in 未分類, or
    /// rejected by a person.
    ///
    /// - Returns: errors for what does not hold; warnings for sources in which a name of the attendance list is said
    ///   (quotes are verbatim: whoever publishes the draft has to look at them). Empty errors: the draft holds.
    public func check(against meetings: [AnalyzedMeeting]) -> [Diagnostic] {
        let byID = Dictionary(meetings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return checkSources(byID) + checkLines() + checkFindings(meetings) + names(byID)
    }

    private func checkSources(_ meetings: [String: AnalyzedMeeting]) -> [Diagnostic] {
        var remarks: [String: [String: Remark]] = [:]
        for (id, analyzed) in meetings {
            remarks[id] = Dictionary(
                analyzed.meeting.remarks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
        return sources.compactMap { source in
            guard let remark = remarks[source.meeting]?[source.remark] else {
                return error("draft.source-missing", "出典[\(source.number)]の発言が会議録にありません。取り込み直してから素案を作り直してください。")
            }
            guard source.range.start >= 0, source.range.end <= remark.text.utf8.count,
                remark.text.utf8Slice(source.range.range) == source.quote
            else {
                return error("draft.quote-differs", "出典[\(source.number)]の引用が会議録の文と違います。素案を作り直してください。")
            }
            return nil
        }
    }

    private func checkLines() -> [Diagnostic] {
        let known = Set(sources.map(\.number))
        return (sections + [unplaced]).flatMap { section in
            let lines = section.situation + section.directions + section.openPoints
            let all =
                lines.map { ($0.wording.text, $0.sources) } + section.measures.map { ($0.wording.text, $0.sources) }
            return all.filter { $0.1.isEmpty || !$0.1.allSatisfy(known.contains) }
                .map { error("draft.no-source", "「\(section.heading)」の行に出典がありません（\($0.0.prefix(20))…）。") }
        }
    }

    private func checkFindings(_ meetings: [AnalyzedMeeting]) -> [Diagnostic] {
        var inSections: Set<Int> = []
        for section in sections + [unplaced] {
            for line in section.situation + section.directions + section.openPoints {
                inSections.formUnion(line.sources)
            }
            for measure in section.measures { inSections.formUnion(measure.sources) }
        }
        let drafted = Set(sources.filter { inSections.contains($0.number) }.compactMap(\.finding)).union(rejected)
        return meetings.flatMap { analyzed in
            analyzed.findings.filter { DraftKinds.isUsed($0) && !drafted.contains($0.id) }.map {
                error("draft.finding-missing", "発言（\($0.kind.japaneseName)）が素案のどこにもありません: 「\($0.quote.prefix(30))…」")
            }
        }
    }

    private func names(_ meetings: [String: AnalyzedMeeting]) -> [Diagnostic] {
        var matchers: [String: PatternMatcher] = [:]
        return sources.compactMap { source in
            guard let meeting = meetings[source.meeting]?.meeting else { return nil }
            let matcher = matchers[source.meeting] ?? PatternMatcher(Self.forms(ofNamesIn: meeting))
            matchers[source.meeting] = matcher
            var isNamed = false
            source.quote.withUTF8Bytes { bytes in matcher.forEachMatch(in: bytes) { _, _ in isNamed = true } }
            guard isNamed else { return nil }
            return Diagnostic(
                .warning, code: "draft.name-in-quote",
                message: "出典[\(source.number)]の引用に出席者の氏名と思われる語があります。公表の前に確かめてください。", line: source.line)
        }
    }

    /// Full names, and the first two letters with a title or honorific behind (family names are two letters as a rule).
    private static func forms(ofNamesIn meeting: Meeting) -> [String] {
        let names = meeting.header.attendance.map(\.name) + meeting.remarks.compactMap(\.name)
        return names.uniqued.filter { $0.unicodeScalars.count >= 2 }.flatMap { name in
            let family = String(String.UnicodeScalarView(name.unicodeScalars.prefix(2)))
            return [name] + ["委員", "会長", "さん", "議員", "先生", "氏", "君", "様"].map { family + $0 }
        }.uniqued
    }

    private func error(_ code: String, _ message: String) -> Diagnostic {
        Diagnostic(.error, code: code, message: message)
    }
}

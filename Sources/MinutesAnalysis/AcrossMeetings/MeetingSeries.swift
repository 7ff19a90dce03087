import JapaneseText
import MinutesModel

/// The meetings of one body in order, walked once: what a meeting leaves open is looked for in those that follow.
struct MeetingSeries {
    private let meetings: [AnalyzedMeeting]
    private let analyzer: AnalyzerIdentity
    private var weights = PairWeights()
    private var open = OpenPoints()

    init(_ meetings: [AnalyzedMeeting], analyzer: AnalyzerIdentity) {
        self.meetings = meetings
        self.analyzer = analyzer
        for remark in meetings.lazy.flatMap(\.meeting.remarks) { weights.add(ContentPairs(remark.text).pairs) }
    }

    /// - Complexity: near linear in the sentences of the meetings.
    mutating func findings() -> [Finding] {
        var found: [Finding] = []
        for analyzed in meetings {
            let points = self.points(of: analyzed)
            if !open.points.isEmpty {
                found += reports(in: analyzed.meeting)
                found += points.compactMap { repetition($0, in: analyzed.meeting) }
            }
            for point in points { open.add(point) }
        }
        return found
    }

    // MARK: What stays open

    private func points(of analyzed: AnalyzedMeeting) -> [OpenPoint] {
        let remarks = Dictionary(analyzed.meeting.remarks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return analyzed.findings.compactMap { finding in
            guard Self.staysOpen.contains(finding.kind), let remark = remarks[finding.remark] else { return nil }
            let sentences = SentenceSplitter.ranges(in: remark.text)
            let before = sentences.last { $0.upperBound <= finding.range.start }
            return OpenPoint(
                finding: finding, meeting: analyzed.id, content: ContentPairs(finding.quote),
                before: ContentPairs(before.flatMap { remark.text.utf8Slice($0) } ?? ""))
        }
    }

    /// Decisions are settled, plan inputs wait for the plan.
    private static let staysOpen: Set<FindingKind> = [.commitment, .request, .openQuestion]

    // MARK: Reports

    private func reports(in meeting: Meeting) -> [Finding] {
        var found: [Finding] = []
        let reviews = Set(meeting.agenda.filter { Self.reviewsEarlier($0.title) }.map(\.id))
        for (index, remark) in meeting.remarks.enumerated() {
            let sentences = SentenceSplitter.ranges(in: remark.text)
            let asked = index > 0 ? question(meeting.remarks[index - 1]) : nil
            remark.text.withUTF8Bytes { bytes in
                for (number, sentence) in sentences.enumerated() {
                    var passage = Passage(
                        remark: remark, sentence: sentence, asked: number < Self.answering ? asked : nil, bytes: bytes)
                    if let item = remark.agenda, reviews.contains(item) { passage.refersBack = true }
                    found += Self.reporters.contains(remark.role) ? report(passage, bytes) : reminder(passage, bytes)
                }
            }
        }
        return found
    }

    /// 「前回の意見への対応について」: everything under it looks back.
    private static func reviewsEarlier(_ title: String) -> Bool {
        title.withUTF8Bytes { $0.holds(ReportLexicon.reviewing, in: 0..<$0.count) }
    }

    private static let reporters: Set<Role> = [.secretariat, .official, .chair, .viceChair]
    /// The first sentences of an answer speak of what the question named.
    private static let answering = 3

    /// A sentence with what it is about.
    private struct Passage {
        var remark: Remark
        var sentence: Range<Int>
        var content: ContentPairs
        var refersBack: Bool
        /// Whether the words of the question were needed to see what it is about.
        var leansOnQuestion: Bool

        init(remark: Remark, sentence: Range<Int>, asked: Question?, bytes: UnsafeBufferPointer<UInt8>) {
            self.remark = remark
            self.sentence = sentence
            let own = ContentPairs(bytes.text(sentence))
            content = asked.map { ContentPairs([own, $0.content]) } ?? own
            refersBack = bytes.holds(ReportLexicon.backward, in: sentence) || asked?.refersBack == true
            leansOnQuestion = asked != nil
        }
    }

    /// What a member asked just before.
    private struct Question {
        var content: ContentPairs
        var refersBack: Bool
    }

    /// - Returns: `nil` for a speech, and for one that does not end by asking: the answer may be about something else.
    private func question(_ remark: Remark) -> Question? {
        let longest = 450
        guard !Self.reporters.contains(remark.role) || remark.role == .chair, remark.text.utf8.count <= longest else {
            return nil
        }
        return remark.text.withUTF8Bytes { bytes in
            guard bytes.last(of: ReportLexicon.asking, at: bytes.count) != nil else { return nil }
            return Question(
                content: ContentPairs(remark.text), refersBack: bytes.holds(ReportLexicon.backward, in: 0..<bytes.count)
            )
        }
    }

    private func report(_ passage: Passage, _ bytes: UnsafeBufferPointer<UInt8>) -> [Finding] {
        guard let outcome = outcome(bytes, passage.sentence) else { return [] }
        let matches = open.matches(passage.content, weights: weights).filter {
            passage.refersBack
                ? $0.share >= 0.3 && $0.weight >= 6
                : !passage.leansOnQuestion && $0.share >= 0.5 && $0.weight >= 12 && $0.pairs >= 4
        }
        return Self.nearest(matches).compactMap { match in
            finding(
                .followUpReport, passage, match, confidence: match.share * (passage.refersBack ? 1.2 : 1),
                fields: ["outcome": outcome])
        }
    }

    /// A member who comes back to a point: 「前回もお願いしましたが、…」
    private func reminder(_ passage: Passage, _ bytes: UnsafeBufferPointer<UInt8>) -> [Finding] {
        guard bytes.holds(ReportLexicon.again, in: passage.sentence) else { return [] }
        let own = ContentPairs(bytes.text(passage.sentence))
        let matches = open.matches(own, weights: weights).filter { $0.share >= 0.3 && $0.weight >= 6 }
        return Self.nearest(matches).compactMap {
            finding(.repetition, passage, $0, confidence: $0.share, fields: [:])
        }
    }

    /// A request and the promise that answered it are often told together.
    private static func nearest(_ matches: [OpenPoints.Match]) -> [OpenPoints.Match] {
        guard let best = matches.first else { return [] }
        return Array(matches.prefix { $0.share >= 0.75 * best.share }.prefix(3))
    }

    private func finding(
        _ kind: FindingKind, _ passage: Passage, _ match: OpenPoints.Match, confidence: Double, fields: FindingFields
    ) -> Finding? {
        let point = open.points[match.point]
        var fields = fields
        fields["item"] = point.finding.id
        fields["itemQuote"] = point.finding.quote
        fields["itemMeeting"] = point.meeting
        return Finding(
            kind, analyzer: analyzer, in: passage.remark, range: passage.sentence, fields: fields,
            confidence: min(0.95, confidence))
    }

    /// `done`, `pending`, or `nil` where the sentence reports nothing.
    private func outcome(_ bytes: UnsafeBufferPointer<UInt8>, _ sentence: Range<Int>) -> String? {
        var end = sentence.upperBound
        while end > sentence.lowerBound, let (value, length) = bytes.scalar(before: end),
            [0x3002, 0xff0e, 0xff61, 0x20, 0x3000, 0x0a].contains(value)
        { end -= length }
        if bytes.last(of: ReportLexicon.notDone, at: end) != nil { return "pending" }
        guard bytes.last(of: ReportLexicon.done, at: end) != nil else { return nil }
        return bytes.holds(ReportLexicon.still, in: sentence) ? "pending" : "done"
    }

    // MARK: Repetitions

    private func repetition(_ point: OpenPoint, in meeting: Meeting) -> Finding? {
        let whole = weights.weight(of: point.content.pairs)
        guard whole >= 12, let remark = meeting.remarks.first(where: { $0.id == point.finding.remark }) else {
            return nil
        }
        let same = open.matches(point.content, weights: weights).first { match in
            let other = weights.weight(of: open.points[match.point].content.pairs)
            return match.pairs >= 4 && 2 * match.weight / (whole + other) >= 0.5
        }
        guard let same else { return nil }
        let earlier = open.points[same.point]
        return Finding(
            .repetition, analyzer: analyzer, in: remark, range: point.finding.range.start..<point.finding.range.end,
            fields: [
                "item": earlier.finding.id, "itemQuote": earlier.finding.quote, "itemMeeting": earlier.meeting,
                "of": point.finding.id,
            ], confidence: same.share)
    }
}

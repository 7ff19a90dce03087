import JapaneseText
import MinutesModel

/// Plans and items of a plan that a remark names, or under which it was said.
///
/// One finding a remark and plan or item, where it is first named. Fields, only what the text says: `plan`
/// (`第5次活動計画`), `item` (`基本目標2（6）`, `施策1-2`, `②`), `title`, the words of the item. Numbers are half-width, brackets
/// full-width. A remark under a topic boundary (`説明（略）。（基本目標２ …（６）…）`) has one more, at its first sentence, with the
/// item of the boundary and `via` = `boundary`.
public struct PlanReferenceAnalyzer: Analyzer {
    public static let descriptor = AnalyzerDescriptor(
        id: "plan-references", version: 1,
        summary: "発言が触れている計画と計画の項目（基本目標２、施策１－２、第５次活動計画など）を拾います。",
        summaryEnglish: "Plans and items of a plan that a remark names.",
        produces: [.planReference], examples: examples)

    private let matcher = PlanReferenceMatcher.standard

    public init() {}

    public var vocabulary: Vocabulary? { matcher.vocabulary }

    public func findings(in meeting: Meeting, context: AnalysisContext) throws -> [Finding] {
        let boundaries = Dictionary(
            meeting.topicBoundaries.map { boundary -> (String, FindingFields) in
                var fields = self.fields(ofBoundary: boundary.title)
                fields["via"] = "boundary"
                return (boundary.id, fields)
            }, uniquingKeysWith: { first, _ in first })
        let identity = Self.descriptor.identity
        let hits = context.hits(of: matcher.vocabulary, in: meeting)
        var findings: [Finding] = []
        for index in meeting.remarks.indices {
            if meeting.remarks[index].topicBoundary == nil, hits[index].isEmpty { continue }
            let (remark, text) = (meeting.remarks[index].id, meeting.remarks[index].text)
            let boundary = meeting.remarks[index].topicBoundary
            let folded = context.folded(at: index, of: meeting)
            var told: [FindingFields] = []
            let named = folded.bytes.withUnsafeBufferPointer {
                references(in: $0, hits[index], hasContext: boundary != nil)
            }
            for reference in named {
                let fields = Self.fields(of: reference) {
                    text.utf8Slice(folded.sourceRange(of: $0))
                }
                guard !told.contains(where: { $0["plan"] == fields["plan"] && $0["item"] == fields["item"] }) else {
                    continue
                }
                told.append(fields)
                let finding = Finding(
                    .planReference, analyzer: identity, remark: remark, text: text,
                    range: folded.sourceRange(of: reference.range), fields: fields)
                if let finding { findings.append(finding) }
            }
            guard let fields = boundary.flatMap({ boundaries[$0] }),
                !told.contains(where: { $0["item"] == fields["item"] }),
                let anchor = context.sentences(at: index, of: meeting).first
            else { continue }
            let finding = Finding(
                .planReference, analyzer: identity, remark: remark, text: text, range: anchor, fields: fields,
                confidence: 0.8)
            if let finding { findings.append(finding) }
        }
        return findings
    }

    private func references(
        in bytes: UnsafeBufferPointer<UInt8>, _ hits: ArraySlice<WordHit>, hasContext: Bool
    ) -> [PlanReference] {
        var scan = PlanReferenceScan(bytes: bytes, hasContext: hasContext)
        scan.run(hits, matcher)
        return scan.found
    }

    private static func fields(of reference: PlanReference, words: (Range<Int>) -> String?) -> FindingFields {
        var fields = FindingFields()
        fields["plan"] = reference.plan
        fields["item"] = reference.item
        fields["title"] = reference.title.flatMap(words)
        return fields
    }

    /// The item a boundary names; its whole title where it names none by number.
    private func fields(ofBoundary title: String) -> FindingFields {
        let folded = title.withUTF8Bytes { TextFolding.fold($0, AnalysisContext.folding) }
        return folded.bytes.withUnsafeBufferPointer { bytes -> FindingFields in
            let all = references(in: bytes, matcher.vocabulary.hits(in: bytes)[...], hasContext: true)
            guard let reference = all.first(where: { $0.item != nil }) else {
                var fields: FindingFields = ["item": bytes.text(0..<bytes.count)]
                fields["plan"] = all.first?.plan
                return fields
            }
            var fields = Self.fields(of: reference) { title.utf8Slice(folded.sourceRange(of: $0)) }
            // Behind the number of the item stand its words.
            if fields["title"] == nil,
                let rest = title.utf8Slice(folded.sourceRange(of: reference.range.upperBound..<bytes.count))
            {
                let words = rest.drop { " 　".contains($0) }
                if !words.isEmpty { fields["title"] = String(words) }
            }
            return fields
        }
    }

    private static let examples = AnalyzerExamples(
        matching: [
            AnalyzerExample("次は↓基本目標１の（３）に移ります。", role: .chair, fields: ["item": "基本目標1（3）"]),
            AnalyzerExample("↓第５次活動計画に載せてはどうか。", fields: ["plan": "第5次活動計画"]),
            AnalyzerExample("市は↓第６期地域福祉計画を作っています。", fields: ["plan": "第6期地域福祉計画"]),
            AnalyzerExample("↓第四次計画の↓基本目標３は達成しました。", fields: ["plan": "第4次計画"]),
            AnalyzerExample("↓施策１－２が遅れています。", fields: ["item": "施策1-2"]),
            AnalyzerExample("↓重点的な取り組み（１）は評価できます。", fields: ["item": "重点的な取り組み（1）"]),
            AnalyzerExample("↓「②隣近所の顔が見える」の説明をもう一度。", fields: ["item": "②", "title": "隣近所の顔が見える"]),
            AnalyzerExample("↓①の「通える場所がある」は道半ばです。", fields: ["item": "①", "title": "通える場所がある"]),
            AnalyzerExample("↓基本目標１を終えて、↓（３）について伺います。", fields: ["item": "基本目標1"]),
            AnalyzerExample("↓次期計画でも続けたい。", fields: ["plan": "次期計画"]),
            AnalyzerExample("↓障害福祉計画とも合わせます。", fields: ["plan": "障害福祉計画"]),
        ],
        nonMatching: [
            AnalyzerExample("基本目標は三つあります。目標３件を達成しました。"),
            AnalyzerExample("第３回の会議です。第２分科会の計画を伺います。"),
            AnalyzerExample("理由は（１）時間、（２）費用です。"),
            AnalyzerExample("部活動計画を学校が出します。"),
            AnalyzerExample("第５次は、まだ計画がありません。"),
            AnalyzerExample("福祉施策２０年の歩みです。"),
        ])
}

import Foundation
import JapaneseText
import MinutesModel

/// What a meeting says about where its remarks belong, looked up once.
struct MeetingContext {
    struct Named {
        var title: String
        var resolution: OutlineIndex.Resolution
    }

    let remarks: [String: Remark]
    /// Boundaries and agenda items that lead to an item, by id.
    let boundaries: [String: Named]
    let agenda: [String: Named]
    private var topicFindings: [String: [Finding]] = [:]
    private var remarksWithTopic: [String: Int] = [:]
    private var referenceFindings: [String: [Finding]] = [:]
    private var wordsOfRemarks: [String: WordFeatures] = [:]

    init(_ analyzed: AnalyzedMeeting, index: OutlineIndex) {
        let meeting = analyzed.meeting
        remarks = Dictionary(meeting.remarks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var named: [String: Named] = [:]
        for boundary in meeting.topicBoundaries {
            guard let resolution = Self.resolve(boundary.title, index) else { continue }
            named[boundary.id] = Named(title: boundary.title, resolution: resolution)
        }
        boundaries = named
        named = [:]
        for item in meeting.agenda {
            // An agenda item's own number is that of the agenda, not of the plan.
            guard let resolution = Self.resolve(item.title, index) ?? item.parent.flatMap({ named[$0]?.resolution })
            else {
                continue
            }
            named[item.id] = Named(title: item.title, resolution: resolution)
        }
        agenda = named
        for finding in analyzed.findings {
            if finding.kind == .topic { topicFindings[finding.remark, default: []].append(finding) }
            if finding.kind == .topic, let name = finding.fields["topic"] { remarksWithTopic[name, default: 0] += 1 }
            if finding.kind == .planReference { referenceFindings[finding.remark, default: []].append(finding) }
        }
    }

    private static func resolve(_ title: String, _ index: OutlineIndex) -> OutlineIndex.Resolution? {
        let steps = PlanReference.steps(in: title)
        if !steps.isEmpty, let resolution = index.resolve(steps) { return resolution }
        return index.item(titled: PlanHeading(title).title).map {
            OutlineIndex.Resolution(index: $0, complete: true, titleDiffers: false)
        }
    }

    /// Steps of the plan items named inside a range, or anywhere in the remark.
    ///
    /// The fields `item` and `title` of the finding say what is named; a finding without them is read from its
    /// quote. A finding that stands for the topic boundary (`via`) is left out: boundaries are looked up themselves.
    func references(in range: TextRange?, of remark: String) -> [[PlanReferenceStep]] {
        (referenceFindings[remark] ?? []).filter { $0.fields["via"] == nil && (range.map($0.range.overlaps) ?? true) }
            .map { finding in
                guard let item = finding.fields["item"] else {
                    return finding.fields["plan"] == nil ? PlanReference.steps(in: finding.quote) : []
                }
                return PlanReference.steps(in: item + (finding.fields["title"].map { "「\($0)」" } ?? ""))
            }
            .filter { !$0.isEmpty }
    }

    /// Topics that a finding names, or that its remark names anywhere, by name.
    ///
    /// The analyzer anchors a topic at its first word in the remark; a later sentence names it when it holds the same
    /// word. A topic weighs more the fewer remarks of the meeting have it and the more often the remark names it.
    func topics(of finding: Finding, wholeRemark: Bool) -> [Topic] {
        let quote = TextFolding.fold(finding.quote)
        let point = wholeRemark ? "" : TextFolding.fold(PlanStyle.gist(of: finding.quote))
        var result: [String: Double] = [:]
        for topic in topicFindings[finding.remark] ?? [] {
            guard let name = topic.fields["topic"] else { continue }
            let word = TextFolding.fold(topic.quote)
            let isNamed = topic.range.overlaps(finding.range) || quote.contains(word)
            guard wholeRemark || isNamed else { continue }
            let rarity = log2(1 + Double(remarks.count) / Double(max(1, remarksWithTopic[name] ?? 1)))
            let often = 1 + log(Double(max(1, Int(topic.fields["count"] ?? "1") ?? 1)))
            let isPoint = point.contains(word) ? 2.0 : 1
            result[name] = max(result[name] ?? 0, rarity * often * isPoint)
        }
        return result.sorted { $0.key < $1.key }.map { Topic(name: $0.key, weight: $0.value) }
    }

    struct Topic {
        var name: String
        var weight: Double
    }

    func features(of quote: String) -> WordFeatures { WordFeatures(quote) }

    /// - Complexity: O(n) in the remark the first time.
    mutating func features(of remark: Remark) -> WordFeatures {
        if let known = wordsOfRemarks[remark.id] { return known }
        let features = WordFeatures(remark.text)
        wordsOfRemarks[remark.id] = features
        return features
    }
}

extension TextRange {
    /// Whether the two have a byte in common.
    func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }
}

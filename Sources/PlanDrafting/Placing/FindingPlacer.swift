import MinutesModel

/// Places findings in an outline: by what the minutes name, then by topic, then by words.
///
/// Pure and deterministic. What leads nowhere is placed in 未分類; nothing is dropped.
public struct FindingPlacer: Sendable {
    /// Placings by topic or words below this go to 未分類.
    public static let defaultThreshold = 0.3

    let index: OutlineIndex
    let threshold: Double

    /// - Parameter threshold: 0…1; holds for placings by topic and words.
    public init(outline: PlanOutline, threshold: Double = FindingPlacer.defaultThreshold) {
        index = OutlineIndex(outline)
        self.threshold = threshold
    }

    /// Places the findings of one meeting that a draft uses.
    ///
    /// - Complexity: O(findings × items) in the worst case, when nothing is named.
    /// - Returns: one placement a finding, by finding id.
    public func placements(in analyzed: AnalyzedMeeting) -> [String: Placement] {
        var context = MeetingContext(analyzed, index: index)
        var result: [String: Placement] = [:]
        for finding in analyzed.findings where DraftKinds.isUsed(finding) {
            result[finding.id] = place(finding, in: &context)
        }
        return result
    }

    private func place(_ finding: Finding, in context: inout MeetingContext) -> Placement {
        guard let remark = context.remarks[finding.remark] else { return unplaced(finding, "発言が記録にありません。") }
        let base = remark.topicBoundary.flatMap { context.boundaries[$0] }
        if let hit = named(context.references(in: finding.range, of: remark.id), under: base?.resolution.index) {
            let score = hit.titleDiffers ? 0.6 : 1.0
            return placement(finding, hit.index, score, .sentence, "発言の中で「\(label(hit.index))」に触れている。")
        }
        if let base {
            let resolution = base.resolution
            let score = resolution.titleDiffers ? 0.55 : resolution.complete ? 0.9 : 0.7
            let doubt = resolution.titleDiffers ? "（番号は一致するが題名は異なる）" : ""
            let (item, also) = refined(resolution.index, finding)
            return placement(finding, item, score, .boundary, "「\(base.title)」の説明に続く議論での発言\(doubt)\(also)。")
        }
        if let agenda = remark.agenda.flatMap({ context.agenda[$0] }) {
            let (item, also) = refined(agenda.resolution.index, finding)
            return placement(finding, item, 0.8, .agenda, "議題「\(agenda.title)」での発言\(also)。")
        }
        if let hit = named(context.references(in: nil, of: remark.id), under: nil) {
            return placement(
                finding, hit.index, hit.titleDiffers ? 0.5 : 0.75, .remark, "同じ発言の中で「\(label(hit.index))」に触れている。")
        }
        // A remark that goes through several items says nothing about which of them a sentence belongs to.
        let goesThrough = context.references(in: nil, of: remark.id).count > 1
        let best = [
            byTopic(finding, context.topics(of: finding, wholeRemark: false), share: 1),
            byWords(finding, context.features(of: finding.quote), share: 1),
            goesThrough ? nil : byTopic(finding, context.topics(of: finding, wholeRemark: true), share: 0.75),
            goesThrough ? nil : byWords(finding, context.features(of: remark), share: 0.6),
        ].compactMap(\.self)
        if let first = best.first(where: { $0.score >= threshold }) { return first }
        guard let near = best.max(by: { $0.score < $1.score }) else {
            return unplaced(finding, "計画の項目に結びつく語も話題もない。")
        }
        return unplaced(finding, "最も近い項目でも一致が弱い（\(near.reason)）", score: near.score)
    }

    /// The item under a named one whose words stand in the finding, where one clearly does; else the named one.
    private func refined(_ item: Int, _ finding: Finding) -> (item: Int, also: String) {
        let below = index.descendants(of: item)
        guard !below.isEmpty else { return (item, "") }
        let words = WordFeatures(finding.quote)
        let ranked = below.map { ($0, index.coverage(of: $0, in: words)) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        guard ranked[0].1 >= 0.5, ranked.count < 2 || ranked[0].1 > ranked[1].1 + 0.1 else { return (item, "") }
        return (ranked[0].0, "。語が「\(index.entries[ranked[0].0].item.heading)」と重なる")
    }

    /// The item that all references lead to; `nil` when there is none or they lead apart.
    private func named(_ references: [[PlanReferenceStep]], under base: Int?) -> OutlineIndex.Resolution? {
        let hits = references.compactMap { index.resolve($0, under: base) }
        guard let first = hits.first else { return nil }
        return hits.allSatisfy { $0.index == first.index } ? first : nil
    }

    private func byTopic(_ finding: Finding, _ topics: [MeetingContext.Topic], share: Double) -> Placement? {
        var votes: [Int: (score: Double, topics: [String])] = [:]
        for topic in topics {
            let items = index.items(ofTopic: topic.name)
            for item in items {
                votes[item, default: (0, [])].score += topic.weight / Double(items.count)
                votes[item]?.topics.append(topic.name)
            }
        }
        guard !votes.isEmpty else { return nil }
        let words = WordFeatures(finding.quote)
        let ranked = votes.sorted { first, second in
            let left = first.value.score + 0.5 * index.coverage(of: first.key, in: words)
            let right = second.value.score + 0.5 * index.coverage(of: second.key, in: words)
            return left == right ? first.key < second.key : left > right
        }
        guard let best = ranked.first else { return nil }
        let all = topics.reduce(0) { $0 + $1.weight }
        let certainty = all > 0 ? best.value.score / all : 0
        let named = best.value.topics.joined(separator: "」「")
        let place = share == 1 ? "発言の話題" : "同じ発言の話題"
        return placement(
            finding, best.key, share * (0.35 + 0.35 * min(1, certainty)), .topic, "\(place)「\(named)」が項目と一致。")
    }

    private func byWords(_ finding: Finding, _ words: WordFeatures, share: Double) -> Placement? {
        let ranked = index.entries.indices.map { ($0, index.coverage(of: $0, in: words)) }
            .sorted { first, second in
                first.1 == second.1 ? index.entries[first.0].depth > index.entries[second.0].depth : first.1 > second.1
            }
        guard let best = ranked.first, best.1 > 0 else { return nil }
        // Two items that fit alike: a word in common is no reason to choose one.
        if ranked.count > 1, ranked[1].1 > best.1 - 0.02,
            index.entries[ranked[1].0].depth == index.entries[best.0].depth
        {
            return placement(finding, best.0, share * best.1 * 0.3, .words, "語の一致が複数の項目で同じ程度。")
        }
        let place = share == 1 ? "発言" : "同じ発言"
        return placement(finding, best.0, share * best.1 * 0.7, .words, "\(place)の語が項目「\(label(best.0))」と重なる。")
    }

    private func label(_ item: Int) -> String {
        let entry = index.entries[item]
        // 重点的な取り組み（１） is printed as （１） under its heading: name the heading too.
        return (entry.path.suffix(1) + [entry.item.heading]).joined(separator: " ")
    }

    private func placement(
        _ finding: Finding, _ item: Int, _ score: Double, _ basis: Placement.Basis, _ reason: String
    ) -> Placement {
        Placement(
            finding: finding.id, item: index.entries[item].item.id, score: (score * 100).rounded() / 100, basis: basis,
            reason: reason)
    }

    private func unplaced(_ finding: Finding, _ reason: String, score: Double = 0) -> Placement {
        Placement(finding: finding.id, item: nil, score: (score * 100).rounded() / 100, basis: .none, reason: reason)
    }
}

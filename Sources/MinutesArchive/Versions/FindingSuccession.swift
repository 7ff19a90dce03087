import MinutesModel

/// Where the findings of an older version went.
///
/// A finding follows its remark: to the same words there, else to those of its kind that resemble it most. Where the
/// remark has nothing like it any more, its id leads to the remark.
struct FindingSuccession {
    private(set) var successors: [String: FormerIDs.Successor] = [:]

    /// Resemblance from which two quotes in the same remark are one finding.
    private static let enough = 0.3
    /// Findings of one kind that are compared in a remark.
    private static let mostCompared = 64

    /// - Complexity: O(n) in the findings; in a remark that changed, the findings of a kind are compared with each other,
    ///   `mostCompared` at most.
    init(_ old: AnalyzedMeeting, _ new: AnalyzedMeeting, _ remarks: VersionMatching) {
        let oldFindings = Dictionary(grouping: old.findings, by: \.remark)
        let newFindings = Dictionary(grouping: new.findings, by: \.remark)
        let live = Set(new.findings.map(\.id))
        var matched: Set<Int> = []
        for pair in remarks.pairs {
            matched.insert(pair.old)
            let remark = new.meeting.remarks[pair.new]
            guard let findings = oldFindings[old.meeting.remarks[pair.old].id] else { continue }
            follow(findings, among: newFindings[remark.id] ?? [], in: remark.id, live: live)
        }
        for (place, remark) in old.meeting.remarks.enumerated() where !matched.contains(place) {
            for finding in oldFindings[remark.id] ?? [] where FindingKind.actions.contains(finding.kind) {
                successors[finding.id] = .removed
            }
        }
    }

    /// What two findings have in common that may be one.
    private struct Group: Hashable {
        var kind: FindingKind
        var analyzer: String
        var topic: String?

        init(_ finding: Finding) {
            (kind, analyzer, topic) = (finding.kind, finding.analyzer, finding.fields["topic"])
        }
    }

    private mutating func follow(
        _ findings: [Finding], among candidates: [Finding], in remark: String, live: Set<String>
    ) {
        let open = findings.filter { !live.contains($0.id) }
        guard !open.isEmpty else { return }
        let kept = Set(findings.map(\.id)).subtracting(open.map(\.id))
        let free = Dictionary(grouping: candidates.filter { !kept.contains($0.id) }, by: Group.init)
        for (group, former) in Dictionary(grouping: open, by: Group.init) {
            follow(former, among: free[group] ?? [], in: remark)
        }
    }

    /// The same with findings of one group on both sides.
    private mutating func follow(_ findings: [Finding], among candidates: [Finding], in remark: String) {
        var byQuote = Dictionary(grouping: candidates.reversed(), by: \.quote)
        var taken: Set<String> = []
        var rest: [Finding] = []
        for finding in findings {
            if let same = byQuote[finding.quote]?.popLast() {
                successors[finding.id] = .id(same.id)
                taken.insert(same.id)
            } else {
                rest.append(finding)
            }
        }
        guard !rest.isEmpty else { return }
        let near = candidates.filter { !taken.contains($0.id) }.prefix(Self.mostCompared)
            .map { (id: $0.id, sketch: TextSketch($0.quote)) }
        for finding in rest {
            let sketch = TextSketch(finding.quote)
            let best = near.filter { !taken.contains($0.id) }
                .map { (id: $0.id, score: sketch.similarity(to: $0.sketch)) }
                .max { ($0.score, $1.id) < ($1.score, $0.id) }
            if let best, best.score >= Self.enough {
                successors[finding.id] = .id(best.id)
                taken.insert(best.id)
            } else {
                successors[finding.id] = .id(remark)
            }
        }
    }
}

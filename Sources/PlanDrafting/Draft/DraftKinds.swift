import MinutesModel

/// Which findings a draft is made of.
enum DraftKinds {
    /// The seven kinds of `follow-ups`, and figures that are a score of an item (field `score`).
    static func isUsed(_ finding: Finding) -> Bool {
        FindingKind.followUps.contains(finding.kind) || isScore(finding)
    }

    static func isScore(_ finding: Finding) -> Bool { finding.kind == .figure && finding.fields["score"] != nil }
}

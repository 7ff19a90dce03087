import MinutesModel

extension AnalyzedMeeting {
    /// The meeting with its findings as people decided about them: those rejected are out, the others of the kind a person
    /// gave them.
    /// - Returns: it, and the ids of what was rejected of all that a draft uses.
    func decided(by ledger: DecisionLedger) -> (meeting: AnalyzedMeeting, rejected: [String]) {
        guard !ledger.decisions.isEmpty else { return (self, []) }
        var result = self
        var rejected: [String] = []
        result.findings = findings.compactMap { finding in
            if ledger.isRejected(finding.id) {
                if DraftKinds.isUsed(finding) { rejected.append(finding.id) }
                return nil
            }
            var finding = finding
            finding.kind = ledger.kind(of: finding)
            return finding
        }
        return (result, rejected)
    }
}

import Dispatch
import MinutesModel

/// Runs analyzers over meetings: each after those whose findings it requires, every finding checked against the text.
public struct AnalysisPipeline: Sendable {
    /// The analyzers in the order they run.
    let steps: [Step]
    /// The words of all their vocabularies.
    private let words: WordPass

    struct Step: Sendable {
        var analyzer: any Analyzer
        var descriptor: AnalyzerDescriptor
    }

    /// - Throws: `AnalysisSetupError` when an analyzer requires a kind that none produces, or analyzers wait for each
    ///   other.
    public init(_ registry: AnalyzerRegistry = .builtIn) throws(AnalysisSetupError) {
        let steps = registry.analyzers.map { Step(analyzer: $0, descriptor: $0.descriptor) }
        self.steps = try AnalyzerOrder.sorted(steps.map(\.descriptor)).map { steps[$0] }
        words = WordPass(steps.compactMap(\.analyzer.vocabulary))
    }

    /// Ids of the analyzers in the order they run.
    public var order: [String] { steps.map(\.descriptor.id) }

    /// What the findings of a meeting depend on beside the meeting: analyzers, versions, settings. While it is the same,
    /// kept findings need not be made again.
    public func signature(settings: [String: [String: String]] = [:]) -> String {
        steps.map { step in
            let id = step.descriptor.id
            let values = (settings[id] ?? [:]).sorted { $0.key < $1.key }.map { ";\($0.key)=\($0.value)" }
            return "\(id)/\(step.descriptor.version)\(values.joined())"
        }.sorted().joined(separator: " ")
    }

    /// Adds findings to one meeting.
    ///
    /// An analyzer that throws leaves a diagnostic (`analyzer.failed`); a finding whose evidence does not stand in the
    /// text is dropped with one (`finding.bad-evidence`). The rest stands.
    ///
    /// - Parameter settings: by analyzer id, then name.
    public func analyze(_ meeting: Meeting, settings: [String: [String: String]] = [:]) -> AnalyzedMeeting {
        var context = AnalysisContext(for: meeting)
        context.passed = words.hits(in: context.folded)
        var ledger = FindingLedger(meeting)
        // Analyzers that require the same are given the same, gathered once.
        var gathered: (kinds: [FindingKind], findings: [Finding]) = ([], [])
        for step in steps {
            context.settings = settings[step.descriptor.id] ?? [:]
            if gathered.kinds != step.descriptor.requires {
                gathered = (step.descriptor.requires, ledger.findings(of: step.descriptor.requires))
            }
            context.earlier = gathered.findings
            do {
                ledger.enter(try step.analyzer.findings(in: meeting, context: context), from: step.descriptor)
            } catch {
                ledger.failed(step.descriptor, error)
            }
        }
        return ledger.closed()
    }

    /// Adds findings to many meetings on all cores. The results stand in the order of the meetings and are the same as
    /// those of one after the other. For more meetings than fit in memory, call it with a few hundred at a time.
    public func analyze(
        _ meetings: [Meeting], settings: [String: [String: String]] = [:]
    ) -> [AnalyzedMeeting] {
        guard meetings.count > 1 else { return meetings.map { analyze($0, settings: settings) } }
        return Array(unsafeUninitializedCapacity: meetings.count) { places, count in
            // Each iteration writes its own place and reads none.
            nonisolated(unsafe) let results = places
            DispatchQueue.concurrentPerform(iterations: meetings.count) { index in
                (results.baseAddress! + index).initialize(to: analyze(meetings[index], settings: settings))
            }
            count = meetings.count
        }
    }
}

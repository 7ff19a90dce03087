/// What the analyzer finds and what it leaves alone, in invented sentences of many fields.
enum FollowUpExamples {
    static let all = AnalyzerExamples(
        matching: [
            AnalyzerExample("↓今後も保護者の皆様への周知に努めてまいります。", role: .official, kind: .commitment)
        ],
        nonMatching: [
            AnalyzerExample("次の議題に移ります。", role: .chair)
        ])
}

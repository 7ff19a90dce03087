extension AnalyzerRegistry {
    /// The analyzers that come with the program. A new file in this folder is added here; a test sees to it.
    public static let builtIn = AnalyzerRegistry(distinct: [
        FollowUpAnalyzer(),
        TopicAnalyzer(),
        QuestionAnswerAnalyzer(),
        ResponseAnalyzer(),
        PlanReferenceAnalyzer(),
        FigureAnalyzer(),
    ])
}

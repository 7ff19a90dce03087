import MinutesModel

/// The analyzers a program knows, in the order they were registered. A value that is passed on.
public struct AnalyzerRegistry: Sendable {
    public private(set) var analyzers: [any Analyzer] = []

    public init() {}

    /// - Throws: `AnalysisSetupError.duplicateID`.
    public init(_ analyzers: [any Analyzer]) throws(AnalysisSetupError) {
        for analyzer in analyzers { try register(analyzer) }
    }

    /// Takes the built-in list as it stands; a test makes sure that its ids differ.
    init(distinct analyzers: [any Analyzer]) { self.analyzers = analyzers }

    public var ids: [String] { analyzers.map(\.descriptor.id) }

    public var descriptors: [AnalyzerDescriptor] { analyzers.map(\.descriptor) }

    /// - Throws: `AnalysisSetupError.duplicateID`; the registry stays as it was.
    public mutating func register(_ analyzer: any Analyzer) throws(AnalysisSetupError) {
        let id = analyzer.descriptor.id
        guard !ids.contains(id) else { throw .duplicateID(id) }
        analyzers.append(analyzer)
    }

    /// Puts an analyzer in the place of the one with the same id: the same rules with other data.
    /// - Throws: `AnalysisSetupError.unknownID`, which lists the known ones.
    public func replacing(_ analyzer: any Analyzer) throws(AnalysisSetupError) -> AnalyzerRegistry {
        let id = analyzer.descriptor.id
        guard let place = ids.firstIndex(of: id) else { throw .unknownID(id, known: ids) }
        var copy = self
        copy.analyzers[place] = analyzer
        return copy
    }

    /// - Throws: `AnalysisSetupError.unknownID`, which lists the known ones.
    public func analyzer(_ id: String) throws(AnalysisSetupError) -> any Analyzer {
        guard let found = analyzers.first(where: { $0.descriptor.id == id }) else { throw .unknownID(id, known: ids) }
        return found
    }

    /// The analyzers named in `only` (`nil`: all) less those named in `without`, in the order of registration.
    /// - Throws: `AnalysisSetupError.unknownID` for a name that is not known, in either list.
    public func selecting(
        only: [String]? = nil, without: [String] = []
    ) throws(AnalysisSetupError) -> AnalyzerRegistry {
        for id in (only ?? []) + without where !ids.contains(id) { throw .unknownID(id, known: ids) }
        return AnalyzerRegistry(
            distinct: analyzers.filter {
                let id = $0.descriptor.id
                return only?.contains(id) != false && !without.contains(id)
            })
    }
}

import MinutesAnalysis
import MinutesExport
import MinutesModel
import MinutesReading

/// Everything that is plugged in: readers, analyzers, exporters.
public struct Plugins: Sendable {
    public struct Entry: Codable, Sendable {
        public var kind: String
        public var id: String
        public var version: Int?
        public var summary: String
        /// Kinds of findings an analyzer makes.
        public var produces: [String]
        public var requires: [String]
    }

    private let readers: ReaderRegistry
    private let analyzers: AnalyzerRegistry
    private let exporters: ExporterRegistry

    public init(readers: ReaderRegistry = .builtIn, analyzers: AnalyzerRegistry = .builtIn) throws {
        self.readers = readers
        self.analyzers = analyzers
        exporters = try ExporterRegistry.withBuiltIn()
    }

    public var list: [Entry] {
        let reading = readers.readers.map { reader in
            Entry(
                kind: "reader", id: type(of: reader).id, version: nil, summary: type(of: reader).summary, produces: [],
                requires: [])
        }
        let analysing = analyzers.descriptors.map { descriptor in
            Entry(
                kind: "analyzer", id: descriptor.id, version: descriptor.version, summary: descriptor.summary,
                produces: descriptor.produces.map(\.rawValue), requires: descriptor.requires.map(\.rawValue))
        }
        let exporting = exporters.exporters.map { exporter in
            Entry(
                kind: "exporter", id: exporter.id, version: nil, summary: exporter.summary, produces: [], requires: [])
        }
        return reading + analysing + exporting
    }

    /// One plugin's page: what it is, and for an analyzer the sentences it takes and those it leaves.
    /// - Throws: `RequestProblem.noSuchThing`.
    public func page(of id: String) throws -> String {
        guard let entry = list.first(where: { $0.id == id }) else {
            throw RequestProblem.noSuchPlugin(id, list.map(\.id))
        }
        var lines = ["\(entry.id)（\(entry.kind)\(entry.version.map { " 第\($0)版" } ?? "")）", entry.summary]
        guard let descriptor = analyzers.descriptors.first(where: { $0.id == id }) else {
            return lines.joined(separator: "\n")
        }
        lines += [descriptor.summaryEnglish, "", "つくるもの：" + entry.produces.joined(separator: "、")]
        if !entry.requires.isEmpty { lines.append("前提とするもの：" + entry.requires.joined(separator: "、")) }
        lines += ["", "拾う文（↓が引用の始まり）"] + descriptor.examples.matching.map(Self.line)
        lines += ["", "拾わない文"] + descriptor.examples.nonMatching.map(Self.line)
        return lines.joined(separator: "\n")
    }

    private static func line(_ example: AnalyzerExample) -> String {
        let turns = example.turns.map { "\($0.label)：\($0.text)" }.joined(separator: "\n      ")
        return "  ・" + turns + (example.kind.map { "　→ \($0.japaneseName)" } ?? "")
    }
}

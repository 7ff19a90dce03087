/// The exporters a program knows: a value that is passed on.
public struct ExporterRegistry: Sendable {
    private var known: [String: any Exporter.Type] = [:]

    /// An empty registry.
    public init() {}

    /// The exporters of this library.
    public static let builtIn: [any Exporter.Type] = [
        ActionsCSVExporter.self, ActionsICSExporter.self, ActionsJSONExporter.self, ActionsMarkdownExporter.self,
        ActionsXLSXExporter.self, MeetingJSONExporter.self,
        MinutesMarkdownExporter.self, RemarksCSVExporter.self,
    ]

    /// A registry with the exporters of this library.
    public static func withBuiltIn() throws -> ExporterRegistry {
        var registry = ExporterRegistry()
        for exporter in builtIn { try registry.add(exporter) }
        return registry
    }

    /// Adds one.
    /// - Throws: `ExporterError.duplicate` when its id is taken.
    public mutating func add(_ exporter: any Exporter.Type) throws {
        guard known[exporter.id] == nil else { throw ExporterError.duplicate(exporter.id) }
        known[exporter.id] = exporter
    }

    /// All exporters by id.
    public var exporters: [any Exporter.Type] { known.keys.sorted().compactMap { known[$0] } }

    /// - Throws: `ExporterError.unknown`, which lists the known ids.
    public func exporter(_ id: String) throws -> any Exporter {
        guard let type = known[id] else { throw ExporterError.unknown(id, known: known.keys.sorted()) }
        return type.init()
    }
}

/// Why an exporter could not be had.
public enum ExporterError: Error, Hashable, Sendable, CustomStringConvertible {
    case duplicate(String)
    case unknown(String, known: [String])

    public var description: String {
        switch self {
        case .duplicate(let id): "書き出し形式「\(id)」が二重に登録されています。一方の id を変えてください。"
        case .unknown(let id, let known):
            "書き出し形式「\(id)」はありません。使えるもの: \(known.joined(separator: "、"))"
        }
    }
}

import MinutesModel

/// The readers in use. A value that is passed on; the first reader that takes a document reads it.
public struct ReaderRegistry: Sendable {
    public let readers: [any DocumentReader]

    /// - Throws: `ReadingError.duplicateReader` when two share an id.
    public init(_ readers: [any DocumentReader]) throws {
        var ids: Set<String> = []
        for reader in readers where !ids.insert(type(of: reader).id).inserted {
            throw ReadingError.duplicateReader(id: type(of: reader).id)
        }
        self.readers = readers
    }

    private init(unchecked readers: [any DocumentReader]) { self.readers = readers }

    /// The readers that come with the program, in the order they are asked: the particular before the general.
    public static let builtIn = ReaderRegistry(unchecked: [
        NDLReader(), DocxReader(), PDFReader(), HTMLReader(), MarkdownReader(), PlainTextReader(),
    ])

    /// Ids in the order they are asked.
    public var ids: [String] { readers.map { type(of: $0).id } }

    /// The same with further readers, which are asked before the others.
    /// - Throws: `ReadingError.duplicateReader` when two share an id.
    public func adding(_ further: [any DocumentReader]) throws -> ReaderRegistry {
        try ReaderRegistry(further + readers)
    }

    /// - Throws: `ReadingError.unknownReader`, which lists the known ones.
    public func reader(id: String) throws -> any DocumentReader {
        guard let reader = readers.first(where: { type(of: $0).id == id }) else {
            throw ReadingError.unknownReader(id: id, known: ids)
        }
        return reader
    }

    /// - Throws: `ReadingError.unknownFormat`, which lists what is known, or `.binary` where the bytes tell what they are.
    public func reader(for source: SourceBytes) throws -> any DocumentReader {
        if let reader = readers.first(where: { $0.canRead(source) }) { return reader }
        if let kind = BinaryKind.of(source.bytes) { throw ReadingError.binary(name: source.name, kind: kind) }
        throw ReadingError.unknownFormat(name: source.name, known: readers.map { type(of: $0).summary })
    }

    /// Reads a document with the first reader that takes it.
    /// - Throws: `ReadingError`.
    public func read(_ source: SourceBytes) throws -> Parsed<SourceText> {
        try reader(for: source).read(source)
    }
}

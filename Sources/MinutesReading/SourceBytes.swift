/// A document as it came: its bytes and the name it came under.
public struct SourceBytes: Sendable {
    /// File name or address, for messages and for telling the format.
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// What stands behind the last dot of the file name, in small letters; empty where there is none.
    public var fileExtension: String {
        let file = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return "" }
        return file[file.index(after: dot)...].lowercased()
    }
}

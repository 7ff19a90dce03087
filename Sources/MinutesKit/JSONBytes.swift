import MinutesExport

/// JSON as every file and answer of this program is written.
public enum JSONBytes {
    /// - Throws: `EncodingError`.
    public static func encode(_ value: some Encodable) throws -> [UInt8] { Array(try JSONText.text(of: value).utf8) }
}

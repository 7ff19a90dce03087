/// One file in a ZIP, as the directory describes it.
package struct ZipEntry: Sendable, Hashable {
    /// The path inside, parts divided by `/`; ends in `/` for a folder.
    package var name: String
    package var method: Method
    package var compressedSize: Int
    /// Bytes after expanding.
    package var size: Int
    package var checksum: UInt32
    package var isEncrypted: Bool
    /// Where the compressed bytes stand in the file.
    package var data: Range<Int>

    package enum Method: Sendable, Hashable {
        case stored, deflate
        case other(Int)

        init(code: Int) {
            switch code {
            case 0: self = .stored
            case 8: self = .deflate
            default: self = .other(code)
            }
        }

        var code: Int {
            switch self {
            case .stored: 0
            case .deflate: 8
            case .other(let code): code
            }
        }
    }

    package var isFolder: Bool { name.hasSuffix("/") }
}

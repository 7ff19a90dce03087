/// Writes ZIP files in memory. The same entries give the same bytes: every date is the first one ZIP knows, 1980-01-01.
package struct ZipWriter {
    private var file: [UInt8] = []
    private var stream = ZipStream()

    package init() {}

    /// Adds a file. It is deflated where that makes it smaller, unless `isStored` asks for its bytes as they are.
    /// - Throws: `ZipError.unwritable` for names that are unsafe or too long and for 4 GB and more; `.duplicateName`.
    package mutating func add(_ name: String, _ contents: [UInt8], isStored: Bool = false) throws(ZipError) {
        file += try stream.entry(name, contents, isStored: isStored)
    }

    /// The file with its directory.
    package func finished() -> [UInt8] { file + stream.directory() }
}

/// How much a ZIP file may hold before it is refused.
package struct ZipLimits: Sendable, Hashable {
    /// Entries of the directory.
    package var entries: Int
    /// Bytes of one expanded entry.
    package var entryBytes: Int
    /// Bytes of all expanded entries together, as the directory declares them.
    package var totalBytes: Int
    /// Expanded size over compressed size. XML of an office document stays below 50, invented repetition below 200;
    /// deflate ends at 1032, which is what bombs use.
    package var ratio: Int
    /// Below this expanded size the ratio is not looked at: a short run of one byte is harmless.
    package var ratioFloor: Int

    package init(
        entries: Int = 10_000, entryBytes: Int = 512 << 20, totalBytes: Int = 1 << 30, ratio: Int = 250,
        ratioFloor: Int = 4 << 20
    ) {
        self.entries = entries
        self.entryBytes = entryBytes
        self.totalBytes = totalBytes
        self.ratio = ratio
        self.ratioFloor = ratioFloor
    }

    package static let standard = ZipLimits()
}

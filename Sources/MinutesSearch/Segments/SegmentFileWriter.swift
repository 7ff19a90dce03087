import Foundation

/// Writes a segment section by section to a temporary file that gets its name when it is whole.
///
/// Sections are given in the order of `SegmentLayout.Section`; no more than a little of the file is in memory.
final class SegmentFileWriter {
    private let folder: String
    private let temporary: String
    private let file: Int32
    private var waiting: [UInt8] = []
    /// Bytes of the body so far, those that wait included.
    private var length = 0
    private var sums = ByteWriter()
    private var table: [(offset: Int, length: Int)] = []
    private var isFinished = false

    /// - Parameter tag: tells apart what is written to the folder at the same time.
    init(folder: String, tag: String) throws(SearchIndexError) {
        self.folder = folder
        temporary = folder + "/segment-\(getpid())-\(tag).tmp"
        file = open(temporary, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw .system(path: temporary, reason: MappedFile.reason) }
        waiting.reserveCapacity(SegmentLayout.pieceLength * 17)
    }

    deinit {
        if !isFinished {
            close(file)
            unlink(temporary)
        }
    }

    /// Begins the next section.
    func begin(_ section: SegmentLayout.Section) throws(SearchIndexError) {
        precondition(section.rawValue == table.count)
        endSection()
        while !length.isMultiple(of: SegmentLayout.alignment) { try append([0]) }
        table.append((SegmentLayout.headerLength + length, 0))
    }

    private func endSection() {
        guard let last = table.last else { return }
        table[table.count - 1].length = SegmentLayout.headerLength + length - last.offset
    }

    func append(_ bytes: [UInt8]) throws(SearchIndexError) {
        waiting.append(contentsOf: bytes)
        length += bytes.count
        if waiting.count >= SegmentLayout.pieceLength * 16 { try writePieces() }
    }

    func append(numbers: [UInt32]) throws(SearchIndexError) {
        waiting.reserveCapacity(waiting.count + numbers.count * 4)
        for start in stride(from: 0, to: numbers.count, by: 1 << 16) {
            var bytes = ByteWriter()
            bytes.reserve(4 << 16)
            for number in numbers[start..<min(numbers.count, start + 1 << 16)] { bytes.append(number) }
            try append(bytes.bytes)
        }
    }

    func append(section: SegmentLayout.Section, _ bytes: [UInt8]) throws(SearchIndexError) {
        try begin(section)
        try append(bytes)
    }

    private func writePieces() throws(SearchIndexError) {
        var done = 0
        while waiting.count - done >= SegmentLayout.pieceLength {
            sums.append(sum(done..<(done + SegmentLayout.pieceLength)))
            done += SegmentLayout.pieceLength
        }
        try write(upTo: done)
    }

    private func sum(_ range: Range<Int>) -> UInt64 {
        waiting.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    /// Where in the file the next byte goes.
    private var written = SegmentLayout.headerLength

    private func write(upTo end: Int) throws(SearchIndexError) {
        guard end > 0 else { return }
        let place = written
        let failed = waiting.withUnsafeBytes { buffer in
            !Self.put(UnsafeRawBufferPointer(rebasing: buffer[..<end]), file, at: place)
        }
        if failed { throw .system(path: temporary, reason: MappedFile.reason) }
        written += end
        waiting.removeSubrange(..<end)
    }

    private static func put(_ bytes: UnsafeRawBufferPointer, _ file: Int32, at place: Int) -> Bool {
        var done = 0
        while done < bytes.count {
            let put = pwrite(file, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(place + done))
            if put < 0, errno == EINTR { continue }
            if put <= 0 { return false }
            done += put
        }
        return true
    }

    /// Counts of a segment, for its header.
    struct Counts {
        var meetings = 0, remarks = 0, strings = 0, terms = 0, positions = 0
    }

    /// Ends the file and gives it its name.
    /// - Parameter flushes: whether the file must be on the disk before it has its name.
    /// - Returns: the name and the length in bytes.
    func finish(_ counts: Counts, flushes: Bool) throws(SearchIndexError) -> (name: String, bytes: Int) {
        try begin(.sums)
        // The last piece of the body ends where the sums begin.
        try writePieces()
        if !waiting.isEmpty { sums.append(sum(0..<waiting.count)) }
        let sumsSum = sums.bytes.withUnsafeBytes(Checksum.of)
        let content = sums.bytes
        waiting.append(contentsOf: content)
        length += content.count
        try write(upTo: waiting.count)
        endSection()
        let total = SegmentLayout.headerLength + length
        let header = header(counts, total: total, sumsSum: sumsSum)
        guard header.withUnsafeBytes({ Self.put($0, file, at: 0) }), !flushes || fsync(file) == 0 else {
            throw .system(path: temporary, reason: MappedFile.reason)
        }
        isFinished = true
        let name = IndexManifest.segmentName(digest: header.withUnsafeBytes(Checksum.of))
        guard close(file) == 0, rename(temporary, folder + "/" + name) == 0 else {
            let reason = MappedFile.reason
            unlink(temporary)
            throw .system(path: folder + "/" + name, reason: reason)
        }
        return (name, total)
    }

    private func header(_ counts: Counts, total: Int, sumsSum: UInt64) -> [UInt8] {
        typealias Header = SegmentLayout.Header
        var header = [UInt8](repeating: 0, count: SegmentLayout.headerLength)
        header.withUnsafeMutableBytes { raw in
            raw.copyBytes(from: SegmentLayout.magic)
            func set32(_ value: UInt32, _ offset: Int) {
                raw.storeBytes(of: value.littleEndian, toByteOffset: offset, as: UInt32.self)
            }
            func set64(_ value: UInt64, _ offset: Int) {
                raw.storeBytes(of: value.littleEndian, toByteOffset: offset, as: UInt64.self)
            }
            set32(SegmentLayout.version, Header.version)
            set32(UInt32(table.count), Header.sections)
            set64(UInt64(total), Header.fileLength)
            set64(sumsSum, Header.sumsSum)
            set64(UInt64(counts.meetings), Header.meetings)
            set64(UInt64(counts.remarks), Header.remarks)
            set64(UInt64(counts.strings), Header.strings)
            set64(UInt64(counts.terms), Header.terms)
            set64(UInt64(counts.positions), Header.positions)
            for (number, row) in table.enumerated() {
                set64(UInt64(row.offset), Header.table + number * Header.row)
                set64(UInt64(row.length), Header.table + number * Header.row + 8)
            }
            // Of the header with a zero in its place.
            set64(Checksum.of(UnsafeRawBufferPointer(raw)), Header.headerSum)
        }
        return header
    }
}

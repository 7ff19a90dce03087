/// Reads the central directory at the end of a ZIP file (PKWARE APPNOTE 6.3, 4.3).
struct ZipDirectory {
    private let file: LittleEndian
    private let limits: ZipLimits
    /// Bytes in front of the archive, to which its offsets do not count (self-extracting files).
    private var prefix = 0

    init(_ file: LittleEndian, limits: ZipLimits) {
        self.file = file
        self.limits = limits
    }

    private struct Extent {
        var entries: Int
        var size: Int
        var offset: Int
    }

    mutating func read() throws(ZipError) -> [ZipEntry] {
        guard let end = endRecord() else { throw .notZip }
        var extent = try extent(endRecord: end)
        var before = end
        if extent.entries == 0xFFFF || extent.size == 0xFFFF_FFFF || extent.offset == 0xFFFF_FFFF {
            (extent, before) = try zip64Extent(endRecord: end)
        }
        guard extent.entries <= limits.entries else {
            throw .tooManyEntries(count: extent.entries, limit: limits.entries)
        }
        // The directory ends where the end record begins; offsets are off by what stands in front of the archive.
        let start = before - extent.size
        guard start >= 0, extent.offset <= start else {
            throw .broken(entry: nil, reason: "目次の場所が記録と合いません")
        }
        prefix = start - extent.offset
        var entries: [ZipEntry] = []
        entries.reserveCapacity(extent.entries)
        var headers: [Range<Int>] = []
        var total = 0
        var offset = start
        for _ in 0..<extent.entries {
            let (entry, header, next) = try entry(at: offset, before: before, number: entries.count + 1)
            total += min(entry.size, Int.max - total)
            guard entry.size <= limits.totalBytes, total <= limits.totalBytes else {
                throw .tooLargeTogether(bytes: total, limit: limits.totalBytes)
            }
            entries.append(entry)
            headers.append(header..<entry.data.upperBound)
            offset = next
        }
        guard offset <= before else { throw .broken(entry: nil, reason: "目次の長さが記録と合いません") }
        try refuseOverlap(headers, entries, directory: start)
        return entries
    }

    /// The end record: 22 bytes and a comment that reaches exactly to the end of the file.
    private func endRecord() -> Int? {
        var offset = file.bytes.count - 22
        let first = max(0, offset - 0xFFFF)
        while offset >= first {
            if file.bytes[offset] == 0x50, file.uint32(offset) == 0x0605_4B50,
                let comment = file.uint16(offset + 20), offset + 22 + comment == file.bytes.count
            {
                return offset
            }
            offset -= 1
        }
        return nil
    }

    private func extent(endRecord end: Int) throws(ZipError) -> Extent {
        guard let disk = file.uint16(end + 4), let first = file.uint16(end + 6), let here = file.uint16(end + 8),
            let all = file.uint16(end + 10), let size = file.uint32(end + 12), let offset = file.uint32(end + 16)
        else { throw .notZip }
        guard disk == first || disk == 0xFFFF, here == all else { throw .severalDisks }
        return Extent(entries: all, size: size, offset: offset)
    }

    private func zip64Extent(endRecord end: Int) throws(ZipError) -> (Extent, before: Int) {
        guard file.uint32(end - 20) == 0x0706_4B50, let stated = file.uint64(end - 12) else {
            throw .broken(entry: nil, reason: "ZIP64の終わりの印がありません")
        }
        // In front of the locator, whatever stands in front of the archive.
        let record = [stated, end - 20 - 56].first { file.uint32($0) == 0x0606_4B50 }
        guard let record, record <= end - 20 - 56, let entries = file.uint64(record + 32),
            let size = file.uint64(record + 40),
            let offset = file.uint64(record + 48)
        else { throw .broken(entry: nil, reason: "ZIP64の終わりの記録が壊れています") }
        return (Extent(entries: entries, size: size, offset: offset), record)
    }

    /// One entry of the directory, where its local header begins, and where the next entry stands.
    private func entry(at offset: Int, before end: Int, number: Int) throws(ZipError) -> (ZipEntry, Int, Int) {
        guard offset + 46 <= end, file.uint32(offset) == 0x0201_4B50, let flags = file.uint16(offset + 8),
            let method = file.uint16(offset + 10), let checksum = file.uint32(offset + 16),
            var compressed = file.uint32(offset + 20), var size = file.uint32(offset + 24),
            let nameLength = file.uint16(offset + 28), let extraLength = file.uint16(offset + 30),
            let commentLength = file.uint16(offset + 32), let disk = file.uint16(offset + 34),
            var header = file.uint32(offset + 42), let rawName = file.slice(offset + 46, nameLength),
            offset + 46 + nameLength + extraLength + commentLength <= end
        else { throw .broken(entry: nil, reason: "目次の\(number)番目が壊れています") }
        let name = ZipEntryName.decode(rawName, isUTF8: flags & 0x800 != 0)
        guard ZipEntryName.isSafe(name) else { throw .unsafeName(entry: name) }
        guard disk == 0 || disk == 0xFFFF else { throw .severalDisks }
        if size == 0xFFFF_FFFF || compressed == 0xFFFF_FFFF || header == 0xFFFF_FFFF {
            let extra = offset + 46 + nameLength
            guard
                let wide = zip64Numbers(
                    extra..<extra + extraLength, size: size, compressed: compressed, header: header)
            else { throw .broken(entry: name, reason: "ZIP64の大きさの記録が壊れています") }
            (size, compressed, header) = wide
        }
        guard header <= file.bytes.count - prefix else { throw .broken(entry: name, reason: "場所がファイルの外です") }
        let data = try data(header: header + prefix, name: name, rawName: rawName, compressed: compressed)
        let entry = ZipEntry(
            name: name, method: ZipEntry.Method(code: method), compressedSize: compressed, size: size,
            checksum: UInt32(truncatingIfNeeded: checksum),
            // Bit 0: encrypted; bit 6: strongly; bit 13: the directory itself.
            isEncrypted: flags & 0x2041 != 0, data: data)
        return (entry, header + prefix, offset + 46 + nameLength + extraLength + commentLength)
    }

    /// The 64-bit numbers stand in the extra field 0x0001, those that do not fit, in this order.
    private func zip64Numbers(
        _ extra: Range<Int>, size: Int, compressed: Int, header: Int
    ) -> (size: Int, compressed: Int, header: Int)? {
        var offset = extra.lowerBound
        while offset + 4 <= extra.upperBound, let id = file.uint16(offset), let length = file.uint16(offset + 2) {
            guard offset + 4 + length <= extra.upperBound else { return nil }
            guard id == 1 else {
                offset += 4 + length
                continue
            }
            var numbers = [size, compressed, header]
            var place = offset + 4
            for index in numbers.indices where numbers[index] == 0xFFFF_FFFF {
                guard place + 8 <= offset + 4 + length, let wide = file.uint64(place) else { return nil }
                numbers[index] = wide
                place += 8
            }
            return (numbers[0], numbers[1], numbers[2])
        }
        return nil
    }

    /// Where the data stands, behind the local header, whose name has to be the directory's.
    private func data(
        header: Int, name: String, rawName: UnsafeBufferPointer<UInt8>, compressed: Int
    ) throws(ZipError) -> Range<Int> {
        guard file.uint32(header) == 0x0403_4B50, let nameLength = file.uint16(header + 26),
            let extraLength = file.uint16(header + 28), let localName = file.slice(header + 30, nameLength)
        else { throw .broken(entry: name, reason: "見出しが目次の示す場所にありません") }
        guard localName.elementsEqual(rawName) else { throw .broken(entry: name, reason: "見出しと目次の名前が違います") }
        let start = header + 30 + nameLength + extraLength
        guard file.slice(start, compressed) != nil else { throw .broken(entry: name, reason: "データが途中で切れています") }
        return start..<start + compressed
    }

    /// Entries that share bytes are how small files expand without end.
    private func refuseOverlap(_ places: [Range<Int>], _ entries: [ZipEntry], directory: Int) throws(ZipError) {
        var end = 0
        for index in places.indices.sorted(by: { places[$0].lowerBound < places[$1].lowerBound }) {
            guard places[index].lowerBound >= end, places[index].upperBound <= directory else {
                throw .overlapping(entry: entries[index].name)
            }
            end = places[index].upperBound
        }
    }
}

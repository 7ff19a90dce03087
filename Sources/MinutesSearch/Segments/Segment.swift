import JapaneseText

/// One immutable file of the index, read in place. Every number read from it is checked before it is used as a place.
final class Segment: Sendable {
    let path: String
    private let file: MappedFile
    private let sections: [Range<Int>]
    let integrity: SegmentIntegrity
    let meetingCount: Int
    let remarkCount: Int
    let stringCount: Int
    let termCount: Int
    /// Characters of all remarks, and one between them.
    let positionCount: Int

    /// Opens a segment and checks its header; the rest is checked as it is read.
    /// - Throws: `SearchIndexError`.
    init(path: String) throws(SearchIndexError) {
        typealias Header = SegmentLayout.Header
        self.path = path
        file = try MappedFile(path: path)
        let bytes = file.bytes
        func damaged(_ reason: String) -> SearchIndexError { .damaged(path: path, reason: reason) }
        guard bytes.count >= Header.table, bytes[0..<8].elementsEqual(SegmentLayout.magic) else {
            throw damaged("索引のファイルではありません")
        }
        let version = bytes.number32(Header.version)
        guard version == SegmentLayout.version else {
            throw .otherVersion(path: path, version: Int(version), known: Int(SegmentLayout.version))
        }
        guard bytes.count >= SegmentLayout.headerLength, bytes.number64(Header.fileLength) == UInt64(bytes.count),
            bytes.number32(Header.sections) == UInt32(SegmentLayout.Section.allCases.count),
            Self.headerSum(bytes) == bytes.number64(Header.headerSum)
        else { throw damaged("見出しか長さが違います") }
        func count(_ offset: Int) -> Int { Int(min(bytes.number64(offset), 1 << 31)) }
        meetingCount = count(Header.meetings)
        remarkCount = count(Header.remarks)
        stringCount = count(Header.strings)
        termCount = remarkCount == 0 ? 0 : count(Header.terms)
        positionCount = count(Header.positions)
        var sections: [Range<Int>] = []
        var end = SegmentLayout.headerLength
        for section in SegmentLayout.Section.allCases {
            let row = Header.table + section.rawValue * Header.row
            let (start, length) = (bytes.number64(row), bytes.number64(row + 8))
            guard start >= UInt64(end), start <= UInt64(bytes.count), length <= UInt64(bytes.count) - start else {
                throw damaged("区画の位置が違います")
            }
            end = Int(start + length)
            sections.append(Int(start)..<end)
        }
        self.sections = sections
        func length(_ section: SegmentLayout.Section) -> Int { sections[section.rawValue].count }
        let sums = sections[SegmentLayout.Section.sums.rawValue]
        let body = SegmentLayout.headerLength..<sums.lowerBound
        let pages = positionCount >> Int(SegmentLayout.pageShift) + 1
        guard length(.meetings) == meetingCount * SegmentLayout.MeetingRow.length,
            length(.meetingOrder) == meetingCount * 4, stringCount > 0, length(.strings) >= stringCount * 4,
            length(.starts) == (remarkCount + 1) * 4, length(.pages) == pages * 4, length(.ids) == remarkCount * 8,
            length(.keys) == count(Header.terms) * 8,
            length(.terms) == (count(Header.terms) + 1) * SegmentLayout.TermRow.length,
            length(.lists) >= SegmentLayout.slack + 4, length(.facets) >= SegmentLayout.FacetRow.length,
            length(.facetPostings) >= SegmentLayout.slack, length(.postings) >= SegmentLayout.slack,
            length(.columns) >= SegmentLayout.RemarkColumn.allCases.count * SegmentLayout.columnRow,
            sums.count == (body.count + SegmentLayout.pieceLength - 1) / SegmentLayout.pieceLength * 8
        else { throw damaged("区画の長さが合いません") }
        let sumBytes = UnsafeRawBufferPointer(rebasing: bytes[sums])
        guard Checksum.of(sumBytes) == bytes.number64(Header.sumsSum) else { throw damaged("検査値の区画が違います") }
        integrity = SegmentIntegrity(file, body: body, sums: sumBytes)
    }

    private static func headerSum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var header = [UInt8](bytes[..<SegmentLayout.headerLength])
        for place in 0..<8 { header[SegmentLayout.Header.headerSum + place] = 0 }
        return header.withUnsafeBytes(Checksum.of)
    }

    /// Compares everything with its checksums.
    /// - Throws: `SearchIndexError.damaged`.
    func verify() throws(SearchIndexError) {
        integrity.touch(SegmentLayout.headerLength..<sections[SegmentLayout.Section.sums.rawValue].lowerBound)
        try check()
    }

    /// Whether all that was read so far is as it was written.
    /// - Throws: `SearchIndexError.damaged`.
    func check() throws(SearchIndexError) {
        if integrity.isDamaged { throw .damaged(path: path, reason: "検査値が違います") }
    }

    var fileLength: Int { file.bytes.count }

    /// A section, unchecked.
    func bytes(_ section: SegmentLayout.Section) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: file.bytes[sections[section.rawValue]])
    }

    /// A whole section, compared with its checksums.
    func checkedBytes(_ section: SegmentLayout.Section) -> UnsafeRawBufferPointer {
        integrity.touch(sections[section.rawValue])
        return bytes(section)
    }

    /// A part of a section, compared with its checksums; nothing where it reaches beyond.
    @inline(__always)
    func checkedBytes(_ section: SegmentLayout.Section, _ offset: Int, _ length: Int) -> UnsafeRawBufferPointer {
        let range = sections[section.rawValue]
        guard offset >= 0, length >= 0, offset <= range.count, length <= range.count - offset else {
            return UnsafeRawBufferPointer(start: nil, count: 0)
        }
        let part = (range.lowerBound + offset)..<(range.lowerBound + offset + length)
        integrity.touch(part)
        return UnsafeRawBufferPointer(rebasing: file.bytes[part])
    }

    /// Gives back the memory of what was read of a file that is walked through once.
    func forget(_ section: SegmentLayout.Section, before offset: Int) {
        file.forget(before: sections[section.rawValue].lowerBound + offset)
    }

    // MARK: Strings

    /// Bytes of a string; none when there is no such number.
    func stringBytes(_ number: UInt32) -> UnsafeBufferPointer<UInt8> {
        let number = Int(number)
        guard number > 0, number < stringCount else { return UnsafeBufferPointer(start: nil, count: 0) }
        let ends = checkedBytes(.strings, (number - 1) * 4, 8)
        let (start, end) = (Int(ends.number32(0)), Int(ends.number32(4)))
        guard start <= end else { return UnsafeBufferPointer(start: nil, count: 0) }
        return checkedBytes(.strings, stringCount * 4 + start, end - start).bindMemory(to: UInt8.self)
    }

    func string(_ number: UInt32) -> String { String(decoding: stringBytes(number), as: UTF8.self) }

    // MARK: Terms

    func key(_ term: Int) -> UInt64 { bytes(.keys).number64(term * 8) }

    /// Number of the first term whose key is not below.
    /// - Complexity: O(log n).
    func firstTerm(notBelow key: UInt64) -> Int {
        let keys = checkedBytes(.keys)
        var (low, high) = (0, termCount)
        while low < high {
            let middle = (low + high) / 2
            if keys.number64(middle * 8) < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func term(_ key: UInt64) -> Int? {
        let term = firstTerm(notBelow: key)
        return term < termCount && self.key(term) == key ? term : nil
    }

    private func termRow(_ term: Int) -> UnsafeRawBufferPointer {
        checkedBytes(.terms, term * SegmentLayout.TermRow.length, SegmentLayout.TermRow.length * 2)
    }

    /// Number of remarks a term stands in.
    func remarkCount(ofTerm term: Int) -> Int {
        min(Int(termRow(term).number32(SegmentLayout.TermRow.remarks)), remarkCount)
    }

    /// Number of its occurrences.
    func count(ofTerm term: Int) -> Int { Int(termRow(term).number32(SegmentLayout.TermRow.count)) }

    /// Where in the section `postings` a term's places stand.
    func postingOffset(ofTerm term: Int) -> Int {
        Int(min(termRow(term).number64(SegmentLayout.TermRow.offset), 1 << 40))
    }

    /// Places of a term.
    /// - Throws: `SearchIndexError.damaged`.
    func postings(ofTerm term: Int) throws(SearchIndexError) -> PostingList {
        let row = termRow(term)
        let start = row.number64(SegmentLayout.TermRow.offset)
        let end = row.number64(SegmentLayout.TermRow.length + SegmentLayout.TermRow.offset)
        return try list(
            .postings, start, end, count: Int(row.number32(SegmentLayout.TermRow.count)))
    }

    func list(
        _ section: SegmentLayout.Section, _ start: UInt64, _ end: UInt64, count: Int
    ) throws(SearchIndexError) -> PostingList {
        let room = UInt64(bytes(section).count - SegmentLayout.slack)
        guard start <= end, end <= room else { throw .damaged(path: path, reason: "索引語の位置が違います") }
        let bytes = checkedBytes(section, Int(start), Int(end - start))
        try check()
        guard let list = PostingList(bytes, count: count) else {
            throw .damaged(path: path, reason: "索引語の長さが違います")
        }
        return list
    }
}

extension UnsafeRawBufferPointer {
    /// A little-endian number; 0 beyond the end.
    @inline(__always)
    func number32(_ offset: Int) -> UInt32 {
        guard offset >= 0, offset &+ 4 <= count else { return 0 }
        return UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    @inline(__always)
    func number64(_ offset: Int) -> UInt64 {
        guard offset >= 0, offset &+ 8 <= count else { return 0 }
        return UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}

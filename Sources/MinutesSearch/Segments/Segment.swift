import JapaneseText

/// One immutable file of the index, read in place. Every number read from it is checked before it is used as a place.
final class Segment: Sendable {
    let path: String
    private let file: MappedFile
    private let sections: [Range<Int>]
    private let sums: [UInt64]
    let meetingCount: Int
    let remarkCount: Int
    let termCount: Int

    /// Opens a segment and checks all of it but postings and texts, which are checked as they are read.
    /// - Throws: `SearchIndexError`.
    init(path: String) throws(SearchIndexError) {
        self.path = path
        file = try MappedFile(path: path)
        let bytes = file.bytes
        func damaged(_ reason: String) -> SearchIndexError { .damaged(path: path, reason: reason) }
        guard bytes.count >= SegmentLayout.headerLength, bytes[0..<8].elementsEqual(SegmentLayout.magic) else {
            throw damaged("索引のファイルではありません")
        }
        let version = bytes.number32(8)
        guard version == SegmentLayout.version else {
            throw .otherVersion(path: path, version: Int(version), known: Int(SegmentLayout.version))
        }
        let header = UnsafeRawBufferPointer(rebasing: bytes[SegmentLayout.fixedHeader..<SegmentLayout.headerLength])
        guard bytes.number32(12) == UInt32(SegmentLayout.Section.allCases.count),
            bytes.number64(16) == UInt64(bytes.count), Checksum.of(header) == bytes.number64(24)
        else { throw damaged("見出しか長さが違います") }
        var sections: [Range<Int>] = []
        var sums: [UInt64] = []
        for section in SegmentLayout.Section.allCases {
            let row = SegmentLayout.fixedHeader + section.rawValue * SegmentLayout.sectionRow
            let (start, length) = (bytes.number64(row), bytes.number64(row + 8))
            guard start <= UInt64(bytes.count), length <= UInt64(bytes.count) - start else {
                throw damaged("区画の位置が違います")
            }
            let range = Int(start)..<Int(start + length)
            sections.append(range)
            sums.append(bytes.number64(row + 16))
            if section.isSmall, Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[range])) != bytes.number64(row + 16)
            {
                throw damaged("区画\(section.rawValue)の検査値が違います")
            }
        }
        self.sections = sections
        self.sums = sums
        meetingCount = sections[SegmentLayout.Section.meetings.rawValue].count / SegmentLayout.MeetingRow.length
        remarkCount = sections[SegmentLayout.Section.remarks.rawValue].count / SegmentLayout.RemarkRow.length
        termCount = sections[SegmentLayout.Section.keys.rawValue].count / 8
        guard sections[SegmentLayout.Section.terms.rawValue].count == termCount * SegmentLayout.TermRow.length else {
            throw damaged("区画の長さが合いません")
        }
    }

    /// Checks what `init` left for later.
    func verify() throws(SearchIndexError) {
        for section in SegmentLayout.Section.allCases where !section.isSmall {
            let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[sections[section.rawValue]])
            guard Checksum.of(bytes) == sums[section.rawValue] else {
                throw .damaged(path: path, reason: "区画\(section.rawValue)の検査値が違います")
            }
        }
    }

    var fileLength: Int { file.bytes.count }

    /// Bytes of text in it.
    var textLength: Int { sections[SegmentLayout.Section.texts.rawValue].count }

    private func bytes(_ section: SegmentLayout.Section) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: file.bytes[sections[section.rawValue]])
    }

    // MARK: Strings

    var stringCount: Int {
        let section = bytes(.strings)
        return section.count < 4 ? 0 : Int(section.number32(0))
    }

    /// Bytes of a string; none when there is no such number.
    func stringBytes(_ number: UInt32) -> UnsafeBufferPointer<UInt8> {
        let section = bytes(.strings)
        let number = Int(number)
        let count = stringCount
        let content = 4 + count * 4
        guard number > 0, number < count, content <= section.count else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        let start = content + Int(section.number32(4 + (number - 1) * 4))
        let end = content + Int(section.number32(4 + number * 4))
        guard start <= end, end <= section.count else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(rebasing: section[start..<end]).bindMemory(to: UInt8.self)
    }

    func string(_ number: UInt32) -> String { String(decoding: stringBytes(number), as: UTF8.self) }

    // MARK: Columns

    /// A number of a meeting; `field` is an offset in `SegmentLayout.MeetingRow`.
    @inline(__always)
    func meeting(_ meeting: Int, _ field: Int) -> UInt32 {
        bytes(.meetings).number32(meeting * SegmentLayout.MeetingRow.length + field)
    }

    func characters(ofMeeting meeting: Int) -> UInt64 {
        bytes(.meetings).number64(
            meeting * SegmentLayout.MeetingRow.length + SegmentLayout.MeetingRow.characters)
    }

    /// Ordinals of the remarks of a meeting.
    func remarks(ofMeeting meeting: Int) -> Range<Int> {
        let first = min(Int(self.meeting(meeting, SegmentLayout.MeetingRow.firstRemark)), remarkCount)
        let count = Int(self.meeting(meeting, SegmentLayout.MeetingRow.remarkCount))
        return first..<min(first + count, remarkCount)
    }

    func meetingID(_ meeting: Int) -> String { string(self.meeting(meeting, SegmentLayout.MeetingRow.id)) }

    /// A number of a remark; `field` is an offset in `SegmentLayout.RemarkRow`.
    @inline(__always)
    func remark(_ remark: Int, _ field: Int) -> UInt32 {
        bytes(.remarks).number32(remark * SegmentLayout.RemarkRow.length + field)
    }

    /// Calls `body` with a column of all remarks.
    func forEachRemark(_ field: Int, _ body: (_ remark: Int, _ value: UInt32) -> Void) {
        let rows = bytes(.remarks)
        for remark in 0..<remarkCount {
            body(remark, rows.number32(remark * SegmentLayout.RemarkRow.length + field))
        }
    }

    func meeting(ofRemark remark: Int) -> Int {
        min(Int(self.remark(remark, SegmentLayout.RemarkRow.meeting)), max(0, meetingCount - 1))
    }

    /// Numbers of strings: the topics of a remark.
    func topics(ofRemark remark: Int) -> [UInt32] {
        list(of: remark, skip: 0, count: self.remark(remark, SegmentLayout.RemarkRow.topics))
    }

    /// Numbers of strings: the kinds of its findings.
    func kinds(ofRemark remark: Int) -> [UInt32] {
        list(
            of: remark, skip: self.remark(remark, SegmentLayout.RemarkRow.topics),
            count: self.remark(remark, SegmentLayout.RemarkRow.kinds))
    }

    /// Ordinals of the remarks that answer it.
    func answers(ofRemark remark: Int) -> [UInt32] {
        list(
            of: remark,
            skip: self.remark(remark, SegmentLayout.RemarkRow.topics)
                &+ self.remark(remark, SegmentLayout.RemarkRow.kinds),
            count: self.remark(remark, SegmentLayout.RemarkRow.answers)
        ).filter { $0 < remarkCount }
    }

    /// Ordinal of the remark it answers.
    func question(ofRemark remark: Int) -> Int? {
        let number = Int(self.remark(remark, SegmentLayout.RemarkRow.question))
        return number > 0 && number <= remarkCount ? number - 1 : nil
    }

    private func list(of remark: Int, skip: UInt32, count: UInt32) -> [UInt32] {
        let section = bytes(.lists)
        let start = Int(self.remark(remark, SegmentLayout.RemarkRow.lists)) + Int(skip)
        guard count > 0, (start + Int(count)) * 4 <= section.count else { return [] }
        return (start..<(start + Int(count))).map { section.number32($0 * 4) }
    }

    /// The remark's text, verbatim.
    /// - Throws: `SearchIndexError.damaged` when it is not as it was written.
    func text(ofRemark remark: Int) throws(SearchIndexError) -> UnsafeBufferPointer<UInt8> {
        let section = bytes(.texts)
        let start = bytes(.remarks).number64(
            remark * SegmentLayout.RemarkRow.length + SegmentLayout.RemarkRow.textOffset)
        let length = UInt64(self.remark(remark, SegmentLayout.RemarkRow.textLength))
        guard start <= UInt64(section.count), length <= UInt64(section.count) - start else {
            throw .damaged(path: path, reason: "本文の位置が違います")
        }
        let text = UnsafeRawBufferPointer(rebasing: section[Int(start)..<Int(start + length)])
        guard Checksum.short(text) == self.remark(remark, SegmentLayout.RemarkRow.textChecksum) else {
            throw .damaged(path: path, reason: "本文の検査値が違います")
        }
        return text.bindMemory(to: UInt8.self)
    }

    // MARK: Terms

    func key(_ term: Int) -> UInt64 { bytes(.keys).number64(term * 8) }

    /// Number of the first term whose key is not below.
    /// - Complexity: O(log n).
    func firstTerm(notBelow key: UInt64) -> Int {
        let keys = bytes(.keys)
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

    /// Number of remarks a term stands in.
    func remarkCount(ofTerm term: Int) -> Int {
        Int(bytes(.terms).number32(term * SegmentLayout.TermRow.length + SegmentLayout.TermRow.remarks))
    }

    /// Postings of a term, checked.
    func postings(ofTerm term: Int) throws(SearchIndexError) -> PostingCursor {
        let row = term * SegmentLayout.TermRow.length
        let (terms, section) = (bytes(.terms), bytes(.postings))
        let start = terms.number64(row + SegmentLayout.TermRow.offset)
        let first = Int(terms.number32(row + SegmentLayout.TermRow.remarksLength))
        let length = first + Int(terms.number32(row + SegmentLayout.TermRow.placesLength))
        guard start <= UInt64(section.count), length <= section.count - Int(start) else {
            throw .damaged(path: path, reason: "索引語の位置が違います")
        }
        let list = UnsafeRawBufferPointer(rebasing: section[Int(start)..<(Int(start) + length)])
        guard Checksum.short(list) == terms.number32(row + SegmentLayout.TermRow.checksum) else {
            throw .damaged(path: path, reason: "索引語の検査値が違います")
        }
        let bytes = list.bindMemory(to: UInt8.self)
        return PostingCursor(
            remarks: UnsafeBufferPointer(rebasing: bytes[..<first]),
            places: UnsafeBufferPointer(rebasing: bytes[first...]), end: UInt32(truncatingIfNeeded: remarkCount))
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

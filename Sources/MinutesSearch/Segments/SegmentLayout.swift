/// How a segment file (`index/segment-<checksum>.gidx`) is laid out. All numbers are little-endian, sections begin at
/// multiples of eight bytes.
///
/// ```
/// header    magic "GIJIIDX\n", UInt32 version, UInt32 number of sections, UInt64 file length, UInt64 checksum of the
///           table; then for each section UInt64 offset, length, checksum
/// meetings  rows of `MeetingRow`, by date, then id; texts are numbers of strings
/// strings   UInt32 count, UInt32 end of each in the bytes that follow; each string once, number 0 is the empty one
/// remarks   rows of `RemarkRow`, in the order of the meetings
/// lists     UInt32: of each remark the topics and kinds (strings), then the remarks that answer it
/// keys      UInt64 a bigram, ascending: first character << 21 | second; a blank, or the text's edge, is 0
/// terms     rows of `TermRow`, one a key
/// postings  of each term: varints of the remarks (step << 1 | 1 where it occurs once, else step << 1 and the number),
///           then varints of the places (step << 2 | `Occurrence` flags), steps from the place before in the remark
/// texts     UTF-8 of the remarks, verbatim
/// ```
/// Positions count characters of `ComparedText`. A remark's text and a term's postings carry checksums of their own,
/// so that only what is read need be checked.
enum SegmentLayout {
    /// Raised with every change of what is written.
    static let version: UInt32 = 1
    static let magic: [UInt8] = Array("GIJIIDX\n".utf8)
    /// Bytes before the table of sections: magic, version, number of sections, file length, checksum of the table.
    static let fixedHeader = 32
    /// Offset, length, checksum.
    static let sectionRow = 24

    enum Section: Int, CaseIterable {
        case meetings, strings, remarks, lists, keys, terms, postings, texts

        /// Checked when the segment is opened; the others piece by piece as they are read.
        var isSmall: Bool { rawValue < Section.postings.rawValue }
    }

    /// Offsets in a row of the section `meetings`.
    enum MeetingRow {
        static let length = 48
        static let id = 0, version = 4, date = 8, title = 12, names = 16
        static let fiscalYear = 20, day = 24, firstRemark = 28, remarkCount = 32
        /// UInt64: characters of all remarks.
        static let characters = 40
    }

    /// Offsets in a row of the section `remarks`.
    enum RemarkRow {
        static let length = 72
        static let meeting = 0, order = 4, id = 8, role = 12, label = 16, name = 20, agenda = 24, line = 28
        static let characters = 32, textLength = 36
        /// UInt64
        static let textOffset = 40
        static let textChecksum = 48, lists = 52, topics = 56, kinds = 60, answers = 64
        /// Ordinal of the question + 1, 0 for none.
        static let question = 68
    }

    /// Offsets in a row of the section `terms`.
    enum TermRow {
        static let length = 24
        /// UInt64 into the section `postings`.
        static let offset = 0
        static let remarks = 8, remarksLength = 12, placesLength = 16, checksum = 20
    }

    static let headerLength = fixedHeader + Section.allCases.count * sectionRow
}

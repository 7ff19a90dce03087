/// How a segment file is laid out; `FORMAT.md` describes it in full. All numbers are little-endian.
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

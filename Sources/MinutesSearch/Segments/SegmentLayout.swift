/// How a segment file (`index/segment-<digest>.gidx`) is laid out; `FORMAT.md` beside this file says it in full.
enum SegmentLayout {
    /// Raised with every change of what is written.
    static let version: UInt32 = 2
    static let magic: [UInt8] = Array("GIJIIDX\n".utf8)
    /// Bytes before the first section; a page, so that pieces of the body are pages, too.
    static let headerLength = 4096
    /// Bytes of the body that share a checksum.
    static let pieceLength = 65536
    /// Sections begin at multiples of this.
    static let alignment = 8
    /// Zeros behind what is read eight bytes at a time.
    static let slack = 8
    /// Characters of a segment at most: places are kept in 30 bits.
    static let mostPositions = 1 << 29

    enum Section: Int, CaseIterable {
        case meetings, meetingOrder, strings, starts, pages, ids, columns, lists, facets, facetPostings
        case postings, keys, terms, sums
    }

    /// Offsets in the header.
    enum Header {
        static let version = 8, sections = 12
        /// UInt64 each.
        static let fileLength = 16, headerSum = 24, sumsSum = 32, meetings = 40, remarks = 48, strings = 56
        static let terms = 64, positions = 72
        /// Offset and length of each section, UInt64 each.
        static let table = 128
        static let row = 16
    }

    /// Offsets in a row of the section `meetings`.
    enum MeetingRow {
        static let length = 40
        static let id = 0, version = 4, date = 8, title = 12, names = 16
        static let fiscalYear = 20, day = 24, firstRemark = 28, remarkCount = 32
    }

    /// Columns of the section `columns`.
    enum RemarkColumn: Int, CaseIterable {
        case order, role, label, name, agenda, line, lists
    }

    /// Offset and width in bits of a column, before their content.
    static let columnRow = 16

    /// Offsets in a row of the section `facets`.
    enum FacetRow {
        static let length = 24
        static let facet = 0, string = 4, count = 8
        /// UInt64 into `facetPostings`.
        static let offset = 16
    }

    /// Offsets in a row of the section `terms`.
    enum TermRow {
        static let length = 16
        /// UInt64 into the section `postings`; the end is the offset of the next row.
        static let offset = 0
        static let count = 8, remarks = 12
    }

    /// Positions are looked up by their upper bits in `pages`.
    static let pageShift: UInt32 = 9
}

/// Fields of remarks by which they can be found without a walk over all.
enum Facet: UInt32, CaseIterable, Sendable {
    case role, label, name, agenda, topic, kind
    /// The one value "1": remarks that are answered.
    case answered
}

/// The columns of a record's sections, in their order in the file.
enum RemarkColumn: Int, CaseIterable {
    /// Speakers: mark, label, role, name, party, each a word's number and one more; 0 for none.
    case speakers
    /// Number of the speaker.
    case speaker
    /// How far the order is from the place, counted from 1.
    case order
    case agenda
    case boundary
    /// Number of fields, names and values.
    case fields
    /// Ids of another shape.
    case ids
}

/// Where remarks and segments stand in the document.
enum SpanColumn: Int, CaseIterable {
    /// From the end of the one before.
    case spanStart
    case spanLength
    /// From the last line of the one before.
    case line
    case lines
    /// 0 none, 1 that of the remark before, 2 and the page.
    case page
    case pieces
    /// From the piece before, in the text.
    case pieceText
    /// How far further on in the document than in the text, against the piece before.
    case pieceSource
    case pieceLine
    case segmentKind
    /// From the end of the one before.
    case segmentStart
    case segmentLength
}

enum FindingColumn: Int, CaseIterable {
    /// Shapes: kind, analyzer, version, confidence, number of fields, their names.
    case shapes
    case shape
    /// 0 and its id, or how far on from the remark of the one before, and one more.
    case remark
    /// From the start of the one before in the same remark.
    case start
    case length
    /// 0 for the bytes of the range.
    case quote
    /// 0 and the id, or which of those alike, from 1.
    case id
    /// A word's code; 0 for what is cut from the quote: start, length, and what follows it.
    case values
    /// Checksum of all ids: those that are made again have to be what they were.
    case check
}

extension [ColumnWriter] {
    init(for columns: Int) { self.init(repeating: ColumnWriter(), count: columns) }

    subscript(column: RemarkColumn) -> ColumnWriter {
        get { self[column.rawValue] }
        _modify { yield &self[column.rawValue] }
    }

    subscript(column: SpanColumn) -> ColumnWriter {
        get { self[column.rawValue] }
        _modify { yield &self[column.rawValue] }
    }

    subscript(column: FindingColumn) -> ColumnWriter {
        get { self[column.rawValue] }
        _modify { yield &self[column.rawValue] }
    }
}

extension [ColumnReader] {
    subscript(column: RemarkColumn) -> ColumnReader {
        get { self[column.rawValue] }
        _modify { yield &self[column.rawValue] }
    }

    subscript(column: SpanColumn) -> ColumnReader {
        get { self[column.rawValue] }
        _modify { yield &self[column.rawValue] }
    }

    subscript(column: FindingColumn) -> ColumnReader {
        get { self[column.rawValue] }
        _modify { yield &self[column.rawValue] }
    }
}

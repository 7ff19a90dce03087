import MinutesModel

/// Remarks and findings out of their columns.
struct RecordReading {
    private let names: [String]
    private var words: WordCodeReader
    private(set) var segments: [Segment] = []

    init(names: [String], words: WordCodeReader) {
        self.names = names
        self.words = words
    }

    private func name(_ number: Int) throws(RecordFileError) -> String {
        guard number >= 0, number < names.count else { throw .damaged("語の番号が合いません") }
        return names[number]
    }

    private func nameIfAny(_ number: Int) throws(RecordFileError) -> String? {
        number == 0 ? nil : try name(number &- 1)
    }

    // MARK: - remarks

    private struct Speaker {
        var mark: String
        var label: String
        var role: Role
        var name: String?
        var party: String?
    }

    mutating func remarks(
        _ bytes: UnsafeBufferPointer<UInt8>, _ texts: RecordDecoder.Texts
    ) throws(RecordFileError) -> [Remark] {
        var parts = try ColumnReader.columns(bytes, count: 2)
        var columns = try ColumnReader.columns(parts[0].take(parts[0].rest), count: RemarkColumn.allCases.count)
        var spans = try ColumnReader.columns(parts[1].take(parts[1].rest), count: SpanColumn.allCases.count)
        let speakers = try speakers(&columns[.speakers])
        var remarks: [Remark] = []
        remarks.reserveCapacity(texts.places.ids.count)
        var before = SourceSpan(start: 0, end: 0, line: 1, endLine: 1)
        var page = 0
        for (place, packed) in texts.places.ids.enumerated() {
            let number = try columns[.speaker].number()
            guard speakers.indices.contains(number) else { throw .damaged("発言者の番号が合いません") }
            let speaker = speakers[number]
            let order = try columns[.order].signed() &+ (place + 1)
            let agenda = try words.textIfAny(&columns[.agenda])
            let boundary = try words.textIfAny(&columns[.boundary])
            var fields: [String: String] = [:]
            for _ in 0..<(try columns[.fields].count()) {
                let name = try words.text(&columns[.fields])
                fields[name] = try words.text(&columns[.fields])
            }
            let id =
                packed == PackedID.other
                ? try words.text(&columns[.ids]) : PackedID.id(packed, prefix: UInt8(ascii: "r"))
            let span = try span(&spans, before, &page)
            before = span
            remarks.append(
                Remark(
                    id: id, order: order, mark: speaker.mark, label: speaker.label, role: speaker.role,
                    name: speaker.name, party: speaker.party, agenda: agenda, topicBoundary: boundary,
                    text: texts.text(place), span: span, map: try map(&spans, span), fields: fields))
        }
        segments = try segmentList(&spans)
        return remarks
    }

    private func speakers(_ column: inout ColumnReader) throws(RecordFileError) -> [Speaker] {
        var speakers: [Speaker] = []
        for row in try WordTable.rows(&column) {
            var reader = ColumnReader(row)
            let (mark, label) = (try reader.number(), try reader.number())
            guard let role = Role(rawValue: try name(try reader.number() &- 1)) else { throw .damaged("知らない立場があります") }
            let (person, party) = (try reader.number(), try reader.number())
            speakers.append(
                Speaker(
                    mark: try name(mark &- 1), label: try name(label &- 1), role: role, name: try nameIfAny(person),
                    party: try nameIfAny(party)))
        }
        return speakers
    }

    private func span(
        _ columns: inout [ColumnReader], _ before: SourceSpan, _ page: inout Int
    ) throws(RecordFileError) -> SourceSpan {
        let start = before.end &+ (try columns[.spanStart].signed())
        let length = try columns[.spanLength].number()
        let line = before.endLine &+ (try columns[.line].signed())
        let lines = try columns[.lines].number()
        var span = SourceSpan(start: start, end: start &+ length, line: line, endLine: line &+ lines)
        switch try columns[.page].number() {
        case 0: break
        case 1: span.page = page
        case 2:
            page = try columns[.page].signed()
            span.page = page
        default: throw .damaged("ページの番号が合いません")
        }
        return span
    }

    private func map(_ columns: inout [ColumnReader], _ span: SourceSpan) throws(RecordFileError) -> TextMap {
        let count = try columns[.pieces].number()
        guard count >= 0, count <= columns[.pieceText].rest else { throw .damaged("件数が合いません") }
        var pieces: [TextMap.Piece] = []
        pieces.reserveCapacity(count)
        var (text, shift, line) = (0, span.start, span.line)
        for _ in 0..<count {
            text = text &+ (try columns[.pieceText].number())
            shift = shift &+ (try columns[.pieceSource].signed())
            line = line &+ (try columns[.pieceLine].signed())
            pieces.append(TextMap.Piece(text: text, source: text &+ shift, line: line))
        }
        return TextMap(pieces: pieces)
    }

    private func segmentList(_ columns: inout [ColumnReader]) throws(RecordFileError) -> [Segment] {
        var segments: [Segment] = []
        segments.reserveCapacity(columns[.segmentKind].rest)
        var kinds: [Int: Segment.Kind] = [:]
        var end = 0
        while columns[.segmentKind].rest > 0 {
            let number = try columns[.segmentKind].number()
            if kinds[number] == nil {
                guard let kind = Segment.Kind(rawValue: try name(number)) else { throw .damaged("知らない区分があります") }
                kinds[number] = kind
            }
            let start = end &+ (try columns[.segmentStart].signed())
            end = start &+ (try columns[.segmentLength].number())
            segments.append(Segment(kind: kinds[number] ?? .unknown, start: start, end: end))
        }
        return segments
    }

    // MARK: - findings

    private struct Shape {
        var kind: FindingKind
        var analyzer: String
        var version: Int
        var confidence: Double
        var names: [String]
    }

    mutating func findings(
        _ bytes: UnsafeBufferPointer<UInt8>, _ remarks: [Remark], _ texts: RecordDecoder.Texts
    ) throws(RecordFileError) -> [Finding] {
        var columns = try ColumnReader.columns(bytes, count: FindingColumn.allCases.count)
        let shapes = try shapes(&columns[.shapes])
        let count = try columns[.shape].count()
        var findings: [Finding] = []
        findings.reserveCapacity(count)
        var (place, start) = (0, 0)
        var check: UInt64 = 0
        for _ in 0..<count {
            let number = try columns[.shape].number()
            guard shapes.indices.contains(number) else { throw .damaged("項目の形の番号が合いません") }
            let shape = shapes[number]
            let step = try columns[.remark].bits()
            var remark: String
            if step == 0 {
                remark = try words.text(&columns[.remark])
                start = 0
            } else {
                let moved = Int(
                    truncatingIfNeeded: Int64(bitPattern: (step - 1) &>> 1) ^ -Int64(bitPattern: (step - 1) & 1))
                if moved != 0 { start = 0 }
                place = place &+ moved
                guard remarks.indices.contains(place) else { throw .damaged("項目の発言がありません") }
                remark = remarks[place].id
            }
            start = start &+ (try columns[.start].signed())
            let end = start &+ (try columns[.length].number())
            let quote: String
            if let given = try words.textIfAny(&columns[.quote]) {
                quote = given
            } else {
                guard step != 0, start >= 0, end >= start, end <= texts.places.lengths[place] else {
                    throw .damaged("項目の引用の位置が合いません")
                }
                quote = texts.text(place, start..<end)
            }
            let salt = try columns[.id].number()
            guard salt >= 0 else { throw .damaged("項目の番号が合いません") }
            let given = salt == 0 ? try words.text(&columns[.id]) : nil
            var finding = Finding(
                storedID: given ?? "", kind: shape.kind, analyzer: shape.analyzer, version: shape.version,
                remark: remark, range: TextRange(start: start, end: end), quote: quote,
                fields: try fields(shape.names, quote, &columns[.values]), confidence: shape.confidence)
            if given == nil { finding.id = finding.stableID(salt: salt - 1) }
            check = RecordEncoder.mix(check, finding.id)
            findings.append(finding)
        }
        guard try columns[.check].whole() == check else { throw .damaged("項目の番号が控えと違います") }
        return findings
    }

    private func shapes(_ column: inout ColumnReader) throws(RecordFileError) -> [Shape] {
        var shapes: [Shape] = []
        for row in try WordTable.rows(&column) {
            var reader = ColumnReader(row)
            var shape = Shape(
                kind: FindingKind(rawValue: try name(try reader.number())), analyzer: try name(try reader.number()),
                version: try reader.signed(), confidence: Double(bitPattern: try reader.bits()), names: [])
            for _ in 0..<(try reader.count()) { shape.names.append(try name(try reader.number())) }
            shapes.append(shape)
        }
        return shapes
    }

    private mutating func fields(
        _ names: [String], _ quote: String, _ column: inout ColumnReader
    ) throws(RecordFileError) -> FindingFields {
        var fields = FindingFields()
        guard !names.isEmpty else { return fields }
        fields.reserveCapacity(names.count)
        for name in names {
            fields.append(name, try words.text(&column, cutFrom: quote))
        }
        return fields
    }
}

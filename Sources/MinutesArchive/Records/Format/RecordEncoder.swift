import MinutesModel

/// Makes the file of a record. The same record gives the same bytes.
struct RecordEncoder {
    /// Bytes of text that are deflated together at most, unless one remark is longer: reading one remark expands these.
    static let blockSize = 64 << 10

    private let record: StoredRecord
    /// Labels, names, kinds: what is said again and again.
    private var names = WordTable()
    /// Everything else.
    private var words = WordCodes()

    private init(_ record: StoredRecord) { self.record = record }

    /// - Throws: `ArchiveError.system` for what no JSON can hold or is too large for the format.
    static func bytes(_ record: StoredRecord, path: String) throws(ArchiveError) -> [UInt8] {
        let facts = try ArchiveJSON.line(RecordFacts(record), path: path)
        var encoder = RecordEncoder(record)
        let (places, texts) = encoder.texts()
        let remarks = ColumnWriter.joined(
            [encoder.remarks(), encoder.spans()].map { column in
                var bytes = ColumnWriter()
                bytes.add(raw: ColumnWriter.joined(column))
                return bytes
            })
        let findings = ColumnWriter.joined(encoder.findings())
        var table = ColumnWriter()
        encoder.names.write(to: &table)
        encoder.words.table.write(to: &table)
        let sections: [(kind: RecordFile.Kind, bytes: [UInt8])] =
            [
                (.facts, facts), (.words, table.bytes), (.places, places), (.remarks, remarks), (.findings, findings),
            ] + texts.map { (.texts, $0) }
        guard sections.allSatisfy({ $0.bytes.count < Int(UInt32.max) }) else {
            throw .system(path: path, reason: "会議録が大きすぎます")
        }
        return RecordFile.bytes(sections)
    }

    // MARK: - texts

    /// Ids and lengths of all remarks, and their texts in blocks of about the same size.
    private func texts() -> (places: [UInt8], blocks: [[UInt8]]) {
        let remarks = record.analyzed.meeting.remarks
        let total = remarks.reduce(0) { $0 + $1.text.utf8.count }
        let wanted = (total + Self.blockSize - 1) / max(1, Self.blockSize)
        let size = wanted > 1 ? (total + wanted - 1) / wanted : Self.blockSize
        var blocks: [[UInt8]] = []
        var counts: [Int] = []
        var lengths = ColumnWriter()
        var ids = ColumnWriter()
        for remark in remarks {
            var text = remark.text
            text.withUTF8 { bytes in
                if blocks.isEmpty || blocks[blocks.count - 1].count + bytes.count / 2 > size {
                    blocks.append([])
                    blocks[blocks.count - 1].reserveCapacity(size + size / 2)
                    counts.append(0)
                }
                blocks[blocks.count - 1].append(contentsOf: bytes)
                counts[counts.count - 1] += 1
                lengths.add(bytes.count)
            }
            ids.add(whole: PackedID.packed(remark.id, prefix: UInt8(ascii: "r")) ?? PackedID.other)
        }
        var places = ColumnWriter()
        places.add(remarks.count)
        places.add(counts.count)
        for count in counts { places.add(count) }
        places.add(raw: lengths.bytes)
        places.add(raw: ids.bytes)
        return (places.bytes, blocks)
    }

    // MARK: - remarks

    private mutating func remarks() -> [ColumnWriter] {
        var columns = [ColumnWriter](for: RemarkColumn.allCases.count)
        var speakers = WordTable()
        for (place, remark) in record.analyzed.meeting.remarks.enumerated() {
            var speaker = ColumnWriter()
            speaker.add(names.number(remark.mark) + 1)
            speaker.add(names.number(remark.label) + 1)
            speaker.add(names.number(remark.role.rawValue) + 1)
            speaker.add(remark.name.map { names.number($0) + 1 } ?? 0)
            speaker.add(remark.party.map { names.number($0) + 1 } ?? 0)
            columns[.speaker].add(speaker.bytes.withUnsafeBufferPointer { speakers.number($0) })
            columns[.order].add(signed: remark.order &- (place + 1))
            columns[.agenda].add(words.code(remark.agenda))
            columns[.boundary].add(words.code(remark.topicBoundary))
            columns[.fields].add(remark.fields.count)
            for (name, value) in remark.fields.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                columns[.fields].add(words.code(name))
                columns[.fields].add(words.code(value))
            }
            if PackedID.packed(remark.id, prefix: UInt8(ascii: "r")) == nil { columns[.ids].add(words.code(remark.id)) }
        }
        speakers.write(to: &columns[.speakers])
        return columns
    }

    private mutating func spans() -> [ColumnWriter] {
        var columns = [ColumnWriter](for: SpanColumn.allCases.count)
        var (end, line, page) = (0, 1, 0)
        for remark in record.analyzed.meeting.remarks {
            let span = remark.span
            columns[.spanStart].add(signed: span.start &- end)
            columns[.spanLength].add(span.end &- span.start)
            columns[.line].add(signed: span.line &- line)
            columns[.lines].add(span.endLine &- span.line)
            switch span.page {
            case nil: columns[.page].add(0)
            case page: columns[.page].add(1)
            case let other?:
                columns[.page].add(2)
                columns[.page].add(signed: other)
                page = other
            }
            (end, line) = (span.end, span.endLine)
            columns[.pieces].add(remark.map.pieces.count)
            var before = TextMap.Piece(text: 0, source: span.start, line: span.line)
            for piece in remark.map.pieces {
                columns[.pieceText].add(piece.text &- before.text)
                columns[.pieceSource].add(signed: (piece.source &- piece.text) &- (before.source &- before.text))
                columns[.pieceLine].add(signed: piece.line &- before.line)
                before = piece
            }
        }
        end = 0
        for segment in record.analyzed.meeting.segments {
            columns[.segmentKind].add(names.number(segment.kind.rawValue))
            columns[.segmentStart].add(signed: segment.start &- end)
            columns[.segmentLength].add(segment.end &- segment.start)
            end = segment.end
        }
        return columns
    }

    // MARK: - findings

    private mutating func findings() -> [ColumnWriter] {
        let remarks = record.analyzed.meeting.remarks
        var places = RemarkPlaces(remarks)
        var columns = [ColumnWriter](for: FindingColumn.allCases.count)
        var shapes = WordTable()
        var shape = ColumnWriter()
        var (place, start) = (0, 0)
        var check: UInt64 = 0
        columns[.shape].add(record.analyzed.findings.count)
        for finding in record.analyzed.findings {
            shape = ColumnWriter()
            shape.add(names.number(finding.kind.rawValue))
            shape.add(names.number(finding.analyzer))
            shape.add(signed: finding.version)
            shape.add(bits: finding.confidence.bitPattern)
            shape.add(finding.fields.count)
            for field in finding.fields { shape.add(names.number(field.key)) }
            columns[.shape].add(shape.bytes.withUnsafeBufferPointer { shapes.number($0) })

            let found = places.place(of: finding.remark, from: place)
            if let found {
                columns[.remark].add(bits: UInt64(bitPattern: Int64((found - place) << 1 ^ (found - place) >> 63)) + 1)
                if found != place { start = 0 }
                place = found
            } else {
                columns[.remark].add(0)
                columns[.remark].add(words.code(finding.remark))
                start = 0
            }
            columns[.start].add(signed: finding.range.start &- start)
            columns[.length].add(finding.range.end &- finding.range.start)
            start = finding.range.start

            var quote = finding.quote
            let isVerbatim = found.map { Self.isCut(quote, from: remarks[$0].text, finding.range) } ?? false
            columns[.quote].add(isVerbatim ? 0 : words.code(finding.quote))
            let salt = (0..<Self.triedSalts).first { finding.stableID(salt: $0).utf8.elementsEqual(finding.id.utf8) }
            columns[.id].add(salt.map { $0 + 1 } ?? 0)
            if salt == nil { columns[.id].add(words.code(finding.id)) }
            check = Self.mix(check, finding.id)
            quote.withUTF8 { quote in
                for field in finding.fields {
                    words.write(field.value, cutFrom: quote, to: &columns[.values])
                }
            }
        }
        shapes.write(to: &columns[.shapes])
        columns[.check].add(whole: check)
        return columns
    }

    /// How many findings of a remark may be alike before their ids are written out.
    private static let triedSalts = 4

    private static func isCut(_ quote: String, from text: String, _ range: TextRange) -> Bool {
        var (quote, text) = (quote, text)
        return text.withUTF8 { text in
            quote.withUTF8 { quote in
                range.start >= 0 && range.end >= range.start && range.end <= text.count
                    && range.end - range.start == quote.count
                    && quote.elementsEqual(text[range.start..<range.end])
            }
        }
    }

    static func mix(_ check: UInt64, _ id: String) -> UInt64 {
        var check = check
        for byte in id.utf8 { check = (check ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return (check ^ 0xFF) &* 0x0000_0100_0000_01b3
    }
}

/// Places of remarks by id. Findings stand in their order, so that the next one is near.
private struct RemarkPlaces {
    private let remarks: [Remark]
    private var byID: [String: Int]?

    init(_ remarks: [Remark]) { self.remarks = remarks }

    mutating func place(of id: String, from place: Int) -> Int? {
        for near in place..<min(place + 8, remarks.count) where remarks[near].id.utf8.elementsEqual(id.utf8) {
            return near
        }
        if byID == nil {
            byID = Dictionary(remarks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
        // Spellings of one character are equal to a dictionary.
        return byID?[id].flatMap { remarks[$0].id.utf8.elementsEqual(id.utf8) ? $0 : nil }
    }
}

import JapaneseText

/// Makes the bytes of a segment from meetings.
enum SegmentBuilder {
    /// Bytes of text in a segment at most, unless one meeting alone is larger.
    static let batchSize = 24 << 20

    /// The same meetings give the same bytes in whatever order they come.
    /// - Complexity: O(n) in the text.
    static func bytes(of meetings: [SearchableMeeting]) -> [UInt8] {
        let meetings = meetings.sorted { $0.order < $1.order }
        var build = Build(textSize: meetings.reduce(0) { $0 + $1.size })
        for meeting in meetings { build.add(meeting) }
        return build.file()
    }

    private struct Build {
        var meetings = ByteWriter()
        var remarks = ByteWriter()
        var lists = ByteWriter()
        var keys = ByteWriter()
        var terms = ByteWriter()
        var postings = ByteWriter()
        var texts = ByteWriter()
        var strings = StringTable()
        var collector: BigramCollector
        var remarkCount: UInt32 = 0
        var meetingCount: UInt32 = 0
        var compared = ComparedText()

        init(textSize: Int) {
            collector = BigramCollector(expected: textSize)
            texts.reserve(textSize)
            postings.reserve(textSize)
        }

        mutating func add(_ meeting: SearchableMeeting) {
            let firstRemark = remarkCount
            var characters: UInt64 = 0
            for remark in meeting.remarks {
                characters += UInt64(add(remark, firstRemark: firstRemark))
                remarkCount += 1
            }
            for text in [meeting.id, meeting.version, meeting.date, meeting.title, meeting.names] {
                meetings.append(strings.number(of: text))
            }
            meetings.append(UInt32(clamping: meeting.fiscalYear))
            meetings.append(UInt32(clamping: CalendarDate(iso: meeting.date).map(Self.day) ?? 0))
            meetings.append(firstRemark)
            meetings.append(UInt32(truncatingIfNeeded: meeting.remarks.count))
            meetings.pad(to: 8)
            meetings.append(characters)
            meetingCount += 1
        }

        /// `20240221`; sorts like the day, 0 is unknown.
        private static func day(_ date: CalendarDate) -> Int { date.year * 10000 + date.month * 100 + date.day }

        /// - Returns: number of characters.
        private mutating func add(_ remark: SearchableRemark, firstRemark: UInt32) -> Int {
            let offset = texts.count
            remark.text.withUTF8Bytes { bytes in
                compared.set(bytes)
                texts.append(bytes)
            }
            collector.add(compared.scalars, remark: remarkCount)
            let length = texts.count - offset
            let checksum = texts.bytes.withUnsafeBytes {
                Checksum.short(UnsafeRawBufferPointer(rebasing: $0[offset...]))
            }
            remarks.append(meetingCount)
            remarks.append(UInt32(clamping: remark.order))
            for text in [remark.id, remark.role, remark.label, remark.name, remark.agenda] {
                remarks.append(strings.number(of: text))
            }
            remarks.append(UInt32(clamping: remark.line))
            remarks.append(UInt32(clamping: compared.scalars.count))
            remarks.append(UInt32(clamping: length))
            remarks.append(UInt64(offset))
            remarks.append(checksum)
            remarks.append(UInt32(truncatingIfNeeded: lists.count / 4))
            remarks.append(UInt32(truncatingIfNeeded: remark.topics.count))
            remarks.append(UInt32(truncatingIfNeeded: remark.kinds.count))
            remarks.append(UInt32(truncatingIfNeeded: remark.answers.count))
            remarks.append(remark.question.map { firstRemark + UInt32(truncatingIfNeeded: $0) + 1 } ?? 0)
            for text in remark.topics + remark.kinds { lists.append(strings.number(of: text)) }
            for answer in remark.answers { lists.append(firstRemark + UInt32(truncatingIfNeeded: answer)) }
            return compared.scalars.count
        }

        mutating func file() -> [UInt8] {
            collector.forEachBigram { key, places in
                keys.append(key)
                addTerm(places)
            }
            var file = ByteWriter()
            let sections = [meetings, strings.section, remarks, lists, keys, terms, postings, texts]
            file.reserve(sections.reduce(SegmentLayout.headerLength + 64) { $0 + $1.count })
            var table = ByteWriter()
            var offset = SegmentLayout.headerLength
            for section in sections {
                table.append(UInt64(offset))
                table.append(UInt64(section.count))
                table.append(section.bytes.withUnsafeBytes(Checksum.of))
                offset += (section.count + 7) & ~7
            }
            file.append(SegmentLayout.magic)
            file.append(SegmentLayout.version)
            file.append(UInt32(truncatingIfNeeded: sections.count))
            file.append(UInt64(offset))
            file.append(table.bytes.withUnsafeBytes(Checksum.of))
            file.append(table.bytes)
            for section in sections {
                file.append(section.bytes)
                file.pad(to: 8)
            }
            return file.bytes
        }

        /// Postings of a bigram: first the remarks (difference to the one before, doubled, odd where it occurs once; else
        /// the number follows), then the places in all of them.
        private mutating func addTerm(_ places: UnsafeBufferPointer<UInt64>) {
            let offset = postings.count
            var remarkNumber: UInt32 = 0
            var distinct: UInt32 = 0
            var index = 0
            while index < places.count {
                let remark = UInt32(truncatingIfNeeded: places[index] >> 32)
                var end = index + 1
                while end < places.count, UInt32(truncatingIfNeeded: places[end] >> 32) == remark { end += 1 }
                let step = remark - remarkNumber
                if end - index == 1 {
                    postings.append(varint: step << 1 | 1)
                } else {
                    postings.append(varint: step << 1)
                    postings.append(varint: UInt32(truncatingIfNeeded: end - index))
                }
                remarkNumber = remark
                distinct += 1
                index = end
            }
            let middle = postings.count
            var before: UInt64 = .max
            var position: UInt32 = 0
            for place in places {
                if place >> 32 != before {
                    before = place >> 32
                    position = 0
                }
                let occurrence = UInt32(truncatingIfNeeded: place)
                let step = Occurrence.position(occurrence) - position
                postings.append(varint: step << 2 | occurrence & 3)
                position = Occurrence.position(occurrence)
            }
            terms.append(UInt64(offset))
            terms.append(distinct)
            terms.append(UInt32(truncatingIfNeeded: middle - offset))
            terms.append(UInt32(truncatingIfNeeded: postings.count - middle))
            terms.append(
                postings.bytes.withUnsafeBytes { Checksum.short(UnsafeRawBufferPointer(rebasing: $0[offset...])) })
        }
    }
}

/// Strings kept once each, by number; number 0 is the empty one.
private struct StringTable {
    /// By bytes: two spellings that Swift calls equal (NFC, NFD) stay two strings.
    private var numbers: [[UInt8]: UInt32] = [[]: 0]
    private var ends = ByteWriter()
    private var content = ByteWriter()

    init() { ends.append(UInt32(0)) }

    mutating func number(of text: String) -> UInt32 {
        let bytes = Array(text.utf8)
        if let number = numbers[bytes] { return number }
        let number = UInt32(truncatingIfNeeded: numbers.count)
        numbers[bytes] = number
        content.append(bytes)
        ends.append(UInt32(truncatingIfNeeded: content.count))
        return number
    }

    /// Number of strings, the end of each, the bytes.
    var section: ByteWriter {
        var section = ByteWriter()
        section.append(UInt32(truncatingIfNeeded: numbers.count))
        section.append(ends.bytes)
        section.append(content.bytes)
        return section
    }
}

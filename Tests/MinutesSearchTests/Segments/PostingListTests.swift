import Testing

@testable import MinutesSearch

/// Places that are written and read again.
@Suite struct PostingListTests {
    /// One remark of a hundred characters after the other.
    private func withStarts<R>(_ remarks: Int, _ body: (RemarkStarts) throws -> R) rethrows -> R {
        let starts = (0...remarks).map { UInt32($0 * 100) }
        let pages = RemarkStarts.pages(of: starts)
        return try starts.withUnsafeBufferPointer { starts in
            try pages.withUnsafeBufferPointer { pages in
                try body(
                    RemarkStarts(
                        starts: starts.baseAddress!, count: remarks, pages: pages.baseAddress!,
                        pageCount: pages.count))
            }
        }
    }

    private func written(_ places: [UInt32], key: UInt64, _ starts: RemarkStarts) -> (bytes: [UInt8], remarks: Int) {
        var encoder = PostingEncoder()
        var out = ByteWriter()
        let remarks = places.withUnsafeBufferPointer {
            encoder.append($0, flags: OccurrenceFlags(key: key), starts: starts, to: &out)
        }
        return (out.bytes, remarks)
    }

    private func read(_ bytes: [UInt8], count: Int, _ body: (inout PostingCursor) -> Void) {
        let padded = bytes + [UInt8](repeating: 0, count: SegmentLayout.slack)
        padded.withUnsafeBytes { raw in
            let buffers = PostingBuffers(1)
            guard let list = PostingList(UnsafeRawBufferPointer(rebasing: raw[..<bytes.count]), count: count) else {
                return
            }
            var cursor = PostingCursor(list, buffer: buffers[0])
            body(&cursor)
            withExtendedLifetime(buffers) {}
        }
    }

    /// 京都: both flags are kept; かが: the second is not.
    private static let keys = [Bigram.key(0x4EAC, 0x90FD), Bigram.key(0x304B, 0x304C), Bigram.key(0x3002, 0x3042)]

    @Test(arguments: 0..<60)
    func whatIsWrittenIsRead(seed: Int) {
        var generator = SplitMix(seed: UInt64(seed))
        let count = [1, 2, 64, 65, 127, 128, 129, 256, 300, 1000][seed % 10]
        let step = [1, 2, 3, 50, 1000, 200_000][seed % 6]
        let key = Self.keys[seed % 3]
        let flags = OccurrenceFlags(key: key)
        var position: UInt32 = UInt32(generator.next() % 5)
        let places = (0..<count).map { _ -> UInt32 in
            defer { position += 1 + UInt32(generator.next() % UInt64(step)) }
            return position << 2 | UInt32(generator.next() & 3) | flags.implied
        }
        withStarts(2_100_000) { starts in
            let (bytes, remarks) = written(places, key: key, starts)
            #expect(remarks == Set(places.map { ($0 >> 2) / 100 }).count)
            var all: [UInt32] = []
            read(bytes, count: count) { cursor in
                while !cursor.isAtEnd {
                    all.append(cursor.place)
                    cursor.next()
                }
            }
            #expect(all == places)
            // Single places are looked up alike, and what is not there is not found.
            read(bytes, count: count) { cursor in
                let list = cursor.list
                let known = Set(places.map { $0 >> 2 })
                var block = 0
                for place in places.prefix(400) {
                    for position in [place >> 2, (place >> 2) + 1] {
                        block = list.block(of: position, from: block)
                        let found = list.place(at: position, inBlock: block)
                        if position == place >> 2 { #expect(found == place) }
                        #expect((found != nil) == known.contains(position))
                    }
                }
            }
            // Leaps of all lengths find what a walk finds.
            read(bytes, count: count) { cursor in
                var target: UInt32 = 0
                while !cursor.isAtEnd {
                    target = max(target, cursor.position) + UInt32(generator.next() % UInt64(step * 300))
                    cursor.advance(to: target)
                    #expect((cursor.isAtEnd ? nil : cursor.place) == places.first { $0 >> 2 >= target })
                }
            }
        }
    }

    @Test func impactsAreNotBelowTheSharesOfTheirRemarks() {
        var generator = SplitMix(seed: 7)
        var position: UInt32 = 0
        let places = (0..<2000).map { _ -> UInt32 in
            defer { position += 1 + UInt32(generator.next() % 40) }
            return position << 2 | UInt32(generator.next() & 3)
        }
        withStarts(1000) { starts in
            let (bytes, _) = written(places, key: Self.keys[0], starts)
            let shares = Dictionary(grouping: places) { ($0 >> 2) / 100 }.mapValues { places in
                Relevance.share(
                    count: places.reduce(0) { $0 + PhraseMatches.weight($1) },
                    quality: places.map { PhraseMatches.weight($0) }.max() ?? 0, characters: 99)
            }
            read(bytes, count: places.count) { cursor in
                var seen: Set<UInt32> = []
                for (index, place) in places.enumerated() where seen.insert((place >> 2) / 100).inserted {
                    let block = index / PostingEncoder.blockSize
                    #expect(Relevance.share(impact: cursor.list.impact(block)) >= shares[(place >> 2) / 100] ?? 9)
                }
                for block in 1..<cursor.list.blockCount {
                    let (last, first) = (places[block * 128 - 1], places[block * 128])
                    #expect(cursor.list.continues(block) == ((last >> 2) / 100 == (first >> 2) / 100))
                }
            }
        }
    }

    /// No byte makes the reader leave the list, or run on for ever.
    @Test func damagedListsEnd() {
        let places = (0..<700).map { UInt32($0 * 37) << 2 | UInt32($0 & 3) }
        withStarts(1000) { starts in
            let (sound, _) = written(places, key: Self.keys[0], starts)
            for place in stride(from: 0, to: sound.count, by: 3) {
                var bytes = sound
                bytes[place] = place.isMultiple(of: 2) ? 0xFF : 0
                read(bytes, count: places.count) { cursor in
                    for position in 0..<300 {
                        for block in 0..<cursor.list.blockCount {
                            _ = cursor.list.place(at: UInt32(position * 97), inBlock: block)
                        }
                    }
                    var steps = 0
                    while !cursor.isAtEnd, steps < 10_000 {
                        cursor.advance(to: cursor.position + 60)
                        cursor.next()
                        steps += 1
                    }
                    #expect(steps < 10_000)
                }
            }
            for length in 0..<sound.count { read(Array(sound[..<length]), count: 700) { $0.advance(to: 20_000) } }
        }
    }

    @Test func packedColumnsKeepEveryWidth() {
        for width in 0...32 {
            let most = width == 32 ? UInt32.max : (UInt32(1) << UInt32(width)) - 1
            let values = [0, most, most / 2, 1 & most, most, 0, most / 3]
            #expect(PackedColumn.width(of: values) == width)
            let bytes = PackedColumn.bytes(of: values, width: width)
            bytes.withUnsafeBytes { raw in
                let column = PackedColumn(raw, count: values.count, width: width)
                #expect(values.indices.map { column?[$0] ?? 99 } == values)
                #expect(column?[values.count] == 0 && column?[-1] == 0)
            }
        }
    }

    @Test(arguments: ["r4k7w0c9m2h5q", "r000000000000", "rzzzzzzzzzzzz", "m1-1", "", "r4k7w0c9m2h5l", "r4k7w0c9m2h5qq"])
    func idsArePackedAndUnpacked(id: String) {
        let packed = PackedID.pack(id) { $0 == id ? 77 : 0 }
        if let string = PackedID.string(packed) {
            #expect(string == 77)
        } else {
            #expect(PackedID.unpack(packed) == id)
        }
    }
}

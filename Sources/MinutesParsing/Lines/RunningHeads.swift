/// Running heads and feet: lines that come back at page breaks.
enum RunningHeads {
    /// How many lines on either side of a page break are looked at.
    private static let reach = 2

    /// Marks lines that stand beside most page breaks, and title lines repeated down the document.
    /// - Complexity: O(n) in bytes.
    static func mark(_ lines: inout [Line], in bytes: SourceBytes) {
        markAtPageBreaks(&lines, bytes)
        markRepeatedTitles(&lines, bytes)
    }

    private static func markAtPageBreaks(_ lines: inout [Line], _ bytes: SourceBytes) {
        var breaks: [Range<Int>] = []
        var index = 0
        while index < lines.count {
            let startsPage = index > 0 && lines[index].page > lines[index - 1].page
            guard startsPage || lines[index].kind.isPageFurniture else {
                index += 1
                continue
            }
            let start = index
            while index < lines.count, lines[index].isBlank || lines[index].kind.isPageFurniture { index += 1 }
            // One line of text between furniture and furniture belongs to the same break.
            breaks.append(start..<index)
            if index == start { index += 1 }
        }
        guard breaks.count >= 3 else { return }
        var seen: [UInt64: (breaks: Int, last: Int)] = [:]
        func near(_ gap: Range<Int>) -> [Int] {
            var found: [Int] = []
            var back = gap.lowerBound - 1
            while back >= 0, found.count < reach, gap.lowerBound - back < 8 {
                if lines[back].kind == .text { found.append(back) }
                back -= 1
            }
            var forward = gap.upperBound
            var taken = 0
            while forward < lines.count, taken < reach, forward - gap.upperBound < 8 {
                if lines[forward].kind == .text {
                    found.append(forward)
                    taken += 1
                }
                forward += 1
            }
            return found
        }
        var candidates: [(line: Int, key: UInt64)] = []
        for (number, gap) in breaks.enumerated() {
            for line in near(gap) where lines[line].inkEnd - lines[line].inkStart <= 240 {
                let key = shapeHash(lines[line], bytes)
                let entry = seen[key]
                if entry?.last != number { seen[key] = ((entry?.breaks ?? 0) + 1, number) }
                candidates.append((line, key))
            }
        }
        // Between two marked parts of one break a head is seen twice, so half the breaks are enough.
        let needed = max(3, breaks.count * 2 / 5)
        var everywhere: [UInt64: Int] = [:]
        let frequent = Set(seen.filter { $0.value.breaks >= needed }.keys)
        guard !frequent.isEmpty else { return }
        let widths = Set(candidates.filter { frequent.contains($0.key) }.map { lines[$0.line].columns })
        for line in lines
        where line.kind == .text && widths.contains(line.columns) && line.inkEnd - line.inkStart <= 240 {
            let key = shapeHash(line, bytes)
            if frequent.contains(key) { everywhere[key, default: 0] += 1 }
        }
        var beside: [UInt64: Set<Int>] = [:]
        for (line, key) in candidates where frequent.contains(key) { beside[key, default: []].insert(line) }
        for key in frequent where (beside[key]?.count ?? 0) * 10 >= (everywhere[key] ?? 0) * 9 {
            for line in beside[key] ?? [] { lines[line].kind = .runningHead }
        }
    }

    /// A line of the first ten that comes back unchanged at least twice, each time in the middle of something.
    private static func markRepeatedTitles(_ lines: inout [Line], _ bytes: SourceBytes) {
        // At most ten of each: a few comparisons cost less than one hash.
        var titles: [UInt64] = []
        var beginnings: [UInt64] = []
        // By columns, whether one of them is as wide.
        var isAsWide = Array(repeating: false, count: 121)
        var first = 0
        for line in lines where line.kind == .text {
            first += 1
            if first > 10 { break }
            if line.columns >= 12, line.columns <= 120 {
                titles.append(exactHash(line, bytes))
                beginnings.append(beginning(line, bytes))
                isAsWide[line.columns] = true
            }
        }
        guard !titles.isEmpty, lines.count > 60 else { return }
        var places: [UInt64: [Int]] = [:]
        for index in lines.indices where lines[index].kind == .text {
            guard lines[index].columns <= 120, isAsWide[lines[index].columns],
                beginnings.contains(beginning(lines[index], bytes))
            else { continue }
            let key = exactHash(lines[index], bytes)
            if titles.contains(key) { places[key, default: []].append(index) }
        }
        for found in places.values where found.count >= 3 {
            guard zip(found, found.dropFirst()).allSatisfy({ $1 - $0 >= 12 }) else { continue }
            for line in found.dropFirst() { lines[line].kind = .runningHead }
        }
    }

    /// Hash of the ink with digits made alike, so that `３／１２` and `４／１２` are one head.
    private static func shapeHash(_ line: Line, _ bytes: SourceBytes) -> UInt64 {
        var hash = ByteHash()
        var offset = line.inkStart
        var inNumber = false
        while offset < line.inkEnd {
            let (value, length) = bytes.scalar(at: offset)
            if Furniture.digit(value) != nil {
                if !inNumber { hash.add(0x23) }
                inNumber = true
            } else if bytes.blank(at: offset) == 0 {
                inNumber = false
                for byte in offset..<offset + length { hash.add(bytes[byte]) }
            }
            offset += length
        }
        return hash.value
    }

    /// The first eight bytes of the ink: most lines differ from the titles there.
    private static func beginning(_ line: Line, _ bytes: SourceBytes) -> UInt64 {
        bytes.buffer[line.ink].prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func exactHash(_ line: Line, _ bytes: SourceBytes) -> UInt64 {
        ByteHash.of(UnsafeBufferPointer(rebasing: bytes.buffer[line.ink]))
    }
}

/// Damages documents as files get damaged, and as somebody would who wants to bring the program down.
struct Mutator {
    private var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    /// Documents stay below this, so that many can be tried.
    private static let largest = 256 << 10

    /// One to four changes; `other` is what is spliced in.
    mutating func mutate(_ document: [UInt8], other: [UInt8]) -> [UInt8] {
        var bytes = document
        for _ in 0...random.below(4) { change(&bytes, other) }
        return bytes.count > Self.largest ? Array(bytes.prefix(Self.largest)) : bytes
    }

    private mutating func change(_ bytes: inout [UInt8], _ other: [UInt8]) {
        guard !bytes.isEmpty else {
            bytes = other
            return
        }
        switch random.below(12) {
        case 0: bytes.removeLast(random.below(bytes.count))
        case 1: bytes.removeFirst(random.below(bytes.count))
        case 2: bytes = Array(bytes.prefix(random.below(bytes.count)) + other.suffix(random.below(other.count + 1)))
        case 3: for _ in 0...random.below(16) { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
        case 4: for _ in 0...random.below(8) { bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(8)) }
        case 5: repeatLine(&bytes)
        case 6: moveLine(&bytes)
        case 7: insert(random.pick(Self.signs), times: 1 + random.below(4), &bytes)
        case 8: insert(random.pick(Self.signs), times: 1 + random.below(3000), &bytes)
        case 9: removeLineEnds(&bytes)
        case 10: removeStretch(&bytes)
        default: doubleMarks(&bytes)
        }
    }

    /// What means something to a reader or the parser.
    private static let signs: [[UInt8]] = [
        "（", "）", "((", "「", "」", "【", "○", "◯", "〇", "◎", "◆", "：", ":", "　", "\t", "\u{0C}", "\r", "\r\n", "\n\n",
        "-1-", "委員長", "○委員　",
        "委員：", "（委員）", "【事務局】", "説明（略）。（", "第１", "（１）", "①", "日程第１", "令和", "年", "月", "日", "午前", "９９９９９９９９９９", "次回までに",
        "してください。", "か\u{3099}",
        "𠮷", "\u{FEFF}", "\u{200B}", "\u{0}", "\u{1B}$B", "\u{1B}(B", "、", "。", "→", "<table>", "</td>", "<br>",
        "&#12354;", "&", "<!--", "]]>", "{\"", "[[[[",
        "\\u3042", "# ", "- ", "**", "| ", "```", "〒999", "042-999-0123", "さん", "@", "出席委員", "欠席", "傍聴者", "──", "・・・",
        "%PDF-", "PK\u{3}\u{4}",
    ].map { Array($0.utf8) }

    private mutating func insert(_ sign: [UInt8], times: Int, _ bytes: inout [UInt8]) {
        let place = random.below(bytes.count + 1)
        bytes.insert(contentsOf: Array(repeating: sign, count: times).joined(), at: place)
    }

    /// A line of the document, somewhere in the middle.
    private mutating func line(_ bytes: [UInt8]) -> Range<Int> {
        let place = random.below(bytes.count)
        let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let end = bytes[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
        return start..<max(start, end)
    }

    private mutating func repeatLine(_ bytes: inout [UInt8]) {
        let line = Array(bytes[line(bytes)].prefix(400))
        let times = random.below(8) == 0 ? 1 + random.below(500) : 1 + random.below(4)
        bytes.insert(contentsOf: Array(repeating: line, count: times).joined(), at: random.below(bytes.count + 1))
    }

    private mutating func moveLine(_ bytes: inout [UInt8]) {
        let range = line(bytes)
        let line = Array(bytes[range])
        bytes.removeSubrange(range)
        bytes.insert(contentsOf: line, at: random.below(bytes.count + 1))
    }

    private mutating func removeStretch(_ bytes: inout [UInt8]) {
        let start = random.below(bytes.count)
        bytes.removeSubrange(start..<min(bytes.count, start + 1 + random.below(400)))
    }

    private mutating func removeLineEnds(_ bytes: inout [UInt8]) {
        let start = random.below(bytes.count)
        let end = min(bytes.count, start + 2000)
        let kept = bytes[start..<end].filter { $0 != 0x0A && $0 != 0x0D }
        bytes.replaceSubrange(start..<end, with: kept)
    }

    /// Every mark once more, as when a template was pasted over itself.
    private mutating func doubleMarks(_ bytes: inout [UInt8]) {
        let mark = random.pick(["○", "◯", "◎", "（", "：", "　", "。"].map { Array($0.utf8) })
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        var place = 0
        while place < bytes.count {
            if bytes[place] == mark[0], bytes[place...].starts(with: mark) {
                result += mark + mark
                place += mark.count
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        bytes = result
    }
}

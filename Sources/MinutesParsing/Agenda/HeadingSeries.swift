/// Lines between the end of a speech and the next turn that are written alike, so that one of them proves the others:
/// numbers that count up, the same mark or bracket, lines between blank ones.
struct HeadingSeries {
    private enum Kind: Hashable {
        case number(AgendaNumber.Style, word: String)
        case mark(UInt32)
        case bracket(UInt32)
        case plain
    }

    /// The lines that such a series proves.
    private(set) var lines: Set<Int> = []

    /// More headings than these above one turn are a list that is read out.
    private static let most = 3

    /// - Parameter opening: a heading stands right above the first turn; a mark before it counts.
    /// - Complexity: O(turns): the lines right above each turn are read.
    init(
        _ lines: [Line], startsTurn: [Bool], from first: Int, opening: Bool, wrapping: Wrapping, _ bytes: SourceBytes
    ) {
        var places: [Kind: [(line: Int, value: Int)]] = [:]
        if opening, let above = lines[..<first].lastIndex(where: { !$0.isBlank && !$0.kind.isFurniture }),
            lines[above].kind == .text, lines[above].columns <= 60,
            let (kind, value) = Self.kind(of: lines[above], wrapping, bytes), case .mark = kind
        {
            places[kind] = [(above, value)]
        }
        var last = first
        for turn in lines.indices.dropFirst(first + 1) where startsTurn[turn] {
            defer { last = turn }
            guard turn > last + 1, !Self.endsSpeech(lines[turn - 1], bytes) else { continue }
            var block: [(Kind, line: Int, value: Int)] = []
            var index = turn - 1
            var isOpen = false
            while index > last {
                let line = lines[index]
                if line.isBlank || line.kind.isFurniture {
                    index -= 1
                    continue
                }
                if Self.endsSpeech(line, bytes) || line.kind != .text {
                    isOpen = true
                    break
                }
                guard block.count < Self.most, line.columns <= 100,
                    let (kind, value) = Self.kind(of: line, wrapping, bytes)
                else { break }
                block.append((kind, index, value))
                index -= 1
            }
            if index == last { isOpen = Self.endsSpeech(lines[last], bytes) }
            guard isOpen, Set(block.map(\.0)).count == block.count else { continue }
            for (kind, line, value) in block.reversed() { places[kind, default: []].append((line, value)) }
        }
        for (kind, found) in places where found.count >= 2 { take(kind, found) }
    }

    private mutating func take(_ kind: Kind, _ found: [(line: Int, value: Int)]) {
        guard case .number = kind else {
            lines.formUnion(found.map(\.line))
            return
        }
        // １, ２, ３; under each of them （１）, （２） anew.
        var run: [(line: Int, value: Int)] = []
        for place in found {
            if let before = run.last, place.value == before.value + 1 {
                run.append(place)
            } else {
                if run.count >= 2 { lines.formUnion(run.map(\.line)) }
                run = [place]
            }
        }
        if run.count >= 2 { lines.formUnion(run.map(\.line)) }
    }

    private static func kind(of line: Line, _ wrapping: Wrapping, _ bytes: SourceBytes) -> (Kind, Int)? {
        let first = bytes.scalar(at: line.inkStart).value
        if TurnMarks.isMark(first) {
            return TurnMarks.isBullet(first) || TurnMarks.isOrnament(line.ink, bytes) ? nil : (.mark(first), 0)
        }
        if let number = AgendaNumber.read(line.ink, bytes) {
            guard number.style != .letter, number.style != .kana, number.isSetOff || number.style >= .bracketed else {
                return nil
            }
            return (.number(number.style, word: number.word), number.value)
        }
        switch first {
        case 0x3010, 0xFF1C, 0x3008, 0x300A, 0x226A:
            return Bracket.closing(of: first) == bytes.scalar(before: line.inkEnd, after: line.inkStart)
                ? (.bracket(first), 0) : nil
        default:
            guard line.blanksBefore > wrapping.blankHabit, line.columns <= 60,
                HeadingWords.ends(bytes.buffer[line.ink].withoutBrackets())
            else { return nil }
            return (.plain, 0)
        }
    }

    private static func endsSpeech(_ line: Line, _ bytes: SourceBytes) -> Bool {
        switch line.kind {
        case .text:
            switch bytes.scalar(before: line.inkEnd, after: line.inkStart) {
            case 0x3002, 0xFF0E, 0xFF61, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x300D, 0x300F: return true
            default: return false
            }
        default: return line.kind.isNote
        }
    }
}

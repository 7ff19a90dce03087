import MinutesModel

/// What a document says its marks stand for: `（●：委員　→：事務局）`, `※○は委員、◆は事務局の発言`.
struct MarkLegend {
    private(set) var roles: [UInt32: Role] = [:]
    /// Line of the last entry; turns begin below it.
    private(set) var line = -1

    /// Says itself what the marks stand for; turns may begin anywhere.
    init(_ roles: [UInt32: Role] = [:]) { self.roles = roles }

    /// - Parameter marks: marks that begin lines. A legend that tells of none of them is not looked for: where none
    ///   begins a line, as in nearly all documents that name their speakers, nothing is read.
    /// - Complexity: O(n): lines longer than 400 bytes are no legend.
    init(_ lines: [Line], in bytes: SourceBytes, of marks: Set<UInt32>) {
        guard !marks.isEmpty else { return }
        for index in lines.indices where lines[index].kind == .text || lines[index].kind == .note {
            let ink = lines[index].ink
            guard ink.count <= 400 else { continue }
            var found: [UInt32: Role] = [:]
            var others: [UInt32] = []
            var offset = ink.lowerBound
            while true {
                offset = bytes.skipUnmarked(from: offset, to: ink.upperBound)
                guard offset < ink.upperBound else { break }
                let (value, length) = bytes.scalar(at: offset)
                offset += length
                guard TurnMarks.isMark(value) else { continue }
                guard let words = Self.words(after: offset, ink.upperBound, bytes) else { continue }
                if let role = Self.role(in: words) { found[value] = role } else { others.append(value) }
            }
            guard !found.isEmpty else { continue }
            let saysSo = bytes[ink].holds(anyOf: ["凡例", "発言", "記号", "印"])
            guard found.count >= 2 || saysSo else { continue }
            // ●は窓口側の発言: whoever they are, a turn begins there.
            if saysSo { for mark in others where found[mark] == nil { found[mark] = .other } }
            roles.merge(found) { first, _ in first }
            line = index
        }
    }

    /// The role of a mark, or of the one mark of the legend that looks the same: ○ for 〇.
    func role(of mark: UInt32) -> Role? {
        if let role = roles[mark] { return role }
        let alike = roles.filter { TurnMarks.family($0.key) == TurnMarks.family(mark) }
        return alike.count == 1 ? alike.first?.value : nil
    }

    /// Takes in marks that look like one of its own.
    mutating func adopt(_ marks: Set<UInt32>) {
        for mark in marks where roles[mark] == nil { roles[mark] = role(of: mark) }
    }

    private static let words: [(StaticString, Role)] = [
        ("委員長", .chair), ("会長", .chair), ("座長", .chair), ("議長", .chair), ("事務局", .secretariat), ("委員", .member),
        ("議員", .member), ("構成員", .member), ("参加者", .member), ("会員", .member), ("質問", .member), ("意見", .member),
        ("専門家", .expert), ("講師", .expert), ("参考人", .expert), ("傍聴", .audience), ("執行部", .official),
        ("理事者", .official), ("説明員", .official), ("大学側", .official), ("学校側", .official), ("行政側", .official),
        ("当局", .official), ("回答", .secretariat), ("答", .secretariat), ("担当", .secretariat),
        ("課", .secretariat), ("市", .secretariat), ("町", .secretariat), ("区", .secretariat), ("県", .secretariat),
        ("村", .secretariat), ("住民", .other), ("市民", .other), ("発言者", .other),
    ]

    /// The words behind a mark and a colon (or は, ＝, …).
    private static func words(after start: Int, _ end: Int, _ bytes: SourceBytes) -> SourceBytes? {
        var offset = bytes.skipBlanks(start, end)
        guard offset < end else { return nil }
        let (sign, length) = bytes.scalar(at: offset)
        switch sign {
        case 0x3A, 0xFF1A, 0x3D, 0xFF1D, 0x306F, 0x2026, 0x2025, 0x2015, 0x2014, 0x30FB: break
        default: return nil
        }
        offset = bytes.skipBlanks(offset + length, end)
        let from = offset
        scan: while offset < end, offset - from < 60 {
            let (value, length) = bytes.scalar(at: offset)
            switch value {
            case 0x3001, 0x3002, 0xFF0C, 0x2C, 0xFF09, 0x29, 0xFF1B, 0x3B, 0x20, 0x3000, 0x09: break scan
            default: if TurnMarks.isMark(value), value != 0x30FB { break scan }
            }
            offset += length
        }
        return offset > from ? bytes[from..<offset] : nil
    }

    /// The role that the words name first.
    private static func role(in text: SourceBytes) -> Role? {
        words.compactMap { word, role in text.first(word).map { (place: $0, role: role) } }
            .min { $0.place < $1.place }?.role
    }
}

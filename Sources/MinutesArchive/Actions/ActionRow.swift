import MinutesModel

/// What a query asks of an action, in a fixed number of bytes; its words lie elsewhere.
struct ActionRow {
    static let size = 32

    /// Digits of an id made of a hash; 0 for any other id.
    var id: UInt64
    /// Hash of how it is put; 0 for none.
    var expression: UInt64
    /// 20240930; 0 for none.
    var due: UInt32
    /// Place in the table of owners, from 1.
    var owner: UInt32
    /// Where its set of topics begins among the sets, in words of four bytes.
    var topics: UInt32
    /// Place in `FindingKind.followUps`.
    var kind: UInt8
    /// Place in `ActionStatus.allCases`.
    var status: UInt8
    /// Place in `ReviewVerdict.allCases`.
    var verdict: UInt8
    var flags: Flags

    struct Flags: OptionSet {
        let rawValue: UInt8
        static let hasFormerIDs = Flags(rawValue: 1)
    }

    func write(to bytes: inout IndexBytes) {
        bytes.add(id)
        bytes.add(expression)
        bytes.add(due)
        bytes.add(owner)
        bytes.add(topics)
        bytes.add(kind)
        bytes.add(status)
        bytes.add(verdict)
        bytes.add(flags.rawValue)
    }

    /// - Parameter start: of the row; it has to be inside.
    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer, at start: Int) {
        @inline(__always) func long(_ at: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start &+ at, as: UInt64.self))
        }
        @inline(__always) func word(_ at: Int) -> UInt32 {
            UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start &+ at, as: UInt32.self))
        }
        id = long(0)
        expression = long(8)
        due = word(16)
        owner = word(20)
        topics = word(24)
        kind = bytes[start &+ 28]
        status = bytes[start &+ 29]
        verdict = bytes[start &+ 30]
        flags = Flags(rawValue: bytes[start &+ 31])
    }

    init(_ item: ActionItem, owner: Int, topics: Int) {
        id = Self.packed(item.id)
        expression = item.expression.map(Self.hash) ?? 0
        due = item.due?.date.flatMap(Self.day) ?? 0
        self.owner = UInt32(owner)
        self.topics = UInt32(topics)
        kind = UInt8(FindingKind.followUps.firstIndex(of: item.type) ?? Int(UInt8.max))
        status = UInt8(ActionStatus.allCases.firstIndex(of: item.status) ?? 0)
        verdict = UInt8(ReviewVerdict.allCases.firstIndex(of: item.verdict) ?? 0)
        flags = item.formerIDs.isEmpty ? [] : .hasFormerIDs
    }

    // MARK: - ids, days, expressions as numbers

    private static let digits: [UInt64?] = {
        var digits = [UInt64?](repeating: nil, count: 256)
        for (value, digit) in "0123456789abcdefghjkmnpqrstvwxyz".utf8.enumerated() {
            digits[Int(digit)] = UInt64(value)
        }
        return digits
    }()

    /// The digits of `f7k2…`, the first one highest; 0 for what has another shape.
    static func packed(_ id: String) -> UInt64 {
        guard id.utf8.count == 13 else { return 0 }
        return packed(prefix: id)?.value ?? 0
    }

    /// The digits of the beginning of an id, and by how much the digits behind it are shifted; `nil` for another shape.
    static func packed(prefix: String) -> (value: UInt64, shift: UInt64)? {
        let bytes = Array(prefix.utf8)
        guard bytes.first == UInt8(ascii: "f"), bytes.count <= 13 else { return nil }
        var value: UInt64 = 0
        for byte in bytes.dropFirst() {
            guard let digit = digits[Int(byte)] else { return nil }
            value = value << 5 | digit
        }
        return (value, UInt64(13 - bytes.count) * 5)
    }

    /// 2024-09-30 as 20240930; `nil` for what is no day.
    static func day(_ iso: String) -> UInt32? {
        guard iso.utf8.count == 10 else { return nil }
        var value: UInt32 = 0
        for byte in iso.utf8 where byte != UInt8(ascii: "-") {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value &* 10 &+ UInt32(byte - 0x30)
        }
        return value
    }

    static func hash(_ expression: ActionExpression) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for part in [expression.cue, expression.object, expression.act] {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            hash = (hash ^ 0xff) &* 0x0000_0100_0000_01b3
        }
        return hash == 0 ? 1 : hash
    }
}

/// Texts, or other rows of bytes, each once, numbered in the order they came. Compared byte by byte: two spellings of
/// one character are two texts.
struct WordTable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// Numbers from 1 by hash; 0 for none.
    private var slots = [UInt32](repeating: 0, count: 256)
    private var hashes: [UInt64] = []

    var count: Int { ends.count }

    mutating func number(_ text: String) -> Int {
        var text = text
        return text.withUTF8 { number($0) }
    }

    mutating func number(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(text)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let known = Int(slots[slot]) - 1
            if hashes[known] == hash, isEqual(known, text) { return known }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = UInt32(count + 1)
        hashes.append(hash)
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    private func isEqual(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = number == 0 ? 0 : ends[number - 1]
        guard ends[number] - start == text.count else { return false }
        for place in 0..<text.count where bytes[start + place] != text[place] { return false }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for number in 0..<count {
            var slot = Int(truncatingIfNeeded: hashes[number]) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }

    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = UInt64(text.count) &* 0x9e37_79b9_7f4a_7c15
        let raw = UnsafeRawBufferPointer(text)
        var place = 0
        while place &+ 8 <= raw.count {
            hash =
                (hash ^ UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
                &* 0x9e37_79b9_7f4a_7c15
            hash ^= hash &>> 29
            place &+= 8
        }
        while place < raw.count {
            hash = (hash ^ UInt64(raw[place])) &* 0x9e37_79b9_7f4a_7c15
            hash ^= hash &>> 31
            place &+= 1
        }
        return hash
    }

    /// Their number, their lengths, and then their bytes.
    func write(to column: inout ColumnWriter) {
        column.add(count)
        var start = 0
        for end in ends {
            column.add(end - start)
            start = end
        }
        column.add(raw: bytes)
    }

    /// Where the rows that `write` wrote lie.
    static func rows(_ reader: inout ColumnReader) throws(RecordFileError) -> [UnsafeBufferPointer<UInt8>] {
        let count = try reader.count()
        var lengths: [Int] = []
        lengths.reserveCapacity(count)
        for _ in 0..<count { lengths.append(try reader.number()) }
        var rows: [UnsafeBufferPointer<UInt8>] = []
        rows.reserveCapacity(count)
        for length in lengths { rows.append(try reader.take(length)) }
        return rows
    }

    static func texts(_ reader: inout ColumnReader) throws(RecordFileError) -> [String] {
        try rows(&reader).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// Texts of a record that are named as they come: 0 for none, 1 for the next new one, and from 2 on those seen before.
struct WordCodes {
    private(set) var table = WordTable()

    mutating func code(_ text: String) -> Int {
        let before = table.count
        let number = table.number(text)
        return number == before ? 1 : number + 2
    }

    mutating func code(_ text: String?) -> Int { text.map { code($0) } ?? 0 }
}

/// Reads what `WordCodes` gave, in the same order.
struct WordCodeReader {
    private let texts: [String]
    private var seen = 0

    init(_ texts: [String]) { self.texts = texts }

    mutating func text(_ code: Int) throws(RecordFileError) -> String? {
        switch code {
        case 0: return nil
        case 1:
            guard seen < texts.count else { throw .damaged("語の番号が合いません") }
            seen += 1
            return texts[seen - 1]
        default:
            guard code >= 2, code - 2 < seen else { throw .damaged("語の番号が合いません") }
            return texts[code - 2]
        }
    }

    mutating func text(_ column: inout ColumnReader) throws(RecordFileError) -> String {
        guard let text = try text(try column.number()) else { throw .damaged("語がありません") }
        return text
    }

    mutating func textIfAny(_ column: inout ColumnReader) throws(RecordFileError) -> String? {
        try text(try column.number())
    }
}

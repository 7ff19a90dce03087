/// Bytes of the index of actions being made: little-endian, texts behind their length.
struct IndexBytes {
    private(set) var bytes: [UInt8] = []

    /// The length of a text that is not there.
    static let nothing = UInt32.max

    mutating func add(_ value: UInt8) { bytes.append(value) }

    mutating func add(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }

    mutating func add(_ value: UInt64) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }

    mutating func add(_ text: String?) {
        guard var text else { return add(Self.nothing) }
        text.withUTF8 { utf8 in
            add(UInt32(utf8.count))
            bytes.append(contentsOf: utf8)
        }
    }

    mutating func add(_ texts: [String]) {
        add(UInt32(texts.count))
        for text in texts { add(text) }
    }

    mutating func add(raw: UnsafeRawBufferPointer) { bytes.append(contentsOf: raw) }

    mutating func pad(to multiple: Int) { while !bytes.count.isMultiple(of: multiple) { bytes.append(0) } }

    /// Writes over eight bytes that are there.
    mutating func set(_ value: UInt64, at offset: Int) {
        withUnsafeBytes(of: value.littleEndian) { new in for place in 0..<8 { bytes[offset + place] = new[place] } }
    }
}

/// Reads what `IndexBytes` wrote. Nothing in it is trusted: every length is held against what is there.
struct IndexReader {
    let bytes: UnsafeRawBufferPointer
    private(set) var offset: Int

    init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
        self.bytes = bytes
        self.offset = offset
    }

    private mutating func take(_ count: Int) throws(ActionIndexError) -> Int {
        guard count >= 0, offset >= 0, count <= bytes.count - offset else { throw .damaged("途中で切れています") }
        defer { offset += count }
        return offset
    }

    mutating func byte() throws(ActionIndexError) -> UInt8 { bytes[try take(1)] }

    mutating func word() throws(ActionIndexError) -> UInt32 {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: try take(4), as: UInt32.self))
    }

    mutating func long() throws(ActionIndexError) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: try take(8), as: UInt64.self))
    }

    /// A length or place in a file.
    mutating func place() throws(ActionIndexError) -> Int {
        let value = try long()
        guard value <= UInt64(Int.max) else { throw .damaged("位置が大きすぎます") }
        return Int(value)
    }

    mutating func textIfAny() throws(ActionIndexError) -> String? {
        try range().map { String(decoding: UnsafeRawBufferPointer(rebasing: bytes[$0]), as: UTF8.self) }
    }

    mutating func text() throws(ActionIndexError) -> String {
        guard let text = try textIfAny() else { throw .damaged("文字がありません") }
        return text
    }

    /// Where a text lies; `nil` for none.
    mutating func range() throws(ActionIndexError) -> Range<Int>? {
        let count = try word()
        guard count != IndexBytes.nothing else { return nil }
        let start = try take(Int(count))
        return start..<start + Int(count)
    }

    mutating func texts() throws(ActionIndexError) -> [String] {
        let count = try self.count(of: 4)
        var texts: [String] = []
        texts.reserveCapacity(count)
        for _ in 0..<count { texts.append(try text()) }
        return texts
    }

    /// A number of things of which each takes some bytes at least.
    mutating func count(of least: Int) throws(ActionIndexError) -> Int {
        let count = Int(try word())
        guard count <= (bytes.count - offset) / least else { throw .damaged("件数が合いません") }
        return count
    }
}

/// Why the index of actions cannot answer. It is derived: whoever gets this makes it again, or asks the records.
package enum ActionIndexError: Error, Hashable, Sendable {
    case missing
    case damaged(String)
    /// Of another version of the program.
    case otherFormat
}

/// Against damage on the disk, not against forgery.
enum IndexChecksum {
    /// - Complexity: O(n), 32 bytes a step in four lanes.
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let prime: UInt64 = 0x9e37_79b1_85eb_ca87
        @inline(__always) func word(_ at: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        }
        @inline(__always) func mix(_ lane: UInt64, _ word: UInt64) -> UInt64 {
            let product = (lane ^ word) &* prime
            return product ^ product &>> 29
        }
        var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
        var offset = 0
        while offset &+ 32 <= bytes.count {
            a = mix(a, word(offset))
            b = mix(b, word(offset &+ 8))
            c = mix(c, word(offset &+ 16))
            d = mix(d, word(offset &+ 24))
            offset &+= 32
        }
        var sum = mix(mix(mix(mix(UInt64(bytes.count), a), b), c), d)
        while offset < bytes.count {
            sum = mix(sum, UInt64(bytes[offset]))
            offset += 1
        }
        return sum
    }
}

/// UTF-8 being written by a decoder, with the count of what could not be read.
///
/// Holds room for three bytes a byte of input, which no encoding here exceeds, so that writing needs no checks; the
/// pages that are not written to are never taken from the system.
struct TextOutput: ~Copyable {
    private let storage: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private(set) var replacements = 0
    private(set) var firstBadByte: Int?
    private(set) var firstReplacement: Int?

    init(inputCount: Int) {
        storage = .allocate(capacity: 3 * inputCount + 4)
    }

    deinit { storage.deallocate() }

    @inline(__always)
    mutating func write(ascii byte: UInt8) {
        storage[count] = byte
        count &+= 1
    }

    @inline(__always)
    mutating func write(_ value: UInt32) {
        if value < 0x80 {
            write(ascii: UInt8(truncatingIfNeeded: value))
        } else if value < 0x800 {
            storage[count] = UInt8(truncatingIfNeeded: 0xC0 | value &>> 6)
            storage[count &+ 1] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
            count &+= 2
        } else if value < 0x10000 {
            storage[count] = UInt8(truncatingIfNeeded: 0xE0 | value &>> 12)
            storage[count &+ 1] = UInt8(truncatingIfNeeded: 0x80 | (value &>> 6) & 0x3F)
            storage[count &+ 2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
            count &+= 3
        } else {
            storage[count] = UInt8(truncatingIfNeeded: 0xF0 | value &>> 18)
            storage[count &+ 1] = UInt8(truncatingIfNeeded: 0x80 | (value &>> 12) & 0x3F)
            storage[count &+ 2] = UInt8(truncatingIfNeeded: 0x80 | (value &>> 6) & 0x3F)
            storage[count &+ 3] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
            count &+= 4
        }
    }

    /// Copies well-formed UTF-8.
    mutating func write(_ run: Slice<UnsafeBufferPointer<UInt8>>) {
        guard let base = UnsafeBufferPointer(rebasing: run).baseAddress else { return }
        (storage + count).update(from: base, count: run.count)
        count += run.count
    }

    /// Writes U+FFFD for unreadable bytes that begin at `offset`.
    mutating func replace(at offset: Int) {
        if firstBadByte == nil {
            firstBadByte = offset
            firstReplacement = count
        }
        replacements += 1
        write(0xFFFD)
    }

    func decoded(_ encoding: TextEncoding) -> DecodedText {
        DecodedText(
            text: String(decoding: UnsafeBufferPointer(start: storage, count: count), as: UTF8.self),
            encoding: encoding, replacements: replacements, firstBadByte: firstBadByte,
            firstReplacement: firstReplacement)
    }
}

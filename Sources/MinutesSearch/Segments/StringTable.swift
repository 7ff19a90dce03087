import Foundation
import JapaneseText

/// Strings kept once each, by number; number 0 is the empty one.
///
/// By bytes: two spellings that Swift calls equal (NFC, NFD) stay two strings.
struct StringTable {
    private var content: [UInt8] = []
    private var ends: [UInt32] = [0]
    /// Number + 1 by hash, 0 for a free slot.
    private var slots = [UInt32](repeating: 0, count: 1 << 10)

    var count: Int { ends.count }

    mutating func number(of text: String) -> UInt32 { text.withUTF8Bytes { number(of: $0) } }

    mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if bytes.isEmpty { return 0 }
        var slot = Int(truncatingIfNeeded: Checksum.of(UnsafeRawBufferPointer(bytes))) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = slots[slot] - 1
            if holds(number, bytes) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = UInt32(truncatingIfNeeded: ends.count)
        content.append(contentsOf: bytes)
        ends.append(UInt32(truncatingIfNeeded: content.count))
        slots[slot] = number + 1
        if ends.count * 2 > slots.count { grow() }
        return number
    }

    private func holds(_ number: UInt32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(ends[Int(number) - 1])
        guard Int(ends[Int(number)]) - start == bytes.count else { return false }
        return content.withUnsafeBytes { memcmp($0.baseAddress! + start, bytes.baseAddress!, bytes.count) == 0 }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        content.withUnsafeBytes { content in
            for number in 1..<ends.count {
                let text = UnsafeRawBufferPointer(rebasing: content[Int(ends[number - 1])..<Int(ends[number])])
                var slot = Int(truncatingIfNeeded: Checksum.of(text)) & (slots.count - 1)
                while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
                slots[slot] = UInt32(truncatingIfNeeded: number) + 1
            }
        }
    }

    /// The end of each, then the bytes.
    func write(to writer: SegmentFileWriter) throws(SearchIndexError) {
        try writer.append(numbers: ends)
        try writer.append(content)
    }
}

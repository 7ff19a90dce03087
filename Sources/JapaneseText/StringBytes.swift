extension String {
    /// The text of bytes that were cut out of a `String`: they are copied, not judged again, which would cost more than
    /// all else that is done with most of a document. Only where the cut went through a character they are repaired.
    /// - Complexity: O(n), a copy.
    package init(validated bytes: UnsafeBufferPointer<UInt8>) {
        if bytes.beginsAndEndsWhole {
            self = String(copying: UTF8Span(unchecked: bytes.span))
        } else {
            self = String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Calls `body` with the UTF-8 bytes of the string; a native string gives its own storage, without a copy.
    @inlinable
    @inline(__always)
    package func withUTF8Bytes<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
        if let result = try utf8.withContiguousStorageIfAvailable(body) { return result }
        var copy = self
        return try copy.withUTF8(body)
    }

    /// The part of the string at UTF-8 offsets, or `nil` when the range is outside of it or cuts a character.
    /// - Complexity: O(length of the slice) for native strings.
    package func utf8Slice(_ range: Range<Int>) -> String? {
        withUTF8Bytes { bytes in
            guard range.lowerBound >= 0, range.upperBound <= bytes.count,
                bytes.isCharacterStart(range.lowerBound), bytes.isCharacterStart(range.upperBound)
            else { return nil }
            return String(validated: UnsafeBufferPointer(rebasing: bytes[range]))
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether no character is cut at either end of bytes that are part of a text.
    @inline(__always)
    fileprivate var beginsAndEndsWhole: Bool {
        guard let first else { return true }
        guard first & 0xC0 != 0x80 else { return false }
        var last = count - 1
        while last > 0, count - last < 4, self[last] & 0xC0 == 0x80 { last -= 1 }
        let lead = self[last]
        let length = lead < 0x80 ? 1 : lead < 0xC0 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        return last + length == count
    }

    /// Whether a character may begin at the offset: it is the end, or no continuation byte stands there.
    @inlinable
    package func isCharacterStart(_ offset: Int) -> Bool {
        offset >= count || self[offset] & 0xC0 != 0x80
    }

    /// The Unicode scalar at an offset and its length in bytes. A malformed sequence gives U+FFFD and length 1.
    @inlinable
    @inline(__always)
    package func scalar(at offset: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(self[offset])
        if first < 0x80 { return (first, 1) }
        let left = count - offset
        if first & 0xF0 == 0xE0, left >= 3 {
            let (second, third) = (UInt32(self[offset + 1]), UInt32(self[offset + 2]))
            guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            return ((first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F, 3)
        }
        if first & 0xE0 == 0xC0, left >= 2 {
            let second = UInt32(self[offset + 1])
            guard second & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            return ((first & 0x1F) << 6 | second & 0x3F, 2)
        }
        if first & 0xF8 == 0xF0, left >= 4 {
            let (second, third, fourth) = (
                UInt32(self[offset + 1]), UInt32(self[offset + 2]), UInt32(self[offset + 3])
            )
            guard second & 0xC0 == 0x80, third & 0xC0 == 0x80, fourth & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            return ((first & 0x07) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | fourth & 0x3F, 4)
        }
        return (0xFFFD, 1)
    }

    /// The Unicode scalar that ends before an offset and its length in bytes, or `nil` at the start.
    @inlinable
    @inline(__always)
    package func scalar(before offset: Int) -> (value: UInt32, length: Int)? {
        guard offset > 0 else { return nil }
        var start = offset - 1
        while start > 0, offset - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
        let found = scalar(at: start)
        return start + found.length == offset ? found : (0xFFFD, 1)
    }

    /// The text of a range, malformed bytes replaced.
    package func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
    }
}

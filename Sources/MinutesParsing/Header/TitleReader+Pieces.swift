import JapaneseText

extension SourceBytes {
    /// The text of a range without spaces of either width.
    func withoutSpaces(_ range: Range<Int>) -> String {
        var kept: [UInt8] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (value, length) = scalar(at: offset)
            if value != 0x20, value != 0x3000 { kept += buffer[offset..<offset + length] }
            offset += length
        }
        return String(decoding: kept, as: UTF8.self)
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func stands(_ part: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        for index in part.indices where self[offset + index] != part[index] { return false }
        return true
    }
}

extension String {
    /// As `count`, which looks up of each character where it ends: plain letters and signs are known to stand alone.
    /// - Complexity: O(n).
    var characterCount: Int {
        let plain: Int? = withUTF8Bytes { bytes in
            let text = SourceBytes(buffer: bytes)
            var (offset, found) = (0, 0)
            while offset < bytes.count {
                let (value, length) = text.scalar(at: offset)
                switch value {
                case 0x20...0x7E, 0x3000...0x3029, 0x3041...0x3096, 0x30A0...0x30FF, 0x4E00...0x9FFF, 0xFF01...0xFF60:
                    offset += length
                default: return nil
                }
                found += 1
            }
            return found
        }
        return plain ?? count
    }

    /// Takes the bytes of a range out, which begins and ends between characters.
    mutating func removeBytes(_ range: Range<Int>) {
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        removeSubrange(start..<utf8.index(start, offsetBy: range.count))
    }

    func trimmingCharacters(_ set: String) -> String {
        // By scalars: the sets hold no character of more than one.
        withUTF8Bytes { bytes in
            set.withUTF8Bytes { set in
                func isOfSet(_ value: UInt32) -> Bool {
                    var offset = 0
                    while offset < set.count {
                        let (other, length) = set.scalar(at: offset)
                        if other == value { return true }
                        offset += length
                    }
                    return false
                }
                var (start, end) = (0, bytes.count)
                while start < end {
                    let (value, length) = bytes.scalar(at: start)
                    guard isOfSet(value) else { break }
                    start += length
                }
                while end > start, let (value, length) = bytes.scalar(before: end), isOfSet(value) { end -= length }
                return String(validated: UnsafeBufferPointer(rebasing: bytes[start..<end]))
            }
        }
    }

    /// Where the bytes of a word first stand.
    func range(ofWord word: String) -> Range<String.Index>? {
        place(of: word) { text, part in (0...(text.count - part.count)).first { text.stands(part, at: $0) } }
    }

    /// Where the bytes of a word stand last.
    func lastRange(of word: String) -> Range<String.Index>? {
        place(of: word) { text, part in (0...(text.count - part.count)).last { text.stands(part, at: $0) } }
    }

    private func place(
        of word: String, _ search: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Int?
    ) -> Range<String.Index>? {
        let found = withUTF8Bytes { text in
            word.withUTF8Bytes { part in
                part.isEmpty || part.count > text.count ? nil : search(text, part)
            }
        }
        guard let found else { return nil }
        let start = utf8.index(utf8.startIndex, offsetBy: found)
        return start..<utf8.index(start, offsetBy: word.utf8.count)
    }
}

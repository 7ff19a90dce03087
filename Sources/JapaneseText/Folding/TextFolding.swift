/// Makes alike what a reader takes for the same: widths, letter case, spellings of one kana, variants of one ideograph.
public enum TextFolding {
    /// Folds UTF-8 bytes.
    /// - Complexity: O(n); text in which nothing folds is copied once.
    public static func fold(
        _ bytes: UnsafeBufferPointer<UInt8>, _ options: FoldingOptions = .all
    ) -> FoldedText {
        let table = FoldingTable.table(for: options)
        return table.targets.withUnsafeBufferPointer { targets in
            table.changing.withUnsafeBufferPointer { changing in
                var run = FoldingRun(
                    bytes: bytes, targets: targets, changing: changing, composes: options.contains(.composition))
                run.joinsHalfWidthMarks = options.contains(.width)
                return run.fold()
            }
        }
    }

    /// Folds a string.
    public static func fold(_ text: String, _ options: FoldingOptions = .all) -> String {
        text.withUTF8Bytes { bytes in
            let folded = fold(bytes, options)
            return folded.isIdentity ? text : folded.text
        }
    }

    /// Folds a string and keeps the way back.
    public static func foldWithMap(_ text: String, _ options: FoldingOptions = .all) -> FoldedText {
        text.withUTF8Bytes { fold($0, options) }
    }
}

/// One pass over a text.
private struct FoldingRun {
    let bytes: UnsafeBufferPointer<UInt8>
    let targets: UnsafeBufferPointer<UInt16>
    let changing: UnsafeBufferPointer<UInt64>
    let composes: Bool
    var joinsHalfWidthMarks = false
    private var stretches: [FoldedText.Stretch] = []
    /// First byte of the input that is not in the output yet.
    private var copied = 0
    /// Start in the input of the last character written to the output by a replacement that ends at `copied`.
    private var lastReplaced: Int?
    /// The output: as long as the input at most, as no character folds to a longer one.
    private var output: UnsafeMutableBufferPointer<UInt8>
    private var written = 0
    private var hasChanged = false
    private var meetsJoinedKana = false

    init(
        bytes: UnsafeBufferPointer<UInt8>, targets: UnsafeBufferPointer<UInt16>,
        changing: UnsafeBufferPointer<UInt64>, composes: Bool
    ) {
        self.bytes = bytes
        self.targets = targets
        self.changing = changing
        self.composes = composes
        output = UnsafeMutableBufferPointer(start: nil, count: 0)
    }

    mutating func fold() -> FoldedText {
        let first = next(from: 0)
        if first >= bytes.count { return FoldedText(bytes: Array(bytes), stretches: [], isIdentity: true) }
        let folded = [UInt8](unsafeUninitializedCapacity: bytes.count) { room, count in
            output = room
            write(from: first)
            count = written
        }
        return FoldedText(bytes: folded, stretches: stretches, isIdentity: !hasChanged, joinsKana: meetsJoinedKana)
    }

    private mutating func write(from first: Int) {
        var offset = first
        let count = bytes.count
        while offset < count {
            offset = next(from: offset)
            if offset >= count { break }
            let first = bytes[offset]
            if first < 0x80 {
                let target = targets[Int(first)]
                if target != 0 { replace(offset, length: 1, by: UInt32(target)) }
                offset += 1
                continue
            }
            let (value, length) = bytes.scalar(at: offset)
            if value < 0x10000 {
                let target = targets[Int(value)]
                if value &- 0xFF61 <= 0x3E || value &- 0x3099 <= 1 { meetsJoinedKana = true }
                if value == 0x3099 || value == 0x309A {
                    if composes { compose(offset, length: length, mark: value) }
                } else if value == 0xFF9E || value == 0xFF9F, joinsHalfWidthMarks {
                    if !compose(offset, length: length, mark: value - 0xFF9E + 0x3099) {
                        replace(offset, length: length, by: UInt32(target))
                    }
                } else if target != 0 {
                    replace(offset, length: length, by: UInt32(target))
                }
            } else if value == 0x20BB7, targets[0x9AD9] != 0 {
                replace(offset, length: length, by: 0x5409)  // 𠮷 → 吉, the one variant beyond the basic plane
            }
            offset += length
        }
        copy(upTo: count)
    }

    /// Leaps over what never changes.
    @inline(__always)
    private func next(from start: Int) -> Int {
        var offset = start
        while offset &+ 2 < bytes.count, bytes[offset] & 0xF0 == 0xE0 {
            let (second, third) = (bytes[offset &+ 1], bytes[offset &+ 2])
            let block = Int(bytes[offset] & 0x0F) << 6 | Int(second & 0x3F)
            if changing[block] &>> UInt64(third & 0x3F) & 1 != 0 { break }
            if (second ^ 0x80 | third ^ 0x80) & 0xC0 != 0 { break }  // malformed
            offset &+= 3
        }
        return offset
    }

    private mutating func copy(upTo offset: Int) {
        guard offset > copied else { return }
        let length = offset - copied
        precondition(written + length <= output.count)
        (output.baseAddress! + written).initialize(from: bytes.baseAddress! + copied, count: length)
        written += length
        copied = offset
        lastReplaced = nil
    }

    /// Writes a character of the basic plane.
    @inline(__always)
    private mutating func put(_ value: UInt32) {
        let length = value < 0x80 ? 1 : value < 0x800 ? 2 : 3
        precondition(written + length <= output.count)
        let place = output.baseAddress! + written
        if length == 1 {
            place[0] = UInt8(truncatingIfNeeded: value)
        } else if length == 2 {
            place[0] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
            place[1] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
        } else {
            place[0] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
            place[1] = UInt8(truncatingIfNeeded: 0x80 | (value >> 6) & 0x3F)
            place[2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
        }
        written += length
    }

    private mutating func mark(source: Int) {
        let stretch = FoldedText.Stretch(
            folded: Int32(truncatingIfNeeded: written), source: Int32(truncatingIfNeeded: source))
        if stretches.last != stretch { stretches.append(stretch) }
    }

    private mutating func replace(_ offset: Int, length: Int, by value: UInt32) {
        hasChanged = true
        copy(upTo: offset)
        let changesLength = (value < 0x80 ? 1 : value < 0x800 ? 2 : 3) != length
        if changesLength { mark(source: offset) }
        put(value)
        copied = offset + length
        lastReplaced = offset
        if changesLength { mark(source: copied) }
    }

    /// Joins a voiced mark to the kana before it.
    @discardableResult
    private mutating func compose(_ offset: Int, length: Int, mark voiced: UInt32) -> Bool {
        copy(upTo: offset)
        hasChanged = hasChanged || offset > 0
        guard written >= 3 else { return false }
        let base = UnsafeBufferPointer(rebasing: output[..<written]).scalar(before: written)
        guard let base, base.length == 3, let kana = FoldingTable.composed(base.value, voiced) else { return false }
        let source = lastReplaced ?? offset - 3
        written -= 3
        while let last = stretches.last, Int(last.folded) > written { stretches.removeLast() }
        mark(source: source)
        put(kana)
        copied = offset + length
        lastReplaced = source
        mark(source: copied)
        return true
    }
}

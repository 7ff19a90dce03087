import JapaneseText

/// Text as it is compared: folded, every run of blanks and control characters one blank, as Unicode scalars.
///
/// The blank is 0. Query and document go through the same function, so that they meet whatever their spelling.
package struct ComparedText {
    /// The blank between words.
    package static let blank: UInt32 = 0

    package private(set) var scalars: [UInt32]

    /// - Parameter bytes: UTF-8, not folded yet.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        scalars = []
        append(bytes)
    }

    package init(_ text: String) {
        scalars = []
        text.withUTF8Bytes { append($0) }
    }

    init() { scalars = [] }

    /// Takes another text; keeps the storage.
    mutating func set(_ bytes: UnsafeBufferPointer<UInt8>) {
        scalars.removeAll(keepingCapacity: true)
        append(bytes)
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        let folded = TextFolding.fold(bytes)
        folded.bytes.withUnsafeBufferPointer { bytes in
            scalars.reserveCapacity(scalars.count + bytes.count / 2)
            Self.forEachScalar(in: bytes) { value, _ in scalars.append(value) }
        }
    }

    /// The scalars of folded text with the offset of each in it; of a run of blanks the first.
    @inline(__always)
    static func forEachScalar(
        in folded: UnsafeBufferPointer<UInt8>, _ body: (_ value: UInt32, _ offset: Int) -> Void
    ) {
        var offset = 0
        var isAfterBlank = false
        while offset < folded.count {
            let (value, length) = folded.scalar(at: offset)
            if value <= 0x20 || value == 0x7F {
                if !isAfterBlank { body(blank, offset) }
                isAfterBlank = true
            } else {
                body(value, offset)
                isAfterBlank = false
            }
            offset += length
        }
    }

    /// Compared text for people to read.
    static func string(_ scalars: [UInt32]) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars { view.append(scalar == blank ? " " : Unicode.Scalar(scalar) ?? " ") }
        return String(view)
    }

    /// Without blanks at its ends.
    var trimmed: [UInt32] {
        var part = scalars[...]
        if part.first == Self.blank { part.removeFirst() }
        if part.last == Self.blank { part.removeLast() }
        return Array(part)
    }
}

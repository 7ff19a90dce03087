/// Two neighbouring characters of compared text as a key; the text has a blank behind its end.
enum Bigram {
    /// Sorted by first, then second character.
    @inline(__always)
    static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 21 | UInt64(second) }

    /// Keys of all bigrams that begin with a character.
    static func keys(beginningWith first: UInt32) -> Range<UInt64> { key(first, 0)..<key(first + 1, 0) }

    static func first(of key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key >> 21) }

    static func second(of key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key & 0x1F_FFFF) }
}

/// Where a bigram stands in a segment, as it is kept in postings: position of its first character among the characters of
/// all remarks, and whether a word may begin before its first and end behind its second character.
enum Occurrence {
    static let begins: UInt32 = 1
    static let ends: UInt32 = 2

    @inline(__always)
    static func position(_ occurrence: UInt32) -> UInt32 { occurrence &>> 2 }
}

import Foundation
import Synchronization

/// What a pure function gave for words it was asked for: posts, names and labels recur in every meeting of a body, and
/// reading one takes some thousand instructions.
///
/// Bounded in the number and length of its words; when it is full it begins anew. Whether a word is remembered changes
/// no result.
final class Remembered<Value: Sendable>: Sendable {
    private struct Entry {
        var word: [UInt8]
        var value: Value
    }

    private let entries = Mutex<[UInt64: Entry]>([:])
    private let most: Int
    /// UTF-8 bytes of a word at most: longer ones hardly come again.
    private static var longest: Int { 120 }

    init(most: Int = 8192) { self.most = most }

    /// - Parameter make: has to depend on nothing but the word; it may ask for other words.
    func value(for word: UnsafeBufferPointer<UInt8>, _ make: () -> Value) -> Value {
        guard word.count <= Self.longest else { return make() }
        let hash = ByteHash.of(word)
        let known = entries.withLock { entries -> Value? in
            guard let entry = entries[hash], entry.word.count == word.count,
                let base = word.baseAddress, memcmp(entry.word, base, word.count) == 0
            else { return nil }
            return entry.value
        }
        if let known { return known }
        let value = make()
        entries.withLock {
            if $0.count >= most { $0.removeAll(keepingCapacity: true) }
            $0[hash] = Entry(word: Array(word), value: value)
        }
        return value
    }
}

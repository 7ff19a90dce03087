import JapaneseText

/// A topic dictionary made ready for one pass over folded bytes.
struct TopicLexicon: Sendable {
    let names: [String]
    private let matcher: PatternMatcher
    /// By pattern: what it says about which topics.
    private let meanings: [Meaning]

    private struct Meaning: Sendable {
        /// Topics it names, by number.
        var names: [Int] = []
        /// Topics it does not name although a word of theirs stands in it.
        var excludes: [Int] = []
        /// Latin letters and digits only: counts only where it stands alone.
        var needsBoundary = false
    }

    init(_ dictionary: TopicDictionary) {
        names = dictionary.topics.map(\.name)
        var patterns: [String] = []
        var meanings: [Meaning] = []
        var places: [String: Int] = [:]
        func place(of pattern: String) -> Int {
            if let known = places[pattern] { return known }
            places[pattern] = patterns.count
            patterns.append(pattern)
            meanings.append(Meaning(needsBoundary: pattern.utf8.allSatisfy(isLatin)))
            return patterns.count - 1
        }
        let spellings = dictionary.foldedSpellings()
        func spelled(_ words: [String]) -> [String] { words.flatMap { TopicDictionary.spelled($0, spellings) } }
        for (number, topic) in dictionary.topics.enumerated() {
            for word in spelled(topic.words) where !word.isEmpty {
                meanings[place(of: word)].names.append(number)
            }
            for word in spelled(topic.excluding) where !word.isEmpty {
                meanings[place(of: word)].excludes.append(number)
            }
        }
        matcher = PatternMatcher(patterns)
        self.meanings = meanings
    }

    /// - Complexity: O(n) in the bytes.
    func collect(into mentions: inout TopicMentions, from bytes: UnsafeBufferPointer<UInt8>) {
        matcher.forEachMatch(in: bytes) { pattern, range in
            let meaning = meanings[pattern]
            if meaning.needsBoundary {
                if range.lowerBound > 0, isLatin(bytes[range.lowerBound - 1]) { return }
                if range.upperBound < bytes.count, isLatin(bytes[range.upperBound]) { return }
            }
            for topic in meaning.names { mentions.add(topic, range) }
            for topic in meaning.excludes { mentions.exclude(topic, range) }
        }
    }
}

/// An ASCII letter or digit.
private func isLatin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    default: false
    }
}

/// The mentions of each topic in one remark, as the matches come in by their ends.
struct TopicMentions {
    private struct Slot {
        var first: Range<Int>?
        var count = 0
        /// The last mention, not counted yet: a longer word around it may still extend or undo it.
        var pending: Range<Int>?
        var excluded: Range<Int>?
    }

    private var slots: [Slot]
    private var touched: [Int] = []

    init(count: Int) { slots = Array(repeating: Slot(), count: count) }

    mutating func add(_ topic: Int, _ range: Range<Int>) {
        if let excluded = slots[topic].excluded, excluded.lowerBound <= range.lowerBound,
            excluded.upperBound >= range.upperBound
        {
            return
        }
        guard let pending = slots[topic].pending else {
            if slots[topic].count == 0 { touched.append(topic) }
            slots[topic].pending = range
            return
        }
        if range.lowerBound < pending.upperBound {
            slots[topic].pending = min(pending.lowerBound, range.lowerBound)..<max(pending.upperBound, range.upperBound)
        } else {
            settle(topic)
            slots[topic].pending = range
        }
    }

    mutating func exclude(_ topic: Int, _ range: Range<Int>) {
        slots[topic].excluded = range
        if let pending = slots[topic].pending, range.lowerBound <= pending.lowerBound,
            range.upperBound >= pending.upperBound
        {
            slots[topic].pending = nil
        }
    }

    private mutating func settle(_ topic: Int) {
        guard let pending = slots[topic].pending else { return }
        if slots[topic].count == 0 { slots[topic].first = pending }
        slots[topic].count += 1
        slots[topic].pending = nil
    }

    /// The mentions by topic number; the next remark starts afresh.
    mutating func taken() -> [(topic: Int, first: Range<Int>, count: Int)] {
        var result: [(topic: Int, first: Range<Int>, count: Int)] = []
        for topic in touched.sorted() {
            settle(topic)
            if let first = slots[topic].first { result.append((topic, first, slots[topic].count)) }
            slots[topic] = Slot()
        }
        touched.removeAll(keepingCapacity: true)
        return result
    }
}

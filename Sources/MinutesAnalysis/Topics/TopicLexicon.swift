import JapaneseText

/// A topic dictionary made ready: its words in all spellings, and what each says.
struct TopicLexicon: Sendable {
    let names: [String]
    let vocabulary: Vocabulary
    /// By word: what it says about which topics.
    private let meanings: [Meaning]
    /// The topics that words name or exclude, word by word.
    private let topics: [Int32]

    private struct Meaning: Sendable {
        /// In `topics`: those it names, then, up to `end`, those it does not name although a word of theirs stands in it.
        var start: Int32
        var firstExcluded: Int32
        var end: Int32
        /// Latin letters and digits only: counts only where it stands alone.
        var needsBoundary: Bool
    }

    init(_ dictionary: TopicDictionary) {
        names = dictionary.topics.map(\.name)
        var words: [String] = []
        var said: [(names: [Int32], excludes: [Int32])] = []
        var places: [String: Int] = [:]
        func place(of word: String) -> Int {
            if let known = places[word] { return known }
            places[word] = words.count
            words.append(word)
            said.append(([], []))
            return words.count - 1
        }
        let spellings = dictionary.foldedSpellings()
        func spelled(_ words: [String]) -> [String] { words.flatMap { TopicDictionary.spelled($0, spellings) } }
        for (number, topic) in dictionary.topics.enumerated() {
            for word in spelled(topic.words) where !word.isEmpty {
                said[place(of: word)].names.append(Int32(number))
            }
            for word in spelled(topic.excluding) where !word.isEmpty {
                said[place(of: word)].excludes.append(Int32(number))
            }
        }
        var topics: [Int32] = []
        meanings = zip(words, said).map { word, said in
            let start = Int32(topics.count)
            topics += said.names + said.excludes
            return Meaning(
                start: start, firstExcluded: start + Int32(said.names.count), end: Int32(topics.count),
                needsBoundary: word.utf8.allSatisfy(isLatin))
        }
        self.topics = topics
        vocabulary = Vocabulary(words)
    }

    /// - Complexity: O(number of hits).
    func collect(
        into mentions: inout TopicMentions, _ hits: ArraySlice<WordHit>, from bytes: UnsafeBufferPointer<UInt8>
    ) {
        for hit in hits {
            let meaning = meanings[hit.word]
            let range = hit.range
            if meaning.needsBoundary {
                if range.lowerBound > 0, isLatin(bytes[range.lowerBound - 1]) { continue }
                if range.upperBound < bytes.count, isLatin(bytes[range.upperBound]) { continue }
            }
            for place in meaning.start..<meaning.firstExcluded { mentions.add(Int(topics[Int(place)]), range) }
            for place in meaning.firstExcluded..<meaning.end { mentions.exclude(Int(topics[Int(place)]), range) }
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

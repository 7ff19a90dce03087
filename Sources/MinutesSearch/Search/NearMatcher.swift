/// Finds the remarks in which words stand close to each other.
enum NearMatcher {
    /// - Complexity: O(n log n) in the occurrences of the words.
    static func matches(_ near: NearWords, in segment: Segment) throws(SearchIndexError) -> BitSet {
        var found = BitSet(bound: segment.remarkCount)
        var words: [[PhrasePlaces]] = []
        for word in near.words {
            var spellings: [PhrasePlaces] = []
            for phrase in word { spellings.append(try PhrasePlaces(phrase, in: segment)) }
            words.append(spellings)
        }
        // Where in each spelling's remarks the walk stands; the walk goes over the first word's remarks.
        var places = words.map { [Int](repeating: 0, count: $0.count) }
        var candidates = BitSet(bound: segment.remarkCount)
        for spelling in words.first ?? [] { for remark in spelling.remarks { candidates.insert(Int(remark)) } }
        candidates.forEach { remark in
            var occurrences: [[Occurrences.Range]] = []
            for word in words.indices {
                var ranges: [Occurrences.Range] = []
                for (number, spelling) in words[word].enumerated() {
                    var place = places[word][number]
                    while place < spelling.remarks.count, spelling.remarks[place] < remark { place += 1 }
                    places[word][number] = place
                    guard place < spelling.remarks.count, spelling.remarks[place] == remark else { continue }
                    for start in spelling.starts(at: place) {
                        ranges.append((Int(start), Int(start) + Int(spelling.length)))
                    }
                }
                guard !ranges.isEmpty else { return }
                occurrences.append(ranges)
            }
            if Occurrences.areNear(occurrences, distances: near.distances) { found.insert(remark) }
        }
        return found
    }
}

/// Occurrences of words in one text, as characters from start to one past the end.
enum Occurrences {
    typealias Range = (start: Int, end: Int)

    /// Whether there is a chain of occurrences, one a word, each at most so many characters from the one before it.
    /// - Complexity: O(n log n).
    static func areNear(_ words: [[Range]], distances: [Int]) -> Bool {
        guard var reached = words.first else { return false }
        for (word, distance) in zip(words.dropFirst(), distances) {
            let starts = reached.map(\.start).sorted()
            let ends = reached.map(\.end).sorted()
            reached = word.filter { range in
                holds(ends, from: range.start - distance, through: range.start)
                    || holds(starts, from: range.end, through: range.end + distance)
            }
            if reached.isEmpty { return false }
        }
        return !reached.isEmpty
    }

    private static func holds(_ sorted: [Int], from low: Int, through high: Int) -> Bool {
        var (first, last) = (0, sorted.count)
        while first < last {
            let middle = (first + last) / 2
            if sorted[middle] < low { first = middle + 1 } else { last = middle }
        }
        return first < sorted.count && sorted[first] <= high
    }
}

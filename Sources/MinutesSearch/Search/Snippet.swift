import JapaneseText
import MinutesModel

/// The part of a remark that is shown for a hit.
struct Snippet: Hashable {
    var text: String
    /// UTF-8 bytes of the remark's text.
    var range: TextRange
    /// UTF-8 bytes of `text`.
    var highlights: [TextRange]
    /// Places in the whole remark where the words stand; those that overlap are one.
    var occurrences: Int
    /// The words that stand anywhere in the remark, in the order of the query.
    var words: [String]
    /// Spellings and synonyms that stand anywhere in the remark.
    var substitutions: [SearchHit.Substitution]

    /// Characters shown at most.
    static let longest = 120
    /// Characters between the start of a sentence and the word at most, for the snippet to begin with the sentence.
    private static let farthestStart = 40
    /// Characters shown before the word where its sentence began too far back.
    private static let lead = 20

    /// - Parameter longest: characters shown at most.
    /// - Complexity: linear in the text.
    init(_ text: UnsafeBufferPointer<UInt8>, phrases: [SearchPhrase], longest: Int = Self.longest) {
        let occurrences = PhraseFinder.occurrences(of: phrases, in: text)
        let sentences = SentenceSplitter.ranges(in: text)
        var start = sentences.first?.lowerBound ?? 0
        var isCut = false
        var anchorEnd = start
        if let anchor = Self.anchor(occurrences) {
            anchorEnd = anchor.upperBound
            let sentence = sentences.last { $0.lowerBound <= anchor.lowerBound }
            start = sentence?.lowerBound ?? 0
            if Self.back(from: anchor.lowerBound, by: Self.farthestStart, in: text) > start {
                start = Self.back(from: anchor.lowerBound, by: Self.lead, in: text)
                isCut = true
            }
        }
        let limit = max(Self.forward(from: start, by: longest, in: text), min(anchorEnd, text.count))
        var end = min(limit, sentences.last?.upperBound ?? start)
        var isOpen = false
        if limit < (sentences.last?.upperBound ?? 0) {
            // Whole sentences where they fill at least half of the room.
            let halfway = Self.forward(from: start, by: longest / 2, in: text)
            if let last = sentences.last(where: { $0.upperBound <= limit }), last.upperBound >= max(halfway, anchorEnd)
            {
                end = last.upperBound
            } else {
                isOpen = true
            }
        }
        end = max(end, start)
        var shown: [UInt8] = isCut ? Array("…".utf8) : []
        let shift = shown.count - start
        shown += text[start..<end].map { $0 < 0x20 ? 0x20 : $0 }
        if isOpen { shown += Array("…".utf8) }
        self.text = String(decoding: shown, as: UTF8.self)
        range = TextRange(start: start, end: end)
        self.occurrences = Self.united(occurrences.map(\.range)).count
        var seen: Set<String> = []
        words = Set(occurrences.map(\.phrase)).sorted().map { phrases[$0].word }.filter { seen.insert($0).inserted }
        substitutions = Self.substitutions(occurrences, phrases)
        highlights = Self.united(
            occurrences.map(\.range).filter { $0.lowerBound >= start && $0.upperBound <= end }
        ).map { TextRange(start: $0.lowerBound + shift, end: $0.upperBound + shift) }
    }

    /// What stands for a word where the word itself does not.
    private static func substitutions(
        _ occurrences: [PhraseFinder.Occurrence], _ phrases: [SearchPhrase]
    ) -> [SearchHit.Substitution] {
        var typed: [String: [Range<Int>]] = [:]
        for occurrence in occurrences where phrases[occurrence.phrase].origin == .typed {
            typed[phrases[occurrence.phrase].word, default: []].append(occurrence.range)
        }
        var found: Set<Int> = []
        for occurrence in occurrences where phrases[occurrence.phrase].origin != .typed {
            let phrase = phrases[occurrence.phrase]
            if found.contains(occurrence.phrase) { continue }
            let isCovered = (typed[phrase.word] ?? []).contains { $0.overlaps(occurrence.range) }
            if !isCovered { found.insert(occurrence.phrase) }
        }
        return found.sorted().map { number in
            SearchHit.Substitution(
                word: phrases[number].word, found: phrases[number].typed,
                isSynonym: phrases[number].origin == .synonym)
        }
    }

    /// The occurrence around which most of the phrases stand; among equals the one that stands best as a word, then
    /// the first.
    private static func anchor(_ occurrences: [PhraseFinder.Occurrence]) -> Range<Int>? {
        var best: (phrases: Int, weight: Float, range: Range<Int>)?
        for (place, occurrence) in occurrences.enumerated().prefix(200) {
            var seen: Set<Int> = []
            for other in occurrences[place...].prefix(50) {
                // About a hundred Japanese characters.
                if other.range.upperBound > occurrence.range.lowerBound + 300 { break }
                seen.insert(other.phrase)
            }
            let count = max(1, seen.count)
            if let best, (best.phrases, best.weight) >= (count, occurrence.weight) { continue }
            best = (count, occurrence.weight, occurrence.range)
        }
        return best?.range
    }

    private static func united(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var united: [Range<Int>] = []
        for range in ranges where !range.isEmpty {
            if let last = united.last, range.lowerBound < last.upperBound {
                united[united.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                united.append(range)
            }
        }
        return united
    }

    private static func back(from offset: Int, by characters: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var place = offset
        var left = characters
        while place > 0, left > 0 {
            place -= 1
            while place > 0, !text.isCharacterStart(place) { place -= 1 }
            left -= 1
        }
        return place
    }

    private static func forward(from offset: Int, by characters: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var place = offset
        var left = characters
        while place < text.count, left > 0 {
            place += 1
            while place < text.count, !text.isCharacterStart(place) { place += 1 }
            left -= 1
        }
        return place
    }
}

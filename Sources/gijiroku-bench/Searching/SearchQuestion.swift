import Foundation
import Synchronization

/// A question to a search: turns that hold all of its terms.
struct SearchQuestion: Codable {
    var qid: Int
    /// `high`, `mid`, `low` by how often the word stands; `and`: two words; `phrase`: four to ten characters; `nohit`.
    var kind: String
    var terms: [String]
    /// Turns that hold them, counted by looking at all.
    var n: Int

    /// Two hundred questions to a corpus, not counted yet.
    static func choose(from turns: [SearchCorpus.Turn], seed: UInt64) -> [SearchQuestion] {
        let vocabulary = SearchVocabulary()
        var random = SeededRandom(seed: seed ^ 0x51ea_7c4d)
        var questions: [SearchQuestion] = []
        var asked: Set<[String]> = []
        let said = turns.map(\.text).joined(separator: "\n")
        func ask(_ kind: String, _ count: Int, _ terms: (inout SeededRandom) -> [String]?) {
            var (found, tries) = (0, 0)
            while found < count, tries < count * 200 {
                tries += 1
                guard let terms = terms(&random), !terms.isEmpty, asked.insert(terms).inserted else { continue }
                questions.append(SearchQuestion(qid: questions.count + 1, kind: kind, terms: terms, n: 0))
                found += 1
            }
        }
        func word(_ ranks: Range<Int>, _ random: inout SeededRandom) -> String {
            vocabulary.nouns[
                ranks.lowerBound + random.below(min(ranks.upperBound, vocabulary.nouns.count) - ranks.lowerBound)]
        }
        ask("high", 25) { random in [word(0..<60, &random)].filter { $0.count >= 2 } }
        ask("mid", 35) { random in [word(140..<900, &random)].filter(said.contains) }
        ask("low", 30) { random in [word(2500..<3_700, &random)].filter(said.contains) }
        ask("and", 50) { random in
            let (first, second) = (word(0..<140, &random), word(0..<600, &random))
            return first == second ? nil : [first, second]
        }
        ask("phrase", 57) { random in
            let text = Array(turns[random.below(turns.count)].text.unicodeScalars)
            let length = 4 + random.below(7)
            guard text.count > length else { return nil }
            let start = random.below(text.count - length)
            let part = text[start..<(start + length)]
            guard part.allSatisfy({ $0.value >= 0x3041 && $0.value <= 0x9FFF }) else { return nil }
            return [String(String.UnicodeScalarView(part))]
        }
        ask("nohit", 3) { random in [["月面基地", "深海探査艇", "火星移住"][random.below(3)]] }
        return questions
    }

    /// Counts the turns that hold all terms of each question, looking at every text.
    /// - Complexity: O(bytes · terms).
    static func count(_ questions: inout [SearchQuestion], in texts: [UInt8], ends: [Int]) {
        let counts = Mutex(Array(repeating: 0, count: questions.count))
        let asked = questions.map { $0.terms.map { Array($0.utf8) } }
        DispatchQueue.concurrentPerform(iterations: asked.count) { place in
            var total = 0
            texts.withUnsafeBytes { bytes in
                guard let base = bytes.baseAddress, let lead = asked[place].first else { return }
                var from = 0
                var turn = 0
                while from < bytes.count,
                    let found = Self.place(of: lead, in: base + from, bytes.count - from)
                {
                    let offset = from + found
                    while ends[turn] <= offset { turn += 1 }
                    let start = turn == 0 ? 0 : ends[turn - 1]
                    if asked[place].dropFirst().allSatisfy({
                        Self.place(of: $0, in: base + start, ends[turn] - start) != nil
                    }) {
                        total += 1
                    }
                    from = ends[turn]
                }
            }
            counts.withLock { $0[place] = total }
        }
        let found = counts.withLock { $0 }
        for place in questions.indices { questions[place].n = found[place] }
    }

    /// Where the bytes of a word begin.
    private static func place(of word: [UInt8], in bytes: UnsafeRawPointer, _ count: Int) -> Int? {
        // The last byte tells Japanese letters apart, the first hardly does.
        let last = word.count - 1
        var from = last
        while from < count, let found = memchr(bytes + from, Int32(word[last]), count - from) {
            let end = UnsafeRawPointer(found) - bytes
            if memcmp(bytes + (end - last), word, word.count) == 0 { return end - last }
            from = end + 1
        }
        return nil
    }
}

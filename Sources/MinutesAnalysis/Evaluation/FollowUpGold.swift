import JapaneseText
import MinutesModel

/// A document labelled by people, sentence by sentence: tab-separated lines
/// `number kind owner due readers speaker sentence` under a line of headings. A sentence that is not listed has no kind.
package struct FollowUpGold: Sendable, Hashable {
    package struct Row: Sendable, Hashable {
        /// Line of the file, from 1.
        package var line: Int
        package var number: String
        /// The kind the readers agreed on; of several, the first.
        package var kind: FindingKind
        package var owner: String
        package var due: String
        /// Readers differed: the row is left out of the score.
        package var isSplit: Bool
        package var speaker: String
        package var sentence: String
    }

    package var rows: [Row]
    /// Lines that have too few columns, from 1.
    package var unreadableLines: [Int]

    /// - Complexity: O(length).
    package init(_ text: String) {
        rows = []
        unreadableLines = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if line.allSatisfy(\.isWhitespace) { continue }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if columns.first == "number" { continue }
            guard columns.count >= 7, let kind = columns[1].split(separator: "|").first else {
                unreadableLines.append(index + 1)
                continue
            }
            rows.append(
                Row(
                    line: index + 1, number: columns[0], kind: FindingKind(rawValue: String(kind)), owner: columns[2],
                    due: columns[3], isSplit: columns[4] == "split", speaker: columns[5],
                    sentence: columns[6...].joined(separator: " ")))
        }
    }
}

/// Finds the sentence of a document that each row of the gold means.
///
/// Sentences are compared without blanks and with widths folded. A row is looked for behind the one before it: first the
/// same text, then one that holds or is held by the other, then the most alike (the gold may have furniture of the page
/// in the middle of a sentence).
package struct FollowUpGoldAlignment: Sendable {
    /// A sentence of the document.
    package struct Sentence: Sendable, Hashable {
        package var remark: Int
        package var range: Range<Int>
        package var text: String
    }

    package let sentences: [Sentence]
    /// By sentence: the row that means it.
    package private(set) var rowOfSentence: [Int: Int] = [:]
    /// Rows that were not found.
    package private(set) var lost: [Int] = []

    private static let leastAlike = 0.8

    package init(_ meeting: Meeting, _ gold: FollowUpGold) {
        var sentences: [Sentence] = []
        var keys: [[UInt8]] = []
        for (index, remark) in meeting.remarks.enumerated() {
            for range in SentenceSplitter.ranges(in: remark.text) {
                guard let text = remark.text.utf8Slice(range) else { continue }
                sentences.append(Sentence(remark: index, range: range, text: text))
                keys.append(Self.key(text))
            }
        }
        self.sentences = sentences
        var places: [[UInt8]: [Int]] = [:]
        for (index, key) in keys.enumerated() { places[key, default: []].append(index) }
        var cursor = 0
        for (number, row) in gold.rows.enumerated() {
            let key = Self.key(row.sentence)
            let place = places[key]?.first { $0 >= cursor } ?? Self.mostAlike(key, keys, from: cursor)
            guard let place else {
                lost.append(number)
                continue
            }
            rowOfSentence[place] = number
            cursor = place + 1
        }
    }

    /// The text without blanks, widths folded.
    static func key(_ text: String) -> [UInt8] {
        TextFolding.fold(text).utf8.filter { $0 > 0x20 }
    }

    private static func mostAlike(_ key: [UInt8], _ keys: [[UInt8]], from start: Int) -> Int? {
        let wanted = pairs(key)
        var best: (place: Int, likeness: Double)?
        for place in start..<max(start, keys.count) {
            let (short, long) = (min(key.count, keys[place].count), max(key.count, keys[place].count))
            guard short >= 12, Double(short) >= 0.6 * Double(long) else { continue }
            let other = pairs(keys[place])
            var common = 0
            for (pair, count) in other { common += min(count, wanted[pair] ?? 0) }
            let likeness = 2 * Double(common) / Double(max(1, key.count - 1 + keys[place].count - 1))
            if likeness >= leastAlike, likeness > (best?.likeness ?? 0) { best = (place, likeness) }
        }
        return best?.place
    }

    private static func pairs(_ key: [UInt8]) -> [UInt16: Int] {
        var counts: [UInt16: Int] = [:]
        for index in key.indices.dropLast() {
            counts[UInt16(key[index]) << 8 | UInt16(key[index + 1]), default: 0] += 1
        }
        return counts
    }
}

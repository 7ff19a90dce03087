import JapaneseText
import MinutesModel
import MinutesReading

/// The true turns of a document: a table `start end speaker …` with tabs, as it stands beside the document.
///
/// `start` and `end` are Unicode scalars of the decoded text. Further columns are not read.
struct TurnTruth {
    struct Turn {
        /// UTF-8 offset of the first character of the turn that is not blank.
        var start: Int
        /// Line of that character, from 1.
        var line: Int
        /// As the table gives it; empty where nobody is named.
        var speaker: String
    }

    var turns: [Turn]

    /// - Throws: `RequestProblem.goldUnreadable` with the line that is wrong.
    /// - Complexity: O(text + table).
    init(table: SourceText, text: SourceText) throws {
        var rows: [(start: Int, speaker: String)] = []
        for (index, line) in table.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        where !line.isEmpty {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            if index == 0, cells.first == "start" { continue }
            guard cells.count >= 3, let start = Int(cells[0]), let end = Int(cells[1]), start >= 0, end >= start else {
                throw RequestProblem.goldUnreadable(
                    "「\(table.name)」の\(index + 1)行目は「開始 終了 発言者」をタブで区切った形ではありません。")
            }
            guard rows.last.map({ $0.start < start }) ?? true else {
                throw RequestProblem.goldUnreadable("「\(table.name)」の\(index + 1)行目の開始位置が前の行より先にありません。")
            }
            rows.append((start, String(cells[2])))
        }
        // What stands before the first speaker is a row of its own in the records of the Diet's library: the header.
        if rows.count > 1, let first = rows.first, first.start == 0, first.speaker.isEmpty,
            rows.dropFirst().contains(where: { !$0.speaker.isEmpty })
        {
            rows.removeFirst()
        }
        turns = try Self.placed(rows, in: text, name: table.name)
    }

    /// Walks the text once and gives each row its byte and line.
    private static func placed(_ rows: [(start: Int, speaker: String)], in text: SourceText, name: String) throws
        -> [Turn]
    {
        var turns: [Turn] = []
        turns.reserveCapacity(rows.count)
        var next = rows.startIndex
        var open: String?
        var offset = 0
        var line = 1
        var previous: Unicode.Scalar = " "
        for (index, scalar) in text.text.unicodeScalars.enumerated() {
            if next < rows.count, rows[next].start == index {
                open = rows[next].speaker
                next += 1
            }
            if let speaker = open, !scalar.properties.isWhitespace {
                turns.append(Turn(start: offset, line: line, speaker: speaker))
                open = nil
            }
            if scalar == "\n" ? previous != "\r" : scalar == "\r" { line += 1 }
            previous = scalar
            offset += scalar.utf8.count
        }
        guard next == rows.count, turns.count == rows.count else {
            throw RequestProblem.goldUnreadable("「\(name)」に本文の終わりより後の位置があります。別の文書の正解ではありませんか。")
        }
        return turns
    }
}

/// Whether a remark is by the speaker that a truth names.
struct SpeakerComparison {
    /// - Parameter truth: the label as printed, a person's name, or `post/name`.
    ///
    /// Widths, variants and blanks do not count, nor do brackets around the whole label. A full name agrees with a
    /// label that prints the family name only: the document says no more.
    static func agree(_ truth: String, _ remark: Remark) -> Bool {
        let wanted = squeezed(truth)
        let label = squeezed(remark.label)
        if bare(wanted) == bare(label) || wanted == squeezed(remark.mark) + label { return true }
        guard !wanted.isEmpty else { return false }
        if let name = remark.name.map(squeezed), !name.isEmpty {
            if name == wanted || (wanted.hasPrefix(name) && name.unicodeScalars.count >= 2) { return true }
        }
        let parts = wanted.split(separator: "/")
        return parts.count > 1 && parts.allSatisfy { label.contains($0) }
    }

    private static func squeezed(_ text: String) -> String { TextFolding.fold(text).filter { !$0.isWhitespace } }

    private static let brackets: [Character: Character] = [
        "(": ")", "（": "）", "[": "]", "［": "］", "【": "】", "〔": "〕", "《": "》", "〈": "〉", "<": ">", "＜": "＞",
        "≪": "≫", "『": "』", "「": "」",
    ]

    private static func bare(_ text: String) -> Substring {
        guard let first = text.first, let last = text.last, text.count > 2, brackets[first] == last else {
            return text[...]
        }
        return text.dropFirst().dropLast()
    }
}

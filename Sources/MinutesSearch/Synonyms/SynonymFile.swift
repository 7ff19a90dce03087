import Foundation

/// Files of synonyms: a table with headings (CSV), the source of Sudachi's dictionary (CSV without headings), JSON.
///
/// ```
/// group,word,expansion,category        グループ,語,展開,分類
/// shakyo,社会福祉協議会,,組織
/// shakyo,社協,,組織
/// shakyo,市社協,1,組織
/// ```
/// `expansion` is `0` or nothing (always), `1` (found, but does not find), `2` (never). In JSON: a list of groups, each
/// `{"group": "…", "category": "…", "words": ["社協", {"word": "市社協", "expansion": 1}]}`; group and category may be
/// left out.
public enum SynonymFile {
    /// Bytes at most.
    static let largest = 16 << 20
    /// Words at most.
    static let mostWords = 200_000
    /// Characters of a word at most.
    static let longestWord = 100

    /// - Parameter text: the file's, without a byte order mark.
    /// - Throws: `SynonymFileError` with line and column.
    public static func read(_ text: String) throws(SynonymFileError) -> SynonymDictionary {
        guard text.utf8.count <= largest else {
            throw SynonymFileError(
                line: 0, column: 0, reason: "同義語のファイルが大きすぎます（\(largest >> 20)MBまで）。必要な語に絞ってください。",
                english: "the file of synonyms is too large (at most \(largest >> 20) MB); keep the words you need.")
        }
        let start = text.utf8.first { $0 > 0x20 }
        let dictionary = try start == 0x5B || start == 0x7B ? SynonymJSON.read(text) : SynonymCSV.read(text)
        guard dictionary.entries.count <= mostWords else {
            throw SynonymFileError(
                line: 0, column: 0, reason: "語が多すぎます（\(mostWords)語まで）。必要な語に絞ってください。",
                english: "too many words (at most \(mostWords)); keep those you need.")
        }
        return dictionary
    }

    /// Rows for a table with headings, in the form `read` understands.
    public static func rows(_ dictionary: SynonymDictionary) -> [[String]] {
        [["グループ", "語", "展開", "分類"]]
            + dictionary.entries.map { [$0.group, $0.word, "\($0.expansion.rawValue)", $0.category] }
    }

    /// Checks what a row or an object says.
    static func entry(
        group: String, word: String, expansion: String, category: String, line: Int, wordColumn: Int,
        expansionColumn: Int
    ) throws(SynonymFileError) -> SynonymDictionary.Entry {
        let word = word.trimmingCharacters(in: .whitespaces)
        guard !ComparedText(word).trimmed.isEmpty else {
            throw SynonymFileError(
                line: line, column: wordColumn, reason: "語がありません。同義語を書くか、行を消してください。",
                english: "there is no word; write one or remove the line.")
        }
        guard word.unicodeScalars.count <= longestWord else {
            throw SynonymFileError(
                line: line, column: wordColumn, reason: "語が長すぎます（\(longestWord)文字まで）。",
                english: "the word is too long (at most \(longestWord) characters).")
        }
        guard let meaning = self.expansion(expansion.trimmingCharacters(in: .whitespaces)) else {
            throw SynonymFileError(
                line: line, column: expansionColumn,
                reason: "展開の「\(expansion.prefix(20))」は読めません。0（常に展開）、1（ほかの語からだけ見つかる）、2（展開しない）のどれかを書いてください。",
                english:
                    "\"\(expansion.prefix(20))\" is no expansion; write 0 (always), 1 (found from the others only) or 2 (never)."
            )
        }
        return SynonymDictionary.Entry(
            group: group, word: word, expansion: meaning, category: category.trimmingCharacters(in: .whitespaces))
    }

    private static func expansion(_ text: String) -> SynonymDictionary.Expansion? {
        switch text.lowercased() {
        case "", "0", "always", "常に", "あり", "する": .always
        case "1", "found": .found
        case "2", "never", "なし", "しない": .never
        default: nil
        }
    }
}

import Foundation

/// Synonyms as a table.
enum SynonymCSV {
    /// Which column holds what.
    private struct Columns {
        var group: Int
        var word: Int
        var expansion: Int?
        var category: Int?
        var isSudachi = false
    }

    static func read(_ text: String) throws(SynonymFileError) -> SynonymDictionary {
        var rows = try CSVRows.read(text)
        guard let first = rows.first else { return SynonymDictionary() }
        let columns = try self.columns(first)
        if !columns.isSudachi { rows.removeFirst() }
        var entries: [SynonymDictionary.Entry] = []
        for row in rows {
            func cell(_ column: Int?) -> String { column.flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? "" }
            // An empty line parts groups for the eye.
            if row.cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { continue }
            let group = cell(columns.group).trimmingCharacters(in: .whitespaces)
            guard !group.isEmpty else {
                throw SynonymFileError(
                    line: row.line, column: columns.group + 1, reason: "グループがありません。同義語どうしに同じ番号か名前を付けてください。",
                    english: "there is no group; give words that mean the same one number or name.")
            }
            guard columns.word < row.cells.count else {
                throw SynonymFileError(
                    line: row.line, column: columns.word + 1,
                    reason: "列が足りません（\(row.cells.count)列。語は\(columns.word + 1)列目）。カンマの数を確かめてください。",
                    english:
                        "there are \(row.cells.count) columns, the word stands in column \(columns.word + 1); count the commas."
                )
            }
            var category = cell(columns.category)
            if columns.isSudachi { category = category.trimmingCharacters(in: CharacterSet(charactersIn: "()（）")) }
            entries.append(
                try SynonymFile.entry(
                    group: group, word: cell(columns.word), expansion: cell(columns.expansion), category: category,
                    line: row.line, wordColumn: columns.word + 1, expansionColumn: (columns.expansion ?? 0) + 1))
            guard entries.count <= SynonymFile.mostWords else { break }
        }
        return SynonymDictionary(entries)
    }

    private static func columns(_ first: CSVRows.Row) throws(SynonymFileError) -> Columns {
        let names = first.cells.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
        func place(_ known: String...) -> Int? { names.firstIndex { known.contains($0) } }
        let group = place("グループ", "グループ番号", "group")
        let word = place("語", "見出し", "同義語", "word")
        if let group, let word {
            return Columns(
                group: group, word: word, expansion: place("展開", "展開制御", "展開制御フラグ", "expansion", "expand"),
                category: place("分類", "分野", "分野情報", "備考", "category", "field"))
        }
        // The source of Sudachi's dictionary has no headings, and a group of digits.
        if names.count >= 9, !names[0].isEmpty, names[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return Columns(group: 0, word: 8, expansion: 2, category: 7, isSudachi: true)
        }
        throw SynonymFileError(
            line: first.line, column: 1,
            reason: "見出しの行に「グループ」と「語」の列がありません。1行目を「グループ,語,展開,分類」としてください（Sudachi の同義語辞書はそのまま読めます）。",
            english:
                "the headings have no columns group and word; begin with the line group,word,expansion,category (Sudachi's source is read as it is)."
        )
    }
}

/// Rows of a table with commas or tabs (RFC 4180), with the line each begins on.
enum CSVRows {
    struct Row: Hashable {
        var line: Int
        var cells: [String]
    }

    /// - Complexity: O(n).
    static func read(_ text: String) throws(SynonymFileError) -> [Row] {
        var rows: [Row] = []
        var row = Row(line: 1, cells: [])
        var cell: [UInt8] = []
        var line = 1
        var quotedAt: Int?
        var wasQuoted = false
        let bytes = Array(text.utf8)
        // Tabs where the first line has some and no comma.
        let head = bytes.prefix { $0 != 0x0A }
        let separator: UInt8 = head.contains(0x09) && !head.contains(0x2C) ? 0x09 : 0x2C
        func close() {
            row.cells.append(String(decoding: cell, as: UTF8.self))
            cell = []
            wasQuoted = false
        }
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if quotedAt != nil {
                if byte == 0x22 {
                    if place < bytes.count, bytes[place] == 0x22 {
                        cell.append(byte)
                        place += 1
                    } else {
                        quotedAt = nil
                    }
                } else {
                    if byte == 0x0A { line += 1 }
                    cell.append(byte)
                }
                continue
            }
            switch byte {
            case 0x22 where cell.isEmpty && !wasQuoted:
                quotedAt = line
                wasQuoted = true
            case separator: close()
            case 0x0D: break
            case 0x0A:
                close()
                rows.append(row)
                line += 1
                row = Row(line: line, cells: [])
            default: cell.append(byte)
            }
        }
        if let quotedAt {
            throw SynonymFileError(
                line: quotedAt, column: row.cells.count + 1, reason: "引用符「\"」が閉じていません。値の終わりに「\"」を付けてください。",
                english: "the quotation mark is not closed; write \" behind the value.")
        }
        if !cell.isEmpty || wasQuoted || !row.cells.isEmpty {
            close()
            rows.append(row)
        }
        while let first = rows.first, first.cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { rows.removeFirst() }
        return rows
    }
}

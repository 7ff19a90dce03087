import JapaneseText
import MinutesModel

/// A table of people with a head: `役職⇥氏名⇥所属⇥出欠`, its columns set off by tabs or by blanks.
///
/// Printed with blanks, the cells of a row need not stand under their heads: the columns are those the rows have in common,
/// given to the heads in their order.
struct AttendanceTable {
    enum Column { case count, title, seat, name, organization, selection, office, presence, number, note, other }

    struct Cell {
        var text: String
        var column: Int
    }

    let bytes: SourceBytes
    let lines: [Line]
    let group: String
    let role: Role?
    let legend: RollLegend

    /// Whether a line is the head of such a table: two words of a head at least, one of them for the names.
    static func isHead(_ range: Range<Int>, _ bytes: SourceBytes) -> Bool {
        // 氏名, 委員名, 名前: no head is without this character.
        guard range.count <= 200, holdsName(range, bytes) else { return false }
        return head(range, bytes, column: 0) != nil
    }

    private static func holdsName(_ range: Range<Int>, _ bytes: SourceBytes) -> Bool {
        var offset = range.lowerBound
        while offset + 2 < range.upperBound {
            if bytes[offset] == 0xE5, bytes[offset + 1] == 0x90, bytes[offset + 2] == 0x8D { return true }
            offset += 1
        }
        return false
    }

    /// - Parameter values: the lines from the head on.
    /// - Returns: the people, and the lines below the table that are none of its rows.
    func people(_ values: [HeaderReader.Value]) -> (people: [Attendance], rest: [HeaderReader.Value]) {
        guard let first = values.first, var heads = Self.head(first.range, bytes, column: column(of: first)) else {
            return ([], values)
        }
        if heads.contains(where: { $0.kind == .organization }) {
            // Beside where people come from, 選出区分 tells a kind of seat.
            for index in heads.indices where heads[index].kind == .selection { heads[index].kind = .seat }
        }
        let hasTabs = Self.tabbed(bytes.string(first.range)).contains("\t")
        if hasTabs, first.range.lowerBound > lines[first.line].inkStart,
            values.dropFirst().allSatisfy({ $0.range.lowerBound == lines[$0.line].inkStart })
        {
            // 委員⇥氏名⇥所属: the heading of the list is the head of the column of posts.
            heads.insert((.title, 0), at: 0)
        }
        var rows = values.dropFirst().map { value in
            (value, Self.cells(value.range, bytes, column: column(of: value), tabs: hasTabs))
        }
        if !hasTabs {
            // A cell that fills its column leaves one blank, or none behind a bracket, before the next.
            let begun = Self.begun(rows.map(\.1))
            if !begun.isEmpty {
                rows = rows.map { value, _ in
                    (value, Self.cells(value.range, bytes, column: column(of: value), tabs: false, begun: begun))
                }
            }
        }
        let starts = hasTabs ? [] : Self.columns(rows.map(\.1))
        var people: [Attendance] = []
        var rest: [HeaderReader.Value] = []
        for (value, cells) in rows {
            let placed =
                hasTabs || cells.count == heads.count && cells[0].column <= (starts.first ?? 0) + 3
                ? cells.enumerated().map { ($0, $1.text) }
                : Self.placed(cells, starts, heads)
            let named = placed.contains { heads.indices.contains($0.0) && heads[$0.0].kind == .name && !$0.1.isEmpty }
            if cells.allSatisfy({ $0.text.allSatisfy { "-:".contains($0) } }) { continue }
            guard rest.isEmpty, named, cells.count >= 2, !bytes.string(value.range).holds("、") else {
                rest.append(value)
                continue
            }
            people += row(placed.compactMap { heads.indices.contains($0.0) ? ($0.1, heads[$0.0].kind) : nil })
        }
        return (people, rest)
    }

    private func column(of value: HeaderReader.Value) -> Int {
        let line = lines[value.line]
        return line.indent + LineTable.width(of: line.inkStart..<max(line.inkStart, value.range.lowerBound), bytes)
    }

    // MARK: Rows

    private func row(_ cells: [(String, Column)]) -> [Attendance] {
        var draft = RollDraft()
        var seatNumber: Int?
        for (cell, column) in cells where !cell.isEmpty && (column == .presence || !Self.blanks.contains(cell)) {
            if column == .presence || column == .organization && !draft.bodies.isEmpty, cell.isSeatWord {
                // みどり短期大学　会長　出: a column without a head.
                draft.seatWord = draft.seatWord ?? cell
                continue
            }
            switch column {
            case .title, .seat, .office:
                if cell.isSeatWord, draft.seatWord == nil || draft.bodies.isEmpty {
                    draft.seatWord = cell
                } else if column == .title || column == .office && Self.isPost(cell) {
                    // 代理　企画係長 on the line of who came instead
                    let words = cell.wordsBetweenBlanks()
                    draft.title =
                        words.count > 1 && words[0].isOne(of: ["代理", "（代理）", "(代理)"])
                        ? words.dropFirst().joined(separator: " ") : cell
                    // 委員⇥みどり公社⇥会長: whom the body is headed by, beside the seat here.
                    if column == .title, draft.seatWord != nil, !draft.bodies.isEmpty { draft.bodyColumn = 0 }
                } else if column == .office {
                    draft.bodies.append(cell)
                }
            case .name: name(cell, &draft)
            case .organization, .selection:
                let (plain, notes) = Self.brackets(cell)
                draft.bodies.append(plain)
                draft.notes += notes
            case .presence: if Self.isAbsent(cell) { draft.remarks.append("欠席") }
            case .number: seatNumber = HeaderFields.count(cell.trimmingCharacters("番号席議") + "人")
            case .note: draft.notes.append(cell)
            case .other, .count: break
            }
        }
        draft.seat = seatNumber
        // 専門委員 in the column of kinds
        let isExpert = draft.seatWord == "専門委員"
        if isExpert { draft.seatWord = nil }
        var entry = RollPerson(
            draft, group: group, role: isExpert ? .expert : role, legend: legend, isSeatColumn: false)
        return entry.people()
    }

    /// What is printed in a cell that holds nothing.
    private static let blanks: Set<String> = ["－", "―", "-", "ー", "—", "–", "‐", "−", "〃なし"]

    private func name(_ cell: String, _ draft: inout RollDraft) {
        let words = RollNames(isAlone: true).joined(RollLexer.words(cell, column: 0, dots: false))
        for word in words {
            switch word.kind {
            case .mark(let mark): draft.marks.append(mark)
            case .bracket: draft.notes.append(word.text)
            case .remark: draft.remarks.append(word.text)
            case .postedName(let name, let post):
                draft.name += name
                draft.take(post: post)
            case .number, .separator, .colon: break
            case .post where draft.name.isEmpty && draft.title == nil: draft.title = word.text
            default: draft.name += word.text
            }
        }
    }

    /// `学識経験者（会長）` → `学識経験者` and what stands in its bracket.
    private static func brackets(_ cell: String) -> (String, [String]) {
        guard cell.ends(in: "）") || cell.ends(in: ")"),
            let open = cell.lastIndex(where: { $0 == "（" || $0 == "(" }), open > cell.startIndex
        else { return (cell, []) }
        let inner = String(cell[cell.index(after: open)...].dropLast())
        guard inner.isSeatWord || AttendanceReader.isRemark(inner) else { return (cell, []) }
        return (String(cell[..<open]).trimmingBlanks(), [inner])
    }

    private static func isAbsent(_ cell: String) -> Bool {
        ["×", "欠", "✕", "✗", "☓", "╳", "／", "✖"].contains { cell.begins(with: $0) }
    }

    /// Beside the name of a body stands what somebody is there.
    private static func isPost(_ cell: String) -> Bool {
        RollWord.Kind.of(cell) == .post || ["長", "官", "監", "員", "者", "頭", "役"].contains(where: cell.ends)
    }

    // MARK: Heads

    private static func head(_ range: Range<Int>, _ bytes: SourceBytes, column: Int) -> [(kind: Column, column: Int)]? {
        let text = tabbed(bytes.string(range))
        if text.contains("\t") {
            let heads = cells(range, bytes, column: column, tabs: true).map {
                (Self.kind(condensed($0.text)), $0.column)
            }
            return checked(heads)
        }
        // 氏　名: a word of a head may be spread, so that words are joined until they are one.
        let words = RollLexer.words(text, column: column, dots: false)
        guard words.count >= 2, words.count <= 30 else { return nil }
        var heads: [(Column?, Int)] = []
        var index = 0
        while index < words.count {
            var found: (Column, Int)?
            var joined = ""
            for end in index..<min(words.count, index + 5) {
                joined += words[end].kind == .bracket ? "" : words[end].text
                if words[end].isSeparating { joined += "・" }
                if let kind = kind(joined) { found = (kind, end + 1) }
            }
            guard let found else { return nil }
            heads.append((found.0, words[index].column))
            index = found.1
        }
        return checked(heads)
    }

    private static func checked(_ heads: [(Column?, Int)]) -> [(kind: Column, column: Int)]? {
        var known: [(kind: Column, column: Int)] = []
        for (kind, column) in heads {
            guard let kind else { return nil }
            known.append((kind, column))
        }
        return known.count >= 2 && known.contains { $0.kind == .name } ? known : nil
    }

    private static func kind(_ head: String) -> Column? {
        let plain = head.ends(in: "等") || head.ends(in: "名等") ? String(head.dropLast()) : head
        if let known = columns[Array(plain.utf8)] { return known }
        // 選出の区分, 出欠の別
        return plain.holds("の") ? columns[Array(plain.replacing("の", with: "").utf8)] : nil
    }

    /// By the word of a head, UTF-8.
    private static let columns: [[UInt8]: Column] = {
        let words: [(Column, String)] = [
            (.title, "役職 職名 役職名 職 役名 役 職・氏名 職種"),
            (.seat, "区分 委員区分 構成 種別"),
            (.name, "氏名 委員名 名前 お名前 委員氏名 出席者氏名 議員名 構成員氏名 委員の氏名 氏名・敬称略"),
            (
                .organization,
                "所属 団体名 団体・機関名 機関・団体名 団体名・機関名 団体・機関 所属団体 所属団体名 所属・役職 所属・職名 選出団体 選出母体 機関名 所属機関 推薦団体 所属及び職名 所属・肩書 推薦母体 団体・役職 所属・役職名 所属団体・役職 選出団体名 推薦団体名 専門分野 所属等 所属・職 所属及び職 所属先 勤務先"
            ),
            (.selection, "選出区分 選任区分"),
            (.office, "機関名・職名 機関・職名 機関名及び職名 所属機関・職名 団体名・職名 団体名・役職 機関名・役職"),
            (.presence, "出欠 出席 出欠席 出欠状況 出席状況 出・欠 出欠の別 出席の有無"),
            (.number, "議席番号 議席 席番 番号 番"),
            (.count, "№ No. No NO Ｎｏ Ｎｏ． ＮＯ ＮＯ． 通し番号 連番"),
            (.note, "備考 摘要 備"),
            (.other, "分野 任期 性別 選出 内外 内外の別 内部外部 会場 方法 参加方法 出席方法"),
        ]
        return words.reduce(into: [:]) { columns, entry in
            for word in entry.1.split(separator: " ") { columns[Array(word.utf8)] = entry.0 }
        }
    }()

    private static func condensed(_ text: String) -> String {
        String(decoding: SpeakerLabel.condensed(text), as: UTF8.self)
    }
}

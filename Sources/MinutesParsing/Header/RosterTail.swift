/// Finds a list of people that stands by itself below the proceedings: `（別紙）`, `出席者名簿`, a table with a head.
struct RosterTail {
    let bytes: SourceBytes
    let lines: [Line]
    let inference: LayoutInference
    let wrapping: Wrapping

    /// Lines looked at from the end.
    private static let reach = 200

    /// The first line of the list and the last of its headings: （別紙） over 委員名簿.
    /// - Parameter first: the line of the first turn; the list stands below it.
    /// - Complexity: O(lines looked at).
    func headings(after first: Int) -> ClosedRange<Int>? {
        guard let (inked, turns) = inference.tail(after: first, reach: Self.reach) else { return nil }
        let reader = HeaderReader(bytes: bytes, lines: lines, end: lines.count, wrapping: wrapping)
        var hasPeople = false
        var found: Int?
        for index in inked.reversed() {
            let line = lines[index]
            if bytes.scalar(before: line.inkEnd, after: line.inkStart) == 0x3002 || line.kind == .timeNote { break }
            let isHead = AttendanceTable.isHead(line.ink, bytes)
            let isLabel = line.columns <= 160 && reader.field(at: index)?.isPeople == true
            if turns[index], !isHead, !isLabel { break }
            if isHead || isLabel { hasPeople = true }
            if hasPeople, isHeading(line) { found = index }
        }
        guard let found else { return nil }
        let below = inked.drop { $0 <= found }.prefix {
            isHeading(lines[$0]) && !AttendanceTable.isHead(lines[$0].ink, bytes)
        }
        return found...(below.last ?? found)
    }

    /// Whether the values of the header's lists send the reader to one at the end.
    static func isNamed(in sections: [HeaderReader.Section], _ bytes: SourceBytes) -> Bool {
        sections.contains { section in
            guard section.field.isPeople else { return false }
            return section.value.prefix(4).contains { value in
                value.range.count <= 300
                    && (bytes[value.range].first("別紙") != nil || bytes[value.range].first("名簿") != nil)
            }
        }
    }

    private func isHeading(_ line: Line) -> Bool {
        guard line.columns <= 80 else { return false }
        let text = bytes.condensed(line.ink).trimmingCharacters("（）()【】［］[]〔〕<>＜＞■◆●○◎□・１２３４1234")
        if text.isOne(of: ["別紙", "別添", "別表", "別記"]) { return true }
        guard !text.holds("、"), !text.holds("：") else { return false }
        return ["名簿", "名簿（出欠", "出席者一覧", "出席者名", "出欠一覧", "出欠表", "出席状況", "出席者一覧表", "委員一覧", "構成員一覧"].contains(
            where: text.ends)
    }
}

import MinutesModel

/// A list in which every person ends with 君 or 氏: `理事　池田　太郎君　理事　中村　次郎君`. The form of address ends an entry,
/// whatever blanks and line breaks stand inside it.
struct AddressedRoll {
    let bytes: SourceBytes
    let group: String

    private struct Draft {
        var seat: Int?
        var title = ""
        var name = ""
    }

    /// Whether enough lines of a list end so.
    static func isOne(_ values: [HeaderReader.Value], _ bytes: SourceBytes) -> Bool {
        let addressed = values.count {
            let end = bytes.scalar(before: $0.range.upperBound, after: $0.range.lowerBound)
            return end == 0x541B || end == 0x6C0F
        }
        return addressed > 0 && addressed * 5 >= values.count
    }

    func people(_ values: [HeaderReader.Value]) -> [Attendance] {
        var result: [Attendance] = []
        var pending = ""
        var rowTitle: String?
        var organization: String?
        for value in values {
            let cells = cells(of: value.range)
            let whole = cells.joined()
            if cells.isEmpty { continue }
            if cells.count == 1, let first = whole.first, "（(".contains(first), "）)".contains(whole.last ?? " ") {
                // （交通局） over a list of names is an organisation; under one it is another post.
                let inner = String(whole.dropFirst().dropLast())
                let isBody = SpeakerLabel.read(inner).role != .official || inner.ends(in: "局") || inner.ends(in: "部")
                if isBody, !inner.holds(anyOf: ["敬称", "五十音", "順不同", "略"]) { organization = inner }
                continue
            }
            var drafts = addressed(cells)
            if drafts.count == 1, drafts[0].name.isEmpty {
                let title = drafts[0].title
                let isGroup = RoleLexicon.standard.exact(SpeakerLabel.condensed(title)[...]) != nil
                if isGroup, SpeakerLabel.read(title).strength >= 2, pending.isEmpty {
                    rowTitle = title
                } else {
                    pending += title
                }
                continue
            }
            if !pending.isEmpty, !drafts.isEmpty {
                drafts[0].title = pending + drafts[0].title
                pending = ""
            }
            for draft in drafts {
                if draft.name.isEmpty, let last = result.indices.last, result[last].title?.ends(in: "兼務") == true {
                    result[last].title! += draft.title
                    continue
                }
                var title = draft.title.isEmpty ? rowTitle : draft.title
                if title?.isMemberWord == true || title?.isEmpty == true { title = nil }
                result.append(
                    Attendance(
                        name: AttendanceReader.name(draft.name), title: title, role: .other, group: group,
                        organization: organization, seat: draft.seat))
            }
        }
        return result
    }

    /// The words of a line; a bracket that closes on it holds its words together.
    private func cells(of range: Range<Int>) -> [String] {
        var cells: [String] = []
        var offset = range.lowerBound
        while offset < range.upperBound, cells.count < 200 {
            let start = bytes.skipBlanks(offset, range.upperBound)
            var end = start
            var depth = 0
            while end < range.upperBound, depth > 0 || bytes.blank(at: end) == 0 {
                let (value, length) = bytes.scalar(at: end)
                if value == 0xFF08 || value == 0x28 { depth += 1 }
                if value == 0xFF09 || value == 0x29 { depth -= 1 }
                end += length
            }
            if depth > 0 {
                end = start
                while end < range.upperBound, bytes.blank(at: end) == 0 { end += bytes.scalar(at: end).length }
            }
            if end > start { cells.append(bytes.string(start..<end)) }
            offset = max(end, start)
        }
        return cells
    }

    /// Every person ends with 君 or 氏: `理事　池田　太郎君　理事　中村　次郎君`.
    private func addressed(_ cells: [String]) -> [Draft] {
        var drafts: [Draft] = []
        var current = Draft()
        var pieces: [String] = []
        func flush(_ draft: inout Draft) {
            // 委員長　　田村　太郎君: what stands before the name is a post when it reads like one.
            var name = pieces
            if name.count > 1, SpeakerLabel.isSeat(SpeakerLabel.condensed(name[0])[...]) {
                draft.seat = HeaderFields.count(String(name.removeFirst().dropLast()) + "人")
            }
            var title: [String] = []
            while name.count > 1, let first = name.first {
                let joined = first
                let reading = SpeakerLabel.read(joined)
                let isPost =
                    reading.strength >= 2 && reading.name == nil || name.count > 2 || joined.hasSuffix("員")
                    || joined.hasSuffix("官")
                guard isPost else { break }
                title.append(joined)
                name.removeFirst()
            }
            draft.title = title.joined()
            draft.name = name.joined()
        }
        for cell in cells {
            pieces.append(cell)
            if cell.hasSuffix("君") || cell.hasSuffix("氏") {
                flush(&current)
                drafts.append(current)
                current = Draft()
                pieces = []
            }
        }
        if !pieces.isEmpty {
            current.title = pieces.joined()
            drafts.append(current)
        }
        return drafts
    }
}

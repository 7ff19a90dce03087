import JapaneseText
import MinutesModel

/// A table of people with a head: `役職⇥氏名⇥所属⇥出欠`, its columns set off by tabs or wide blanks.
struct AttendanceTable {
    private enum Column { case title, name, organization, presence, seat, other }

    let bytes: SourceBytes
    let group: String

    /// Whether a line is the head of such a table: two words of a head at least, one of them for the names.
    static func isHead(_ range: Range<Int>, _ bytes: SourceBytes) -> Bool {
        // Each word for the column of names holds 名.
        guard range.count <= 150, bytes[range].first("名") != nil else { return false }
        let columns = cells(range, bytes).map { column($0) }
        return columns.count >= 2 && columns.contains(.name) && columns.allSatisfy { $0 != nil }
    }

    /// - Parameter values: the lines from the head on.
    func people(_ values: [HeaderReader.Value]) -> [Attendance] {
        guard let head = values.first else { return [] }
        let columns = Self.cells(head.range, bytes).map { Self.column($0) ?? .other }
        return values.dropFirst().compactMap { value -> Attendance? in
            let cells = Self.cells(value.range, bytes)
            guard !cells.isEmpty else { return nil }
            // An empty cell between blanks cannot be seen: the cells of a shorter row are told by what they hold.
            return cells.count == columns.count || bytes.string(value.range).contains("\t") ? row(cells, columns) : nil
        }
    }

    private func row(_ cells: [String], _ columns: [Column]) -> Attendance? {
        var person = Attendance(name: "", role: .other, group: group)
        for (cell, column) in zip(cells, columns) where !cell.isEmpty {
            switch column {
            case .title:
                let reading = SpeakerLabel.read(cell)
                if ["委員", "議員", "構成員"].contains(cell) {
                    person.role = .member
                } else {
                    person.title = cell
                    person.role = reading.role
                }
            case .name: person.name = AttendanceReader.name(cell)
            case .organization: person.organization = cell
            case .presence: if Self.isAbsent(cell) { person.status = .absent }
            case .seat: person.seat = HeaderFields.count(cell.trimmingCharacters("番号席") + "人")
            case .other: break
            }
        }
        return person.name.isEmpty && person.title == nil ? nil : person
    }

    private static func isAbsent(_ cell: String) -> Bool {
        ["×", "欠", "✕", "✗", "☓", "╳", "／"].contains { cell.hasPrefix($0) }
    }

    private static func column(_ head: String) -> Column? {
        switch head {
        case "役職", "職名", "役職名", "職", "役名", "役", "職・氏名": .title
        case "氏名", "委員名", "名前", "お名前", "委員氏名", "出席者氏名", "議員名", "氏名（敬称略）": .name
        case "所属", "所属等", "団体名", "所属団体", "所属団体名", "所属・役職", "所属・職名", "選出団体", "選出区分", "選出母体", "機関名", "所属機関": .organization
        case "出欠", "出席", "出欠席", "出欠状況", "出席状況", "出・欠": .presence
        case "議席番号", "議席", "席番": .seat
        case "備考", "区分", "番号", "№", "No.", "No", "NO", "摘要", "委員区分", "分野": .other
        default: nil
        }
    }

    /// By tabs where there are any, else by blanks two columns wide.
    private static func cells(_ range: Range<Int>, _ bytes: SourceBytes) -> [String] {
        let text = bytes.string(range)
        if text.contains("\t") {
            return text.split(separator: "\t", omittingEmptySubsequences: false).map {
                let plain = String($0).trimmingBlanks()
                return column(condensed(plain)) == nil ? plain : condensed(plain)
            }
        }
        let separated = text.replacing("　", with: "  ")
        var cells: [String] = []
        var current = ""
        var gap = 0
        for character in separated {
            if character == " " {
                gap += 1
                continue
            }
            if gap >= 3, !current.isEmpty {
                cells.append(current)
                current = ""
            } else if gap > 0, !current.isEmpty {
                current.append(" ")
            }
            gap = 0
            current.append(character)
        }
        if !current.isEmpty { cells.append(current) }
        return cells.map { column(condensed($0)) == nil ? $0 : condensed($0) }
    }

    private static func condensed(_ text: String) -> String {
        String(decoding: SpeakerLabel.condensed(text), as: UTF8.self)
    }
}

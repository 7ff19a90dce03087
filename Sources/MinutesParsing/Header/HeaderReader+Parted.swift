import JapaneseText
import MinutesModel

/// Lines that hold more than one field: `開会時刻　14時　　　閉会時刻　15時38分`.
extension HeaderReader {
    /// Puts away a value behind which a gap and further labels with values of their own stand.
    /// - Returns: false where none does.
    mutating func partFields(_ labelled: Labelled, _ index: Int) -> Bool {
        switch labelled.field {
        case .date, .opens, .closes, .venue, .observers, .openness: break
        default: return false
        }
        var found: [(Labelled, start: Int)] = []
        var value = labelled.value
        while found.count < 4, let next = fieldBehindGap(in: value) {
            found.append(next)
            value = next.0.value
        }
        guard !found.isEmpty else { return false }
        var start = labelled.value.lowerBound
        for (next, place) in found {
            self.value(bytes.trimmed(start..<place), index)
            sections.append(
                Section(
                    field: next.field, label: next.text, value: [], indent: lines[index].indent,
                    hasColon: next.hasColon))
            start = next.value.lowerBound
        }
        grouped(bytes.trimmed(start..<labelled.value.upperBound), index)
        return true
    }

    /// `市民会館　第２会議室　　傍聴　８名` without a label of its own before it.
    mutating func partLoose(_ line: Line, _ index: Int) -> Bool {
        guard !inProceedings, loose.count < 20, line.columns <= 160, let (next, place) = fieldBehindGap(in: line.ink),
            next.field == .observers || next.field == .venue
        else { return false }
        loose.append(Value(range: bytes.trimmed(line.inkStart..<place), line: index))
        sections.append(Section(field: next.field, label: next.text, value: [], indent: line.indent))
        value(next.value, index)
        sections.append(Section(field: .other, label: "", value: [], indent: 0))
        return true
    }

    /// The first field in a range that stands behind a gap or between brackets and has a value on the line.
    private func fieldBehindGap(in range: Range<Int>) -> (Labelled, start: Int)? {
        guard range.count <= 600 else { return nil }
        var offset = range.lowerBound
        var places = 0
        while offset < range.upperBound, places < 12 {
            let blank = bytes.blank(at: offset)
            let (value, length) = bytes.scalar(at: offset)
            let isOpen = value == 0x3010 || value == 0xFF3B || value == 0xFF1C
            guard blank > 0 || isOpen && offset > range.lowerBound else {
                offset += length
                continue
            }
            let next = blank > 0 ? bytes.skipBlanks(offset, range.upperBound) : offset
            places += 1
            if next < range.upperBound, let labelled = label(in: next..<range.upperBound), isField(labelled) {
                return (labelled, next)
            }
            offset = max(next, offset + length)
        }
        return nil
    }

    private func isField(_ labelled: Labelled) -> Bool {
        guard !labelled.value.isEmpty else { return false }
        switch labelled.field {
        case .opens, .closes: return TimeScanner.times(in: bytes.condensed(labelled.value)).first != nil
        case .observers: return HeaderFields.count(bytes.string(labelled.value)) != nil
        case .date: return HeaderFields.date(in: bytes.string(labelled.value)) != nil
        case .venue: return labelled.value.count >= 6
        default: return false
        }
    }

    /// 開会…　閉会…: when the meeting began and ended is told by the header, not noted as it happened.
    func saysBothTimes(_ line: Line) -> Bool {
        let text = bytes.condensed(line.ink)
        return text.holds(anyOf: ["開会", "開議", "開始"]) && text.holds(anyOf: ["閉会", "散会", "終了"])
            && TimeScanner.times(in: text).count >= 2
    }

    /// Ends the open field. Behind a rule inside a list of people more people may follow without a label.
    mutating func endField(afterRule: Bool) {
        guard let last = sections.last, last.field != .agenda || !afterRule else { return }
        let goesOn = afterRule && last.field.isPeople && !last.value.isEmpty
        let field: HeaderField = goesOn ? .attendance(absent: false) : .other
        if last.label.isEmpty, last.value.isEmpty { sections.removeLast() }
        sections.append(Section(field: field, label: "", value: [], indent: 0))
    }
}

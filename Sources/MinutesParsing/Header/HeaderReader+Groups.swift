import JapaneseText
import MinutesModel

/// Values that hold groups of their own.
extension HeaderReader {
    /// `（０名）`, `（0人）` at the end of a heading.
    func saysNobody(_ content: Range<Int>) -> Bool {
        switch bytes.scalar(before: content.upperBound, after: content.lowerBound) {
        case 0x3041...0x30FF, 0x4E00...0x9FFF: return false
        default: break
        }
        let folded = TextFolding.fold(bytes.condensed(content))
        return ["(0名)", "(0人)"].contains(where: folded.ends)
    }

    /// （会長）山田太郎、（副会長）… tells the post of one; the names behind the next 、 are of another.
    private func isPostOfOne(_ inner: Labelled) -> Bool {
        let role = RoleLexicon.standard.exact(SpeakerLabel.condensed(inner.text)[...])?.role
        guard role == .chair || role == .viceChair else { return false }
        return bytes[inner.value].first("、") != nil
    }

    private func isCount(_ range: Range<Int>) -> Bool {
        let text = bytes.condensed(range)
        return !text.isEmpty && HeaderField.isCountOnly(text)
    }

    /// Past `１名　` before the names of those counted.
    private func pastCountWord(_ range: Range<Int>) -> Int {
        var end = range.lowerBound
        while end < range.upperBound, bytes.blank(at: end) == 0 { end += bytes.scalar(at: end).length }
        return isCount(range.lowerBound..<end) ? bytes.skipBlanks(end, range.upperBound) : range.lowerBound
    }

    /// `出席者⇥委　員⇥山田　太郎`, `⇥みどり公社⇥川村　理事長、…`: a group in a column of its own between tabs.
    func tabGroup(_ range: Range<Int>) -> Labelled? {
        guard let tab = range.prefix(60).first(where: { bytes[$0] == 0x09 }), tab > range.lowerBound else { return nil }
        let label = bytes.trimmed(range.lowerBound..<tab)
        let value = bytes.trimmed(tab..<range.upperBound)
        guard !label.isEmpty, !value.isEmpty, !bytes.string(value).contains("\t") else { return nil }
        let text = bytes.condensed(label)
        let field = HeaderField.kind(of: bytes[label])
        guard field?.isPeople == true || field == nil && Self.isRoll(bytes.string(value)),
            RollWord.Kind.of(text) != .post || field != nil || AttendanceReader.isContractor(text)
        else { return nil }
        let post = RoleLexicon.standard.exact(SpeakerLabel.condensed(text)[...])
        guard post?.role != .chair, post?.role != .viceChair else { return nil }
        return Labelled(field: field ?? .attendance(absent: false), text: text, value: value, hasColon: false)
    }

    /// `だれが　委員　山田　太郎` over `　　　　欠席　川村　光`: the first of several groups stands on the line of the list's label,
    /// the others below it in the same two columns.
    private func innerGroup(_ range: Range<Int>, _ index: Int) -> Labelled? {
        guard let outer = sections.last, outer.value.isEmpty, outer.outer == nil, outer.label.utf8.count >= 6,
            let inner = label(in: range), inner.field.isPeople, !inner.hasColon, !inner.value.isEmpty,
            inner.text.isMemberWord || inner.text.begins(with: "出席") || inner.text == "事務局",
            let indent = column(of: range, lines[index]), let column = column(of: inner.value, lines[index]), indent > 0
        else { return nil }
        let below = lines[(index + 1)..<min(end, index + 12)].filter { $0.kind == .text && $0.indent <= indent }
        guard let next = below.first, next.indent == indent else { return nil }
        let other = label(in: next.ink)
        guard beginsCell(next, at: column) || other?.field.isPeople == true && other?.text != inner.text else {
            return nil
        }
        return inner
    }

    /// Whether a word of a line begins in a display column, behind a blank.
    private func beginsCell(_ line: Line, at column: Int) -> Bool {
        var offset = line.inkStart
        var width = line.indent
        var isBlank = false
        while offset < line.inkEnd, width < column {
            isBlank = bytes.blank(at: offset) > 0
            let length = bytes.scalar(at: offset).length
            width += LineTable.width(of: offset..<offset + length, bytes)
            offset += length
        }
        return width == column && isBlank && offset < line.inkEnd && bytes.blank(at: offset) == 0
    }

    /// Puts away a value that may hold groups of its own: `（委員）…　（事務局）…`.
    mutating func grouped(_ range: Range<Int>, _ index: Int) {
        guard sections[sections.count - 1].field.isPeople else {
            value(range, index)
            return
        }
        if let group = tabGroup(range) {
            let outer = sections[sections.count - 1]
            sections.append(
                Section(
                    field: group.field, label: group.text, value: [], indent: outer.indent, outer: outer.label,
                    valueColumn: outer.valueColumn, mark: 0x09))
            value(group.value, index)
            return
        }
        if let group = innerGroup(range, index) {
            let outer = sections[sections.count - 1]
            sections.append(
                Section(
                    field: group.field, label: group.text, value: [], indent: column(of: range, lines[index]) ?? 0,
                    outer: outer.label, valueColumn: column(of: group.value, lines[index])))
            value(group.value, index)
            return
        }
        var start = range.lowerBound
        var offset = start
        while offset < range.upperBound {
            let (first, length) = bytes.scalar(at: offset)
            // 桐原（会長）、 tells a post; a group begins the value or stands behind a blank.
            let isApart =
                first == 0x3010 || first == 0xFF1C || first == 0x3008 || offset == range.lowerBound
                || bytes.blank(endingAt: offset, after: range.lowerBound) > 0
            if isApart, Bracket.closing(of: first) != nil, let inner = label(in: offset..<range.upperBound),
                inner.field.isPeople, !isPostOfOne(inner)
            {
                let before = bytes.trimmed(start..<offset)
                if !before.isEmpty { value(before, index) }
                let outer = sections.suffix(6).last { !$0.label.isEmpty && $0.outer == nil }?.label
                sections.append(
                    Section(
                        field: inner.field, label: inner.text, value: [], indent: lines[index].indent + 2, outer: outer)
                )
                start = inner.value.isEmpty ? range.upperBound : inner.value.lowerBound
                offset = max(start, offset + length)
            } else if first == 0x51FA || first == 0x6B20, offset > range.lowerBound,
                bytes.blank(endingAt: offset, after: range.lowerBound) > 0,
                let inner = label(in: offset..<range.upperBound), inner.field.isPeople,
                isCount(start..<offset)
            {
                // 理事総数　９名　　出席理事　８名: the number of all, then those who came.
                let outer = sections[sections.count - 1].outer
                sections[sections.count - 1].isEmptyList = true
                sections.append(
                    Section(
                        field: inner.field, label: inner.text, value: [], indent: lines[index].indent, outer: outer))
                start = pastCountWord(inner.value)
                offset = max(start, offset + length)
            } else if first == 0x2F || first == 0xFF0F,
                let inner = label(in: bytes.trimmed(offset + length..<range.upperBound)), inner.hasColon,
                inner.field.isPeople
            {
                // 出席：… ／ 欠席：…
                let before = bytes.trimmed(start..<offset)
                if !before.isEmpty { value(before, index) }
                sections.append(
                    Section(field: inner.field, label: inner.text, value: [], indent: lines[index].indent))
                start = inner.value.isEmpty ? range.upperBound : inner.value.lowerBound
                offset = max(start, offset + length)
            } else {
                offset += length
            }
        }
        let rest = bytes.trimmed(start..<range.upperBound)
        if !rest.isEmpty { value(rest, index) }
    }

    /// `　　　　［欠席］川村` further in than the rows of a list, and another row of the list below it: the bracket told of its own
    /// line.
    mutating func rejoinRows() {
        for index in sections.indices.dropFirst() where sections[index].value.count >= 2 {
            let (above, section) = (sections[index - 1], sections[index])
            guard section.field.isPeople, above.field.isPeople, section.outer != nil,
                section.mark.map({ Bracket.closing(of: $0) != nil }) ?? true,
                let row = above.value.first, let first = section.value.first,
                case let indent = lines[row.line].indent, lines[first.line].indent > indent + 4,
                above.value.allSatisfy({ lines[$0.line].indent >= indent }),
                let next = section.value.firstIndex(where: { lines[$0.line].indent == indent })
            else { continue }
            sections[index - 1].value += section.value[next...]
            sections[index].value = Array(section.value[..<next])
        }
    }

    /// 開催日時及び場所: the lines that give day and hours, and the others for the place.
    mutating func partDayAndPlace() {
        for index in sections.indices.reversed() where sections[index].field == .venue {
            let section = sections[index]
            guard section.label.holds("日時") else { continue }
            if section.value.count == 1 {
                partDayFromPlace(index)
                continue
            }
            let isDay = section.value.map { value in
                TimeScanner.expressions(in: bytes.condensed(value.range))
                    .contains { $0.kind == .date || $0.kind == .clockTime }
            }
            guard isDay.contains(true), isDay.contains(false) else { continue }
            var day = section
            day.field = .date
            day.value = zip(section.value, isDay).filter(\.1).map(\.0)
            sections[index].value = zip(section.value, isDay).filter { !$0.1 }.map(\.0)
            sections.insert(day, at: index)
        }
    }

    /// 日時・場所：令和６年10月３日14時～15時　第２会議室: on one line the place stands behind the hours.
    private mutating func partDayFromPlace(_ index: Int) {
        var day = sections[index]
        let whole = day.value[0]
        guard whole.range.count <= 600 else { return }
        let last = TimeScanner.expressions(in: bytes.string(whole.range))
            .filter { $0.kind == .date || $0.kind == .clockTime }.map(\.range.upperBound).max()
        guard let last, last < whole.range.count else { return }
        var start = whole.range.lowerBound + last
        // まで, 、 and the like belong to the hours.
        while start < whole.range.upperBound, bytes.blank(at: start) == 0 { start += bytes.scalar(at: start).length }
        let place = bytes.trimmed(start..<whole.range.upperBound)
        guard !place.isEmpty else { return }
        day.field = .date
        day.value = [Value(range: bytes.trimmed(whole.range.lowerBound..<start), line: whole.line)]
        sections[index].value = [Value(range: place, line: whole.line)]
        sections.insert(day, at: index)
    }
}

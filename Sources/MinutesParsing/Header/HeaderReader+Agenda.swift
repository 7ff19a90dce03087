import JapaneseText
import MinutesModel

/// Lists of agenda items above the first turn, and headings right before it.
extension HeaderReader {
    /// Whether a numbered line is an item of the agenda rather than part of a field's value.
    func isItem(_ number: AgendaNumber, _ index: Int) -> Bool {
        if number.style == .letter, bytes.scalar(before: lines[index].inkEnd, after: lines[index].inkStart) == 0x3002 {
            // A: 説明します。 is said by A.
            return false
        }
        if number.style == .word || inProceedings { return true }
        if let last = list.last, let open = last.number {
            // The list goes on, or opens a level below.
            if number.style == open.style, number.value == open.value + 1 { return true }
            if number.style > open.style, number.value == 1, last.last == index - 1 { return true }
        }
        switch sections.last?.field {
        case .agenda: return true
        case .attendance, .materials:
            // Lists of people and papers are numbered too; a blank line or the first turn right behind sets an item off.
            if number.isSetOff, lines[index].blanksBefore > wrapping.blankHabit || isLastInk(index) { return true }
            // 開会, 会長挨拶 and …について are nobody's names.
            return sections.last?.field != .materials && number.value == 1
                && HeadingWords.ends(bytes.buffer[number.titleStart..<lines[index].inkEnd].withoutBrackets())
        case .date, .venue, .openness, .host, .observers:
            return number.isSetOff || (number.value == 1 && number.style >= .bracketed)
        default: return number.isSetOff && isLastInk(index)
        }
    }

    func isLastInk(_ index: Int) -> Bool {
        var next = index + 1
        while next < end, lines[next].isBlank || lines[next].kind.isFurniture { next += 1 }
        return next == end && end < lines.count
    }

    mutating func item(_ number: AgendaNumber, _ index: Int) {
        if sections.last?.field != .agenda { endField(afterRule: false) }
        let line = lines[index]
        list.append((number, [number.titleStart..<line.inkEnd], index, index, line.indent))
        uses[index] = .agenda
    }

    /// Items on the line of their label: `議題　（１）予算について　（２）その他`.
    mutating func agendaValue(_ range: Range<Int>, _ index: Int) {
        guard !range.isEmpty, !isReference(range), !isTitleLike(range),
            !isDate(range),
            !HeaderField.isCountOnly(bytes.condensed(range)),
            bytes.scalar(before: range.upperBound, after: range.lowerBound) != 0x3002
        else { return }
        var starts = [range.lowerBound]
        if let first = AgendaNumber.read(range, bytes) {
            var offset = first.titleStart
            var value = first.value
            while offset < range.upperBound, starts.count < 60 {
                let blank = bytes.blank(at: offset)
                if blank > 0,
                    let next = AgendaNumber.read(bytes.skipBlanks(offset, range.upperBound)..<range.upperBound, bytes),
                    next.style == first.style, next.value == value + 1
                {
                    starts.append(next.range.lowerBound)
                    value = next.value
                    offset = next.titleStart
                } else {
                    offset += blank > 0 ? blank : bytes.scalar(at: offset).length
                }
            }
        }
        for (position, start) in starts.enumerated() {
            let piece = bytes.trimmed(start..<(position + 1 < starts.count ? starts[position + 1] : range.upperBound))
            let number = AgendaNumber.read(piece, bytes)
            list.append(
                (
                    number, [(number?.titleStart ?? piece.lowerBound)..<piece.upperBound], index, index,
                    lines[index].indent
                ))
        }
    }

    /// 【開会】, 【議題１　計画について】 above the first turn.
    mutating func boxed(_ index: Int) {
        let line = lines[index]
        let length = bytes.scalar(at: line.inkStart).length
        let inner = bytes.trimmed(line.inkStart + length..<line.inkEnd - length)
        guard !inner.isEmpty else { return }
        let number = AgendaNumber.read(inner, bytes)
        flushList()
        let text = Title(number: number, pieces: [(number?.titleStart ?? inner.lowerBound)..<inner.upperBound], bytes)
        let isUnlisted = number == nil && agenda.hasOnlyNumberedList && !agenda.isListed(title: text.title)
        let isPart = HeadingFinder.isPart(bytes.buffer[inner].withoutBrackets())
        if isUnlisted, isPart || openItem != nil && !agenda.resembles(nil, text) {
            // 【開会】 where the list has none; ＜現状について＞ right under （１）: what is said below is about it.
            uses[index] = .note
            notes.append(index)
            return
        }
        let span = SourceSpan(start: line.inkStart, end: line.inkEnd, line: line.number, endLine: line.number)
        agenda.restart()
        openItem = agenda.heading(number: number, text: text, span: span, isSetApart: true)
        uses[index] = .agenda
    }

    /// ＜審議事項＞ in the proceedings, over （１） with what was said and done: the heading of a group, not of a list.
    mutating func opensGroup(_ index: Int) -> Bool {
        guard isGroupOfItems(index) else { return false }
        boxed(index)
        holdsGroup = uses[index] == .agenda
        return true
    }

    private func isGroupOfItems(_ index: Int) -> Bool {
        let line = lines[index]
        guard isBoxed(line), line.ink.count > 6, !agenda.items.contains(where: \.isListed) else { return false }
        let inner = bytes.trimmed(line.inkStart + 3..<line.inkEnd - 3)
        guard AgendaBuilder.isGroup(AgendaBuilder.key(bytes.string(inner))) else { return false }
        let below = (index + 1..<end).prefix(12).lazy.filter { !lines[$0].isBlank && !lines[$0].kind.isFurniture }
        guard let first = below.first, AgendaNumber.read(lines[first].ink, bytes)?.value == 1 else { return false }
        // No second item and no other group: a list has several.
        guard let second = below.dropFirst().first else { return true }
        return !isBoxed(lines[second]) && AgendaNumber.read(lines[second].ink, bytes) == nil
    }

    mutating func unnumbered(_ index: Int) {
        let line = lines[index]
        uses[index] = .agenda
        let (mark, length) = bytes.scalar(at: line.inkStart)
        let isMarked = TurnMarks.isMark(mark)
        if !isMarked, var last = list.last, continues(line, last) {
            last.pieces.append(line.ink)
            last.last = index
            list[list.count - 1] = last
            return
        }
        let ink = isMarked ? bytes.trimmed(line.inkStart + length..<line.inkEnd) : line.ink
        guard !ink.isEmpty, bytes.scalar(before: ink.upperBound, after: ink.lowerBound) != 0x3002, !isTitleLike(ink),
            !holdsSentence(ink),
            !isDate(ink)
        else {
            uses[index] = .header
            if isTitleLike(ink) { loose.append(Value(range: ink, line: index)) }
            return
        }
        guard !isReference(ink) else {
            uses[index] = .header
            return
        }
        // 【その他】 in a list whose other items have their numbers in such brackets.
        let isBoxed = !isMarked && isBoxed(line)
        let title = isBoxed ? bytes.trimmed(ink.lowerBound + 3..<ink.upperBound - 3) : ink
        list.append((nil, [title.isEmpty ? ink : title], index, index, isMarked ? line.indent : line.indent + 1))
    }

    /// A sentence ends inside, or the line is a row of quoted cells: `"1","10:00","会長","…"`.
    private func holdsSentence(_ ink: Range<Int>) -> Bool {
        let part = SourceBytes(buffer: UnsafeBufferPointer(rebasing: bytes.buffer[ink]))
        return bytes[ink.lowerBound] == 0x22 || part.first("\",\"") != nil || part.first("。") != nil
    }

    /// 令和６年６月５日; 令和６年度予算について is an item.
    func isDate(_ ink: Range<Int>) -> Bool {
        SpeakerLabel.looksLikeDate(SpeakerLabel.condensed(bytes.string(ink))[...])
            && !HeadingWords.ends(bytes.buffer[ink].withoutBrackets())
    }

    /// 令和６年６月５日（水）１０時～: a day and an hour and no title.
    func isDay(_ range: Range<Int>) -> Bool {
        guard range.count <= 200, !HeadingWords.ends(bytes.buffer[range].withoutBrackets()) else { return false }
        if isDate(range) { return true }
        let found = TimeScanner.expressions(in: bytes.condensed(range))
        return found.first.map { $0.kind == .date && $0.range.lowerBound == 0 } == true
            && found.contains { $0.kind == .clockTime }
    }

    /// 情報交換　体験会の様子 right below 協議２ and in its column, where nothing headed the list.
    func goesOnInList(_ line: Line, _ index: Int) -> Bool {
        guard !inProceedings, let last = list.last, last.number?.style == .word, last.last == index - 1,
            list.count >= 2,
            line.indent == last.indent, line.indent > 0, line.columns <= 100
        else { return false }
        return bytes.scalar(before: line.inkEnd, after: line.inkStart) != 0x3002
    }

    /// `議事日程に同じ`, `別紙のとおり`
    func isReference(_ ink: Range<Int>) -> Bool {
        guard ink.count < 90 else { return false }
        let text = bytes.condensed(ink)
        // 日程第１から日程第８まで
        if text.hasSuffix("まで"), text.hasPrefix("日程") || text.hasPrefix("議案") { return true }
        return ["に同じ", "のとおり", "と同じ", "参照", "なし"].contains { text.hasSuffix($0) }
    }

    func isTitleLike(_ ink: Range<Int>) -> Bool {
        let text = bytes.condensed(ink)
        return TitleReader.kinds.contains { text.contains($0) }
    }

    /// A line goes on with the item above when it is indented past the item's title, stands to the right, or the item
    /// was cut at the width.
    func continues(
        _ line: Line, _ item: (number: AgendaNumber?, pieces: [Range<Int>], first: Int, last: Int, indent: Int)
    ) -> Bool {
        guard line.blanksBefore <= max(wrapping.blankHabit, lines[item.last].blanksBefore) else { return false }
        let first = lines[item.first]
        if line.kind == .note, item.number == nil { return true }
        if line.indent >= first.indent + 4 { return true }
        let titleColumn = item.number.map { first.indent + LineTable.width(of: first.inkStart..<$0.titleStart, bytes) }
        if let titleColumn, titleColumn > first.indent, line.indent >= titleColumn { return true }
        return lines[item.last].columns + lines[item.last].indent >= 70 && line.indent <= first.indent + 2
            && item.number != nil
    }

    /// Puts the collected lines on the agenda: as a list, or as headings when the proceedings have begun and no item of
    /// the same style stands beside it.
    mutating func flushList() {
        defer { list = [] }
        guard !list.isEmpty else { return }
        if !holdsGroup { agenda.restart() }
        holdsGroup = false
        for (position, entry) in list.enumerated() {
            let text = Title(number: entry.number, pieces: entry.pieces, bytes)
            let span = SourceSpan(
                start: lines[entry.first].inkStart, end: lines[entry.last].inkEnd, line: lines[entry.first].number,
                endLine: lines[entry.last].number, page: nil)
            let style = entry.number?.style
            let before = position > 0 ? list[position - 1].number?.style : nil
            let after = position + 1 < list.count ? list[position + 1].number?.style : nil
            let isLast = position + 1 == list.count && isLastInk(entry.last)
            // What was done stands between the headings, nothing between the lines of a list.
            let isSeparated =
                isLast && position > 0
                && (list[position - 1].last..<max(entry.first, list[position - 1].last)).dropFirst().contains {
                    lines[$0].kind == .text
                }
            // The first item of the list once more, right above the first turn.
            let isAgain = isLast && position > 0 && style != nil && agenda.isListed(title: text.title)
            // ３ その他 below １ 開会, ２ 議題 （１）（２） ends the list.
            let above = list[..<position].last { $0.number?.style == style }?.number?.value
            let goesOn = !isSeparated && !inProceedings && style != nil && above == (entry.number?.value ?? 0) - 1
            let stands = (inProceedings || isLast) && style != nil && !goesOn
            let isHeading = isAgain || stands && (isSeparated || style != before && style != after)
            if isHeading {
                openItem = agenda.heading(number: entry.number, text: text, span: span)
            } else {
                _ = agenda.list(number: entry.number, text: text, span: span, indent: entry.indent)
            }
        }
        if !inProceedings, let last = list.last, !isLastInk(last.last) { openItem = nil }
    }

    /// Whether a list of items stands under 議事 or 会議内容, so that the proceedings begin further down: numbers or
    /// bullets up to the next field or part of the header.
    func listStands(below index: Int, _ number: AgendaNumber?) -> Bool {
        var items = 0
        var next = index + 1
        while next < end, next - index < 60 {
            defer { next += 1 }
            let line = lines[next]
            guard line.kind == .text else { continue }
            let (content, own) = stripped(line)
            if line.indent <= lines[index].indent, own == nil || own?.style == number?.style,
                let field = label(in: content)?.field, field != .agenda,
                number == nil ? own == nil : own?.value == (number?.value ?? 0) + 1
            {
                return items > 0 && (field == .proceedings || field == .materials)
            }
            guard own != nil || TurnMarks.isBullet(bytes.scalar(at: line.inkStart).value),
                line.indent > lines[index].indent,
                bytes.scalar(before: line.inkEnd, after: line.inkStart) != 0x3002
            else { return false }
            items += 1
        }
        return false
    }

    /// 【開会】, ≪開会≫, ＜開会＞
    func isBoxed(_ line: Line) -> Bool {
        switch bytes.scalar(at: line.inkStart).value {
        case 0x3010, 0x226A, 0xFF1C, 0x300A, 0x3008: break
        default: return false
        }
        return Bracket.closing(of: bytes.scalar(at: line.inkStart).value)
            == bytes.scalar(before: line.inkEnd, after: line.inkStart)
    }
}

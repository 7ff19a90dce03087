/// Headings that are no items: parts of a meeting, and what kind of speech follows.
extension HeadingFinder {
    /// （案件１　料金の算定について）, ［1-①　料金］: in the brackets of a note stands an item of the list, number and title or
    /// what is left of it.
    /// - Parameter isUsual: headings with numbers stand in such brackets here, so that one without may be another.
    func listedNote(at index: Int, _ agenda: AgendaBuilder, isUsual: Bool) -> Heading? {
        let line = lines[index]
        let (open, length) = bytes.scalar(at: line.inkStart)
        guard line.columns <= 240, line.ink.count > length * 2,
            Bracket.closes(bytes.scalar(before: line.inkEnd, after: line.inkStart), open)
        else { return nil }
        let inner = bytes.trimmed(line.inkStart + length..<line.inkEnd - length)
        guard !inner.isEmpty else { return nil }
        let number = AgendaNumber.read(inner, bytes)
        guard number != nil || isUsual else { return nil }
        let title = (number?.titleStart ?? inner.lowerBound)..<inner.upperBound
        guard !title.isEmpty else { return nil }
        let text = Title(number: number, pieces: [title], bytes)
        guard number != nil && agenda.isListed(title: text.title) || agenda.resembles(number, text) else { return nil }
        return Heading(number: number, title: title, lines: index...index, isSetApart: true)
    }

    /// 【質疑応答】, ＜事務局説明＞: what kind of speech follows under an item that is open.
    func isCaption(_ heading: Heading) -> Bool {
        guard heading.number == nil, heading.isSetApart, heading.lines.count == 1 else { return false }
        let title = bytes.buffer[heading.title].withoutBrackets()
        return Self.captions.contains { title.count >= $0.count && title.suffix($0.count).elementsEqual($0) }
    }

    /// 【開会】, ＜議事＞: a part of the meeting rather than something it treats.
    func isPart(_ heading: Heading) -> Bool {
        guard heading.number == nil, heading.isSetApart, heading.lines.count == 1 else { return false }
        return Self.isPart(bytes.buffer[heading.title].withoutBrackets())
    }

    /// 【休憩】, ＜再開＞: nothing is treated under it.
    func isBreak(_ heading: Heading) -> Bool {
        heading.number == nil && heading.isSetApart && heading.lines.count == 1
            && Self.isBreak(bytes.buffer[heading.title].withoutBrackets())
    }

    static func isBreak(_ title: ArraySlice<UInt8>) -> Bool { breaks.contains { title.elementsEqual($0) } }

    private static let breaks: [[UInt8]] = ["休憩", "再開", "暫時休憩", "小休憩"].map { Array($0.utf8) }

    /// 開会, 議事, 閉会
    static func isPart(_ title: ArraySlice<UInt8>) -> Bool { parts.contains { title.elementsEqual($0) } }

    /// 【センターの現状】 between brackets on its line, without a number.
    func isBracketed(_ heading: Heading) -> Bool {
        guard heading.number == nil, heading.isSetApart, heading.lines.count == 1 else { return false }
        let line = lines[heading.lines.lowerBound]
        let first = bytes.scalar(at: line.inkStart).value
        return Bracket.closing(of: first) == bytes.scalar(before: line.inkEnd, after: line.inkStart)
    }

    private static let parts: [[UInt8]] = [
        "開会", "閉会", "議事", "議題", "審議", "協議", "開会・あいさつ", "開会あいさつ", "会議の内容", "会議内容", "議事の内容", "議事の経過", "審議経過",
        "議事録", "休憩", "再開", "会議の概要", "議事概要", "議事要旨",
        "おわり", "終わり", "終了", "散会",
    ].map { Array($0.utf8) }

    private static let captions: [[UInt8]] = [
        "質疑応答", "質疑", "事務局説明", "説明", "委員からの意見", "主な意見", "意見交換", "質問・意見", "意見・質問", "ご意見", "委員意見", "回答",
        "事務局回答", "発言", "討議", "主な質疑", "応答", "委員からの質問",
    ].map { Array($0.utf8) }
}

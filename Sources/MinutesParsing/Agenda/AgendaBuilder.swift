import JapaneseText
import MinutesModel

/// Collects agenda items from lists at the top and headings in the proceedings, nested by their numbering.
struct AgendaBuilder {
    struct Item {
        var number: String
        var style: AgendaNumber.Style?
        var word: String
        var value: Int
        var title: String
        var attachment: String?
        var parent: Int?
        var span: SourceSpan
        var isListed: Bool
        /// Folded title without blanks, to link headings and list items.
        var key: String
    }

    private(set) var items: [Item] = []
    /// Items open at this place, outermost first, with the level each stands on.
    private var stack: [(item: Int, level: Int, indent: Int)] = []
    private var byKey: [String: [Int]] = [:]
    private var linked: Set<Int> = []
    /// Whether a list at the top numbers what is to be treated.
    private(set) var hasNumberedList = false

    /// Forgets what is open: a new list, or the proceedings, begin.
    mutating func restart() { stack = [] }

    /// An item of a list at the top.
    mutating func list(number: AgendaNumber?, text: Title, span: SourceSpan, indent: Int = 0) -> Int {
        var level = level(of: number, isListed: true, indent: indent)
        if let number, let top = stack.last, let style = items[top.item].style, level <= top.level,
            indent >= top.indent + 2, number.style != style
        {
            // 議題１ set in under ２ 議題, whatever the styles are elsewhere.
            level = top.level + 1
        } else if let sibling = sibling(of: number, indent: indent) {
            level = sibling
        }
        return add(number, text, span, isListed: true, level: level, indent: indent)
    }

    /// The level of the open item of the same style, where the number goes on from it.
    private func sibling(of number: AgendaNumber?, indent: Int) -> Int? {
        guard let number else { return nil }
        return stack.last {
            items[$0.item].style == number.style && items[$0.item].word == number.word
                && (number.value == items[$0.item].value + 1 || $0.indent == indent)
        }?.level
    }

    /// A heading in the proceedings: the list item it repeats, or a new item.
    /// - Parameter isSetApart: it stands behind a mark or in 【】; all such headings are of one level.
    mutating func heading(number: AgendaNumber?, text: Title, span: SourceSpan, isSetApart: Bool = false) -> Int {
        let key = Self.key(text.title)
        var level = isSetApart ? 0 : level(of: number, isListed: false, indent: 0)
        if number == nil, isSetApart, let top = stack.last, top.level >= 100 {
            // 【意見交換】 under （１） of headings that stand by their numbers.
            level = 1000
        } else if let number, number.style == .word, let holder = holder(of: number) {
            level = holder
        }
        if let same = listed(number: text.number, key: key, value: number?.value) ?? shortened(number, key) {
            // The list's number stays as it is printed there, also where the heading says 議題１ for its １.
            linked.insert(same)
            open(same, level: level)
            return same
        }
        return add(number, text, span, isListed: false, level: level)
    }

    /// The level below ２ 議題 for 議題１, where that is open.
    private func holder(of number: AgendaNumber) -> Int? {
        if let sibling = stack.last(where: { items[$0.item].style == .word && items[$0.item].word == number.word }) {
            return sibling.level
        }
        guard let top = stack.last, let style = items[top.item].style, style == .arabic || style == .kanji,
            Self.holders.contains(items[top.item].key)
        else { return nil }
        return top.level + 1
    }

    private static let holders: Set<String> = [
        "議題", "議事", "案件", "審議", "協議", "審議事項", "協議事項", "報告事項", "議案", "報告", "審議案件", "付議案件",
    ]

    /// 日程第３ 議案第58号 in the proceedings for 日程第３ 議案第58号 …条例 of the list.
    private func shortened(_ number: AgendaNumber?, _ key: String) -> Int? {
        guard let number, number.style == .word || number.style == .ordinal, !key.isEmpty, items.count <= 2000 else {
            return nil
        }
        let same = items.indices.filter {
            items[$0].isListed && !linked.contains($0) && items[$0].style == number.style
                && items[$0].word == number.word && items[$0].value == number.value
        }
        guard same.count == 1 else { return nil }
        let listed = items[same[0]].key
        return listed.hasPrefix(key) || key.hasPrefix(listed) ? same[0] : nil
    }

    /// Whether a title is one of a list at the top.
    func isListed(title: String) -> Bool { byKey[Self.key(title)]?.prefix(64).contains { items[$0].isListed } == true }

    private func listed(number: String, key: String, value: Int?) -> Int? {
        // Items of a list that no heading has been linked to; a title that stands there hundreds of times is hostile.
        guard !key.isEmpty, let all = byKey[key], all.count <= 64 else { return nil }
        let same = all.filter { items[$0].isListed && !linked.contains($0) }
        if let exact = same.first(where: { items[$0].number == number }) { return exact }
        if let value, let near = same.first(where: { items[$0].value == value }) { return near }
        return same.count == 1 || number.isEmpty ? same.first : nil
    }

    private mutating func add(
        _ number: AgendaNumber?, _ text: Title, _ span: SourceSpan, isListed: Bool, level: Int,
        indent: Int = 0
    ) -> Int {
        while let top = stack.last, top.level >= level { stack.removeLast() }
        let item = Item(
            number: text.number, style: number?.style, word: number?.word ?? "", value: number?.value ?? 0,
            title: text.title, attachment: text.attachment, parent: stack.last?.item, span: span, isListed: isListed,
            key: Self.key(text.title))
        items.append(item)
        if isListed, number != nil { hasNumberedList = true }
        stack.append((items.count - 1, level, indent))
        byKey[item.key, default: []].append(items.count - 1)
        return items.count - 1
    }

    private mutating func open(_ item: Int, level: Int) {
        while let top = stack.last, top.level >= level { stack.removeLast() }
        stack.append((item, level, 0))
    }

    /// Unnumbered headings stand outermost; unnumbered list lines by their indent.
    private func level(of number: AgendaNumber?, isListed: Bool, indent: Int) -> Int {
        guard let number else { return isListed ? indent + 1 : 0 }
        return 100 + number.style.rawValue
    }

    static func key(_ title: String) -> String {
        let folded = TextFolding.fold(title)
        return String(decoding: SpeakerLabel.condensed(folded), as: UTF8.self)
    }

    /// The items with their ids.
    func items(meeting: String) -> [AgendaItem] {
        var result: [AgendaItem] = []
        var seen: [String: Int] = [:]
        for item in items {
            let parent = item.parent.map { result[$0].id }
            let identity = "\(item.number)\u{1F}\(item.title)\u{1F}\(parent ?? "")"
            let occurrence = seen[identity, default: 0]
            seen[identity] = occurrence + 1
            let id = StableID.make("a", [meeting, item.number, item.title, parent ?? ""], salt: occurrence)
            result.append(
                AgendaItem(
                    id: id, number: item.number, title: item.title, parent: parent, attachment: item.attachment,
                    span: item.span))
        }
        return result
    }
}

/// Number, title and attachment of an agenda line, taken apart.
struct Title {
    var number: String
    var title: String
    /// `※別紙１参照` without the mark.
    var attachment: String?

    /// - Parameters:
    ///   - number: where the number stands, as read on the first line.
    ///   - pieces: the ranges of the title, one a line.
    init(number: AgendaNumber?, pieces: [Range<Int>], _ bytes: SourceBytes) {
        self.number = number.map { bytes.condensed($0.range) } ?? ""
        // The full stop of １． is part of the number as printed; what only sets it off from the title is not.
        while let last = self.number.last, "、,。：:".contains(last) { self.number.removeLast() }
        let joined = Self.join(pieces, bytes)
        let (title, attachment) = Self.splitAttachment(joined)
        self.title = Self.closeSpread(title)
        self.attachment = attachment
    }

    static func join(_ pieces: [Range<Int>], _ bytes: SourceBytes) -> String {
        var text = ""
        var last: Range<Int>?
        for piece in pieces where !piece.isEmpty {
            if let last {
                text += LineJoin.separator(
                    lastBytes: UnsafeBufferPointer(rebasing: bytes.buffer[last]),
                    nextBytes: UnsafeBufferPointer(rebasing: bytes.buffer[piece]))
            }
            text += bytes.string(piece)
            last = piece
        }
        return text
    }

    private static func splitAttachment(_ text: String) -> (String, String?) {
        guard text.holds("※"), let mark = text.lastIndex(of: "※") else { return (text, nil) }
        let note = text[text.index(after: mark)...].trimmingBlanks()
        guard note.holds("参照") || note.holds("別紙") || note.holds("資料") else { return (text, nil) }
        var title = String(text[..<mark]).trimmingBlanks()
        var attachment = note
        if let open = title.last, "（(".contains(open), let close = attachment.last, "）)".contains(close) {
            title.removeLast()
            attachment.removeLast()
        }
        return (title.trimmingBlanks(), attachment)
    }

    /// Takes the blanks out of spread words (`議　　案　　第　１号　令和…` → `議案第１号　令和…`); one blank stays between
    /// the others.
    static func closeSpread(_ text: String) -> String {
        text.withUTF8Bytes { bytes in
            let tokens = Self.tokens(of: bytes)
            guard let first = tokens.first else { return "" }
            if first.count == bytes.count { return text }
            let separator: [UInt8] = text.holds("\u{3000}") ? [0xE3, 0x80, 0x80] : [0x20]
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count)
            var last: (isSingle: Bool, endsInOrdinal: Bool)?
            for token in tokens {
                let part = SourceBytes(buffer: bytes)[token]
                let isSingle = Self.isSingle(part)
                if let last {
                    let isGlued = last.isSingle && (isSingle || part.begins(with: "第")) || last.endsInOrdinal
                    if !isGlued { result += separator }
                }
                result += part.buffer
                last = (isSingle, part.ends(in: "第"))
            }
            return result.withUnsafeBufferPointer { String(validated: $0) }
        }
    }

    /// What stands between spaces, ideographic and no-break spaces and tabs.
    private static func tokens(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var tokens: [Range<Int>] = []
        var (start, offset) = (0, 0)
        while offset < bytes.count {
            let (value, length) = bytes.scalar(at: offset)
            if value == 0x20 || value == 0x3000 || value == 0x09 || value == 0xA0 {
                if offset > start { tokens.append(start..<offset) }
                start = offset + length
            }
            offset += length
        }
        if offset > start { tokens.append(start..<offset) }
        return tokens
    }

    /// Whether a token is one character; a kana and its voicing mark are one.
    private static func isSingle(_ token: SourceBytes) -> Bool {
        let length = token.scalar(at: 0).length
        if token.count == length { return true }
        if token.count > 32 { return false }
        if 0x3041...0x3096 ~= token.scalar(at: length).value || 0x4E00...0x9FFF ~= token.scalar(at: length).value {
            return false
        }
        return token.string(0..<token.count).count == 1
    }
}

extension StringProtocol {
    /// Without blanks at either end, ideographic spaces included.
    func trimmingBlanks() -> String {
        var text = String(self)
        let kept = text.withUTF8 { bytes in
            // As bytes: cutting a string into characters costs more than all else that is done with a short label.
            var (start, end) = (0, bytes.count)
            while start < end {
                let (value, length) = bytes.scalar(at: start)
                guard Self.isBlank(value) else { break }
                start += length
            }
            while end > start, let (value, length) = bytes.scalar(before: end), Self.isBlank(value) { end -= length }
            return start == 0 && end == bytes.count ? nil : bytes.text(start..<end)
        }
        return kept ?? text
    }

    private static func isBlank(_ value: UInt32) -> Bool {
        value == 0x20 || value == 0x3000 || value == 0x09 || value == 0xA0
    }
}

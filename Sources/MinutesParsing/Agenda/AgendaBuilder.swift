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
        /// Which heading of the proceedings it stands under, counted from 0; `nil` where none repeats it.
        var heading: Int?
        /// Folded title without blanks, to link headings and list items.
        var key: String
    }

    /// What was put on the agenda, in the order of the document, to do it again when all of it is known.
    private enum Event {
        case restart
        case list(AgendaNumber?, Title, SourceSpan, Int)
        case heading(AgendaNumber?, Title, SourceSpan, isSetApart: Bool)
    }

    private(set) var items: [Item] = []
    private var events: [Event] = []
    /// By heading, in order: its item.
    private(set) var headingItems: [Int] = []
    /// Items open at this place, outermost first, with the level each stands on.
    private(set) var stack: [(item: Int, level: Int, indent: Int)] = []
    /// By the hash of their keys: a string is normalised each time it is hashed.
    private var byKey: [UInt64: [Int]] = [:]
    private var linked: Set<Int> = []
    /// Whether a list at the top numbers what is to be treated.
    private(set) var hasNumberedList = false
    private var hasUnnumberedList = false
    /// Whether every item of the list has a number.
    var hasOnlyNumberedList: Bool { hasNumberedList && !hasUnnumberedList }
    /// Numbers with a word that a list gives, before a title or at its head: 議案第58号.
    private var listedNumbers: Set<String> = []

    /// Forgets what is open: a new list, or the proceedings, begin.
    mutating func restart() {
        events.append(.restart)
        stack = []
    }

    /// Says that an item stands elsewhere than where it was met first.
    mutating func move(_ item: Int, to span: SourceSpan) { items[item].span = span }

    /// An item of a list at the top.
    mutating func list(number: AgendaNumber?, text: Title, span: SourceSpan, indent: Int = 0) -> Int {
        events.append(.list(number, text, span, indent))
        var level = level(of: number, isListed: true, indent: indent)
        if number == nil, let above = stack.last(where: { $0.indent + 2 <= indent }), above.level >= 100 {
            // ・決算について set in under （１） 報告事項
            level = above.level + 1
        } else if let number, let top = stack.last, let style = items[top.item].style, level <= top.level,
            indent >= top.indent + 2, number.style != style || number.word != items[top.item].word
        {
            // 議題１ set in under ２ 議題, whatever the styles are elsewhere.
            level = top.level + 1
        } else if let top = stack.last, level > top.level,
            isBeside(top, number, indent) || isBehindGreeting(top, indent)
        {
            level = top.level
        } else if let sibling = sibling(of: number, text.number, indent: indent) ?? bracketed(number, text.number) {
            level = sibling
        }
        return add(number, text, span, isListed: true, level: level, indent: indent)
    }

    /// A heading in the proceedings: the list item it repeats, or a new item.
    /// - Parameter isSetApart: it stands behind a mark or in 【】; all such headings are of one level.
    mutating func heading(number: AgendaNumber?, text: Title, span: SourceSpan, isSetApart: Bool = false) -> Int {
        heading(number, text, span, isSetApart: isSetApart, repeating: nil)
    }

    private mutating func heading(
        _ number: AgendaNumber?, _ text: Title, _ span: SourceSpan, isSetApart: Bool, repeating known: Int?
    ) -> Int {
        events.append(.heading(number, text, span, isSetApart: isSetApart))
        let item = place(number, text, span, isSetApart: isSetApart, repeating: known)
        headingItems.append(item)
        return item
    }

    private mutating func place(
        _ number: AgendaNumber?, _ text: Title, _ span: SourceSpan, isSetApart: Bool, repeating known: Int?
    ) -> Int {
        let key = Self.key(text.title)
        if number != nil { leaveGreeting() }
        var level = isSetApart ? 0 : level(of: number, isListed: false, indent: 0)
        if number == nil, isSetApart, let top = stack.last, top.level >= 100, !isPart(key), !Self.isGroup(key) {
            // 【意見交換】 under （１） of headings that stand by their numbers.
            level = 1000
        } else if isSetApart, let number, number.style == .compound,
            let above = stack.last(where: {
                items[$0.item].style != nil && path(of: $0.item) == number.value / AgendaNumber.step
            })
        {
            // ■2-1 under ■2
            level = above.level + 1
        } else if let number, number.style == .word, let holder = holder(of: number) {
            level = holder
        } else if !isSetApart, let inner = bracketed(number, text.number) {
            level = inner
        }
        if let same = known ?? listed(number: text.number, key: key, value: number?.value) ?? shortened(number, key)
            ?? announced(number, text.title)
        {
            // The list's number stays as it is printed there, also where the heading says 議題１ for its １; the item
            // stands where the proceedings treat it.
            linked.insert(same)
            items[same].span = span
            items[same].heading = headingItems.count
            open(same, level: level)
            return same
        }
        if let again = repeated(text.number, key, level: level) {
            open(again, level: level)
            return again
        }
        return add(number, text, span, isListed: false, level: level)
    }

    /// 〔議題１〕 behind 〔開会〕 stands beside it.
    private mutating func leaveGreeting() {
        while let top = stack.last, items[top.item].style == nil, Self.isGreeting(items[top.item].key) {
            stack.removeLast()
        }
    }

    /// The item a heading has made that stands here once more, number and title, under the same item: it goes on.
    private func repeated(_ number: String, _ key: String, level: Int) -> Int? {
        guard !number.isEmpty, let all = alike(key), all.count <= 64 else { return nil }
        let above = stack.last { $0.level < level }?.item
        return all.last { !items[$0].isListed && items[$0].number == number && items[$0].parent == above }
    }

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

    /// 《報告》 for 報告　外来機能報告の結果 of the list, where it is the only item that begins so.
    private func announced(_ number: AgendaNumber?, _ title: String) -> Int? {
        guard number == nil, !title.isEmpty, title.utf8.count <= 30, items.count <= 200 else { return nil }
        let same = items.indices.filter {
            guard items[$0].isListed, items[$0].style == nil, items[$0].title.utf8.count > title.utf8.count,
                items[$0].title.begins(with: title)
            else { return false }
            let rest = items[$0].title.utf8.dropFirst(title.utf8.count)
            return rest.first == 0x20 || rest.starts(with: "\u{3000}".utf8)
        }
        return same.count == 1 && !linked.contains(same[0]) ? same[0] : nil
    }

    /// The items with a key.
    private func alike(_ key: String) -> [Int]? {
        guard let found = byKey[Self.hash(key)], items[found[0]].key == key else { return nil }
        return found
    }

    private static func hash(_ key: String) -> UInt64 { key.withUTF8Bytes(ByteHash.of) }

    /// Whether a title is one of a list at the top.
    func isListed(title: String) -> Bool { alike(Self.key(title))?.prefix(64).contains { items[$0].isListed } == true }

    /// Whether a title is one of a list at the top, or the end of just one that no heading has repeated.
    func repeatsListed(title: String) -> Bool {
        if isListed(title: title) { return true }
        guard items.count <= 200, title.utf8.count <= 120 else { return false }
        let key = Self.key(title)
        guard key.utf8.count >= 18, !Self.isHolder(key) else { return false }
        return items.count { $0.isListed && $0.heading == nil && $0.key.hasSuffix(key) } == 1
    }

    /// Whether an item of a list has a number of that word.
    func isListed(_ number: AgendaNumber) -> Bool {
        number.style == .word && listedNumbers.contains("\(number.word)\(number.value)")
    }

    /// Whether a heading says, in other words, what an item of a list says that no heading has repeated.
    func resembles(_ number: AgendaNumber?, _ text: Title) -> Bool {
        guard items.count <= 200 else { return false }
        let item = Item(
            number: text.number, style: number?.style, word: number?.word ?? "", value: number?.value ?? 0,
            title: text.title, attachment: nil, parent: nil, span: SourceSpan(start: 0, end: 0, line: 0, endLine: 0),
            isListed: false, heading: nil, key: Self.key(text.title))
        let content = AgendaContent(item)
        return items.contains { listed in
            listed.isListed && listed.heading == nil
                && content.likeness(to: AgendaContent(listed, path: path(of: listed))) != nil
        }
    }

    private func path(of item: Int) -> Int { path(of: items[item]) }
    private func path(of item: Item) -> Int { Self.path(of: item, items) }

    /// The numbers of an item and those it stands under in one: 3 001 001 for ア under (1) under ３.
    static func path(of item: Item, _ items: [Item]) -> Int {
        if item.style == .compound { return item.value }
        var (value, scale, parent) = (item.value, AgendaNumber.step, item.parent)
        while let above = parent, scale < 1_000_000_000 {
            let outer = items[above]
            guard outer.style != nil else { break }
            value += outer.value % 1_000_000 * scale
            if outer.style == .compound { break }
            scale *= AgendaNumber.step
            parent = outer.parent
        }
        return value
    }

    private func listed(number: String, key: String, value: Int?) -> Int? {
        // Items of a list that no heading has been linked to; a title that stands there hundreds of times is hostile.
        guard !key.isEmpty, let all = alike(key), all.count <= 64 else { return nil }
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
            heading: isListed ? nil : headingItems.count, key: Self.key(text.title))
        items.append(item)
        if isListed, number != nil { hasNumberedList = true }
        if isListed {
            if number == nil { hasUnnumberedList = true }
            if let number, number.style == .word { listedNumbers.insert("\(number.word)\(number.value)") }
            if let inner = AgendaContent(item).inner { listedNumbers.insert("\(inner.word)\(inner.value)") }
        }
        stack.append((items.count - 1, level, indent))
        byKey[Self.hash(item.key), default: []].append(items.count - 1)
        return items.count - 1
    }

    private mutating func open(_ item: Int, level: Int) {
        while let top = stack.last, top.level >= level { stack.removeLast() }
        stack.append((item, level, 0))
    }

    /// Unnumbered headings stand outermost; unnumbered list lines by their indent.
    private func level(of number: AgendaNumber?, isListed: Bool, indent: Int) -> Int {
        guard let number else { return isListed ? indent + 1 : 0 }
        let isBelow =
            number.style == .word && !AgendaNumber.partWords.contains(number.word)
            || number.style == .compound && number.value >= AgendaNumber.step * AgendaNumber.step
        return 100 + number.style.rawValue * 2 + (isBelow ? 1 : 0)
    }

    // MARK: Headings in other words

    /// Puts everything on the agenda again, each heading on the item of the list that says the same in other words.
    /// - Returns: for each item as it was its index now; `nil` when nothing changes.
    /// - Complexity: O(items + headings), and that of ``AgendaAlignment``.
    mutating func align() -> [Int]? {
        let links = AgendaAlignment(items: items, headings: headingItems).links()
        guard !links.isEmpty else { return nil }
        var fresh = AgendaBuilder()
        var moved: [Int: Int] = [:]
        var wasListed = items.indices.filter { items[$0].isListed }.makeIterator()
        for event in events {
            switch event {
            case .restart: fresh.restart()
            case .list(let number, let text, let span, let indent):
                let item = fresh.list(number: number, text: text, span: span, indent: indent)
                if let former = wasListed.next() { moved[former] = item }
            case .heading(let number, let text, let span, let isSetApart):
                let former = headingItems[fresh.headingItems.count]
                let target = links[former] ?? (items[former].isListed ? former : nil)
                moved[former] = fresh.heading(
                    number, text, span, isSetApart: isSetApart, repeating: target.flatMap { moved[$0] })
            }
        }
        let count = items.count
        self = fresh
        return (0..<count).map { moved[$0] ?? 0 }
    }

    private static let keys = Remembered<String>()

    /// A title as it is compared: folded, without blanks.
    static func key(_ title: String) -> String {
        title.withUTF8Bytes { bytes in
            keys.value(for: bytes) {
                String(decoding: SpeakerLabel.condensed(TextFolding.fold(title)), as: UTF8.self)
            }
        }
    }

    /// The items with their ids.
    func items(meeting: String) -> [AgendaItem] {
        var result: [AgendaItem] = []
        // By the hash of those alike.
        var seen: [UInt64: Int] = [:]
        for item in items {
            let parent = item.parent.map { result[$0].id }
            var hash = StableID.Hash()
            for part in [meeting, item.number, item.title, parent ?? ""] { hash.add(part) }
            let occurrence = seen[hash.value, default: 0]
            seen[hash.value] = occurrence + 1
            let id = hash.id("a", salt: occurrence)
            result.append(
                AgendaItem(
                    id: id, number: item.number, title: item.title, parent: parent, attachment: item.attachment,
                    span: item.span))
        }
        return result
    }
}

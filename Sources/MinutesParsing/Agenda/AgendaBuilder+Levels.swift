import MinutesModel

/// How deep an item stands, by its number, its column and what is open above it.
extension AgendaBuilder {
    /// 議案第１号 in the column of 日程第２ 会期の決定 stands beside it; under 日程第３ 議案の上程 it stands below.
    func isBeside(_ top: (item: Int, level: Int, indent: Int), _ number: AgendaNumber?, _ indent: Int) -> Bool {
        guard let number, number.style == .word, items[top.item].style == .word, indent <= top.indent else {
            return false
        }
        return !Self.holdingEnds.contains(where: items[top.item].key.hasSuffix)
    }

    /// 報告１ in the column of 開会 and 会長あいさつ stands beside them: they hold nothing.
    func isBehindGreeting(_ top: (item: Int, level: Int, indent: Int), _ indent: Int) -> Bool {
        let item = items[top.item]
        return item.style == nil && indent <= top.indent && Self.isGreeting(item.key)
    }

    static func isGreeting(_ key: String) -> Bool { greetings.contains(where: key.hasSuffix) }

    /// 【閉会】 and 【その他】 stand under no item.
    func isPart(_ key: String) -> Bool {
        Self.isGreeting(key) || key == "その他" || HeadingFinder.isPart(Array(key.utf8)[...])
    }

    private static let greetings = ["あいさつ", "挨拶", "開会", "閉会", "紹介", "委嘱", "委嘱状交付"]
    private static let holdingEnds = ["案件", "議案", "報告", "事項", "上程", "審査", "審議", "一括", "議題", "請願", "陳情", "議事"]

    /// The level of the open item of the same style, where the number goes on from it.
    func sibling(of number: AgendaNumber?, _ printed: String, indent: Int) -> Int? {
        guard let number else { return nil }
        return stack.last {
            let item = items[$0.item]
            guard item.style == number.style,
                number.style != .bracketed || hasOneBracket(item.number) == hasOneBracket(printed)
            else { return false }
            // 報告第４号 in the column of 議案第11号, both under 日程第３
            let isBill = number.style == .word && $0.indent == indent && indent > 0
            if isBill, item.parent != nil, ![item.word, number.word].contains(where: AgendaNumber.partWords.contains) {
                return true
            }
            return item.word == number.word && (number.value == item.value + 1 || $0.indent == indent)
        }?.level
    }

    /// （１） under 3) and 1) under （３）: the first of the one kind under an item of the other.
    func bracketed(_ number: AgendaNumber?, _ printed: String) -> Int? {
        guard let number, number.style == .bracketed else { return nil }
        let isOne = hasOneBracket(printed)
        let same = stack.last { items[$0.item].style == .bracketed && hasOneBracket(items[$0.item].number) == isOne }
        if let same { return same.level }
        guard number.value == 1, let top = stack.last, items[top.item].style == .bracketed else { return nil }
        return top.level + 1
    }

    func hasOneBracket(_ printed: String) -> Bool { !printed.hasPrefix("(") && !printed.hasPrefix("（") }

    /// The level below ２ 議題 for 議題１, where that is open.
    func holder(of number: AgendaNumber) -> Int? {
        if let sibling = stack.last(where: { items[$0.item].style == .word && items[$0.item].word == number.word }) {
            return sibling.level
        }
        // 陳情第２号 behind 発議第１号 stands under ２ 議事 as that does.
        let above = stack.last { items[$0.item].style != .word }
        guard let above, let style = items[above.item].style,
            style == .arabic || style == .kanji || style == .ordinal || style == .roman,
            Self.holders.contains(items[above.item].key)
        else { return nil }
        return above.level + 1
    }

    /// Whether a title only heads what is treated: 議事, 報告事項.
    static func isHolder(_ key: String) -> Bool { holders.contains(key) }

    /// ＜報告事項＞ heads a list of its own, and so stands under no item; ＜報告＞ may tell what kind of speech follows.
    static func isGroup(_ key: String) -> Bool {
        isHolder(key) && (key.hasSuffix("事項") || key.hasSuffix("案件"))
    }

    private static let holders: Set<String> = [
        "議題", "議事", "案件", "審議", "協議", "審議事項", "協議事項", "報告事項", "議案", "報告", "審議案件", "付議案件",
    ]
}

import JapaneseText

/// Reads a remark of whoever presides, sentence by sentence, for calls of the items that may come next.
struct CallScan {
    struct Found {
        var item: Int
        /// The sentence, in UTF-8 bytes of the remark's text.
        var range: Range<Int>
        var quote: String
        /// The item begins with this remark, not with the next.
        var startsHere: Bool
    }

    let items: [AgendaBuilder.Item]
    let titles: [CallTitle?]
    /// Items that may be called here, in the order of the list.
    let candidates: [Int]
    /// Items the meeting has passed: called again, or left out and taken up, only by the whole of their titles.
    let passed: [Int]
    /// The item that is open.
    let open: Int?

    /// Titles are compared with this many of the candidates.
    private static let near = 12
    private static let sentences = 300

    func calls(in text: String) -> [Found] {
        var copy = text
        return copy.withUTF8 { buffer in
            let bytes = SourceBytes(buffer: buffer)
            var found: [Found] = []
            var isLed = false
            var hasWords = false
            let announces = Self.announcements.stands(in: bytes)
            for range in Self.sentences(bytes).prefix(Self.sentences) {
                let sentence = SourceBytes(buffer: UnsafeBufferPointer(rebasing: buffer[range]))
                let isTransition = Self.isTransition(sentence)
                let isGreeting = open == nil && Self.isGreeting(sentence)
                if let call = call(sentence, isLed: isLed, announces: announces, isHead: found.isEmpty && !hasWords),
                    call.item > (found.last?.item ?? -1) || call.isReturn
                {
                    let goesOn = open == nil && found.isEmpty && !Self.handsOver(sentence)
                    found.append(
                        Found(
                            item: call.item, range: range, quote: bytes.string(range),
                            startsHere: !call.isOfNext && (!hasWords || goesOn)))
                    // 日程第３から日程第９までを一括議題とします: the list is read out below.
                    if Self.holds(sentence, ["一括", "までを"]) { break }
                }
                isLed = isTransition
                if !isTransition, !isGreeting, !Self.resumes(sentence) { hasWords = true }
            }
            return found
        }
    }

    /// The item a sentence calls, and whether it can only begin with the next remark.
    private func call(_ whole: SourceBytes, isLed: Bool, announces: Bool, isHead: Bool) -> (
        item: Int, isOfNext: Bool, isReturn: Bool
    )? {
        guard whole.count <= 900 else { return nil }
        let sentence = Self.behindClose(whole)
        guard let sentence, !sentence.buffer.isEmpty else { return nil }
        let moves = Self.holds(sentence, Self.moves)
        let asks = Self.holds(sentence, Self.asks)
        guard moves || asks || Self.endsAsLabel(sentence) else { return nil }
        if moves ? Self.holds(sentence, Self.later) : Self.holds(sentence, Self.lookBacks) { return nil }
        // その他ですが、次回の日程をお願いします begins その他; else it is another meeting that is spoken of.
        if !moves, sentence.first("次回") != nil, !(Self.leads(sentence) && Self.holds(sentence, Self.others)) {
            return nil
        }
        if announces, !moves, !Self.begins(sentence) { return nil }
        let leads = isLed || Self.leads(sentence)
        let isAsked =
            Self.holds(sentence, Self.requests) && Self.holds(sentence, Self.favours)
            || sentence.first("についてお諮り") != nil
        let isAbout = !moves && Self.holds(sentence, Self.questions)
        if let numbered = CallNumbers(items: items, candidates: candidates).item(in: sentence),
            !isAbout || numbered.isFirst && numbered.item == candidates.first
        {
            // （１）会長の選出 where the next （１） is another item: the words tell, the number is of another list.
            if numbered.isBare, let named = titled(sentence, moves: false, leads: false), named != numbered.item {
                return (named, false, false)
            }
            if moves || leads || isAsked && numbered.isFirst && !numbered.isBare {
                return (numbered.item, false, false)
            }
            // 議題の２、計画の見直しについてです: number and title, and nothing else.
            if numbered.isFirst, !numbered.isBare, Self.endsAsLabel(sentence),
                titled(sentence, moves: false, leads: false) == numbered.item
            {
                return (numbered.item, false, false)
            }
        }
        if isAbout { return nil }
        if let item = greeting(sentence) { return (item, Self.holds(sentence, ["お願い", "いただき", "より", "から"]), false) }
        if let other = others(sentence, moves: moves, leads: leads) { return (other.item, other.isOfNext, false) }
        if isHead, let item = label(sentence) { return (item, false, false) }
        if isLed, asks, let item = led(sentence) { return (item, false, false) }
        guard moves || leads || isAsked else { return nil }
        if let item = titled(sentence, moves: moves, leads: leads) { return (item, false, false) }
        if moves, let item = headWord(sentence) { return (item, false, false) }
        guard moves || leads && (isAsked || Self.holds(sentence, ["を行い", "聴取", "報告を受け"])) else { return nil }
        return passedItem(sentence).map { ($0, false, true) }
    }

    private func titled(_ sentence: SourceBytes, moves: Bool, leads: Bool) -> Int? {
        let folded = AgendaContent.scalars(AgendaBuilder.key(sentence.string(0..<sentence.count)))
        var best: (item: Int, share: Double)?
        var second = 0.0
        for item in candidates.prefix(Self.near) {
            guard let title = titles[item], !title.isGreeting else { continue }
            let share = title.share(in: folded)
            if share > (best?.share ?? 0) {
                second = best?.share ?? 0
                best = (item, share)
            } else {
                second = max(second, share)
            }
        }
        // 最後に、計画の予定です names the last one in the fewest words.
        let isLast =
            best?.item == candidates.last { titles[$0]?.isOthers == false } && Self.endsAsLabel(sentence)
            && (sentence.begins(with: "最後に") || sentence.begins(with: "最後は"))
        let least = isLast ? 0.25 : moves || leads ? 0.4 : 0.8
        guard let best, best.share >= least, best.share >= second + 0.15 else { return nil }
        return best.item
    }

    /// 日程です opens a remark: what the next item is about, in the last words of its title, and nothing else.
    private func label(_ sentence: SourceBytes) -> Int? {
        guard let first = candidates.first, let title = titles[first], sentence.count <= 60 else { return nil }
        guard let end = Self.copulas.first(where: { sentence.ends(in: $0) }) else { return nil }
        let said = AgendaContent.scalars(
            AgendaBuilder.key(sentence.string(0..<sentence.count - end.utf8CodeUnitCount)))
        return title.ends(in: said) ? first : nil
    }

    /// 次に移ります。素案の説明をお願いします: behind words that go on, what the next item is about.
    private func led(_ sentence: SourceBytes) -> Int? {
        guard let first = candidates.first, let title = titles[first] else { return nil }
        for word: StaticString in ["の説明", "の御説明", "のご説明", "の報告", "について"] {
            guard let place = sentence.first(word), place <= 60 else { continue }
            let said = AgendaContent.scalars(AgendaBuilder.key(sentence.string(0..<place)))
            if title.ends(in: said) { return first }
        }
        return nil
    }

    private static let copulas: [StaticString] = ["でございます", "です"]

    /// 給料の額から入ります: the last words of just one title.
    private func headWord(_ sentence: SourceBytes) -> Int? {
        let folded = AgendaContent.scalars(AgendaBuilder.key(sentence.string(0..<sentence.count)))
        var best: (item: Int, length: Int)?
        var second = 0
        for item in candidates.prefix(Self.near) {
            guard let title = titles[item], !title.isGreeting else { continue }
            let length = title.tail(in: folded)
            if length > (best?.length ?? 0) {
                second = best?.length ?? 0
                best = (item, length)
            } else {
                second = max(second, length)
            }
        }
        guard let best, best.length >= 4, second < best.length else { return nil }
        return best.item
    }

    /// The one passed item whose whole title is said.
    private func passedItem(_ sentence: SourceBytes) -> Int? {
        guard passed.count <= Self.near * 4 else { return nil }
        let folded = AgendaContent.scalars(AgendaBuilder.key(sentence.string(0..<sentence.count)))
        let said = passed.filter { titles[$0].map { $0.scalars.count >= 4 && $0.share(in: folded) > 0.99 } ?? false }
        return said.count == 1 ? said[0] : nil
    }

    /// 会長より御挨拶をお願いします
    private func greeting(_ sentence: SourceBytes) -> Int? {
        guard let first = candidates.first, titles[first]?.isGreeting == true,
            Self.holds(sentence, ["挨拶", "あいさつ"]), Self.holds(sentence, ["お願い", "いただき", "申し上げ", "賜り", "に移"])
        else { return nil }
        return first
    }

    /// 最後に、その他です; not その他ご意見はございますか. What the secretariat has to add at the end is その他 as well.
    private func others(
        _ sentence: SourceBytes, moves: Bool, leads: Bool
    ) -> (item: Int, isOfNext: Bool)? {
        guard let item = candidates.first(where: { titles[$0]?.isOthers == true }) else { return nil }
        let isNext = item == candidates.first
        if let place = sentence.first("その他") {
            var rest = sentence.skipBlanks(place + 9, sentence.count)
            while rest < sentence.count, [0x300D, 0x300F, 0xFF09].contains(sentence.scalar(at: rest).value) {
                rest += 3
            }
            let behind: [StaticString] = [
                "に移", "に入", "に進", "です", "でござ", "について、", "としまして", "として", "といたしまして", "の議題", "の案件", "で何か", "、事務局", "に関し",
            ]
            if behind.contains(where: { sentence.starts(with: $0, at: rest, before: sentence.count) }) {
                return (item, false)
            }
            // その他、何かございますか, when nothing else is left and it is no question about the item.
            let isHead = place == 0 || leads && place <= 30
            let asksMore = Self.holds(sentence, ["意見", "質問", "質疑"])
            if isNext, isHead, !asksMore, sentence.starts(with: "、", at: rest, before: sentence.count) {
                return (item, false)
            }
            return nil
        }
        guard isNext, sentence.first("最後に") != nil, Self.holds(sentence, ["連絡", "事務局から"]) else { return nil }
        return (item, true)
    }

    // MARK: Words

    private static let moves: WordSet = [
        "に移", "に入り", "に入ら", "に入って", "に進み", "に進め", "に進んで", "を議題と", "を一括議題", "議題といた", "議題とし", "議題に供", "を上程", "上程いた",
        "に参り", "にまいり", "から参り", "からまいり", "から入り", "から入ら", "から始め", "から進め",
    ]
    private static let others: WordSet = ["その他です", "その他でござ", "その他として", "その他について、"]
    private static let requests: WordSet = ["説明", "報告を", "報告願", "御報告", "ご報告", "朗読"]
    private static let asks: WordSet = [
        "お願い", "求め", "説明", "報告", "お諮り", "願います", "願いま", "行います", "始め", "ございますか", "いかが", "審議",
        "協議", "挨拶", "あいさつ", "ですが", "ください", "頂き", "いただき", "その他", "を受けます", "を受けたい", "をお受け",
    ]
    private static let lookBacks: WordSet = [
        "先ほど", "先程", "さきほど", "前回の会議", "前回に", "前回は", "前回も", "前回、", "以上で", "終わり", "終わっ", "終了", "可決", "承認する", "承認し", "決しま",
        "決定", "戻", "後ほど", "後で",
        "のちほど",
    ]
    /// Words of what is asked about an item that is open.
    private static let questions: WordSet = ["御質問", "ご質問", "御意見", "ご意見", "質疑", "採決", "賛成", "異議"]
    private static let favours: WordSet = ["願", "求め", "ください", "下さい", "いただ", "頂"]
    private static let later: WordSet = [
        "後ほど", "後で", "のちほど", "次回", "先ほど", "先程", "前に", "休憩", "採決に", "質疑に", "討論に",
    ]
    private static let announcements: WordSet = [
        "本日の議題は", "本日の案件は", "本日の議事は", "本日の議題ですが", "本日の次第", "本日の日程", "本日は、次第", "件でございます。", "件となって", "件を予定", "つございます",
        "件ございます", "件あります",
        "の順に", "の順で",
    ]
    private static let leadWords: WordSet = [
        "続きまして", "続いて", "つづいて", "次に", "次は", "次の", "では", "それでは", "最後に", "最後の", "最初", "はじめに", "初めに", "まず", "早速", "引き続",
        "じゃあ",
        "それじゃ",
        "そうしましたら", "日程第", "ただいまから", "これより",
    ]
    private static let closes: [StaticString] = ["終わり", "終了", "終わっ", "終え", "閉じ", "承認し", "決定し", "了承し", "可決し"]

    private static func holds(_ sentence: SourceBytes, _ words: [StaticString]) -> Bool {
        words.contains { sentence.first($0) != nil }
    }

    /// では早速、プランの評価をお願いします, below 本日の議題は三つです.
    private static func begins(_ sentence: SourceBytes) -> Bool {
        ["では、", "それでは", "では早速", "早速"].contains { sentence.begins(with: $0) } && holds(sentence, favours)
            && !holds(sentence, announcements)
    }

    private static func holds(_ sentence: SourceBytes, _ words: WordSet) -> Bool { words.stands(in: sentence) }

    private static func leads(_ sentence: SourceBytes) -> Bool {
        let start = sentence.starts(with: "はい、", at: 0, before: sentence.count) ? 9 : 0
        return leadWords.stands(in: sentence, before: start + 37)
    }

    /// 市民意識調査です
    private static func endsAsLabel(_ sentence: SourceBytes) -> Bool {
        sentence.ends(in: "です") || sentence.ends(in: "でございます")
    }

    /// The next remark is somebody else's: the call asks for it.
    private static func handsOver(_ sentence: SourceBytes) -> Bool {
        holds(sentence, ["お願い", "求め", "願います", "説明", "に移", "に入", "に進", "議題と"])
    }

    /// 皆さん、おはようございます: said before the first item, it answers nobody.
    private static func isGreeting(_ sentence: SourceBytes) -> Bool {
        sentence.count <= 120 && holds(sentence, ["おはよう", "こんにちは", "こんばんは", "お疲れ", "改めまして"])
    }

    /// 再開いたします: said before the next item, it is no part of the one before.
    private static func resumes(_ sentence: SourceBytes) -> Bool {
        sentence.count <= 75 && sentence.ends(in: "ます") && holds(sentence, ["再開し", "再開いた"])
    }

    /// それでは議事に入ります, では、次に参ります: nothing is said of an item yet.
    private static func isTransition(_ sentence: SourceBytes) -> Bool {
        (sentence.count <= 75 && leads(sentence) || sentence.count <= 45) && !holds(sentence, closes)
            && holds(sentence, ["に入", "に移", "に参", "にまい", "次へ", "進め", "進み", "始め"])
    }

    /// What follows the end of the item before in the same sentence: 議事を終わり、その他に入ります. `nil` when nothing does.
    private static func behindClose(_ sentence: SourceBytes) -> SourceBytes? {
        var end = 0
        for word in closes {
            if let place = sentence.first(word) { end = max(end, place) }
        }
        guard end > 0 else { return sentence }
        guard let comma = sentence.first("、", from: end) else {
            return holds(sentence, moves) || leads(sentence) ? sentence : nil
        }
        return SourceBytes(buffer: UnsafeBufferPointer(rebasing: sentence.buffer[(comma + 3)...]))
    }

    private static func sentences(_ bytes: SourceBytes) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var offset = 0
        func end(_ place: Int) {
            let range = bytes.trimmed(start..<place)
            if !range.isEmpty { ranges.append(range) }
        }
        while offset < bytes.count, ranges.count <= sentences {
            if bytes[offset] == 0x0A {
                end(offset)
                start = offset + 1
                offset += 1
            } else if bytes[offset] == 0xE3, bytes.starts(with: "。", at: offset, before: bytes.count) {
                end(offset)
                start = offset + 3
                offset += 3
            } else {
                offset += bytes[offset] & 0xF0 == 0xE0 ? 3 : 1
            }
        }
        if start < bytes.count { end(bytes.count) }
        return ranges
    }
}

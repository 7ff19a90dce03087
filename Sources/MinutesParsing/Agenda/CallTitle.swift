/// What of an item's title tells it from others when it is spoken.
struct CallTitle {
    /// The scalars of the title, and of each whether it says anything: 令和６年度の does not.
    let scalars: [UInt32]
    private let tells: [Bool]
    private let weight: Int
    let isGreeting: Bool
    let isOthers: Bool
    /// 議事, 報告事項: words of every sentence, which call only where the sentence goes there or into them.
    private let steps: [[UInt32]]

    init(_ item: AgendaBuilder.Item) {
        // 一般質問（福祉局、都市局）: what stands in the brackets is not said.
        let open = item.key.firstIndex { "（(".contains($0) } ?? item.key.endIndex
        let plain = String(item.key[..<open])
        scalars = AgendaContent.core(plain.unicodeScalars.count >= 4 ? plain : item.key)
        steps =
            AgendaBuilder.isHolder(item.key)
            ? ["に移", "に入", "に進", "の"].map { (item.key + $0).unicodeScalars.map(\.value) } : []
        tells = scalars.map { !Self.idle.contains($0) }
        weight = tells.count { $0 }
        isGreeting = item.key.contains("あいさつ") || item.key.contains("挨拶")
        isOthers = item.key == "その他" || item.key == "その他について"
    }

    private static let idle: Set<UInt32> = Set(
        "0123456789令和平成昭年度月第次回号期の等及びについ市町村県区案一二三四五六七八九十".unicodeScalars.map(\.value))

    /// How much of the title a sentence says, from 0 to 1, in pieces of three characters and more; 0 where the longest
    /// piece tells too little.
    /// - Complexity: O(title · sentence); titles are cut at 64 characters.
    func share(in sentence: [UInt32]) -> Double {
        guard weight >= 2, !isOthers else { return 0 }
        if !steps.isEmpty { return steps.contains { Self.holds(sentence, $0) } ? 1 : 0 }
        var runs = Array(repeating: 0, count: scalars.count + 1)
        var longest = Array(repeating: 0, count: scalars.count)
        for scalar in sentence {
            for index in stride(from: scalars.count, to: 0, by: -1) {
                runs[index] = scalars[index - 1] == scalar ? runs[index - 1] + 1 : 0
                longest[index - 1] = max(longest[index - 1], runs[index])
            }
        }
        var covered = 0
        var telling = 0
        var end = scalars.count
        while end > 0 {
            let run = longest[end - 1]
            guard run >= min(3, scalars.count) else {
                end -= 1
                continue
            }
            let said = tells[(end - run)..<end].count { $0 }
            covered += said
            telling = max(telling, said)
            end -= run
        }
        guard telling >= min(3, weight) else { return 0 }
        return Double(covered) / Double(weight)
    }

    /// Whether words are the last of the title, behind の or all of it.
    func ends(in words: [UInt32]) -> Bool {
        guard words.count >= 2, !isOthers, steps.isEmpty, scalars.count >= words.count,
            scalars.suffix(words.count).elementsEqual(words)
        else { return false }
        return scalars.count == words.count || scalars[scalars.count - words.count - 1] == 0x306E
    }

    /// How many of the last scalars of the title a sentence says in one piece; 0 where they tell too little.
    /// - Complexity: O(title · sentence); titles are cut at 64 characters.
    func tail(in sentence: [UInt32]) -> Int {
        guard !isOthers, steps.isEmpty, scalars.count >= 4 else { return 0 }
        var best = 0
        for end in sentence.indices {
            var length = 0
            while length < scalars.count, length <= end, sentence[end - length] == scalars[scalars.count - 1 - length] {
                length += 1
            }
            best = max(best, length)
        }
        return tells.suffix(best).count { $0 } >= 3 ? best : 0
    }

    private static func holds(_ sentence: [UInt32], _ words: [UInt32]) -> Bool {
        guard sentence.count >= words.count else { return false }
        return (0...(sentence.count - words.count)).contains { start in
            sentence[start] == words[0] && sentence[start..<start + words.count].elementsEqual(words)
        }
    }
}

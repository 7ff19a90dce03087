/// What a speaker says before coming to the point.
enum SpokenOpening {
    /// The sentence without connectives, fillers and 私は at its beginning.
    static func removed(from sentence: String) -> String {
        var rest = sentence
        for _ in 0..<5 {
            guard let next = shorter(rest) else { break }
            rest = next
        }
        return rest
    }

    private static func shorter(_ text: String) -> String? {
        if let rest = withoutPointer(text) { return rest }
        for word in needComma {
            for mark in ["、", "，", ",", "\u{3000}"] {
                if let rest = text.after(word + mark), !rest.isEmpty { return rest }
            }
        }
        for word in free {
            if let rest = text.after(word), !rest.isEmpty { return rest.after("、") ?? rest }
        }
        return nil
    }

    /// 今委員がおっしゃったように、 and the like: who said it before does not belong into a plan.
    private static func withoutPointer(_ text: String) -> String? {
        let parts = text.split(separator: "、", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].unicodeScalars.count <= 24, !parts[1].isEmpty else { return nil }
        let first = String(parts[0])
        guard first.holds(anyOf: ["仰", "おっしゃ", "言われ", "申し上げ", "話し", "お話"]) else { return nil }
        return ["ように", "とおり", "通り", "どおり"].contains(where: first.ends) ? String(parts[1]) : nil
    }

    private static let needComma = [
        "また", "それから", "あと", "あとは", "なお", "ただ", "ただし", "一方で", "ただ一方で", "一方", "他方", "しかし", "しかしながら", "でも", "ですので", "ですから",
        "だから", "なので", "そして", "さらに", "さらには", "更に", "加えて", "併せて", "あわせて", "もう一つ", "もう一点", "もう１点", "もう1点", "次に", "まず",
        "やはり", "やっぱり", "えー", "ええと", "えっと", "あの", "あのー", "まあ", "ええ", "はい", "いや", "そうですね", "確かに", "ちなみに", "要するに",
        "つまり", "とにかく", "ともかく", "例えばですが", "私は", "私としては", "私としても", "私どもとしては", "個人的には", "個人的な意見ですが", "意見ですが", "お願いですが",
        "できれば", "可能であれば", "ぜひ", "是非", "ぜひとも", "最後に", "１点目は", "２点目は", "続いて", "それで", "で",
    ]

    private static let free = ["ぜひとも", "ぜひ", "是非", "私としては", "個人的には", "私は", "えーと", "えー"]
}

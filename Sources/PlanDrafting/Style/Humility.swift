/// Humble and honorific words in the middle of a sentence, in neutral ones: ご協力いただいた → 協力してもらった.
enum Humility {
    /// - Returns: the text with the forms that are sure replaced; what is left shows that no rule held.
    static func removed(from text: String) -> String {
        let result = fixed.reduce(text) { $0.replacing(every: $1.0, by: $1.1) }
        return result.holds("いただ") ? received(result) : result
    }

    /// 〜ていただく and サ変 noun + いただく.
    private static func received(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let humble = Array("いただ".unicodeScalars)
        let endings: [Unicode.Scalar: Unicode.Scalar] = ["く": "う", "き": "い", "い": "っ", "け": "え"]
        var result = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            guard scalars[index...].starts(with: humble), index + 3 < scalars.count,
                let ending = endings[scalars[index + 3]],
                let last = result.last
            else {
                result.append(scalars[index])
                index += 1
                continue
            }
            let isNoun = (0x4e00...0x9fff).contains(last.value)
            guard isNoun || last == "て" || last == "で" else {
                result.append(scalars[index])
                index += 1
                continue
            }
            if isNoun { result.append(contentsOf: "して".unicodeScalars) }
            result.append(contentsOf: "もら".unicodeScalars)
            result.append(ending)
            index += 4
        }
        return String(result)
    }

    private static let fixed: [(String, String)] =
        [
            ("いただいたご意見", "出された意見"), ("いただいた意見", "出された意見"), ("いただきましたご意見", "出された意見"), ("させていただく", "する"),
            ("させていただい", "し"), ("させていただき", "し"), ("くださる", "くれる"), ("くださった", "くれた"), ("くださって", "くれて"), ("くださり", "くれ"),
            ("いらっしゃる", "いる"), ("でございます", "です"),
        ]
        + ["意見", "協力", "説明", "指摘", "要望", "提案", "質問", "相談", "紹介", "理解", "参加", "支援", "希望", "報告", "連絡", "案内"].map {
            ("ご" + $0, $0)
        }
}

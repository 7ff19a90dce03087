import Foundation

/// Minutes made for measuring the search, in the layout of a committee: the documents, what was said in each turn, and
/// questions to ask. Same seed and number, same text.
struct SearchCorpus {
    struct Turn {
        /// `m00012-034`: meeting and turn.
        var id: String
        var text: String
    }

    var seed: UInt64
    private let vocabulary = SearchVocabulary()
    /// Turns a document, as in a meeting of two hours.
    private static let turns = 121
    private static let labels = ["委員", "事務局", "委員", "事務局", "委員長", "委員", "副委員長"]

    init(seed: UInt64) { self.seed = seed }

    /// - Returns: the text of document `number`, from 0, and its turns.
    func document(_ number: Int) -> (text: String, turns: [Turn]) {
        var random = SeededRandom(seed: seed &+ UInt64(number) &* 0x9e37_79b9_7f4a_7c15)
        var page = PageWriter()
        let year = 1 + number % 7
        let name = String(format: "m%05d", number)
        page.line("令和\(year)年度第\(1 + number / 7 % 9)回")
        page.line("青葉ヶ原市\(vocabulary.nouns[number % 140])推進委員会第\(1 + number / 63)部会")
        page.line("会議要録")
        page.line("日  時  令和\(year)年\(4 + number / 7 % 9)月\(1 + number % 28)日 午後２時から午後４時")
        page.line("会  場  \(vocabulary.places[number % 30])")
        page.line("１ 開会")
        var turns: [Turn] = []
        for turn in 0..<Self.turns {
            if turn % 30 == 5 { page.line("（\(1 + turn / 30)）\(noun(&random))について") }
            let text = (0..<2 + random.below(13)).map { _ in sentence(&random) }.joined()
            page.paragraph("○\(Self.labels[random.below(Self.labels.count)]) \(text)")
            turns.append(Turn(id: String(format: "%@-%03d", name, turn), text: text))
        }
        page.line("２ 閉会")
        return (page.text, turns)
    }

    private func noun(_ random: inout SeededRandom) -> String { vocabulary.nouns[random.zipf(vocabulary.nouns.count)] }

    private func sentence(_ random: inout SeededRandom) -> String {
        let frame = vocabulary.frames[random.zipf(vocabulary.frames.count)]
        var text = ""
        var rest = frame[...]
        while let sign = rest.firstIndex(of: "%") {
            text += rest[..<sign]
            let kind = rest[rest.index(after: sign)]
            switch kind {
            case "a": text += noun(&random)
            case "p": text += vocabulary.places[random.zipf(vocabulary.places.count)]
            default: text += String(2 + random.below(400))
            }
            rest = rest[rest.index(sign, offsetBy: 2)...]
        }
        return text + rest
    }
}

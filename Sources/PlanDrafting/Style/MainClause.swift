/// The clause that says what is wanted, behind the reasons and reservations before it.
enum MainClause {
    /// Sentences up to this long stay whole, in scalars.
    private static let comfortable = 64
    /// A clause shorter than this says too little alone.
    private static let shortest = 11

    /// - Returns: the last clause where the sentence is long and the clause can stand alone; else the sentence with
    ///   the hedges in its reasons written out (〜と思いますので → 〜ため).
    static func of(_ sentence: String) -> (text: String, wasCut: Bool) {
        guard sentence.unicodeScalars.count > comfortable else { return (reasonsWritten(sentence), false) }
        if let clause = lastClause(sentence) {
            let bare = SpokenOpening.removed(from: clause)
            if standsAlone(bare) { return (bare, true) }
        }
        return (reasonsWritten(sentence), false)
    }

    private static let links = [
        "ますので、", "ですので、", "なので、", "ますから、", "ですから、", "ますが、", "ですが、", "ましたが、", "でしたが、", "けれども、", "けど、", "でしょうが、",
        "でしょうから、", "たので、", "いので、", "るので、", "うので、",
    ]

    private static func lastClause(_ sentence: String) -> String? {
        let bytes = Array(sentence.utf8)
        var depth = 0
        var cut: Int?
        var index = 0
        let patterns = links.map { Array($0.utf8) }
        while index < bytes.count {
            if bytes[index] == 0xe3 || bytes[index] == 0xef {
                depth += bracket(bytes, at: index)
                depth = max(0, depth)
            }
            if depth == 0, let pattern = patterns.first(where: { bytes[index...].starts(with: $0) }) {
                cut = index + pattern.count
                index += pattern.count
            } else {
                index += 1
            }
        }
        return cut.map { String(decoding: bytes[$0...], as: UTF8.self) }
    }

    /// +1 at an opening bracket, -1 at a closing one.
    private static func bracket(_ bytes: [UInt8], at index: Int) -> Int {
        guard index + 2 < bytes.count else { return 0 }
        switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
        case (0xe3, 0x80, 0x8c), (0xe3, 0x80, 0x8e), (0xef, 0xbc, 0x88): return 1
        case (0xe3, 0x80, 0x8d), (0xe3, 0x80, 0x8f), (0xef, 0xbc, 0x89): return -1
        default: return 0
        }
    }

    /// Whether a clause names what it is about and does not point back.
    static func standsAlone(_ clause: String) -> Bool {
        clause.unicodeScalars.count >= shortest && !pointsBack(clause)
            && clause.holds(anyOf: ["を", "が", "は", "も", "について"])
            && !clause.begins(with: "たとえば") && !clause.begins(with: "例えば")
    }

    /// Whether it begins with a word whose meaning stands in the sentence before.
    static func pointsBack(_ clause: String) -> Bool {
        let pointing = [
            "この", "その", "そう", "それ", "そこ", "こう", "これ", "ここ", "あの", "あれ", "こちら", "そちら", "同様", "今の", "今お", "ただいまの", "先ほど",
            "さっき", "両方", "どちらも",
        ]
        let fixed = ["これから", "これまで", "この間", "その他", "この地域", "このまち", "この町", "この計画", "それぞれ", "これらのほか"]
        return pointing.contains(where: clause.begins) && !fixed.contains(where: clause.begins)
    }

    /// Hedges of a reason in the middle of a sentence, written out where the form is sure.
    private static func reasonsWritten(_ sentence: String) -> String {
        var text = sentence
        for (spoken, written) in reasons where text.contains(spoken) {
            text = text.split(separator: spoken, omittingEmptySubsequences: false).joined(separator: written)
        }
        return text
    }

    private static let reasons: [(String, String)] = {
        var list: [(String, String)] = []
        for hedge in ["と思いますので、", "と思うので、", "と考えますので、", "と思いますから、"] {
            list += [("だ" + hedge, "であるため、"), ("る" + hedge, "るため、"), ("い" + hedge, "いため、"), ("た" + hedge, "たため、")]
        }
        return list + [
            ("ありますので、", "あるため、"), ("なりますので、", "なるため、"), ("ていますので、", "ているため、"), ("できますので、", "できるため、"),
        ]
    }()
}

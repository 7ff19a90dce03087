/// The clause that says what is wanted, behind the reasons and reservations before it.
enum MainClause {
    /// Sentences up to this long stay whole, in scalars.
    private static let comfortable = 64
    /// A clause shorter than this says too little alone.
    private static let shortest = 11

    /// What a rule may be tried on: the whole sentence, and its last clauses that can stand alone.
    ///
    /// Of a long sentence the last clause comes first, of a short one the whole. In the whole sentence the hedges of
    /// reasons are written out (〜と思いますので → 〜ため).
    static func candidates(_ sentence: String) -> [(text: String, wasCut: Bool)] {
        let clauses = lastClauses(sentence).map { SpokenOpening.removed(from: $0) }.filter(standsAlone)
            .map { (text: reasonsWritten($0), wasCut: true) }
        let whole = (text: reasonsWritten(sentence), wasCut: false)
        return sentence.unicodeScalars.count > comfortable ? clauses + [whole] : [whole] + clauses
    }

    private static let links: [[UInt8]] = [
        "ますので", "ですので", "なので", "ますから", "ですから", "ますが", "ですが", "ましたが", "でしたが", "けれども", "けど", "でしょうが",
        "でしょうから", "たので", "いので", "るので", "うので",
    ].map { Array($0.utf8) }

    /// What follows each link outside brackets, the shortest first.
    private static func lastClauses(_ sentence: String) -> [String] {
        let bytes = Array(sentence.utf8)
        var depth = 0
        var cuts: [Int] = []
        for index in bytes.indices where bytes[index] == 0xe3 || bytes[index] == 0xef {
            depth = max(0, depth + bracket(bytes, at: index))
            guard depth == 0, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] == 0x81 else {
                continue
            }
            let clause = bytes[..<index]
            if links.contains(where: { clause.count > $0.count && clause.suffix($0.count).elementsEqual($0) }) {
                cuts.append(index + 3)
            }
        }
        return cuts.reversed().map { String(decoding: bytes[$0...], as: UTF8.self) }
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

    /// Whether a word in it needs the sentence before, wherever it stands.
    static func leansOnContext(_ text: String) -> Bool {
        pointsBack(text)
            || text.holds(anyOf: ["そのような", "そういう", "そういった", "こういった", "こういう", "このような", "そうした", "こうした", "同じ発想", "同じことが"])
    }

    /// Hedges of a reason in the middle of a sentence, written out where the form is sure.
    private static func reasonsWritten(_ sentence: String) -> String {
        guard sentence.holds("で、") || sentence.holds("ら、") else { return sentence }
        return reasons.reduce(sentence) { $0.replacing(every: $1.0, by: $1.1) }
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

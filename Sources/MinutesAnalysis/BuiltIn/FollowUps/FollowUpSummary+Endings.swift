import JapaneseText
import MinutesModel

/// The end of a summary: what is asked or promised in its dictionary form, without asking and promising.
extension FollowUpSummary {
    /// `body` and `form` as one, with a plain end; `nil` where the end stays as it is.
    static func plain(_ body: String, _ form: String, cue: String) -> String? {
        let whole = body + form
        switch cue {
        case "c.mairu", "c.iku", "c.member.mairu": return te(body, form)
        case "r.hadouka": return proposal(body, form)
        case "r.itadaku", "r.morau", "r.hoshii", "r.kudasai", "r.teitadakemasenka", "r.doujini", "r.itadakeru":
            return favour(body, form)
        case "r.tamawaru":
            return form.firstRange(of: "を").flatMap { noun(body + form[..<$0.lowerBound]) }.map { $0 + "する" }
                ?? form.firstRange(of: "賜").flatMap { noun(body + form[..<$0.lowerBound]) }.map { $0 + "する" }
        case "r.onegai", "r.sono": return asked(whole, at: ["お願い", "御願い", "おねがい", "願", "ねがい"], behind: body)
        case "r.motomeru": return asked(whole, at: motions, behind: body)
        case "r.kitai": return asked(whole, at: ["期待", "希望"], behind: body)
        case "r.dekinaika": return possibility(body, form)
        case "r.saretai": return passive(whole)
        case "r.surukoto": return endsInVerb(whole.cutting("こと。") ?? whole.cutting("こと"))
        case "c.suru", "c.masu", "c.tai", "c.saseteitadaku", "c.member.masu", "c.member.do", "c.letme":
            return continuative(body, form)
        case "c.member": return te(body, form) ?? continuative(body, form)
        case "c.you": return whole.cutting("よう").flatMap { PlainForm.ofContinuative($0) }
        case "c.youni":
            return form.firstRange(of: "よう").map { body + form[..<$0.lowerBound] + "ようにする" }
        case "c.yotei": return form.firstRange(of: "予定").map { body + form[..<$0.upperBound] }
        case "c.koto", "c.planned", "d.koto": return planned(body, form)
        case "c.need", "p.must":
            guard let need = form.firstRange(of: "必要") else { return nil }
            return endsInVerb(body + form[..<need.lowerBound]).map { $0.going ?? $0 }
        case "d.kessuru": return decided(whole)
        default: return nil
        }
    }

    /// Cues whose form is all asking: without what stands before it, it says nothing.
    static func saysNothingElse(_ cue: String) -> Bool { cue == "r.onegai" || cue == "r.sono" || cue == "r.motomeru" }

    private static let motions = ["求め", "要望", "要請", "提案", "提言", "望", "申し入れ", "訴え"]

    // MARK: - て

    /// 深めてまいります, 増やしていきたい.
    private static func te(_ body: String, _ form: String) -> String? {
        if form.begins(with: "て") { return PlainForm.ofTe(body, voiced: false) }
        if form.begins(with: "で") { return PlainForm.ofTe(body, voiced: true) }
        return nil
    }

    /// 続けていただきたい, 御検討ください, お送りください.
    private static func favour(_ body: String, _ form: String) -> String? {
        if body.ends(in: "て") { return PlainForm.ofTe(body.cut("て"), voiced: false) }
        if body.ends(in: "で") { return PlainForm.ofTe(body.cut("で"), voiced: true) }
        if body.ends(in: "を") { return body.cut("を") }
        if let verb = politeVerb(body) { return verb }
        return noun(body).map { $0 + "する" }
    }

    /// お送り → 送る, お取り組み → 取り組む.
    private static func politeVerb(_ body: String) -> String? {
        let scalars = body.unicodeScalars
        guard let open = scalars.lastIndex(of: "お"), (2...7).contains(scalars[open...].count),
            let last = scalars.last, (0x3041...0x3096).contains(last.value),
            (0x4E00...0x9FFF).contains(scalars[scalars.index(after: open)].value)
        else { return nil }
        let verb = String(scalars[scalars.index(after: open)...])
        return PlainForm.ofContinuative(verb).map { String(scalars[..<open]) + $0 }
    }

    /// A body that ends in a noun that する makes a verb, without the 御 before it.
    static func noun(_ body: String) -> String? {
        body.withUTF8Bytes { bytes in
            var start = bytes.count
            var characters = 0
            while let (value, length) = bytes.scalar(before: start),
                (0x4E00...0x9FFF).contains(value) || (0x30A1...0x30FC).contains(value)
            {
                start -= length
                characters += 1
            }
            guard characters > 0 else { return nil }
            let before = bytes.scalar(before: start)?.value == 0x3054 ? start - 3 : start  // ご
            if bytes.scalar(at: start).value == 0x5FA1 {  // 御
                start += 3
                characters -= 1
            }
            guard characters >= 2 else { return nil }
            return before == start
                ? body
                : String(validated: UnsafeBufferPointer(rebasing: bytes[..<before]))
                    + String(validated: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }

    /// 使ってはどうか, 貼ってみては, 見直したらどうか.
    private static func proposal(_ body: String, _ form: String) -> String? {
        if form.begins(with: "たら") { return PlainForm.ofTe(body, voiced: false) }
        for sound in ["ん", "い"] where form.begins(with: sound + "では") {
            return PlainForm.ofTe(body + sound, voiced: true)
        }
        return te(body, form)
    }

    // MARK: - others

    /// 一覧を早めに出すようお願いします, 早期の着工を強く要望し.
    private static func asked(_ whole: String, at words: [String], behind body: String) -> String? {
        let start = body.utf8.count
        let form = String(decoding: whole.utf8.dropFirst(start), as: UTF8.self)
        guard let word = words.compactMap({ form.firstRange(of: $0)?.lowerBound }).min() else { return nil }
        var text = body + form[..<word]
        let trailing = [
            "よろしく", "宜しく", "どうぞ", "強く", "改めて", "重ねて", "大いに", "切に", "最後に", "是非", "ぜひ", "また", "のほど", "の程", "ように", "よう",
            "このこと",
            "そのこと", "こと", "これは", "それは", "その点", "この点", "その辺り", "その辺", "その件", "という点です", "と思いますので", "と思っていますので",
            "と思っておりますので",
            "と思います", "と思っています", "ので", "を", "も", "、",
        ]
        while let word = trailing.first(where: { text.ends(in: $0) }) { text = text.cut(word) }
        return unasked(text) ?? (text.utf8.count >= 9 ? text : nil)
    }

    /// …していただく, …していただきたい in front of what asks.
    private static func unasked(_ text: String) -> String? {
        for end in ["いただきたい", "頂きたい", "いただく", "頂く", "いただける", "頂ける", "もらう", "もらえる", "もらいたい", "ほしい", "欲しい"]
        where text.ends(in: end) {
            return favour(text.cut(end), end)
        }
        return nil
    }

    /// 見直すことはできませんか, 延長できないか, 広げられないか, 延ばせないか.
    private static func possibility(_ body: String, _ form: String) -> String? {
        if form.begins(with: "こと") { return endsInVerb(body) }
        if let can = form.firstRange(of: "でき") {
            var noun = body + form[..<can.lowerBound]
            for particle in ["は", "が", "を", "も"] where noun.ends(in: particle) { noun = noun.cut(particle) }
            return noun + "する"
        }
        if let can = form.firstRange(of: "られ") { return body + form[..<can.lowerBound] + "る" }
        if let can = form.firstRange(of: "せ") { return body + form[..<can.lowerBound] + "す" }
        return nil
    }

    /// 公開されたい, 努められたい.
    private static func passive(_ whole: String) -> String? {
        if let text = whole.cutting("されたい") { return text + "する" }
        return whole.cutting("られたい").map { $0 + "る" }
    }

    private static let politeEnds = ["ます", "たい", "たく"]

    /// 送付いたします, 実施したい, 提出させていただきます.
    private static func continuative(_ body: String, _ form: String) -> String? {
        var whole = body + form
        if form.begins(with: "させ") {
            if body.ends(in: "を") { return body + "する" }
            if let noun = noun(body) { return noun + "する" }
            return politeVerb(body) ?? PlainForm.ofContinuative(body)
        }
        for end in politeEnds {
            guard let stem = whole.cutting(end) else { continue }
            return PlainForm.ofContinuative(stem)
        }
        if form == "いたす" || form == "致す" {
            whole = body + "する"
            return whole
        }
        return nil
    }

    /// 検討することとしております, 見直す考え; 方向で協議しています says more and stays.
    private static func planned(_ body: String, _ form: String) -> String? {
        if form.begins(with: "方向") { return nil }
        for word in ["こと", "考え", "方針", "所存", "意向", "つもり", "方向"] {
            guard let place = form.firstRange(of: word) else { continue }
            return endsInVerb(body + form[..<place.lowerBound]).map { $0.going ?? $0 }
        }
        return nil
    }

    /// 決定いたします → 決定.
    private static func decided(_ whole: String) -> String? {
        let endings = [
            "させていただきます", "いたしました", "いたします", "致しました", "致します", "されました", "しました", "します", "された", "した",
        ]
        for end in endings {
            guard let text = whole.cutting(end) else { continue }
            for particle in ["と", "に"] where text.ends(in: particle) { return text.cut(particle) }
            return ["決定", "可決", "承認", "採択", "了承", "議決", "否決", "認定", "同意", "選任", "選出", "互選"].contains {
                text.ends(in: $0)
            }
                ? text : nil
        }
        return nil
    }

    /// The text, where a verb's dictionary form ends it.
    private static func endsInVerb(_ text: String?) -> String? {
        guard let text, let last = text.unicodeScalars.last, "るくうすむつぶぐ".unicodeScalars.contains(last) else {
            return nil
        }
        return text
    }
}

extension String {
    /// Without a suffix; `nil` where it does not stand there.
    fileprivate func cutting(_ suffix: String) -> String? { ends(in: suffix) ? cut(suffix) : nil }

    /// 検討していく → 検討する.
    fileprivate var going: String? {
        if let stem = cutting("ていく") { return PlainForm.ofTe(stem, voiced: false) }
        if let stem = cutting("でいく") { return PlainForm.ofTe(stem, voiced: true) }
        return nil
    }
}

/// Turns the forms that spoken wishes end with into the forms a plan is written in.
///
/// By tables of the conjugation classes (五段, 一段, サ変, カ変). A form that the tables do not decide gives `nil`:
/// the caller then leaves the words as they were said.
enum VerbForms {
    /// て-form → ます-form: 検討して → 検討します, 取り組んで → 取り組みます.
    static func polite(te: String) -> String? { stem(te: te).map { $0 + "ます" } }

    /// Dictionary form → ます-form: つなぐ → つなぎます, 続ける → 続けます.
    static func polite(dictionary: String) -> String? { stem(dictionary: dictionary).map { $0 + "ます" } }

    /// て-form → the stem before ます.
    static func stem(te: String) -> String? {
        if let head = te.before("んで") { return row(head, Lexicon.nasal).map { head + $0.stem } }
        if let head = te.before("って") { return row(head, Lexicon.doubled).map { head + $0.stem } }
        if let head = te.before("いで") { return Lexicon.verbsInGu.contains(where: head.ends) ? head + "ぎ" : nil }
        guard let head = te.before("て"), let last = head.unicodeScalars.last else { return nil }
        if Lexicon.verbsInI.contains(where: head.ends) { return head }
        if last == "い" {
            // ていて is いる; what else ends in いて is a verb in く.
            if head.ends(in: "てい") || head.ends(in: "でい") { return head }
            return head.before("い").map { $0 + "き" }
        }
        if last == "し" || isIchidanEnd(last) || Lexicon.kanjiStems.contains(last) { return head }
        return nil
    }

    /// Dictionary form → the stem before ます.
    static func stem(dictionary: String) -> String? {
        guard let last = dictionary.unicodeScalars.last else { return nil }
        if let head = dictionary.before("する") { return head + "し" }
        if let head = dictionary.before("来る") { return head + "来" }
        if dictionary.ends(in: "てくる") || dictionary.ends(in: "でくる") {
            return dictionary.before("くる").map { $0 + "き" }
        }
        if last == "る" { return stem(inRu: dictionary) }
        guard let changed = Lexicon.iRow[last] else { return nil }
        return String(String.UnicodeScalarView(dictionary.unicodeScalars.dropLast())) + changed
    }

    /// Dictionary form from a て-form: した方が → する.
    static func dictionary(te: String) -> String? {
        if let head = te.before("んで") { return row(head, Lexicon.nasal).map { head + $0.dictionary } }
        if let head = te.before("って") { return row(head, Lexicon.doubled).map { head + $0.dictionary } }
        if let head = te.before("いで") { return Lexicon.verbsInGu.contains(where: head.ends) ? head + "ぐ" : nil }
        if let head = te.before("して") {
            if let verb = Lexicon.verbsInSu.first(where: head.ends) { return verb.isEmpty ? nil : head + "す" }
            return endsInNoun(head) ? head + "する" : nil
        }
        guard te != "して", let stem = stem(te: te), let last = stem.unicodeScalars.last else { return nil }
        if last == "き", te.ends(in: "いて") { return stem.before("き").map { $0 + "く" } }
        return stem + "る"
    }

    /// Whether a サ変 verb can stand behind it: a kanji, katakana or Latin letter is last.
    static func endsInNoun(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last?.value else { return false }
        return (0x4e00...0x9fff).contains(last) || (0x30a1...0x30fc).contains(last) || (0x41...0x7a).contains(last)
            || (0xff21...0xff5a).contains(last)
    }

    private static func stem(inRu verb: String) -> String? {
        guard let head = verb.before("る"), let last = head.unicodeScalars.last else { return nil }
        if Lexicon.godanInRu.contains(where: head.ends) { return head + "り" }
        if isIchidanEnd(last) || Lexicon.kanjiStems.contains(last) || last == "い" { return head }
        return head + "り"
    }

    private static func row(_ head: String, _ table: [Lexicon.Row]) -> Lexicon.Row? {
        table.first { $0.heads.contains(where: head.ends) }
    }

    /// Kana of the え and い rows that end the stem of a 一段 verb (し and い are decided elsewhere).
    private static func isIchidanEnd(_ scalar: Unicode.Scalar) -> Bool {
        "えけげせぜてでねへべめれきぎじちにびみり".unicodeScalars.contains(scalar)
    }
}

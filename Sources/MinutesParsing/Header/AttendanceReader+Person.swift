import JapaneseText
import MinutesModel

/// What words of an attendance list are by themselves: remarks, counts, forms of address, names.
extension AttendanceReader {
    private static let remarks: WordSet = [
        "退席", "出席", "遅参", "欠席", "オンライン", "代理", "リモート", "遅刻", "早退", "敬称", "出張", "公務", "Ｗｅｂ", "Web", "WEB", "ＷＥＢ", "途中",
        "入室", "退室", "不参加", "委任", "Zoom", "ＺＯＯＭ", "ウェブ", "書面",
    ]

    private static let reasons = WordEndings("のため により の都合 につき")
    private static let causes = WordEndings("所用 病欠 私用 公用 体調不良 療養中 忌引 育休 産休 都合")

    /// オンライン参加, 途中退席, 代理: how somebody came, and nobody's name or post.
    static func isRemark(_ text: String) -> Bool {
        guard text.utf8.count <= 75 else { return false }
        // （仕事のため）, （所用により）
        if reasons.end(text) || reasons.hold(text) || causes.hold(text) { return true }
        guard remarks.stands(in: text) else { return false }
        if text.ends(in: "員") || text == "主査代理" || text.holds("出張所") { return false }
        let reading = SpeakerLabel.read(text)
        return reading.strength < 2 || text.begins(with: "代理") || text.ends(in: "欠席") || text.ends(in: "員代理")
    }

    /// 委員５名 counts those who are members and tells nobody's post.
    static func isCountOfMembers(_ text: String) -> Bool {
        guard isHeadCount(text) else { return false }
        let word = text.prefix { !$0.isNumeral }
        // １０名中８名
        if word.isEmpty { return text.holds("中") }
        return String(word).trimmingBlanks().isOne(of: ["委員", "議員", "構成員", "会員", "参加者", "ほか", "他", "外", "出席者", "部会員"])
    }

    /// A few characters without a department word or a separator.
    static func isName(_ text: String) -> Bool {
        let bytes = SpeakerLabel.condensed(text)
        return bytes.count <= 24 && DepartmentWords.first(in: bytes[...]) == nil
            && !text.holds("・") && !HeadingWords.ends(bytes[...]) && SpeakerLabel.read(text).strength <= 1
    }

    /// `政策推進係員3人`: people of a post who are only counted.
    static func isHeadCount(_ text: String) -> Bool {
        // Folding makes a 人 of its compatibility form, but of no other kana or ideograph.
        switch text.unicodeScalars.last?.value ?? 0 {
        case 0x4EBA, 0x540D: break
        case 0x3041...0x30FF, 0x4E00...0x9FFF: return false
        default: break
        }
        let folded = Array(TextFolding.fold(text, .width).utf8)[...]
        guard folded.last(3) == Array("人".utf8) || folded.last(3) == Array("名".utf8) else { return false }
        return folded.dropLast(3).last.map { (0x30...0x39).contains($0) } == true
    }

    static func isAddress(_ word: String) -> Bool {
        word.isOne(of: ["君", "氏", "さん", "様", "殿", "先生", "委員", "議員", "構成員"])
    }

    static func name(_ text: String) -> String {
        let bytes = SpeakerLabel.condensed(text)
        return SpeakerLabel.personName(bytes[...]) ?? String(decoding: bytes, as: UTF8.self)
    }
}

import JapaneseText
import MinutesModel

/// Names of private persons in what was said: a family name (or given name) with さん, 様, 君, くん or ちゃん.
///
/// Precision first: most words before さん are no names (`皆さん`, `患者さん`, `酒屋さん`, `ヘルパーさん`), so what stands there must
/// look like a family name. People of the attendance list, speakers, and people named with their office
/// (`会長の山田さん`) are left out.
struct PrivateNames {
    /// Folded names that are public.
    private let known: [String]
    private var verdicts: [String: Bool] = [:]

    private static let honorifics = ["さん", "ちゃん", "さま", "くん", "君", "様"]
    private static let matcher = PatternMatcher(honorifics)

    init(_ meeting: Meeting) {
        var names = Set(meeting.header.attendance.map(\.name))
        for remark in meeting.remarks {
            if let name = remark.name { names.insert(name) }
            names.insert(remark.label)
        }
        known = names.filter { !$0.isEmpty }.map { TextFolding.fold($0) }.sorted()
    }

    /// UTF-8 ranges of names with their honorific.
    /// - Complexity: O(n) in the bytes of the text.
    mutating func ranges(in text: String) -> [Range<Int>] { text.withUTF8Bytes { ranges(in: $0) } }

    mutating func ranges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        Self.matcher.longestMatches(in: bytes).compactMap { match in
            guard isHonorific(match.pattern, match.range, bytes) else { return nil }
            let run = NameRun(before: match.range.lowerBound, in: bytes)
            guard let start = run.nameStart(match.pattern, in: bytes), !hasOffice(start, bytes) else { return nil }
            let name = bytes.text(start..<match.range.lowerBound)
            return isPublic(name) ? nil : start..<match.range.upperBound
        }
    }

    /// Whether what follows leaves it an honorific: not `ちゃんと`, `様々`, `様式`, `君津`.
    private func isHonorific(_ pattern: Int, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let next = range.upperBound < bytes.count ? bytes.scalar(at: range.upperBound).value : 0
        switch Self.honorifics[pattern] {
        case "ちゃん": return next != 0x3068 && next != 0x3053  // と、こ
        case "くん": return next != 0x3067 && next != 0x3060  // で、だ: 〜ていくんです
        case "様": return !"々子式相態変".unicodeScalars.contains { $0.value == next }
        case "君": return !"津臨島".unicodeScalars.contains { $0.value == next }
        default: return true
        }
    }

    /// Whether an office stands before the name: `会長の山田さん`.
    private func hasOffice(_ start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let no = bytes.scalar(before: start) else { return false }
        let end = no.value == 0x306E ? start - no.length : start
        return Self.offices.last(in: bytes, at: end) != nil
    }

    private static let offices = words(
        "会長 委員長 部会長 座長 議長 副会長 副委員長 市長 町長 村長 区長 知事 教育長 部長 課長 係長 局長 室長 所長 館長 園長 校長 施設長 センター長 理事長 理事 委員 議員 "
            + "監事 事務局 主任 主査 主事 担当 職員 教授 准教授 講師 先生 弁護士 医師 大臣 代表 社長 課 係 部 局 室 支配人")

    private mutating func isPublic(_ name: String) -> Bool {
        if let verdict = verdicts[name] { return verdict }
        let folded = TextFolding.fold(name)
        let verdict = known.contains {
            $0.contains(folded) || (folded.count > 2 && $0.count >= 2 && folded.contains($0))
        }
        verdicts[name] = verdict
        return verdict
    }
}

/// The characters of one script that end before an honorific.
private struct NameRun {
    enum Script { case kanji, katakana, hiragana, other }

    private(set) var script = Script.other
    /// Starts of the characters, the last one first.
    private var starts: [Int] = []
    private let end: Int
    private static let longest = 12

    init(before end: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        self.end = end
        var offset = end
        while starts.count < Self.longest, let scalar = bytes.scalar(before: offset) {
            let script = Self.script(of: scalar.value)
            if starts.isEmpty { self.script = script }
            guard script == self.script, script != .other else { break }
            offset -= scalar.length
            starts.append(offset)
        }
    }

    private static func script(of value: UInt32) -> Script {
        switch value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0xF900...0xFAFF, 0x3005, 0x30F6: .kanji
        case 0x30A1...0x30FA, 0x30FC: .katakana
        case 0x3041...0x3096: .hiragana
        default: .other
        }
    }

    /// Where the name begins, `nil` where it is none.
    func nameStart(_ honorific: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let isFamiliar = honorific == 1 || honorific == 3  // ちゃん、くん
        guard let first = starts.last else { return nil }
        switch script {
        case .kanji: return kanjiName(in: bytes)
        case .katakana:
            guard isFamiliar, (2...5).contains(starts.count) else { return nil }
            return FamilyNames.noNames.contains(bytes.text(first..<end)) ? nil : first
        case .hiragana:
            // 〜ていくんです: verbs and particles run into it; only where the word is set apart.
            guard honorific == 1, (2...4).contains(starts.count), isSetApart(first, bytes) else { return nil }
            return FamilyNames.noNames.contains(bytes.text(first..<end)) ? nil : first
        case .other: return nil
        }
    }

    /// A family name, alone or with a given name, at the end of the run; what stands before it must end like an office.
    private func kanjiName(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard starts.count < Self.longest else { return nil }
        for length in [3, 2, 1] where length <= starts.count {
            let start = starts[length - 1]
            let word = bytes.text(start..<end)
            guard FamilyNames.isFamilyName(word) else { continue }
            if starts.count == length { return start }
            // `民生委員田中さん`: an office may stand before; it is then no private person, and nothing else may.
            return nil
        }
        // `山田太郎さん`
        for (family, given) in [(2, 2), (2, 1), (2, 3), (3, 2), (1, 2), (3, 1)] where starts.count == family + given {
            let word = bytes.text(starts[starts.count - 1]..<starts[given - 1])
            if FamilyNames.common.contains(word) { return starts[starts.count - 1] }
        }
        return nil
    }

    private func isSetApart(_ start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let before = bytes.scalar(before: start) else { return true }
        return "、。「『（ 　\n・".unicodeScalars.contains { $0.value == before.value }
    }
}

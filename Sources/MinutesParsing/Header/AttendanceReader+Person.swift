import JapaneseText
import MinutesModel

/// Takes one entry of a list apart: name, post, organisation.
extension AttendanceReader {
    static let remarks = [
        "退席", "出席", "遅参", "欠席", "オンライン", "代理", "リモート", "遅刻", "早退", "敬称", "出張", "公務", "Ｗｅｂ", "Web", "WEB", "ＷＥＢ", "途中",
    ]

    /// `田村事務局長`, `室長 柴崎花子`, `委員長：山田太郎`, `福祉政策課長（古内洋一）`, `山田太郎（町会連合会）`.
    static func person(_ text: String, group: String) -> [Attendance] {
        var text = text.trimmingBlanks().trimmingCharacters("・○●◎◇◆ 　。")
        if text.ends(in: "ほか") { text = String(text.dropLast(2)).trimmingBlanks() }
        let nobody = ["なし", "無し", "無", "計", "以上"]
        if text.isOne(of: nobody) || text.ends(in: "名") && nobody.contains(where: text.begins) { return [] }
        guard !text.isEmpty, !HeaderField.isCountOnly(text) else { return [] }
        // 二十戸のうち十八戸, 役場から二名 count people and name nobody.
        let isBracketed = text.holds("（") || text.holds("(")
        let plain = isBracketed ? String(text.prefix { $0 != "（" && $0 != "(" }) : text
        if plain.holds(anyOf: ["のうち", "から"]) { return [] }
        if text.holds("〔") { text = text.replacing("〔", with: "（").replacing("〕", with: "）") }
        if isCountOfMembers(text) { return [] }
        var person = Attendance(name: "", role: .other, group: group)
        if let (post, name) = postBeforeName(text) {
            person.title = post
            text = name
        }
        if text.holds("：") || text.holds(":"), let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) {
            person.title = String(text[..<colon]).trimmingBlanks()
            text = String(text[text.index(after: colon)...]).trimmingBlanks()
        }
        if text.holds("（") || text.holds("("), let open = text.firstIndex(where: { $0 == "（" || $0 == "(" }),
            open > text.startIndex,
            let close = text.lastIndex(where: { $0 == "）" || $0 == ")" }), open < close
        {
            let inner = String(text[text.index(after: open)..<close]).trimmingBlanks()
            let head = String(text[..<open]).trimmingBlanks()
            let tail = String(text[text.index(after: close)...]).trimmingBlanks()
            text = head + tail
            let inside = SpeakerLabel.read(inner)
            let isDeputy = inside.role == .viceChair && inside.strength == 3
            if isDeputy || !remarks.contains(where: inner.contains) {
                let reading = SpeakerLabel.read(head)
                let isSent = OrganizationWords.ends(inner) || inside.strength == 3 && inside.role == .official
                if [.chair, .viceChair].contains(reading.role), reading.strength == 3, reading.name == nil,
                    tail.isEmpty, isSent, !isDeputy
                {
                    // 委員長（大学）, 副委員長（副町長）: whom the chair comes from.
                    person.title = head
                    person.organization = inner
                    text = ""
                } else if reading.strength >= 2 || reading.isGeneric, reading.name == nil, tail.isEmpty {
                    person.title = isName(inner) ? head : head + "（\(inner)）"
                    text = isName(inner) ? inner : ""
                } else if inside.strength >= 2, inside.name == nil {
                    if let name = reading.name, reading.strength >= 2, head.hasPrefix(name) {
                        // 北村一郎公営企業管理者（交通局長）
                        person.title = String(head.dropFirst(name.count)) + "（\(inner)）"
                        text = name
                    } else {
                        person.title = person.title ?? inner
                    }
                } else {
                    person.organization = inner
                }
            }
        }
        if isHeadCount(text) { person.title = text } else if !text.isEmpty { take(text, into: &person) }
        if let title = person.title, isAddress(title) {
            person.role = SpeakerLabel.read(title).role
            person.title = nil
        }
        return [person]
    }

    /// `（会長）山田太郎`: a post in brackets before a name.
    static func postBeforeName(_ text: String) -> (post: String, name: String)? {
        guard text.begins(with: "（") || text.begins(with: "("), let first = text.first, first == "（" || first == "(",
            let close = text.firstIndex(where: { $0 == "）" || $0 == ")" })
        else { return nil }
        let post = String(text[text.index(after: text.startIndex)..<close]).trimmingBlanks()
        let name = String(text[text.index(after: close)...]).trimmingBlanks()
        let reading = SpeakerLabel.read(post)
        guard reading.strength >= 2, reading.name == nil, !name.isEmpty, SpeakerLabel.read(name).strength == 1,
            !name.contains("（"), !name.contains("(")
        else { return nil }
        return (post, name)
    }

    /// 委員５名 counts those who are members and tells nobody's post.
    static func isCountOfMembers(_ text: String) -> Bool {
        guard isHeadCount(text) else { return false }
        let word = text.prefix { !$0.isNumeral }
        return String(word).trimmingBlanks().isOne(of: ["委員", "議員", "構成員", "会員", "参加者", "ほか", "他", "外", "出席者", "部会員"])
    }

    /// A few characters without a department word or a separator.
    static func isName(_ text: String) -> Bool {
        let bytes = SpeakerLabel.condensed(text)
        return bytes.count <= 24 && DepartmentWords.first(in: bytes[...]) == nil
            && !text.contains("・") && !HeadingWords.ends(bytes[...]) && SpeakerLabel.read(text).strength <= 1
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

    /// Takes name and post out of a string in which they stand together.
    static func take(_ text: String, into person: inout Attendance) {
        let words = text.withUTF8Bytes { bytes in
            let source = SourceBytes(buffer: bytes)
            return source.words().map(source.string)
        }
        if words.count == 2, isHeadCount(words[1]), OrganizationWords.ends(words[0]) {
            // 設計事務所　担当者２名
            person.organization = words[0]
            person.title = words[1]
            return
        }
        if words.count >= 2, person.title == nil {
            // 企画課 課長 浜口 / 柴崎花子 室長 / 環境課 水野課長 / 柴崎 花子
            let readings = words.map { SpeakerLabel.read($0) }
            if let post = readings.dropLast().lastIndex(where: { $0.strength >= 2 && $0.name == nil }) {
                person.title = words[...post].joined()
                person.name = name(words[(post + 1)...].joined())
                return
            }
            let last = readings[words.count - 1]
            if words.count == 2, readings[0].strength >= 2, last.strength <= 1, !last.isGeneric, words[1].count <= 6,
                !isAddress(words[0]), !OrganizationWords.ends(words[1])
            {
                // 基幹相談支援センター長 鈴木
                person.title = words[0]
                person.name = name(words[1])
                return
            }
            let lastWord = words[words.count - 1]
            if last.strength >= 2, last.name == nil, !isAddress(lastWord) {
                person.title = lastWord
                person.name = name(words.dropLast().joined())
                return
            }
            let isDepartment = zip(words, readings).dropLast().allSatisfy {
                $1.isGeneric || OrganizationWords.ends($0)
            }
            if isDepartment, last.strength >= 2, let found = last.name, lastWord.hasPrefix(found), lastWord != found {
                person.name = found
                let post = String(lastWord.dropFirst(found.count))
                // 環境課 水野課長 heads 環境課; 児童相談所 羽田次長 comes from there.
                if let office = words.dropLast().last, ["課", "係", "部", "室", "局"].contains(where: office.hasSuffix) {
                    person.title = words.dropLast().joined() + post
                } else {
                    person.organization = words.dropLast().joined()
                    person.title = isAddress(post) ? nil : post
                }
                return
            }
        }
        if words.count >= 2, person.title == nil,
            words.dropLast().allSatisfy({
                $0.count >= 3 && SpeakerLabel.read($0).isGeneric || OrganizationWords.ends($0)
            }), !isFamilyName(words),
            let last = words.last, SpeakerLabel.read(last).strength == 1, !SpeakerLabel.read(last).isGeneric
        {
            // 国際課 多田
            person.organization = words.dropLast().joined()
            person.name = name(last)
            return
        }
        let joined = words.joined()
        let reading = SpeakerLabel.read(joined)
        if person.title == nil, reading.strength >= 2, let found = reading.name, found != joined,
            joined.hasPrefix(found)
        {
            person.name = found
            person.role = reading.role
            let post = String(joined.dropFirst(found.count))
            person.title = isAddress(post) ? nil : post
            return
        }
        if person.title == nil, reading.strength >= 2, reading.name == nil {
            person.title = joined
            return
        }
        if words.count == 1, person.organization == nil, OrganizationWords.ends(joined),
            joined.count >= 4 || joined.hasSuffix("会")
        {
            // 薬剤師会 sent somebody who is not named.
            person.organization = joined
            return
        }
        person.name = name(joined)
    }

    /// 谷田部 茂: a short word without a field of work in it is a family name.
    static func isFamilyName(_ words: [String]) -> Bool {
        words.count == 2 && words[0].count <= 3 && words[0].hasSuffix("部")
            && DepartmentWords.first(in: SpeakerLabel.condensed(words[0])[...]) == nil
    }

    static func isAddress(_ word: String) -> Bool {
        word.isOne(of: ["君", "氏", "さん", "様", "殿", "先生", "委員", "議員", "構成員"])
    }

    static func name(_ text: String) -> String {
        let bytes = SpeakerLabel.condensed(text)
        return SpeakerLabel.personName(bytes[...]) ?? String(decoding: bytes, as: UTF8.self)
    }
}

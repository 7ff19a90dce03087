import JapaneseText
import MinutesModel

/// What a word of a list is when it is looked at by itself.
extension RollWord.Kind {
    private static let known = Remembered<RollWord.Kind>()

    static func of(_ text: String) -> Self {
        text.withUTF8Bytes { known.value(for: $0) { judged(text) } }
    }

    private static func judged(_ text: String) -> Self {
        if AttendanceReader.isHeadCount(text) { return .headCount }
        if AttendanceReader.isRemark(text) { return .remark }
        if isCompany(text) || stations.end(text) { return .body }
        // 自死遺族の会　代表　…: by itself the word is what somebody is there, at the end of another where they come from.
        if text == "〃" || heads.hold(text) { return .post }
        if let other = text.range(ofWord: "兼"), other.lowerBound > text.startIndex, other.upperBound < text.endIndex,
            case .postedName(let name, let post) = of(String(text[..<other.lowerBound])),
            SpeakerLabel.read(String(text[other.upperBound...])).strength >= 2, !AttendanceReader.isAddress(post)
        {
            // 山田福祉部次長兼福祉課長
            return .postedName(name: name, post: post + text[other.lowerBound...])
        }
        // はるみ: no word of a list holds a particle.
        let plain = text.holds("は") ? text.replacing("は", with: "ぱ") : text
        let reading = SpeakerLabel.read(plain)
        if headsBody(text) { return .post }
        if reading.strength >= 2, reading.name == nil { return .post }
        if text.ends(in: "兼務") || text.ends(in: "兼") && text.utf8.count > 6 { return .post }
        let bytes = SpeakerLabel.condensed(text)[...]
        let isDepartment = DepartmentWords.first(in: bytes) == bytes.startIndex
        if text.utf8.count >= 9, isDepartment, posts.end(text) { return .post }
        if OrganizationWords.ends(bytes), bytes.count >= 12 || isDepartment || endsInUnit(bytes) {
            return .body
        }
        // まるちゃん is what somebody wants to be called.
        if text.ends(in: "ちゃん") || text.ends(in: "くん") { return .name }
        if reading.strength >= 2, let name = reading.name, name != plain, plain.begins(with: name) {
            // 県西部|振興局長: a part of a county, and nobody of that name
            if name.count >= 3, regions.end(name) { return .post }
            // 循環器内科|医師: what somebody is a doctor of
            if name.count >= 3, name.ends(in: "科") { return .post }
            // 雲井新聞社論説|委員: too much for a name
            if name.count >= 7, RoleLexicon.standard.suffix(of: bytes)?.isAddress == false,
                name.unicodeScalars.allSatisfy({ (0x3400...0x9FFF).contains($0.value) })
            {
                return .post
            }
            // 白井健|工学部長
            if name.count >= 4, text.dropFirst(name.count).hasPrefix("部長"), faculties.end(name) {
                let own = String(name.dropLast(2))
                return .postedName(name: own, post: String(text.dropFirst(own.count)))
            }
            return .postedName(name: String(text.prefix(name.count)), post: String(text.dropFirst(name.count)))
        }
        if bytes.count > 12, bytes.ends(in: "担当"), let start = DepartmentWords.first(in: bytes) {
            // 巡回図書担当, 川村|巡回図書担当
            if start == 0 { return .post }
            let name = String(decoding: bytes[..<start], as: UTF8.self)
            if start <= 12, AttendanceReader.isName(name), start >= 6 || !DepartmentWords.isQualifier(bytes[..<start]) {
                return .postedName(name: name, post: String(decoding: bytes[start...], as: UTF8.self))
            }
        }
        if isDepartment || bytes.count >= 12, offices.end(text) { return .body }
        if isDepartment, bytes.count >= 12 { return .body }
        if bytes.count >= 9, areas.end(text) { return .body }
        return .name
    }

    private static let faculties = WordEndings("工学 理学 医学 歯学 薬学 農学 文学 法学 商学")
    private static let stations = WordEndings("交番 派出所")
    private static let heads = WordEndings("代表 代表者 副代表 世話人 世話役 主査代理 代表世話人 当主 記録係 受付係 進行係")
    private static let posts = WordEndings("長 官 監")
    private static let offices = WordEndings("部 課 室 係")
    private static let areas = WordEndings("地区 校区 学区 ブロック 方面 駐在所 出張所 保健所 ボランティア 機関 団体")
    private static let regions = WordEndings("東部 西部 南部 北部 中部 中央 北西部 南東部")
    private static let units = WordEndings("会 課 係 班 組")

    /// No name ends so.
    private static func endsInUnit(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.withUnsafeBufferPointer(units.end) }

    /// 医師会長, 自主防災連絡会長, 女性クラブ会長: the head of a body, whose name stands before the post.
    static func headsBody(_ text: String) -> Bool {
        guard text.ends(in: "長"), text.utf8.count >= 12 else { return false }
        let body = text.ends(in: "組合長") ? String(text.dropLast(3)) : String(text.dropLast())
        if boards.end(body) { return false }
        if body.utf8.count > 6, bodies.end(body) { return true }
        return text.ends(in: "会長") && clubs.end(String(text.dropLast(2)))
    }

    /// 福祉協議会会長 and 自治会連合会副会長 too.
    static func headsBodyOrStandsBy(_ text: String) -> Bool {
        if headsBody(text) { return true }
        guard let post = ["副会長", "会長"].first(where: text.ends), case let body = String(text.dropLast(post.count))
        else { return false }
        return body.utf8.count > 6 && bodies.end(body) && !boards.end(body)
    }

    /// Parts of the meeting itself.
    private static let boards = WordEndings("部会 分科会 委員会 理事会")
    private static let clubs = WordEndings("クラブ ネットワーク サロン ＰＴＡ PTA 社協 商工 グループ")

    /// 岡本|地域福祉係主任, 下村|同課係長: what may be a family name before a department, where others of the list are named so.
    static func hiddenName(_ text: String) -> String? {
        let bytes = SpeakerLabel.condensed(text)[...]
        let role = SpeakerLabel.read(text).role
        guard role == .secretariat || role == .official, bytes.count >= 15, bytes.count <= 60,
            let start = DepartmentWords.first(in: bytes), start >= 3, start <= 12,
            start % 3 == 0
        else { return nil }
        var name = String(decoding: bytes[..<start], as: UTF8.self)
        if name.ends(in: "同"), name.utf8.count > 3 { name = String(name.dropLast()) }
        if name.count <= 2, name.ends(in: "村") || name.ends(in: "町") {
            return AttendanceReader.isName(name) ? name : nil
        }
        if ["市", "町", "村", "県", "区", "立", "部", "央", "北", "南", "東", "西", "一", "二", "三", "新", "旧", "副", "各", "総"]
            .contains(where: name.ends)
        {
            return nil
        }
        return AttendanceReader.isName(name) ? name : nil
    }

    private static let bodies = WordEndings(
        "協議会 連合会 連絡会 審議会 師会 士会 自治会 町内会 区長会 婦人会 女性会 老人会 校長会 園長会 商工会 育成会 振興会 保護者会 家族会 友の会 の会 農協 漁協 協会 防災会 遺族会 親の会 組合連合")

    private static let companies: WordSet = [
        "株式会社", "有限会社", "合同会社", "法人", "（株）", "(株)", "㈱", "（有）", "㈲", "（一社）", "（公財）", "（公社）", "（福）", "（社福）",
    ]

    /// 株式会社…, …法人…, （株）…: the name of a body whatever it ends with.
    static func isCompany(_ text: String) -> Bool {
        companies.stands(in: text)
            && !(SpeakerLabel.read(text).strength >= 2 && !text.holds("会社"))
    }

    private static let houses = WordEndings(
        "公民館長 図書館長 博物館長 児童館長 資料館長 小学校長 中学校長 高校長 学校長 幼稚園長 保育園長 保育所長 こども園長 警察署長 消防署長 保健所長 支店長 支所長 出張所長 交流館長 センター長")

    /// 西公民館長, 緑小学校長: whether a place or a person stands before the post cannot be told by the word alone.
    static func headsHouse(_ text: String) -> Bool {
        houses.end(text)
    }
}

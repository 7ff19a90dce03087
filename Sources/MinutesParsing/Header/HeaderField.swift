import JapaneseText

/// Fields a header names, by the words they are labelled with.
enum HeaderField: Sendable, Hashable {
    case date, opens, closes, venue, observers, openness, materials, host, title, body
    /// A list of people; the label is the group.
    case attendance(absent: Bool)
    /// A list of agenda items.
    case agenda
    /// The heading under which the proceedings stand.
    case proceedings
    /// A known heading whose value is not kept.
    case other

    private static let words: [(String, HeaderField)] = {
        var list: [(String, HeaderField)] = []
        func add(_ words: String, _ field: HeaderField) {
            for word in words.split(separator: " ") { list.append((String(word), field)) }
        }
        add(
            "日時 開催日時 会議日時 開催日 期日 とき 年月日 開催年月日 会議年月日 開会日時 日程及び時間 開催期日 会議の日時 日時等 会議開催日時 会議開催日 開催の日時 実施日時 日にち ひにち 録音日 月日 時間 会議時間 開催時間 いつ 日づけ 日付 開閉の時刻 開閉時刻 開閉の日時 開閉日時 開閉会 開閉会の時刻 開閉会時刻 開会及び閉会 開会・閉会 開会及び閉会の時刻 開会・閉会の時刻 開会及び閉会の日時 開会・閉会の日時 開会・閉会時刻 会議の開閉 開催時刻 開催の時刻 会議の時間 会議の時刻 時刻",
            .date)
        add("開会 開議 開会時刻 開議時刻 開会時間 開議時間 開始 開始時刻 開始時間 開会の時刻", .opens)
        add("閉会 散会 閉会時刻 散会時刻 閉会時間 散会時間 終了 終了時刻 終了時間 延会 閉議 閉議時刻 閉議時間 閉議の時刻 閉会の時刻 閉会日時 散会日時 閉会の日時 散会の日時", .closes)
        add("招集の場所 招集場所", .venue)
        add("場所 会場 開催場所 ところ 会議場所 開催会場 会議の場所 ばしょ 会議開催場所 開催方法 開催形式 開催の場所 実施場所 どこで どこ 於 開会場所 開会の場所 開議の場所", .venue)
        add(
            "傍聴者 傍聴人 傍聴者数 傍聴人数 傍聴 傍聴者の数 傍聴人の数 傍聴者等 傍聴者及び傍聴者数 傍聴者人数 傍聴人の人数 傍聴者の人数 傍聴人等 傍聴の状況 傍聴定員",
            .observers)
        add(
            "公開非公開 公開・非公開 会議の公開・非公開 公開の可否 会議の公開 公開区分 公開・非公開の別 会議の公開又は非公開 公開非公開の別 会議の公開状況 公開の状況 公開 会議の公開の可否 会議公開の可否 会議の公開・非公開の別 公開または非公開 公開又は非公開の別 公開／非公開 公開/非公開 公開の別",
            .openness)
        add("配付資料 配布資料 資料 会議資料 配付資料等 配布資料等 資料等 添付資料 提出資料 当日資料 事前配布資料 要求資料 使用資料 配付資料一覧 配布資料一覧 資料一覧 関係資料", .materials)
        add("主催 担当課 担当所属名 所管課 担当部署 担当部課名 所管部課 事務局担当課 担当部課 問い合わせ先 問合せ先 担当 所管 所管部署 庶務担当課 事務局名 庶務", .host)
        add("会議名 会議の名称 附属機関等の名称 附属機関名 件名 会議名称 審議会等名 審議会等の名称 審議会名 名称 委員会名 附属機関等の会議の名称 会議の名称等", .title)
        add(
            "出席者 出席委員 出席議員 出席者名 出席者氏名 出席委員の氏名 委員 出席 出席委員氏名 事務局 出席説明員 説明員 説明者 説明のため出席した者 職員 関係職員 出席職員 出席職員の職・氏名 出席した職員 職務のため出席した者 職務のため議場に出席した者 オブザーバー 参加者 構成員 出席構成員 委員会説明員 区議会事務局 市議会事務局 議会事務局 町議会事務局 議会事務局職員 事務局職員 事務局出席者 事務局側 理事者 出席理事者 市側出席者 行政側 市側 県側 区側 町側 説明のための出席者 説明のため出席した職員 出席した委員 出席した説明員 関係者 アドバイザー 参考人 政府参考人 国務大臣 副大臣 大臣政務官 その他 有識者 専門委員 臨時委員 議長 委員長 会長 座長 副会長 副委員長 副座長 司会 理事 委員長及び委員 出席委員等 出席者等 出席幹事 幹事 部会員 出席部会員 出席状況 委員の出席状況 委員出席状況 コンサルタント 随行者 会議録署名委員 会議録署名議員 会議録署名人 議事録署名人 議事録署名委員 署名委員 署名議員 書記 記録 記録者 事務局等 傍聴議員 出席者は左のとおり 議事に関係した事務局職員 参加 ゲスト 答弁者 執行部 市執行部 町執行部 村執行部 区執行部 出席理事 出席監事 出席評議員 理事総数 監事総数 役員 出席役員 評議員 関係課 関係課職員 推進委員 委員外議員 代議員 陪席 陪席者 きた人 来た人 だれが 誰が 参集者 参会者 列席者 参列者 委員の出欠 議員の出欠 理事の出欠 出欠 出欠状況 委員出欠 出欠の状況 出欠席 出欠席の状況 政府側 国側 行政側出席者 参加した人 出た人 出席した人 スタッフ 参加メンバー メンバー 出席メンバー 大人 サポーター だれ 委員名簿 出席者名簿 出席委員名簿 構成員名簿 議員名簿 会員名簿 参加された方 参加した方 ご参加の方 御参加の方 出席された方 出席した方 ご出席の方 御出席の方 参加された皆さん 参加者の皆さん 出席した者 参加した者 出席委員名 出席議員名",
            .attendance(absent: false))
        add(
            "欠席者 欠席委員 欠席議員 欠席 欠席者名 欠席委員名 欠席議員名 欠席職員 欠席役員 欠席理事者 欠席説明員 欠席委員の氏名 欠席委員氏名 欠席者氏名 欠席した委員 欠席構成員 欠席理事 欠席監事 欠席評議員 遅刻・早退 お休み 休み 休んだ人 来られなかった人 欠席した人 参加しなかった人 不参加 不参加者 欠席された方 欠席した方 ご欠席の方 参加できなかった方",
            .attendance(absent: true))
        add(
            "議題 会議次第 次第 議事日程 会議に付した事件 会議に付した案件 本日の会議に付した案件 本日の会議に付した事件 付議事件 付議案件 案件 議案 議題等 会議の議題 協議事項 報告事項 審議事項 議題及び議事 会議事項 議事次第 内容及び議題 議題及び公開・非公開の別並びに非公開の場合にあってはその理由 会議の次第 審議案件 協議案件 協議事件 審議議題 本日の議題 会議の件名 会議次第及び議題 日程 本日の日程 議件 付議した事件 調査事件 検討事項 テーマ 検討議題 主な議題 会議の案件 この日の内容 本日の内容 当日の内容 話合いの内容 話し合いの内容 きょうの話 今日の話 予定の議題 予定議題 予定した議題 審議した事項 協議した事項 議事事項 会議に付議した事件 会議に付議した案件 付議案件及び議題 会議の目的事項 会議の議事日程 なにを 何を 話すこと 話したいこと 提出議案 提出案件 付議した案件 付託案件 付託事件 審査案件 審査事件 会議に付した事項 話題 論点 討議事項 懇談事項 討議のテーマ 意見交換のテーマ",
            .agenda)
        add(
            "議事概要 会議概要 会議の概要 議事 会議内容 内容 審議内容 審議の内容 発言内容 議事の経過 会議の結果 会議結果 会議経過 会議の経過 主な質疑 質疑 審議結果 議事録 議事内容 協議内容 会議録 議論の要旨 議事要旨 議事の要旨 審議経過 審議の経過 会議の内容 主な意見 主な発言 発言要旨 議事概要等 会議要旨 主な質疑応答 質疑応答 質疑・応答 議事経過 意見等 質疑等 討議内容 議事の内容 会議の要旨 審議概要 審議の概要 主な意見等 会議記録 委員からの意見 議事の概要 主な議事内容 議論の概要 意見交換 発言者 発言者名 発言者氏名 会議の概要及び結果 議事の経過及び結果 会議の経過及び結果 発言の内容 主な内容 会議の状況 発言の記録 発言記録 会議の記録 審議の記録 協議の記録 議事の記録 話合いの記録 話し合いの記録 発言の要旨 発言の概要 発言の要点 質疑の内容 質疑の要旨 質疑の概要 議事の大要 会議の大要 議事の状況 協議の内容 協議経過 協議の経過 協議の概要 やりとり 主なやりとり 話したこと 話し合ったこと 話合ったこと 出された意見 意見の概要 意見の要旨 会議の顛末 会議の顚末 会議のてん末 議事の顛末 議事の顚末 議事のてん末 顛末 顚末 てん末",
            .proceedings)
        add(
            "決定事項 会議録の作成方法 記録方法 会議の成立 定足数 備考 連絡先 更新日 配付 会議の目的 目的 審議の内容（決定事項・発言者・発言内容等） 結果 審議結果等 傍聴の可否 傍聴の可否等 非公開理由 非公開の理由 公開理由 会議録の公開 作成者 記録作成者 会議録作成 今後の予定 次回予定 次回開催 次回日程",
            .other)
        return list
    }()

    /// By the hash of the words' bytes; a string as a key would be normalised each time it is looked up.
    private static let table: [UInt64: (word: [UInt8], field: HeaderField)] = Dictionary(
        words.map { word, field in
            let bytes = Array(word.utf8)
            return (bytes.withUnsafeBufferPointer(ByteHash.of), (bytes, field))
        }, uniquingKeysWith: { first, _ in first })
    private static let longest = table.values.reduce(0) { max($0, $1.word.count) }
    /// By the low bits of the first and the last byte of the words, whether there is one: most labels are none.
    private static let shapes: [UInt64] = table.values.reduce(into: [UInt64](repeating: 0, count: 64)) {
        shapes, entry in
        entry.word.withUnsafeBufferPointer { shapes[shape($0).row] |= 1 << shape($0).bit }
    }

    private static func shape(_ word: UnsafeBufferPointer<UInt8>) -> (row: Int, bit: UInt64) {
        (Int(word[min(2, word.count - 1)] & 63), UInt64(word[word.count - 1] & 63))
    }

    private static func listed(_ slice: Slice<UnsafeMutableBufferPointer<UInt8>>) -> HeaderField? {
        guard !slice.isEmpty, slice.count <= longest else { return nil }
        let key = UnsafeBufferPointer(rebasing: slice)
        let (row, bit) = shape(key)
        guard shapes[row] >> bit & 1 != 0, let found = table[ByteHash.of(key)], found.word.elementsEqual(key) else {
            return nil
        }
        return found.field
    }

    /// The field a label names. Blanks do not count, a count or remark in brackets behind the words neither.
    /// - Parameter label: the label as printed, without numbering and mark.
    static func kind(of label: String) -> HeaderField? { label.withUTF8Bytes { kind(of: SourceBytes(buffer: $0)) } }

    /// - Complexity: O(n) in the blanks; more than 200 bytes of anything else are no label.
    static func kind(of label: SourceBytes) -> HeaderField? {
        let limit = 200
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: limit) { key in
            var count = 0
            var offset = 0
            var holdsSigns = false
            while offset < label.count {
                let blank = label.blank(at: offset)
                if blank > 0 {
                    offset += blank
                    continue
                }
                let isLetter = label.isLetter(at: offset)
                let next = offset + (isLetter ? 3 : 1)
                guard count + (next - offset) <= limit else { return nil }
                if !isLetter { holdsSigns = true }
                key[count] = label[offset]
                if isLetter {
                    key[count + 1] = label[offset + 1]
                    key[count + 2] = label[offset + 2]
                }
                count += next - offset
                offset = next
            }
            let isSpread = count < label.count && count < label.withoutOuterBlanks
            let isList = holdsSigns && dropCommas(key, &count)
            if let found = listed(key[..<count]) { return found }
            if let open = openingBracket(key, count) {
                count = open
                if let found = listed(key[..<count]) { return found }
            }
            if let bare = withoutNames(key, count), let found = listed(key[..<bare]), found.isPeople { return found }
            guard !isList, !isSpread else { return nil }
            return byWords(SourceBytes(buffer: UnsafeBufferPointer(rebasing: key[..<count])))
        }
    }

    /// Where 氏名 begins in 説明者の職・氏名 and 事務局職員職氏名.
    private static func withoutNames(_ key: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> Int? {
        let source = SourceBytes(buffer: UnsafeBufferPointer(rebasing: key[..<count]))
        guard source.ends(in: "氏名") else { return nil }
        for word in nameWords where source.ends(in: word) && count > word.utf8CodeUnitCount {
            return count - word.utf8CodeUnitCount
        }
        return nil
    }

    private static let nameWords: [StaticString] = [
        "の職及び氏名", "の職名及び氏名", "の職名・氏名", "の役職・氏名", "の職・氏名", "の職氏名", "の役職氏名", "の氏名", "職・氏名", "職氏名", "氏名",
    ]

    /// Takes 、 and ， out of the label.
    /// - Returns: whether there was a 、, which tells a list from a label of one word.
    private static func dropCommas(_ key: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) -> Bool {
        var (read, write) = (0, 0)
        var isList = false
        while read < count {
            let (lead, left) = (key[read], count - read)
            if lead == 0xE3, left >= 3, key[read + 1] == 0x80, key[read + 2] == 0x81 {
                isList = true
                read += 3
            } else if lead == 0xEF, left >= 3, key[read + 1] == 0xBC, key[read + 2] == 0x8C {
                read += 3
            } else {
                key[write] = lead
                read += 1
                write += 1
            }
        }
        count = write
        return isList
    }

    /// Where the first bracket opens in a label that ends with one.
    private static func openingBracket(_ key: UnsafeMutableBufferPointer<UInt8>, _ count: Int) -> Int? {
        let source = SourceBytes(buffer: UnsafeBufferPointer(rebasing: key[..<count]))
        switch source.scalar(before: count, after: 0) {
        case 0xFF09, 0x29, 0x3015: break
        default: return nil
        }
        var offset = 0
        while offset < count {
            let (value, length) = source.scalar(at: offset)
            if value == 0xFF08 || value == 0x28 || value == 0x3014 {
                return onlyBrackets(source, from: offset) ? offset : nil
            }
            offset += length
        }
        return nil
    }

    /// `（12名）（順不同）`; in `〔学識〕山田太郎（座長）` a name stands between the brackets.
    private static func onlyBrackets(_ source: SourceBytes, from start: Int) -> Bool {
        var offset = start
        var depth = 0
        while offset < source.count {
            let (value, length) = source.scalar(at: offset)
            switch value {
            case 0xFF08, 0x28, 0x3014: depth += 1
            case 0xFF09, 0x29, 0x3015: depth -= 1
            default: if depth <= 0 { return false }
            }
            offset += length
        }
        return true
    }

    /// Fields whose labels every body words its own way: 地方自治法第121条の規定により説明のため出席した者の職氏名.
    private static func byWords(_ key: SourceBytes) -> HeaderField? {
        switch key.scalar(before: key.count, after: 0) {
        // 記者員名簿人件数時所料事題項
        case 0x8A18, 0x8005, 0x54E1, 0x540D, 0x7C3F, 0x4EBA, 0x4EF6, 0x6570, 0x6642, 0x6240, 0x6599, 0x4E8B, 0x984C,
            0x9805:
            break
        case 0x7B49:  // 等
            guard key.count <= 36, key.begins(with: "出席") || key.begins(with: "欠席") else { return nil }
            return .attendance(absent: key.begins(with: "欠席"))
        case 0x9577:  // 長
            guard isOfTwo(key) else { return nil }
            return .attendance(absent: false)
        case 0x8981, 0x904E, 0x9818, 0x679C, 0x65E8, 0x5BB9:  // 要過領果旨容
            if isCourseOfMeeting(key) { return .proceedings }
            guard key.begins(with: "公開") || key.begins(with: "会議") else { return nil }
        default: guard key.begins(with: "公開") || key.begins(with: "会議") else { return nil }
        }
        let length = key.buffer.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
        guard length >= 4, length <= 60 else { return nil }
        func holds(_ word: StaticString) -> Bool { key.first(word) != nil }
        let isList = Self.people.end(key.buffer)
        if key.begins(with: "参加し"), isList { return .attendance(absent: holds("なかった")) }
        if holds("席") {
            if isList, holds("出席しなかった") { return .attendance(absent: true) }
            if isList, holds("欠席") { return .attendance(absent: true) }
            if isList, holds("出席") { return .attendance(absent: false) }
        }
        if isList || key.ends(in: "監事"), isOfTwo(key) { return .attendance(absent: false) }
        if key.ends(in: "事項"), holds("した") { return .agenda }
        if key.ends(in: "書記"), length <= 12 { return .attendance(absent: false) }
        if Self.matters.end(key.buffer), holds("付した") { return .agenda }
        if Self.counts.end(key.buffer) { return .other }
        if key.ends(in: "職員"), holds("事務局") || holds("関係") || key.begins(with: "市") || key.begins(with: "町") {
            return .attendance(absent: false)
        }
        if length <= 12, Self.officers.end(key.buffer) {
            return .attendance(absent: false)
        }
        if Self.panels.end(key.buffer) { return .attendance(absent: false) }
        if key.ends(in: "者"), holds("意見を聴") { return .attendance(absent: false) }
        if key.begins(with: "傍聴"), Self.visitors.end(key.buffer) { return .observers }
        if key.begins(with: "公開") || key.begins(with: "会議の公開") || key.begins(with: "会議公開"), holds("非公開") {
            return .openness
        }
        guard length <= 9 else { return nil }
        if key.ends(in: "日時") { return .date }
        if key.ends(in: "場所") { return .venue }
        if key.ends(in: "議題") { return .agenda }
        if Self.papers.end(key.buffer) { return .materials }
        return nil
    }

    private static let people = WordEndings("者 委員 議員 氏名 職員 説明員 名簿 構成員 人 役員 理事 監事 評議員 会員 代議員 幹事 教員 部員 班員 隊員 団員")
    private static let matters = WordEndings("案件 事件")
    private static let counts = WordEndings("現在数 総数 定数 員数")
    private static let officers = WordEndings("会委員 策定委員 選定委員 評価委員 運営委員 検討委員 審査委員 選考委員")
    private static let panels = WordEndings("推進委員 協力委員 専門委員 委員外議員")
    private static let visitors = WordEndings("数 人数 者")
    private static let papers = WordEndings("配付資料 配布資料 会議資料")

    /// 教育長及び委員, 委員並びに事務局職員: two kinds of people, one of them those who make up the meeting or serve it.
    private static func isOfTwo(_ key: SourceBytes) -> Bool {
        let joints: [StaticString] = ["及び", "並びに", "および", "と"]
        guard let joint = joints.first(where: { key.first($0) != nil }), let place = key.first(joint) else {
            return false
        }
        let parts = [key.buffer[..<place], key.buffer[(place + joint.utf8CodeUnitCount)...]].map(Array.init)
        var isOfMeeting = false
        for part in parts {
            let field = part.withUnsafeBufferPointer { kind(of: SourceBytes(buffer: $0)) }
            let post = RoleLexicon.standard.exact(part[...])
            if field == .attendance(absent: false) || post?.role == .member {
                isOfMeeting = true
            } else if (post?.strength ?? 0) < 3 {
                return false
            }
        }
        return isOfMeeting
    }

    /// 議事の経過の要領及びその結果, 会議の経過及び概要: what was said and done stands below.
    private static func isCourseOfMeeting(_ key: SourceBytes) -> Bool {
        let heads: [StaticString] = ["議事", "会議", "審議", "協議", "討議"]
        let parts: [StaticString] = ["の経過", "の要領", "の顛末", "の概要及び", "の内容及び"]
        return key.count <= 60 && heads.contains { key.begins(with: $0) } && parts.contains { key.first($0) != nil }
    }

    var isPeople: Bool { if case .attendance = self { true } else { false } }
}

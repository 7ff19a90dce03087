import JapaneseText

/// The outer shape of labels: brackets, seats, indices, and what cannot be a label.
extension SpeakerLabel {
    /// The bytes of a string without blanks.
    static func condensed(_ text: String) -> [UInt8] {
        var copy = text
        return copy.withUTF8 { buffer in
            let source = SourceBytes(buffer: buffer)
            var kept: [UInt8] = []
            kept.reserveCapacity(buffer.count)
            var offset = 0
            while offset < buffer.count {
                let blank = source.blank(at: offset)
                if blank > 0 {
                    offset += blank
                } else {
                    kept.append(buffer[offset])
                    offset += 1
                }
            }
            return kept
        }
    }

    /// Splits `head（inner）tail` at the first round or square bracket that closes.
    static func splitBrackets(
        _ bytes: [UInt8]
    ) -> (head: ArraySlice<UInt8>, inner: ArraySlice<UInt8>, tail: ArraySlice<UInt8>)? {
        bytes.withUnsafeBufferPointer { buffer -> (Range<Int>, Range<Int>, Range<Int>)? in
            let source = SourceBytes(buffer: buffer)
            var offset = 0
            var open: (value: UInt32, start: Int, inner: Int)?
            var depth = 0
            while offset < buffer.count {
                let (value, length) = source.scalar(at: offset)
                if let current = open {
                    if value == current.value { depth += 1 }
                    if Bracket.closes(value, current.value) {
                        depth -= 1
                        if depth == 0 {
                            return (0..<current.start, current.inner..<offset, (offset + length)..<buffer.count)
                        }
                    }
                } else if Bracket.closing(of: value) != nil {
                    open = (value, offset, offset + length)
                    depth = 1
                }
                offset += length
            }
            return nil
        }.map { (bytes[$0.0], bytes[$0.1], bytes[$0.2]) }
    }

    /// `１４番`, `14番`
    static func isSeat(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.ends(in: "番"), bytes.count > 3 else { return false }
        return isNumber(bytes.dropLast(3))
    }

    /// The number of a seat at the start: `10番`, `１４番委員`.
    static func seatNumber(_ bytes: ArraySlice<UInt8>) -> Int? {
        let rest = dropSeat(bytes)
        guard rest.startIndex > bytes.startIndex else { return nil }
        let digits = TextFolding.fold(String(decoding: bytes[bytes.startIndex..<rest.startIndex - 3], as: UTF8.self))
        return digits.utf8.count <= 4 ? Int(digits) : nil
    }

    /// 山田（賢）
    static func isBracketed(_ name: String) -> Bool { name.holds("（") || name.holds("(") }

    /// `13名`, `３人`: a count behind a heading.
    static func isCount(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.ends(in: "名") || bytes.ends(in: "人"), bytes.count > 3 else { return false }
        return isNumber(bytes.dropLast(3))
    }

    static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        var offset = bytes.startIndex
        while let length = digitLength(bytes, offset) { offset += length }
        return offset > bytes.startIndex && offset == bytes.endIndex
    }

    /// Takes a seat off the front: `１番山田太郎` → `山田太郎`.
    static func dropSeat(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var offset = bytes.startIndex
        while let length = digitLength(bytes, offset) { offset += length }
        guard offset > bytes.startIndex, bytes[offset...].begins(with: "番") else { return bytes }
        return bytes[(offset + 3)...]
    }

    /// Length in bytes of the digit of either width at an offset, `nil` where there is none.
    private static func digitLength(_ bytes: ArraySlice<UInt8>, _ offset: Int) -> Int? {
        guard offset < bytes.endIndex else { return nil }
        if (0x30...0x39).contains(bytes[offset]) { return 1 }
        guard offset + 2 < bytes.endIndex, bytes[offset] == 0xEF, bytes[offset + 1] == 0xBC,
            (0x90...0x99).contains(bytes[offset + 2])
        else { return nil }
        return 3
    }

    /// Whether the bytes are only letters, digits or circled numbers that tell anonymous people apart.
    static func isIndex(_ bytes: ArraySlice<UInt8>) -> Bool { trailingIndex(of: bytes) == bytes.startIndex }

    /// `１`, `③`, `ア`, `Ⅱ`, `一`: the number of a point, which nobody is called. Letters tell people apart (`Ａ：`).
    static func isPointNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        if isNumber(bytes) { return true }
        guard bytes.count == 3, bytes[bytes.startIndex] & 0xF0 == 0xE0 else { return false }
        switch bytes.withUnsafeBufferPointer({ $0.scalar(at: 0).value }) {
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x2460...0x24B5, 0x2160...0x217F, 0x2776...0x2793: return true
        // 一 to 十
        case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341: return true
        default: return false
        }
    }

    /// `Q1`, `Ａ２`: numbered questions and answers.
    static func isNumberedQuestion(_ bytes: ArraySlice<UInt8>) -> Bool {
        let words: [StaticString] = ["Q", "A", "Ｑ", "Ａ"]
        for word in words where bytes.begins(with: word) { return isNumber(bytes.dropFirst(word.utf8CodeUnitCount)) }
        return false
    }

    /// `Q1`, `Ａ`, `問３`, `答`.
    static func isQuestionOrAnswer(_ label: String) -> Bool {
        let bytes = Array(label.utf8)[...]
        return ["Q", "A", "Ｑ", "Ａ", "問", "答", "質問", "回答"].contains { word in
            bytes.starts(with: word.utf8)
                && (bytes.count == word.utf8.count || isNumber(bytes.dropFirst(word.utf8.count)))
        }
    }

    /// Where the letters and digits at the end begin: 委員|11, 委員|Ａ, 委員|①.
    static func trailingIndex(of bytes: ArraySlice<UInt8>) -> Int {
        var end = bytes.endIndex
        while end > bytes.startIndex {
            let last = bytes[end - 1]
            if (0x30...0x39).contains(last) || (0x41...0x5A).contains(last) || (0x61...0x7A).contains(last) {
                end -= 1
                continue
            }
            guard end - bytes.startIndex >= 3, last & 0xC0 == 0x80 else { break }
            let lead = bytes[end - 3]
            guard lead & 0xF0 == 0xE0 else { break }
            let value = UInt32(lead & 0x0F) << 12 | UInt32(bytes[end - 2] & 0x3F) << 6 | UInt32(last & 0x3F)
            switch value {
            case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0x2460...0x2473, 0x24B6...0x24CF:
                end -= 3
                continue
            default: break
            }
            break
        }
        return end
    }

    /// By scalar of the basic plane, a bit.
    private static let refused: [UInt64] = "。．！？!?「」『』；;→＝=％%＃#＠@￥\\<>〜～…※*＊，,".unicodeScalars
        .reduce(into: [UInt64](repeating: 0, count: 1024)) { $0[Int($1.value >> 6)] |= 1 << UInt64($1.value & 63) }

    private static func isRefused(_ value: UInt32) -> Bool {
        value < 0x10000 && refused[Int(value >> 6)] >> UInt64(value & 63) & 1 != 0
    }

    /// Whether a number stands before a unit of dates or before a session: `第１日`, `午後１時`, `第２回`.
    static func looksLikeDate(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count <= 60 else { return false }
        return bytes.withUnsafeBufferPointer { buffer in
            let source = SourceBytes(buffer: buffer)
            var offset = 0
            var previous: UInt32 = 0
            while offset < buffer.count {
                let (value, length) = source.scalar(at: offset)
                if isDateUnit(value), AgendaNumber.isDigitLike(previous),
                    value != 0x5206
                        || !isOfUnit(offset + length < buffer.count ? source.scalar(at: offset + length).value : nil),
                    value != 0x6708 || previous < 0x4E00
                        || !isOfName(offset + length < buffer.count ? source.scalar(at: offset + length).value : nil)
                {
                    return true
                }
                previous = value
                offset += length
            }
            return false
        }
    }

    /// 五月女, 八月朔日, 二月田: months that families are called by.
    private static func isOfName(_ value: UInt32?) -> Bool {
        switch value {
        case 0x5973, 0x6714, 0x7530, 0x5CA1, 0x91CE: true  // 女朔田岡野
        default: false
        }
    }

    /// 第１分団, 第２分科会, ３分館 are no minutes.
    private static func isOfUnit(_ value: UInt32?) -> Bool {
        switch value {
        case 0x56E3, 0x79D1, 0x9928, 0x7F72, 0x6821, 0x968A, 0x5BA4: true  // 団科館署校隊室
        default: false
        }
    }

    private static func isDateUnit(_ value: UInt32) -> Bool {
        switch value {
        case 0x5E74, 0x6708, 0x65E5, 0x6642, 0x5206, 0x56DE: true
        default: false
        }
    }

    /// Whether punctuation, particles or a date make the bytes a piece of running text.
    static func looksLikeText(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { looksLikeText(SourceBytes(buffer: $0)) }
    }

    static func looksLikeText(_ source: SourceBytes) -> Bool {
        var offset = 0
        var depth = 0
        while offset < source.count {
            let (value, length) = source.scalar(at: offset)
            if value >= 0x4E00, value <= 0x9FFF {
                offset += length
                continue
            }
            if Bracket.closing(of: value) != nil { depth += 1 }
            if value == 0xFF09 || value == 0x29 { depth -= 1 }
            if isRefused(value) { return true }
            if depth == 0 {
                // を and は hardly stand in a post.
                if value == 0x3092 || value == 0x306F || value == 0x3001 { return true }
            }
            offset += length
        }
        return false
    }
}

/// Words that headings end with and labels do not.
enum HeadingWords {
    private static let endings: [[UInt8]] =
        "件 案 案件 事件 について 日程 指名 報告 表明 質問 決定 資料 開会 閉会 開議 散会 休憩 再開 挨拶 あいさつ ご挨拶 議題 議事 選任 選出 互選 その他 概要 事項 目的 結果 説明 紹介 確認 審議 審査 採決 討論 質疑 質疑応答 意見交換 討議 協議 内容 経過 状況 要旨 次第 出席状況 配付 配布 辞任 登壇 関係 交付 上程 朗読 場所 日時 会場 名簿 議案 請願 陳情 発議 動議 宣告 宣言 閉議 進捗 実績 予定 方針 計画 条例 予算 決算 法律 法律案 予定 一覧 対象 期間 方法 体制 課題 まとめ 総括 連絡 議決 承認 認定 変更 締結 補正 一般質問 代表質問 出席者 欠席者 出席委員 欠席委員 出席議員 欠席議員 会議録署名 署名 出席要求 調査 付託 趣旨 理由 提案 募集 公表 基準 対応 取組 取り組み 施策 事業 活動 支援 推進 整備 充実 強化 会議"
        .split(separator: " ").map { Array($0.utf8) }

    private static let all = WordEndings(endings)

    /// Whether the bytes are one of the words and nothing else.
    static func holds(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.withUnsafeBufferPointer(all.hold) }

    static func ends(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.withUnsafeBufferPointer(all.end) }
}

import JapaneseText

/// Words that tell minutes from what stands around them on a page.
enum PageWords {
    /// Words of the head of minutes.
    private static let head: [StaticString] = [
        "会議録", "議事録", "会議要録", "議事要旨", "会議要旨", "議事概要", "会議概要", "開催日", "日時", "会場", "場所", "出席", "欠席", "議題", "次第",
        "議事", "傍聴", "委員会", "審議会", "協議会", "部会", "定例会", "臨時会", "本会議", "令和", "平成", "昭和", "開会", "閉会", "日程", "配付資料", "配布資料",
    ]

    /// Words at the foot or head of a web page that no minutes end with.
    private static let boilerplate: [StaticString] = [
        "お問い合わせ", "お問合せ", "問い合わせ先", "Copyright", "copyright", "All Rights", "All rights", "ページの先頭", "ページトップ", "トップページ",
        "このページの", "このページに", "このホームページ", "Adobe", "アンケート", "JavaScript", "Javascript", "Cookie", "クッキー", "文字サイズ",
        "サイトマップ",
        "プライバシー", "免責事項", "著作権", "ブラウザ", "関連リンク", "関連情報", "検索結果", "検索条件", "再検索", "会議録検索", "個人情報の取",
    ]

    /// Whole texts of links and buttons that lead about in a page.
    private static let ways: Set<String> = [
        "前へ", "次へ", "前", "次", "前の発言", "次の発言", "前の発言へ", "次の発言へ", "前のヒット", "次のヒット", "前のヒットへ", "次のヒットへ", "戻る", "上へ", "下へ",
        "先頭へ", "末尾へ", "TOP", "top", "Top", "トップ", "トップへ", "ページ先頭へ", "ページトップへ", "目次へ", "目次へ戻る", "一覧へ", "一覧へ戻る", "印刷",
        "閉じる",
        "このページの先頭へ", "発言者一覧へ", "もどる", "prev", "next", "Prev", "Next", "前頁", "次頁", "前ページ", "次ページ",
    ]

    static func hasHeadWord(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        holds(text, range, head)
    }

    static func hasBoilerplate(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        holds(text, range, boilerplate)
    }

    /// The text of a link that only leads on: an arrow, 前へ, 戻る.
    static func isWay(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count <= 48 else { return false }
        let inner = text.string(range).unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x20, 0x09...0x0D, 0x7C, 0xFF5C, 0x2F, 0xFF0F, 0x30FB, 0x3000, 0xA0, 0x2190...0x21FF, 0x25B2...0x25C3,
                0x3C, 0x3E, 0xAB, 0xBB, 0x5B, 0x5D,
                0xFF3B,
                0xFF3D, 0x226A, 0x226B, 0x3010, 0x3011, 0x28, 0x29, 0xFF08, 0xFF09, 0xFF1C, 0xFF1E, 0x300A, 0x300B,
                0x2039, 0x203A:
                false
            default: true
            }
        }
        return inner.isEmpty || ways.contains(String(String.UnicodeScalarView(inner)))
    }

    /// ○ and its like, with something behind it.
    static func beginsWithMark(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count > 6 else { return false }
        switch text.scalar(at: range.lowerBound).value {
        case 0x25CB, 0x25CE, 0x25EF, 0x3007, 0x25CF, 0x25C6, 0x25C7, 0x25A0, 0x25A1, 0x2B55: return true
        default: return false
        }
    }

    private static func holds(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ words: [StaticString]
    ) -> Bool {
        var cursor = range.lowerBound
        while cursor < range.upperBound {
            let byte = text[cursor]
            for word in words where word.utf8Start.pointee == byte && text.matches(word, at: cursor) { return true }
            cursor += 1
        }
        return false
    }
}

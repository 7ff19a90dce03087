/// A speaker's label without the person, for what is published.
package enum PublishedLabel {
    /// The label where it names an office or a numbered seat only; else its office; else the role.
    ///
    /// `委員長（山田太郎君）` → `委員長`, `遠藤部会長` → `部会長`, `健康福祉部長（…）` → `健康福祉部長`, `委員Ａ` → `委員Ａ`,
    /// `山田太郎` → `委員・議員`.
    package static func label(of remark: Remark) -> String {
        label(remark.label, name: remark.name, role: remark.role)
    }

    package static func label(_ label: String, name: String?, role: Role) -> String {
        var (outside, inside) = split(label)
        // The attendance list may have completed the name: what the label prints of it is taken off.
        let name = name.flatMap { printed($0, in: outside, inside) }
        let namedInBrackets = name.map { !$0.isEmpty && inside.contains($0) && !outside.isEmpty } ?? false
        if outside.isEmpty { outside = inside }
        if let name, !name.isEmpty, outside.contains(name) {
            let rest = removing(name, from: outside)
            outside = rest.isEmpty ? "" : rest
        }
        outside = withoutHonorific(outside)
        if outside.isEmpty { return role.japaneseName }
        if namedInBrackets || isSeat(outside) { return outside }
        guard let title = titles.first(where: { outside.hasSuffix($0) }) else { return role.japaneseName }
        let before = String(outside.dropLast(title.count))
        return before.isEmpty || offices.contains(where: before.contains) ? outside : title
    }

    /// The longest beginning of a name, of two characters at least, that a label holds.
    private static func printed(_ name: String, in outside: String, _ inside: String) -> String? {
        for length in stride(from: name.count, through: 2, by: -1) {
            let part = String(name.prefix(length))
            if outside.contains(part) || inside.contains(part) { return part }
        }
        return outside.contains(name) || inside.contains(name) ? name : nil
    }

    /// What stands outside and inside brackets, blanks taken out.
    private static func split(_ label: String) -> (outside: String, inside: String) {
        var outside = ""
        var inside = ""
        var depth = 0
        for scalar in label.unicodeScalars {
            switch scalar {
            case "（", "(", "〔", "【", "［", "[": depth += 1
            case "）", ")", "〕", "】", "］", "]": depth = max(0, depth - 1)
            case " ", "\u{3000}", "\t", "○", "◯", "〇", "◎", "◆", "●", "◇": break
            default:
                if depth == 0 { outside.unicodeScalars.append(scalar) } else { inside.unicodeScalars.append(scalar) }
            }
        }
        return (outside, inside)
    }

    private static func removing(_ part: String, from text: String) -> String {
        var result = ""
        var rest = text[...]
        while let first = rest.first {
            if rest.hasPrefix(part) {
                rest = rest.dropFirst(part.count)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private static func withoutHonorific(_ text: String) -> String {
        for honorific in ["さん", "君", "氏", "様"] where text.hasSuffix(honorific) {
            return String(text.dropLast(honorific.count))
        }
        return text
    }

    /// A title alone or with a number or letter: `委員`, `委員11`, `委員Ａ`, `事務局②`.
    private static func isSeat(_ text: String) -> Bool {
        guard let title = titles.first(where: text.hasPrefix) else { return false }
        return text.dropFirst(title.count).unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0xff10...0xff19, 0xff21...0xff3a, 0xff41...0xff5a,
                0x2460...0x2473:
                true
            default: false
            }
        }
    }

    /// Longer ones first.
    private static let titles = [
        "オブザーバー", "アドバイザー", "政府参考人", "事務局次長", "事務局長", "副分科会長", "分科会長", "副委員長", "副部会長", "常務理事",
        "職務代理", "委員長", "部会長", "副会長", "副座長", "副議長", "教育長", "説明員", "理事者", "参考人", "傍聴者", "発言者", "出席者",
        "副市長", "副町長", "副区長", "副村長", "事務局", "参事官", "会長", "座長", "議長", "委員", "議員", "理事", "監事", "課長", "係長",
        "部長", "局長", "室長", "次長", "所長", "館長", "主任", "主事", "主査", "主幹", "参事", "担当", "市長", "町長", "区長", "村長", "知事",
        "大臣", "講師", "教授", "弁護士", "会員", "一同",
    ]

    /// Words that stand in the names of offices and not in those of people (部, 室, 前 and 副 begin or end family names).
    private static let offices = [
        "福祉", "健康", "総務", "企画", "市民", "教育", "財政", "財務", "子ども", "こども", "高齢", "障がい", "障害", "保健", "介護", "生活",
        "地域", "支援", "環境", "都市", "建設", "産業", "防災", "危機", "学校", "生涯", "学習", "社会", "政策", "人事", "税務", "会計", "保険",
        "事務", "厚生", "労働", "経済", "国土", "文部", "科学", "法務", "内閣", "総括", "計画", "推進", "協議会", "委員会", "センター", "課",
        "局", "係", "庁",
    ]
}

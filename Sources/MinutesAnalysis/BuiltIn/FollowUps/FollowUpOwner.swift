import JapaneseText
import MinutesModel

/// Who is to do it, where the words say so: 「市民社協としては」, 「市には…していただきたい」, 「担当課で調べてもらい」, or, where
/// somebody promises for 「我々」 or 「当局」, the side that speaks. Never guessed.
struct FollowUpOwner {
    let sentence: FollowUpSentence
    let verdict: FollowUpVerdict

    enum Found: Equatable {
        /// The words that name the one.
        case words(Range<Int>)
        /// 我々, 私ども; 当局, 本会 with the place of the word, which stands where the document does not name the side.
        case ownSide(Range<Int>?)
    }

    /// What follows the name and what it means.
    private enum Role: Int {
        /// として: whoever speaks, speaks for it.
        case standing
        /// では at the beginning of a clause.
        case topic
        /// には, にも
        case dative
        /// に in front of the help that is asked for
        case helper
        /// で
        case instrument
        /// とで: what stands before belongs to it.
        case together
        /// も, は at the beginning of a clause
        case subject
        /// 一丸
        case asOne
        /// の方から, なりに behind a word for the speaker's own side
        case source
        /// が behind such a word
        case agent
    }

    private static let names = """
        市 区 町 村 県 都 府 局 課 部 室 係 社協 協議会 委員会 事務局 行政 当局 役所 市役所 町役場 学校 小学校 中学校 団体 センター 国 政府 会 法人 機構 \
        組合 教委 庁 省 公社 図書館 公民館 園 大学 病院 警察 社 党 コミセン 自治会 町内会 市民 区民 町民 村民 県民 住民 地域 家庭
        """
    /// Words by which a speaker names the side he speaks for.
    private static let selves = "我々 われわれ 私ども 私共 わたくしども 私たち 私達 当方"
    /// Names that say no more than "mine".
    private static let ownNames: Set<String> = ["当局", "本会", "当会", "弊社", "当社", "当庁", "当課", "当部", "当室"]
    private static let selfParticles: [(String, Role)] = [
        ("の方から", .source), ("のほうから", .source), ("なりに", .source), ("が", .agent),
    ]
    private static let particles: [(String, Role)] = [
        ("として", .standing), ("としては", .standing), ("としても", .standing), ("としまして", .standing),
        ("としましては", .standing), ("といたしましては", .standing), ("といたしまして", .standing),
        ("といたしましても", .standing), ("では", .topic), ("には", .dative), ("にも", .dative), ("さんには", .dative),
        ("で", .instrument), ("のほうで", .instrument), ("の方で", .instrument), ("とで", .together), ("でも", .topic),
        ("も", .subject), ("は", .subject), ("さんも", .subject), ("一丸", .asOne), ("に", .helper),
    ]
    private struct Entry {
        var role: Role
        /// Bytes of the name, and of the name with its particle.
        var name: Int
        var whole: Int
        /// 我々 and the like.
        var isSelf = false
    }

    /// Built once; a class, so that looking at it copies nothing.
    private final class Table: Sendable {
        let matcher: PatternMatcher
        let roles: [Entry]

        init(_ patterns: [String], _ roles: [Entry]) {
            matcher = PatternMatcher(patterns)
            self.roles = roles
        }
    }

    private static let table: Table = {
        var patterns: [String] = []
        var roles: [Entry] = []
        func add(_ name: Substring, _ particle: String, _ role: Role, isSelf: Bool) {
            patterns.append(name + particle)
            let whole = name.utf8.count + particle.utf8.count
            roles.append(Entry(role: role, name: name.utf8.count, whole: whole, isSelf: isSelf))
        }
        for name in names.split(whereSeparator: \.isWhitespace) {
            for (particle, role) in particles { add(name, particle, role, isSelf: false) }
        }
        for name in selves.split(separator: " ") {
            for (particle, role) in particles + selfParticles { add(name, particle, role, isSelf: true) }
        }
        return Table(patterns, roles)
    }()

    /// The words in the sentence; `nil`: they name nobody.
    func found() -> Found? {
        guard isRequest || isPromise else { return nil }
        let bytes = sentence.bytes
        let table = Self.table
        var hits: [(entry: Entry, range: Range<Int>, behind: Int)] = []
        table.matcher.forEach(in: bytes) { pattern, start, end in
            let entry = table.roles[pattern]
            hits.append((entry, start..<start + entry.name, end))
        }
        if hits.isEmpty { return nil }
        hits.sort {
            ($0.range.upperBound, -$0.behind, $0.range.lowerBound) < (
                $1.range.upperBound, -$1.behind, $1.range.lowerBound
            )
        }
        var done = -1
        var found: Found?
        for hit in hits where hit.range.upperBound != done {
            done = hit.range.upperBound  // the longest particle behind a name counts
            // The one nearest to the act counts.
            if hit.entry.isSelf {
                if speaksForItself(hit.entry.role, hit.range, behind: hit.behind) { found = .ownSide(nil) }
                continue
            }
            let name = nameStart(hit.range.lowerBound)..<hit.range.upperBound
            guard let name = accepted(hit.entry.role, name, behind: hit.behind) else { continue }
            found = isPromise && Self.ownNames.contains(bytes.text(name)) ? .ownSide(name) : .words(name)
        }
        return found
    }

    /// 「我々の方から…努めてまいりたい」; not 「我々が作った計画を…見直してまいります」.
    private func speaksForItself(_ role: Role, _ word: Range<Int>, behind: Int) -> Bool {
        guard isPromise, let predicate = verdict.predicate, word.upperBound <= predicate.form.lowerBound else {
            return false
        }
        switch role {
        case .standing, .topic, .subject, .source, .instrument: return true
        case .agent: return predicate.form.lowerBound - behind <= 45
        case .dative, .helper, .together, .asOne: return false
        }
    }

    private var isRequest: Bool { sentence.lexicon.traits[verdict.cues[0]].family == UInt8(ascii: "r") }
    private var isPromise: Bool { sentence.lexicon.traits[verdict.cues[0]].family == UInt8(ascii: "c") }

    private func accepted(_ role: Role, _ name: Range<Int>, behind: Int) -> Range<Int>? {
        guard let predicate = verdict.predicate, name.upperBound <= predicate.form.lowerBound else { return nil }
        let clause = sentence.actStart(predicate)
        let isInClause = name.lowerBound >= clause
        let begins = beginsClause(name.lowerBound)
        if isElsewhere(name) { return nil }
        switch role {
        case .standing:
            guard isRequest || isPromise else { return nil }
            let next = behind < sentence.bytes.count ? sentence.bytes.scalar(at: behind).value : 0
            let isTopic =
                [0x306F, 0x3082].contains(sentence.bytes.scalar(before: behind)?.value ?? 0) || next == 0x3001
            return begins || isTopic && isInClause ? name : nil
        case .topic:
            guard isInClause || name.lowerBound == 0 else { return nil }
            return isOwn(name) || isPromise && begins ? name : nil
        case .dative:
            guard isRequest, isInClause, !tellsThem(predicate) else { return nil }
            return begins || takesPart(behind) ? name : nil
        case .helper:
            return isRequest && isOffice(name) && sentence.bytes.first(of: Self.help, at: behind) != nil ? name : nil
        case .instrument:
            // 「事務局で名簿を作ります」; not 「図書館で配ります」, which is where.
            if isPromise {
                return begins && isInClause && sentence.bytes.last(of: Self.doers, at: name.upperBound) != nil
                    ? name : nil
            }
            return isRequest && isOffice(name) && acts(behind) ? withPartner(name) : nil
        case .together:
            guard isRequest, isInClause else { return nil }
            return commaBefore(name.lowerBound)..<name.upperBound
        case .subject:
            guard isRequest, isInClause, begins, isOffice(name) else { return nil }
            return name
        case .asOne: return isRequest || isPromise ? name : nil
        case .source, .agent: return nil
        }
    }

    /// Back over the characters of a name: ideographs, katakana, letters, digits, and a few kana words of offices.
    private func nameStart(_ end: Int) -> Int {
        let bytes = sentence.bytes
        var place = end
        while let (value, length) = bytes.scalar(before: place), place > 0 {
            let isName =
                (0x4E00...0x9FFF).contains(value) || (0x30A1...0x30FC).contains(value) || value == 0x3005
                || (0x30...0x39).contains(value) || (0x41...0x7A).contains(value) || (0xFF10...0xFF5A).contains(value)
            if isName {
                place -= length
                continue
            }
            let before = bytes.text(max(0, place - 12)..<place)
            guard
                let word = ["まちづくり", "づくり", "ども", "くらし", "みどり", "いきいき", "ふれあい"].first(where: { before.hasSuffix($0) })
            else { break }
            place -= word.utf8.count
        }
        return place
    }

    /// 当市, 本会, 弊社: the speaker's own.
    private func isOwn(_ name: Range<Int>) -> Bool {
        let first = sentence.bytes.scalar(at: name.lowerBound).value
        return first == 0x5F53 || first == 0x672C || first == 0x5F0A
    }

    /// 他市, 近隣区, 各校, 県内の市: not the one who is to do it.
    private func isElsewhere(_ name: Range<Int>) -> Bool {
        let text = sentence.bytes.text(name)
        if text.holds("宣言") { return true }  // 平和都市宣言市として: what it is, not who
        return ["他", "近隣", "各", "同", "全国", "先進", "県内", "都内", "一部"].contains { text.hasPrefix($0) }
    }

    /// Not 市民, 住民, 地域, 家庭, which are places and people at large.
    private func isOffice(_ name: Range<Int>) -> Bool {
        let text = sentence.bytes.text(name)
        return ![
            "民", "地域", "家庭", "説明会", "会議", "大会", "座談会", "講習会", "研修会", "講演会", "懇談会", "報告会", "発表会", "見学会", "勉強会",
            "運動会", "交流会", "公聴会", "機会", "社会",
        ].contains { text.hasSuffix($0) }
    }

    /// Start of the sentence, behind 、 or a bracket, or behind a joint.
    private func beginsClause(_ place: Int) -> Bool {
        guard let (value, _) = sentence.bytes.scalar(before: place) else { return true }
        return [0x3001, 0xFF0C, 0x20, 0x3000].contains(value)
    }

    /// At most 120 bytes back, so that a hostile sentence takes no longer.
    private func commaBefore(_ end: Int) -> Int {
        var place = end
        while end - place < 120, let (value, length) = sentence.bytes.scalar(before: place), value != 0x3001,
            value != 0xFF0C
        { place -= length }
        return place
    }

    /// 市にも共有していただきたい: they are told, they do not do it.
    private func tellsThem(_ predicate: FollowUpPredicate) -> Bool {
        let text = sentence.bytes.text(max(0, predicate.form.lowerBound - 18)..<predicate.form.lowerBound)
        return [
            "共有", "提供", "伝え", "報告", "知らせ", "連絡", "届け", "要望", "要請", "説明", "周知", "働きかけ",
            // 検討会には…聞く機会を設けていただきたい: it is put there.
            "設け", "置い", "入れ", "加え", "配置", "配付", "配布", "掲示", "載せ",
        ].contains {
            text.contains($0)
        }
    }

    /// 行政にも参加していただいて
    private func takesPart(_ place: Int) -> Bool {
        let text = sentence.bytes.text(place..<min(sentence.bytes.count, place + 36))
        return ["参加", "協力", "取り組", "検討", "対応", "入って", "動いて", "考えて", "頑張", "関わって"].contains { text.contains($0) }
    }

    /// 市と社協 of 市と社協で: both are to do it.
    private func withPartner(_ name: Range<Int>) -> Range<Int> {
        guard let (value, length) = sentence.bytes.scalar(before: name.lowerBound), value == 0x3068 else { return name }
        return nameStart(name.lowerBound - length)..<name.upperBound
    }

    private static let doers = words("事務局 課 係 社協")
    private static let help = words("お力添え 御力添え ご尽力 御尽力 ご支援 御支援 支援 ご協力 御協力 協力 後押し お骨折り")
    private static let tasks = words("試算 整理 確認 作成 準備 用意 調整 把握 集計 調査 協議 精査 用意")

    /// 市でキャッチしてもらって, 事務局で試算してください
    private func acts(_ place: Int) -> Bool {
        if sentence.bytes.first(of: Self.tasks, at: place) != nil { return true }
        let text = sentence.bytes.text(place..<min(sentence.bytes.count, place + 42))
        return ["もら", "いただ", "やって", "検討", "取り組", "対応", "考えて", "調べ", "まとめ"].contains { text.contains($0) }
    }
}

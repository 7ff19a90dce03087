/// Generated minutes in the two layouts a secretariat's folder is full of, in turn: a council's committee as PDF text (a
/// blank line after every line, lines cut at about forty characters, pages, wrapped header values), and an assembly
/// (names in brackets, a paragraph a line, long speeches). Findings are about as dense as the built-in analyzers find
/// them in real ones: eight a kilobyte in a committee, three in an assembly. Same seed and number, same text.
struct CorpusGenerator {
    var seed: UInt64 = 20_240_221
    /// About this many turns a document.
    var turns = 84

    /// The text of document `number`, from 0.
    func document(_ number: Int) -> String { number.isMultiple(of: 2) ? committee(number) : assembly(number) }

    /// Questions and answers of an assembly: few turns, long ones.
    private func assembly(_ number: Int) -> String {
        var random = SeededRandom(seed: seed &+ UInt64(number) &* 0x9e37_79b9)
        let month = 1 + number % 12
        var text = "令和\(wide(2 + number % 5))年第\(wide(1 + number / 5 % 4))回あさぎり市議会定例会会議録　第\(wide(1 + number / 20))号\n\n"
        text += "１　日時　令和\(wide(2 + number % 5))年\(wide(month))月\(wide(1 + number % 28))日　午前１０時\n"
        text += "２　場所　あさぎり市議会議場\n\n議事日程\n日程第１　一般質問\n\n　　　午前１０時開議\n"
        text += "○議長（朝霧一郎君）　これより本日の会議を開きます。\n　日程第１、一般質問を行います。\n"
        let speakers = ["霧島花子", "露木進", "雨宮みどり", "霜田健", "虹川さくら", "雲井信夫"]
        let officials = ["市長（風間正君）", "福祉部長（嵐山誠君）", "教育長（凪沢薫君）", "建設部長（波多野渉君）"]
        for turn in 0..<max(1, turns / 6) {
            let speaker = speakers[turn % speakers.count]
            let seat = 3 + turn % speakers.count
            text += "○議長（朝霧一郎君）　\(wide(seat))番、\(speaker)君。\n"
            text += speech("○\(wide(seat))番（\(speaker)君）", from: CorpusVocabulary.member, 4 + random.below(6), &random)
            text += "○議長（朝霧一郎君）　当局の答弁を求めます。\n"
            for _ in 0...random.below(2) {
                text += speech(
                    "○" + random.pick(officials), from: CorpusVocabulary.secretariat, 3 + random.below(6), &random)
            }
        }
        return text + "○議長（朝霧一郎君）　以上で本日の日程は終了しました。\n　　　午後４時１０分散会\n"
    }

    /// A turn of several paragraphs; four sentences in five name no subject.
    private func speech(_ label: String, from frames: [String], _ paragraphs: Int, _ random: inout SeededRandom)
        -> String
    {
        let plain = frames.filter { !$0.utf8.contains(UInt8(ascii: "%")) }
        var text = label
        for _ in 0..<paragraphs {
            text += "　"
            for _ in 0..<2 + random.below(3) {
                text += random.below(5) == 0 ? fill(random.pick(frames), &random) : random.pick(plain)
            }
            text += "\n"
        }
        return text
    }

    private func committee(_ number: Int) -> String {
        var random = SeededRandom(seed: seed &+ UInt64(number) &* 0x9e37_79b9)
        let year = 2 + number % 5
        let session = 1 + number / 5 % 6
        let body = "第３次あさぎり市地域福祉活動計画推進委員会第\(1 + number / 30)部会"
        let month = 4 + session
        var page = PageWriter()
        page.line("令和\(wide(year))年度第\(wide(session))回")
        page.line(body)
        page.line("会 議 要 録")
        page.line("令和\(wide(year))年\(wide(month))月 \(10 + number % 18) 日（水）")
        page.line("社会福祉法人 あさぎり市社会福祉協議会")
        page.line(String(repeating: "－", count: 40))
        page.line("日  時  令和\(wide(year))年\(wide(month))月 \(10 + number % 18) 日（水）午後６時半から午後８時 20 分")
        page.line("会  場  あさぎり市総合福祉センター 会議室")
        page.paragraph("出席委員  朝霧一郎、霧島花子、露木進、雨宮みどり、霜田健、虹川さくら、雲井信夫、雪野明")
        page.paragraph("事務局  風間事務局長、嵐山係長、凪沢主任、波多野主事")
        page.line("傍聴者  \(wide(random.below(4)))名")
        page.line(String(repeating: "－", count: 40))
        page.line("（午後６時半 開会）")
        page.line("１ 開会")
        page.paragraph("○事務局長 \(sentences(2, from: CorpusVocabulary.secretariat, &random))")
        page.line("２ 委員長挨拶")
        page.paragraph("○委員長 \(sentences(3, from: CorpusVocabulary.chair, &random))")
        page.line("３ 議事")
        var said = 2
        for item in 1...3 {
            page.line(
                "（\(wide(item))）\(CorpusVocabulary.subjects[random.zipf(CorpusVocabulary.subjects.count)])について ※別紙\(wide(item))参照"
            )
            page.paragraph(
                "○事務局 説明（略）。（基本目標\(wide(item)) 「ともに支える地域づくり」より（\(wide(random.below(7) + 1))）\(CorpusVocabulary.subjects[random.zipf(CorpusVocabulary.subjects.count)])を進める）"
            )
            said += 1
            while said < 2 + (turns - 4) * item / 3 {
                let question = sentences(2 + random.below(7), from: CorpusVocabulary.member, &random)
                page.paragraph("○委員 \(question)")
                page.paragraph("○事務局 \(sentences(2 + random.below(8), from: CorpusVocabulary.secretariat, &random))")
                if random.below(2) == 0 {
                    page.paragraph("○委員長 \(sentences(1 + random.below(5), from: CorpusVocabulary.chair, &random))")
                    said += 1
                }
                said += 2
            }
        }
        page.line("４ 次回日程について")
        page.paragraph("○事務局 次回は\(wide(month + 2))月下旬を予定しています。")
        page.line("（午後８時 20 分 閉会）")
        return page.text
    }

    private func sentences(_ count: Int, from frames: [String], _ random: inout SeededRandom) -> String {
        var text = ""
        let plain = frames.filter { !$0.utf8.contains(UInt8(ascii: "%")) }
        for _ in 0..<count { text += fill(random.pick(random.below(5) == 0 ? plain : frames), &random) }
        return text
    }

    private func fill(_ frame: String, _ random: inout SeededRandom) -> String {
        guard frame.utf8.contains(UInt8(ascii: "%")) else { return frame }
        var text = ""
        let parts = frame.utf8.split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false)
        text += Substring(parts[0])
        for part in parts.dropFirst() {
            switch part.first {
            case UInt8(ascii: "s"), UInt8(ascii: "u"):
                text += CorpusVocabulary.subjects[random.zipf(CorpusVocabulary.subjects.count)]
            case UInt8(ascii: "p"): text += CorpusVocabulary.places[random.zipf(CorpusVocabulary.places.count)]
            case UInt8(ascii: "t"): text += CorpusVocabulary.things[random.zipf(CorpusVocabulary.things.count)]
            case UInt8(ascii: "y"): text += wide(1 + random.below(5))
            case UInt8(ascii: "n"): text += wide(2 + random.below(8))
            case UInt8(ascii: "g"): text += wide(1 + random.below(9))
            default: text += String(10 + random.below(900))
            }
            text += Substring(part.dropFirst())
        }
        return text
    }

    private func wide(_ number: Int) -> String {
        String(String.UnicodeScalarView(String(number).unicodeScalars.map { Unicode.Scalar($0.value + 0xfee0) ?? $0 }))
    }
}

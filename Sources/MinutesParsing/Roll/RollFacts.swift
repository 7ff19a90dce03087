/// What the lines of a list have in common.
struct RollFacts {
    var lines = 0
    /// Lines that are a post or a body and nothing else.
    var postLines = 0
    /// Lines that are a name and nothing else.
    var nameLines = 0
    /// Words with a name and a post together: 平野部長.
    private var postedNames = 0
    /// Words like 東町生活環境課長.
    private var postedPlaces = 0
    /// Posts that may begin with a name: 岡本地域福祉係主任.
    private var hiddenNames = 0
    /// Entries that are a post by itself.
    private var barePosts = 0
    /// Every name stands by itself between posts, numbers or separators.
    var namesStandAlone = false
    /// Rows of a body, a post there and a name.
    private var bodyRows = 0
    /// Words 出 and 欠 behind names.
    private var presences = 0
    /// The first word of a row is a post, or a word that stands in the column of posts.
    var hasTitleColumn = false

    /// Several towns each sent somebody: their names stand before the posts.
    var namesPlaces: Bool { postedPlaces >= 2 && postedPlaces == postedNames }

    init() {}

    init(_ words: [[RollWord]], isStaff: Bool) {
        lines = words.count
        var entries = 0
        var numbered = 0
        for line in words {
            var hasName = false
            var posts = 0
            func end() {
                if posts > 0, !hasName { barePosts += posts }
                if posts > 0 || hasName { entries += 1 }
                hasName = false
                posts = 0
            }
            for word in line {
                switch word.kind {
                case .post:
                    posts += 1
                    if RollWord.Kind.hiddenName(word.text) != nil { hiddenNames += 1 }
                case .headCount: barePosts += 1
                case .name: hasName = true
                case .postedName(let name, let post):
                    hasName = true
                    postedNames += 1
                    if Self.isPlace(name, post) { postedPlaces += 1 }
                case .number:
                    numbered += 1
                    end()
                case .separator: end()
                default: break
                }
            }
            if line.count == 1 || line.count == 2 && line[1].kind == .bracket,
                line[0].kind == .post || line[0].kind == .body
            {
                postLines += 1
            }
            if line.count <= 2, line.allSatisfy(\.isName) { nameLines += 1 }
            if line.count >= 3, line[0].kind == .body, line[1].kind == .post, line[2].isName { bodyRows += 1 }
            presences += line.indices.count { Self.isPresence(line, $0) }
            end()
        }
        namesStandAlone = numbered >= 3 && numbered * 2 >= entries
        findTitleColumn(words)
    }

    /// 雲井町長: the head of a town.
    static func headsTown(_ text: String) -> Bool {
        text.count >= 3 && ["市長", "町長", "村長", "区長", "知事"].contains(where: text.ends)
    }

    /// Towns end so, and few families do.
    static func isPlace(_ name: String, _ post: String) -> Bool {
        guard name.count >= 2, ["町", "市", "県", "区"].contains(where: name.ends) else { return false }
        return post.count >= 4 && DepartmentWords.first(in: SpeakerLabel.condensed(post)[...]) == 0
    }

    /// Words of the first column where it holds posts in some rows and something else in others: 部会長, 相談支援, 家族会.
    private mutating func findTitleColumn(_ words: [[RollWord]]) {
        let rows = words.filter { $0.count >= 2 && ($0[1].isName || $0[1].kind == .bracket) }
        guard rows.count >= 3, rows.count * 5 >= words.count * 4 else { return }
        let first = rows[0][0].column
        guard rows.allSatisfy({ $0[0].column == first }) else { return }
        let posts = rows.count { $0[0].kind == .post && $0[0].text.isSeatWord && !$0[0].text.isMemberWord }
        // In one column whatever the words' width, or one blank behind a word that is too wide for it.
        let second = Dictionary(grouping: rows.map { $0[1].column }) { $0 }.max { $0.value.count < $1.value.count }
        let aligned = second?.value.count ?? 0
        let single = rows.allSatisfy { row in row.count < 3 || !row[2].isName }
        guard posts >= 1, posts < rows.count, aligned * 3 >= rows.count * 2, single else { return }
        hasTitleColumn = true
    }

    /// 出 or 欠 behind a name and before the next entry.
    private static func isPresence(_ line: [RollWord], _ index: Int) -> Bool {
        guard index > 0, line[index].gap > 0, line[index].text.isOne(of: ["出", "欠"]), line[index - 1].isName else {
            return false
        }
        guard index + 1 < line.count else { return true }
        switch line[index + 1].kind {
        case .number, .separator, .mark, .post: return true
        default: return false
        }
    }

    /// 観測所　次長　山田　太郎: what stands before a post and a name in two parts is no name itself, but where the holder
    /// of the post comes from; so it is where others of the list are named so.
    private func isSender(_ line: [RollWord]) -> Bool {
        let told = line.prefix { !$0.isApart }
        guard told.count >= 3, told.count <= 4, told[0].isName, told[0].text.count >= 3, told[1].kind == .post,
            told[1].gap > 0, told.dropFirst(2).allSatisfy(\.isName), told.dropFirst(2).allSatisfy({ $0.gap > 0 })
        else { return false }
        return told.count == 4 && told[2].text.count + told[3].text.count <= 7 && !told[1].text.isMemberWord
            || bodyRows > 0
    }

    /// Decides what a word alone leaves open: 緑小学校長 beside posts is a post, beside 平野部長 somebody called 緑.
    func decided(_ line: [RollWord]) -> [RollWord] {
        let arePosts = postedNames > 0 && barePosts >= postedNames * 2
        let areHouses = barePosts > 0
        let hasSender = isSender(line)
        return line.enumerated().map { index, word in
            var word = word
            var isOfPlace = false
            if case .postedName(let name, let post) = word.kind, !AttendanceReader.isAddress(post) {
                let standsAlone = index == 0 || !line[index - 1].isName || line[index - 1].gap == 0
                // 雲井市長　杉原　俊: whose mayor somebody is, not what he is called.
                let next = index + 1 < line.count ? line[index + 1] : nil
                let headsPlace =
                    next?.isName == true && (next?.gap ?? 0) > 0
                    && ["市長", "町長", "村長", "知事", "副市長", "副町長", "副村長", "副知事"].contains(post)
                // 雲井市福祉課長　杉原: who came from a town's office, alone on the line.
                let isOffice =
                    index == 0 && next?.isName == true && (next?.gap ?? 0) > 0 && line.count <= 3
                    && line.dropFirst().allSatisfy(\.isName) && Self.isPlace(name, post)
                if headsPlace && standsAlone || isOffice { word.kind = .post }
                // 雲井警察署長　杉原　俊: a post of a place, behind which stands a name in two parts.
                if index == 0, line.count >= 3,
                    RollWord.Kind.headsHouse(word.text) || post.ends(in: "長") && post.count >= 3,
                    line[1].isName, line[1].gap > 0, line[2].isName, line[2].gap > 0,
                    line[1].text.count <= 4, line[2].text.count <= 4, line.count == 3 || !line[3].isName
                {
                    word.kind = .post
                    isOfPlace = true
                }
                if standsAlone, arePosts || areHouses && RollWord.Kind.headsHouse(word.text) || name == "中央" {
                    word.kind = .post
                }
            }
            if word.kind == .post, !isOfPlace, postedNames > 0, barePosts <= hiddenNames + 1,
                let name = RollWord.Kind.hiddenName(word.text)
            {
                word.kind = .postedName(name: name, post: String(word.text.dropFirst(name.count)))
            }
            if hasSender, index == 0 { word.kind = .body }
            if presences >= 3, Self.isPresence(line, index) { word.kind = .remark }
            if hasTitleColumn, index == 0, line.count > 1, word.kind == .body || word.kind == .name {
                word.kind = .post
            }
            return word
        }
    }

    /// `山田　太郎・川村　光`: names in two parts with ・ between them, whatever the rest of the list is like.
    static func partsNames(_ text: String) -> Bool {
        guard text.holds("・"), !text.holds("（"), !text.holds("(") else { return false }
        let parts = text.split(separator: "・").map { String($0).wordsBetweenBlanks() }
        guard parts.count >= 2, (parts.first?.count ?? 0) >= 2 else { return false }
        return parts.enumerated().allSatisfy { place, words in
            (place == 0 ? words.count >= 2 : words.count == 2)
                && words.suffix(2).allSatisfy { $0.count <= 4 && RollWord.Kind.of($0) == .name }
        }
    }

    /// `ゆず（進行）・いぬ・しろ`: ・ and nothing else between the people.
    static func usesDots(_ rows: [RollReader.Row]) -> Bool {
        var dots = 0
        for row in rows {
            if row.text.holds(anyOf: ["、", "，"]) { return false }
            guard row.text.holds("・") || row.text.holds("･") else { continue }
            // ミラ・ロサ・クラウス（交流協会） alone on a list is one name.
            if rows.count == 1, String(row.text.prefix { $0 != "（" && $0 != "(" }).trimmingBlanks().isKatakana {
                return false
            }
            let words = RollLexer.words(row.text, column: row.column, dots: true)
            // 議事・調査係長 is one post; 会長・副会長・書記 are several.
            let kinds = words.filter { $0.kind != .bracket && $0.gap == 0 }.map(\.kind)
            if kinds.contains(.post), kinds.contains(.name) || kinds.contains(.body) { return false }
            var depth = 0
            var here = 0
            var length = 0
            for scalar in row.text.unicodeScalars {
                switch scalar {
                case "（", "(": depth += 1
                case "）", ")": depth = max(0, depth - 1)
                case "・", "･":
                    guard depth == 0 else { break }
                    if length > 10 { return false }
                    if length > 0 { here += 1 }
                    length = 0
                case " ", "\u{3000}": length = 0
                default: if depth == 0 { length += 1 }
                }
            }
            dots = max(dots, here)
        }
        return dots >= 2 || dots == 1 && rows.count == 1 && rows[0].text.unicodeScalars.count <= 12
    }

    /// Whether what stands behind the names of most rows is where people come from.
    static func hasBodiesBehind(_ words: [[RollWord]]) -> Bool {
        var rows = 0
        var bodies = 0
        for line in words {
            let told = line.filter {
                switch $0.kind {
                case .mark, .number, .remark, .bracket: false
                default: true
                }
            }
            guard let first = told.first, first.isName else { continue }
            rows += 1
            guard told.count >= 2 else { continue }
            let last = told[told.count - 1]
            if told.dropFirst().contains(where: { $0.kind == .body }) {
                bodies += 1
                continue
            }
            switch last.kind {
            case .post: if !last.text.isSeatWord { bodies += 1 }
            case .postedName(_, let post): if last.gap >= 2, !AttendanceReader.isAddress(post) { bodies += 1 }
            default: break
            }
        }
        return rows >= 2 && bodies * 2 >= rows
    }
}

extension RollWord {
    /// Brackets, marks and remarks stand behind an entry without being a part of its row.
    fileprivate var isApart: Bool {
        switch kind {
        case .bracket, .mark, .remark: true
        default: false
        }
    }
}

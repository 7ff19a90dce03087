import JapaneseText
import MinutesModel

/// Rows of a list that begin with a kind of people, in two columns that every line of the list keeps to.
extension AttendanceReader {
    /// `役員　　○会長　山田` over `第一班　○川村`: heads in one column, people in another, and a mark before each name or brackets
    /// behind several in a row; the head may stand in the column of the list's own heading.
    /// - Returns: one for each value, `nil` for a line that goes on with the row above; empty where the list is not so.
    func headsOfRows(_ section: HeaderReader.Section) -> [(Range<Int>, Range<Int>)?] {
        guard section.value.count >= 3 || !known.isEmpty, section.value.count <= 100, let first = section.value.first
        else { return [] }
        let indent = lines[first.line].indent
        var place = column(of: first)
        let isBelow = place == indent
        if isBelow {
            guard let (_, start) = parted(first.range) else { return [] }
            place += LineTable.width(of: first.range.lowerBound..<start, bytes)
        }
        guard place > indent + 4 else { return [] }
        var heads: [(Range<Int>, Range<Int>)?] = []
        var told = 0
        for (index, value) in section.value.enumerated() {
            let here = column(of: value)
            if here == place {
                heads.append(nil)
                if index == 0, isMarked(value.range) { told += 1 }
                continue
            }
            guard here == indent, let (end, start) = parted(value.range) else { return [] }
            // ２番　山田　太郎: a seat and no kind of people.
            if SpeakerLabel.isSeat(Array(bytes.buffer[value.range.lowerBound..<end])[...]) { return [] }
            let width = LineTable.width(of: value.range.lowerBound..<start, bytes)
            // A head that is too wide for its column leaves one blank.
            guard here + width == place || here + width > place && LineTable.width(of: end..<start, bytes) == 2 else {
                return []
            }
            let rest = start..<value.range.upperBound
            if isMarked(rest) || hasSeveral(rest) { told += 1 }
            heads.append((value.range.lowerBound..<end, rest))
        }
        let count = heads.count { $0 != nil }
        if section.value.count < 3 {
            // Those who did not come, under the heads of those who came.
            let isKnown = heads.allSatisfy { $0.map { known.contains(bytes.condensed($0.0)) } == true }
            return isKnown ? heads : []
        }
        if count >= 3, told * 2 < count || told < 2 {
            // 学識　　山田　太郎 over 卸売　　川村　光 and 消費者　…: most heads say what kind of people stand behind them.
            let words = heads.compactMap { $0.map { bytes.condensed($0.0) } }
            // 会長　山田, 課長　川村, 委員　…, 委員　…: posts, each with who holds it.
            guard Set(words).count == words.count, !words.contains(where: Self.isPost) else { return [] }
            let hasMembers = words.contains(where: \.isMemberWord)
            told = words.count { Self.isKindOfPeople($0) || hasMembers && ($0.isMemberWord || Self.offices.end($0)) }
        }
        return count >= (isBelow ? 3 : 2) && told >= 2 && told * 2 >= count ? heads : []
    }

    private static func isPost(_ text: String) -> Bool {
        !text.isMemberWord && !isKindOfPeople(text)
            && (text.isSeatWord || RollWord.Kind.of(text) == .post && SpeakerLabel.read(text).strength >= 2)
    }

    /// 学識経験者, 消費者, 公募, 中立委員, 県: whom people speak for, and nobody's name or post.
    static func isKindOfPeople(_ text: String) -> Bool {
        RollPerson.isSide(text) || kindsOfPeople.hold(text) || text.count >= 3 && kindEndings.end(text)
    }

    private static let offices = WordEndings("課 局 署 室 事務局 役場 役所 社協")
    private static let kindsOfPeople = WordEndings("国 県 都 府 市 町 村 区 行政 公募 学識 住民 市民 団体 議会 事業者 消費者 関係者")
    private static let kindEndings = WordEndings("者 代表 公募 団体 機関 住民 市民 者委員 験委員 立委員 益委員 募委員 表委員 識委員 民委員 体委員 関委員 部委員")

    /// Where the first word of a line ends and the second begins.
    private func parted(_ range: Range<Int>) -> (end: Int, start: Int)? {
        var end = range.lowerBound
        while end < range.upperBound, bytes.blank(at: end) == 0 { end += bytes.scalar(at: end).length }
        var start = bytes.skipBlanks(end, range.upperBound)
        // 役　員
        while start < range.upperBound, start - range.lowerBound < 30,
            bytes.scalar(before: end, after: range.lowerBound) >= 0x3041, start > end, end - range.lowerBound <= 12,
            isSingle(end, before: range), case let next = start + bytes.scalar(at: start).length,
            next < range.upperBound, bytes.blank(at: next) > 0
        {
            end = next
            start = bytes.skipBlanks(end, range.upperBound)
        }
        return start > end && start < range.upperBound ? (end, start) : nil
    }

    /// Whether what ends here is one character by itself.
    private func isSingle(_ end: Int, before range: Range<Int>) -> Bool {
        end - 3 == range.lowerBound
            || end - 3 > range.lowerBound && bytes.blank(endingAt: end - 3, after: range.lowerBound) > 0
    }

    private func isMarked(_ range: Range<Int>) -> Bool {
        TurnMarks.isMark(bytes.scalar(at: range.lowerBound).value)
    }

    /// `山田　太郎（みどり会）　　川村　光（家族会）`: names in two parts, and brackets behind them.
    private func hasSeveral(_ range: Range<Int>) -> Bool {
        guard range.count <= 400 else { return false }
        let text = bytes.string(range)
        let entries = text.split { "（(".contains($0) }
        guard entries.count >= 3, let name = entries.first.map(String.init)?.wordsBetweenBlanks(), name.count == 2
        else {
            return false
        }
        return name.allSatisfy { $0.count <= 5 && RollWord.Kind.of($0) == .name }
    }

    /// 会長・副会長 at the head of a row with two: the post of each, in their order.
    static func takePosts(_ head: String, _ people: inout [Attendance]) {
        let posts = head.split(separator: "・").map(String.init)
        guard posts.count >= 2, posts.count == people.count, posts.allSatisfy(\.isSeatWord),
            people.allSatisfy({ $0.title == nil || posts.contains($0.title ?? "") || $0.title == head })
        else { return }
        for (index, post) in posts.enumerated() {
            people[index].title = post
            people[index].role = SpeakerLabel.read(post).role
        }
    }
}

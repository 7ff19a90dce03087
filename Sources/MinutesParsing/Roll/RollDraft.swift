import MinutesModel

/// What the words of a list have told about one person so far.
struct RollDraft {
    /// 会長, 委員: the seat, where an office stands beside it.
    var seatWord: String?
    var title: String?
    var name = ""
    var bodies: [String] = []
    var bodyColumn: Int?
    /// Whether the bodies were printed before the name.
    var bodiesStandBefore: Bool { bodyColumn != nil }
    var seat: Int?
    var isNumbered = false
    var marks: [Character] = []
    var remarks: [String] = []
    /// What stood in brackets behind.
    var notes: [String] = []
    /// Nothing more belongs to the name.
    var isClosed = false

    var isEmpty: Bool {
        name.isEmpty && title == nil && seatWord == nil && bodies.isEmpty && seat == nil && !isNumbered && marks.isEmpty
    }

    var isOnlySeatWord: Bool {
        name.isEmpty && bodies.isEmpty && seat == nil && seatWord == nil && title?.isSeatWord == true && notes.isEmpty
    }

    var isOnlyBodies: Bool { name.isEmpty && title == nil }

    /// Takes a post off a name; forms of address and 委員 tell nothing of an office.
    mutating func take(post: String) {
        if AttendanceReader.isAddress(post) {
            if post.isMemberWord { seatWord = seatWord ?? post }
        } else {
            title = post
        }
    }

    static func saysAbsent(_ text: String) -> Bool {
        text.holds("欠席") && !text.holds("欠席者") || text.holds("不参加") || text.isOne(of: ["欠", "×", "お休み", "休み"])
    }
}

/// What the marks of a list stand for: `◎は座長、※はオンライン`.
struct RollLegend {
    private var words: [Character: String] = [:]

    private static let signs: WordSet = [
        "◎", "○", "●", "◇", "◆", "☆", "★", "※", "〇", "△", "▲", "□", "■", "◯", "×", "＊",
    ]

    init() {}

    /// - Parameter text: the words of a bracket or of the heading of a list.
    mutating func read(_ text: String) {
        guard Self.signs.stands(in: text) || text.utf8.contains(0x2A) else { return }
        var rest = text[...]
        while let sign = rest.firstIndex(where: { "◎○●◇◆☆★※〇△▲□■◯×＊*".contains($0) }) {
            let mark = rest[sign]
            rest = rest[rest.index(after: sign)...].drop { "印は：:＝= 　…".contains($0) }
            let word = String(rest.prefix { !"、。，,）)・；; 　◎○●◇◆☆★※〇△▲□■◯×".contains($0) })
            let told = word.trimmingCharacters("を示すのでにより参加による")
            let plain = word.ends(in: "を示す") ? String(word.dropLast(3)) : word
            if plain.isSeatWord || AttendanceReader.isRemark(plain) || plain.isOne(of: ["欠席", "出席"]) {
                if words[mark] == nil { words[mark] = plain }
            } else if told.isSeatWord, words[mark] == nil {
                words[mark] = told
            }
        }
    }

    subscript(mark: Character) -> String? { words[mark] }

    var isEmpty: Bool { words.isEmpty }
}

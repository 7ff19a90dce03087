import JapaneseText
import MinutesModel

/// The fields a query can filter by, with the names people may use.
enum FilterField: CaseIterable, Sendable {
    case role, speaker, topic, meeting, date, agenda, fiscalYear, kind

    /// The Japanese name first, then what else is understood; folded.
    var names: [String] {
        switch self {
        case .role: ["役割", "role"]
        case .speaker: ["発言者", "話者", "speaker"]
        case .topic: ["話題", "トピック", "topic"]
        case .meeting: ["会議", "meeting"]
        case .date: ["日付", "期間", "date"]
        case .agenda: ["議題", "agenda"]
        case .fiscalYear: ["年度", "year"]
        case .kind: ["種別", "kind"]
        }
    }

    /// - Parameter name: folded.
    init?(name: String) {
        guard let field = Self.allCases.first(where: { $0.names.contains(name) }) else { return nil }
        self = field
    }

    static var japaneseNames: String { allCases.compactMap(\.names.first).joined(separator: "、") }

    /// The filter for values of this field, separated by commas: any of them may hold.
    /// - Throws: `SearchQueryError` without a position.
    func expression(_ values: String) throws(SearchQueryError) -> SearchExpression {
        var parts: [SearchExpression] = []
        let pieces = values.unicodeScalars.split(omittingEmptySubsequences: true) {
            $0 == "," || $0 == "，" || $0 == "、" || $0 == "､"
        }
        for piece in pieces {
            guard parts.count < QueryLimits.mostClauses else { throw QueryLimits.tooManyClauses(at: 0) }
            parts.append(.filter(try filter(String(String.UnicodeScalarView(piece)))))
        }
        guard let first = parts.first else {
            throw SearchQueryError(position: 0, reason: "「\(names[0]):」の後に値がありません。例えば「\(example)」と書いてください。")
        }
        return parts.count == 1 ? first : .any(parts)
    }

    private func filter(_ value: String) throws(SearchQueryError) -> SearchFilter {
        let folded = TextFolding.fold(value)
        switch self {
        case .speaker: return .speaker(folded)
        case .topic: return .topic(folded)
        case .meeting: return .meeting(folded)
        case .agenda: return .agenda(folded)
        case .role: if let role = Self.role(named: folded) { return .role(role) }
        case .kind: return .kind(Self.kind(named: folded) ?? FindingKind(rawValue: value))
        case .date: if let days = DayRange(text: value) { return .date(days) }
        case .fiscalYear: if let years = FiscalYears(text: value) { return .fiscalYear(years) }
        }
        throw SearchQueryError(
            position: 0, reason: "「\(value.prefix(40))」は「\(names[0])」の値として読めません。例えば「\(example)」と書いてください。")
    }

    private var example: String {
        switch self {
        case .role: "役割:事務局（委員長、副委員長、委員、事務局、説明員、参考人、傍聴者、その他）"
        case .speaker: "発言者:山田"
        case .topic: "話題:居場所"
        case .meeting: "会議:推進委員会"
        case .date: "日付:2023-04..2024-03、日付:令和5年度"
        case .agenda: "議題:振り返り"
        case .fiscalYear: "年度:令和5"
        case .kind: "種別:要望"
        }
    }

    static func role(named folded: String) -> Role? {
        switch folded {
        case "委員長", "会長", "部会長", "座長", "議長", "分科会長", "chair": .chair
        case "副委員長", "副会長", "副部会長", "副座長", "副議長", "副分科会長", "職務代理", "vicechair": .viceChair
        case "委員", "議員", "構成員", "理事", "member": .member
        case "事務局", "secretariat": .secretariat
        case "説明員", "理事者", "行政", "職員", "部長", "official": .official
        case "参考人", "有識者", "オブザーバー", "expert": .expert
        case "傍聴者", "傍聴", "audience": .audience
        case "その他", "other": .other
        default: nil
        }
    }

    static func kind(named folded: String) -> FindingKind? {
        let known: [FindingKind] = FindingKind.followUps + [.topic, .answer, .response, .planReference, .figure]
        return known.first { $0.rawValue == folded || TextFolding.fold($0.japaneseName) == folded }
    }
}

/// How large a query may be, so that it is answered in bounded time.
enum QueryLimits {
    /// UTF-8 bytes.
    static let longestQuery = 30_000
    /// Brackets in brackets.
    static let deepestNesting = 64
    /// Words, phrases and filters.
    static let mostClauses = 256
    /// Characters of one word or phrase.
    static let longestPhrase = 1000

    static func tooManyClauses(at position: Int) -> SearchQueryError {
        SearchQueryError(position: position, reason: "条件が多すぎます（\(mostClauses)個まで）。いくつかに分けて検索してください。")
    }
}

import JapaneseText
import MinutesModel

/// The fields a query can filter by, with the names people may use.
enum FilterField: CaseIterable, Sendable {
    case role, speaker, topic, kind, meeting, fiscalYear, date, agenda, answer

    /// The Japanese name first, the English one second, then what else is understood; folded.
    var names: [String] {
        switch self {
        case .role: ["役割", "role", "立場"]
        case .speaker: ["発言者", "speaker", "話者", "氏名"]
        case .topic: ["話題", "topic", "トピック"]
        case .kind: ["種別", "kind", "種類"]
        case .meeting: ["会議", "meeting", "会議名"]
        case .fiscalYear: ["年度", "year"]
        case .date: ["日付", "date", "期間", "開催日"]
        case .agenda: ["議題", "agenda", "案件"]
        case .answer: ["回答", "answer", "答弁"]
        }
    }

    /// - Parameter name: folded.
    init?(name: String) {
        guard let field = Self.allCases.first(where: { $0.names.contains(name) }) else { return nil }
        self = field
    }

    /// Names of all fields and of the scope.
    static var japaneseNames: String {
        (allCases.map { $0.names[0] } + [ScopeName.names[0]]).joined(separator: "、")
    }
    static var englishNames: String {
        (allCases.map { $0.names[1] } + [ScopeName.names[1]]).joined(separator: ", ")
    }

    /// The filter for values of this field: any of them may hold.
    /// - Throws: `SearchQueryError` without a position.
    func expression(_ values: [String]) throws(SearchQueryError) -> SearchExpression {
        var parts: [SearchExpression] = []
        for value in values where value.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) {
            guard parts.count < QueryLimits.mostClauses else { throw QueryLimits.tooManyClauses(at: 0) }
            parts.append(.filter(try filter(value)))
        }
        guard let first = parts.first else {
            throw SearchQueryError(
                position: 0, reason: "「\(names[0]):」の後に値がありません。例えば「\(example)」と書いてください。",
                english: "\(names[1]): has no value; write for example \(englishExample).")
        }
        return parts.count == 1 ? first : .any(parts)
    }

    /// Values of an option or a filter, which stand between commas.
    static func values(in text: String) -> [String] {
        text.unicodeScalars.split(omittingEmptySubsequences: true) {
            $0 == "," || $0 == "，" || $0 == "、" || $0 == "､" || $0 == "|" || $0 == "｜"
        }.map { String(String.UnicodeScalarView($0)) }
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
        case .answer:
            switch folded {
            case "あり", "有", "有り", "ある", "済", "yes", "true": return .answered(true)
            case "なし", "無", "無し", "ない", "未", "no", "false": return .answered(false)
            default: break
            }
        }
        throw SearchQueryError(
            position: 0, reason: "「\(value.prefix(40))」は「\(names[0])」の値として読めません。例えば「\(example)」と書いてください。",
            english: "\"\(value.prefix(40))\" is no value of \(names[1]); write for example \(englishExample).")
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
        case .answer: "回答:あり」か「回答:なし"
        }
    }

    private var englishExample: String {
        switch self {
        case .role: "role:secretariat (chair, viceChair, member, secretariat, official, expert, audience, other)"
        case .speaker: "speaker:山田"
        case .topic: "topic:居場所"
        case .meeting: "meeting:推進委員会"
        case .date: "date:2023-04..2024-03 or date:2024-02-21"
        case .agenda: "agenda:振り返り"
        case .fiscalYear: "year:2023"
        case .kind: "kind:request"
        case .answer: "answer:yes or answer:no"
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

/// `範囲:` and its values.
enum ScopeName {
    static let names = ["範囲", "scope"]

    /// - Parameter folded: folded.
    static func scope(named folded: String) -> SearchScope? {
        switch folded {
        case "発言", "remark": .remark
        case "問答", "質疑", "質問と回答", "exchange": .exchange
        case "議題", "agenda": .agenda
        case "会議", "meeting": .meeting
        default: nil
        }
    }

    /// - Throws: `SearchQueryError` without a position.
    static func scope(_ value: String) throws(SearchQueryError) -> SearchScope {
        if let scope = scope(named: TextFolding.fold(value)) { return scope }
        throw SearchQueryError(
            position: 0, reason: "「\(value.prefix(40))」という範囲はありません。「範囲:」には 発言、問答、議題、会議 のどれかを書いてください。",
            english: "there is no scope \"\(value.prefix(40))\"; write scope:remark, exchange, agenda or meeting.")
    }
}

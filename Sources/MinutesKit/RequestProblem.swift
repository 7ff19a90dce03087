import MinutesModel

/// A request that cannot be carried out as it was put.
public enum RequestProblem: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownKind(String)
    case unknownStatus(String)
    case unknownRole(String)
    case notADate(String)
    case noSuchThing(String)
    case ambiguous(String, [String])
    case noMeeting(String)
    case severalBodies([String])
    case noSuchPlugin(String, [String])
    case goldUnreadable(String)
    case noTruth(String)
    case noRecordTruth(String)
    case noLayout(String)
    case ambiguousBody(String, [String])
    case removed(String, meeting: String, versions: [String])
    case changedInto(String, remark: String)
    case oneDocumentReplaces(Int)
    case quoteNotFound(String, remark: String)
    case alreadyListed(String)
    case notWhole(String)
    case mergesOne
    case splitsIntoOne
    case partOfAnother(String, into: String)
    case alreadySplit(String)
    case nobodyOwns(String)
    /// A meeting cannot be forgotten alone: its document holds others, too.
    case sharesDocument(String, document: String, others: [String])

    public var description: String {
        switch self {
        case .unknownKind(let word):
            "種別「\(word)」はありません。使えるのは \(FindingKind.actions.map(\.japaneseName).joined(separator: "、")) です。"
        case .unknownStatus(let word):
            "状況「\(word)」はありません。使えるのは \(ActionStatus.allCases.map(\.rawValue).joined(separator: "、")) です。"
        case .unknownRole(let word):
            "役割「\(word)」はありません。使えるのは \(Role.allCases.map { "\($0.japaneseName)（\($0.rawValue)）" }.joined(separator: "、")) です。"
        case .notADate(let word): "「\(word)」を日付として読めません。2024-04-01、2024-04、令和6年4月1日 のように書いてください。"
        case .noSuchThing(let id): "「\(id)」という番号のものはありません。list、search、actions が示す番号を指定してください。"
        case .ambiguous(let id, let candidates):
            "「\(id)」で始まる番号が複数あります（\(candidates.prefix(5).joined(separator: "、"))）。もう少し長く指定してください。"
        case .noMeeting(let word): "「\(word)」に当たる会議がありません。gijiroku list で確かめてください。"
        case .severalBodies(let bodies):
            bodies.isEmpty
                ? "会議体の名称と開催日の分かる会議録がありません。gijiroku list で確かめてください。"
                : "会議体が\(bodies.count)つあります（\(bodies.prefix(5).joined(separator: "、"))）。--meeting で会議か会議体を一つ指定してください。"
        case .noSuchPlugin(let id, let known): "「\(id)」という部品はありません。あるのは \(known.joined(separator: "、")) です。"
        case .removed(let id, let meeting, let versions):
            "「\(id)」は、会議録（\(meeting)）の訂正でなくなりました。以前の版（\(versions.map { "「\($0)」" }.joined())）には残っています。"
        case .changedInto(let id, let remark):
            "「\(id)」は、会議録の訂正で発言が変わり、項目ではなくなりました。今の発言は gijiroku show \(remark) で確かめてください。"
        case .oneDocumentReplaces(let count):
            "--replaces を使うときは、ファイルを一つだけ指定してください（指定されたのは\(count)件）。"
        case .quoteNotFound(let quote, let remark):
            "発言 \(remark) に「\(quote)」という言葉はありません。gijiroku show \(remark) で原文を確かめ、そのまま書き写してください。"
        case .alreadyListed(let id): "その言葉は、すでに \(id) として一覧にあります。直すときは actions set \(id) を使ってください。"
        case .notWhole(let id): "「\(id)」は会議録に見当たらない項目のため、分けられません。今の発言から actions add で加えてください。"
        case .sharesDocument(let title, let document, let others):
            "「\(title)」の原本「\(document)」には、ほかの会議も入っています（\(others.prefix(5).joined(separator: "、"))"
                + (others.count > 5 ? "ほか" : "") + "）。原本を残したままでは消したことになりません。まとめて消すときは --force を付けてください。"
                + "残したい会議は、その会議だけの文書を作り、消したあとで取り込んでください。"
        case .mergesOne: "まとめる項目を二つ以上指定してください。先頭の項目に、ほかの項目をまとめます。"
        case .splitsIntoOne: "分けたあとの項目を --part で二つ以上指定してください。"
        case .partOfAnother(let id, let target):
            "「\(id)」は \(target) にまとめられています。もとに戻すときは actions reset \(id) を使ってください。"
        case .alreadySplit(let id):
            "「\(id)」はすでに分けられています。分けた項目の番号を指定するか、actions reset \(id) でもとに戻してください。"
        case .nobodyOwns(let owner): "担当が「\(owner)」の項目はありません。gijiroku actions --by owner で確かめてください。"
        case .goldUnreadable(let reason): "正解の表を読めません：\(reason)"
        case .noLayout(let body): "「\(body)」に固定した書き方はありません。gijiroku archive layouts で確かめてください。"
        case .ambiguousBody(let word, let bodies):
            "「\(word)」を含む会議体が複数あります（\(bodies.prefix(5).joined(separator: "、"))）。名前をすべて書いてください。"
        case .noTruth(let path): "\(path) に発言の区切りの正解（文書名.turns.tsv）がありません。"
        case .noRecordTruth(let path): "\(path) に見出し・出席者・議題の正解（文書名.truth.json）がありません。"
        }
    }
}

import JapaneseText
import MinutesModel

/// The organisation or office each speaker speaks for, as the document prints it: beside the name on the attendance
/// list, in the post (`上下水道局長` → `上下水道局`), or behind the agenda item that the side reports on (`…について（交通局）`).
///
/// Where the document names none, or two, there is none.
struct SpeakerSides {
    /// By name without blanks; `nil` where two people of the name belong to different sides.
    private var byName: [String: String?] = [:]
    private var byTitle: [String: String?] = [:]
    private var byAgenda: [String: String] = [:]

    /// Items looked at from one item upwards at most.
    private static let deepest = 4

    init(_ meeting: Meeting) {
        for person in meeting.header.attendance {
            guard let side = Self.side(of: person) else { continue }
            if !person.name.isEmpty { Self.enter(side, person.name, &byName) }
            if let title = person.title { Self.enter(side, title, &byTitle) }
        }
        let items = Dictionary(meeting.agenda.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for item in meeting.agenda {
            var current: AgendaItem? = item
            for _ in 0..<Self.deepest {
                guard let here = current else { break }
                if let side = Self.officeInBrackets(here.title) {
                    byAgenda[item.id] = side
                    break
                }
                current = here.parent.flatMap { items[$0] }
            }
        }
    }

    private static func enter(_ side: String, _ key: String, _ table: inout [String: String?]) {
        if let known = table[key], known != side { table[key] = .some(nil) } else { table[key] = side }
    }

    /// - Complexity: O(length of the label).
    func side(of remark: Remark) -> String? {
        guard remark.role != .chair, remark.role != .viceChair, remark.role != .audience else { return nil }
        let (post, bracket) = Self.parts(of: remark)
        if let name = remark.name, let side = byName[name] { return side }
        if let side = byTitle[post] { return side }
        guard remark.role == .official || remark.role == .secretariat else { return nil }
        let own = Self.office(ofPost: post) ?? Self.office(ofPost: bracket)
        if let own, Self.isWhole(own) { return own }
        return remark.agenda.flatMap { byAgenda[$0] } ?? own
    }

    private static func side(of person: Attendance) -> String? {
        if let organization = person.organization, isOffice(organization) { return organization }
        guard person.role == .official || person.role == .secretariat, let title = person.title else { return nil }
        return officeInBrackets(title, isPost: true)
    }

    /// The label without the name, and what stands in brackets up to the first blank.
    private static func parts(of remark: Remark) -> (post: String, bracket: String) {
        var post = "", bracket = ""
        var isInside = false, isDone = false
        for scalar in remark.label.unicodeScalars {
            switch scalar {
            case "（", "(": isInside = true
            case "）", ")": isInside = false
            case " ", "\u{3000}", ":", "：": if isInside { isDone = true }
            default:
                if !isInside {
                    post.unicodeScalars.append(scalar)
                } else if !isDone {
                    bracket.unicodeScalars.append(scalar)
                }
            }
        }
        if let name = remark.name, !name.isEmpty, post != name, post.hasPrefix(name) { post.removeFirst(name.count) }
        return (post, bracket)
    }

    // MARK: - posts and offices

    /// What a post is of: positions, longest first.
    private static let positions = [
        "担当部長", "担当局長", "担当課長", "担当次長", "長補佐", "長代理", "副部長", "副課長", "副局長", "次長", "参事", "主幹", "主査", "長",
    ]
    /// What the name of an office ends in.
    private static let offices = [
        "局", "部", "課", "室", "係", "省", "庁", "署", "所", "院", "館", "校", "園", "社", "センター", "委員会", "協議会", "機構", "公社",
        "組合", "法人", "連合会", "自治会", "町内会", "町会", "大学", "事務局", "財団", "協会", "社協",
    ]
    private static let places = ["都", "府", "県", "市", "区", "町", "村"]

    /// 水道課長 → 水道課, 市長 → 市; `nil` for 部長, 教育長, 主任.
    static func office(ofPost post: String) -> String? {
        guard post.utf8.count <= 120 else { return nil }
        for position in positions where post.ends(in: position) {
            var office = String(post.dropLast(position.count))
            if places.contains(office) { return office }
            if office.begins(with: "副"), places.contains(String(office.dropFirst())) {
                office.removeFirst(); return office
            }
            return isOffice(office) ? office : nil
        }
        return nil
    }

    /// A label that names a body: 商工観光課, 家庭裁判所; not a family name such as 長谷部.
    static func isBody(_ label: String) -> Bool {
        isOffice(label) && label.utf8.count >= (label.ends(in: "部") || label.ends(in: "所") ? 12 : 9)
    }

    private static func isOffice(_ name: String) -> Bool {
        name.utf8.count > 3 && name.utf8.count <= 90 && offices.contains { name.ends(in: $0) }
            && !name.unicodeScalars.contains { "、，・（）() \u{3000}".unicodeScalars.contains($0) }
    }

    /// An organisation of its own, not a division of one.
    private static func isWhole(_ office: String) -> Bool {
        places.contains(office) || !["部", "課", "室", "係", "所"].contains { office.ends(in: $0) }
    }

    /// …について（交通局） → 交通局; with `isPost`, also 管理者（上下水道局長） → 上下水道局.
    private static func officeInBrackets(_ text: String, isPost: Bool = false) -> String? {
        guard text.ends(in: "）") || text.ends(in: ")"),
            let open = text.unicodeScalars.lastIndex(where: { $0 == "（" || $0 == "(" })
        else { return nil }
        let inner = String(text.unicodeScalars[text.unicodeScalars.index(after: open)...].dropLast())
        if isPost { return office(ofPost: inner) }
        return isOffice(inner) ? inner : nil
    }
}

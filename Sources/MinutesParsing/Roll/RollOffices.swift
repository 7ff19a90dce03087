import MinutesModel

/// Offices that the labels of a document name, as evidence for where a name in a list ends: beside the label
/// `未来共創室長` the entry 柏未来共創室長 is 柏 of that office, whatever words of offices are known.
struct RollOffices {
    /// Longest first.
    private let offices: [String]
    /// あおぞら館長: what may be somebody's name with a post, or a house and who heads it.
    private var houses: [(name: String, label: String)] = []

    /// 東雲署長: where a post is, for an entry that has more between.
    private var places: [(name: String, post: String)] = []

    /// A hostile document may hold thousands of labels.
    private static let most = 200
    /// And a list thousands of people.
    private static let longest = 400

    /// - Parameter people: the list; only offices that stand in one of its entries are looked at.
    init(_ inference: LayoutInference, in people: [Attendance]) {
        let entries = people.prefix(Self.longest).compactMap(Self.whole)
        guard !entries.isEmpty else {
            offices = []
            return
        }
        var offices: Set<String> = []
        for label in inference.speakingLabels.prefix(Self.most) {
            let entry = inference.labels.entries[label]
            let split = SpeakerLabel.splitBrackets(Array(entry.text.utf8))
            if let name = entry.reading.name, entry.reading.strength >= 2, split == nil, entry.text.begins(with: name),
                entry.reading.role == .secretariat || entry.reading.role == .official
            {
                houses.append((name, entry.text))
                if name.count >= 2, case let post = String(entry.text.dropFirst(name.count)), post.count >= 2 {
                    places.append((name, post))
                }
                // 水環境室長 speaks for an office in which others are too.
                if Self.heads.end(entry.text), entry.text.count >= 5 {
                    houses.append((name, String(entry.text.dropLast())))
                }
            }
            if let split, split.tail.isEmpty {
                for part in [split.head, split.inner] {
                    Self.add(String(decoding: part, as: UTF8.self), of: entries, to: &offices)
                }
            } else {
                Self.add(entry.text, of: entries, to: &offices)
            }
        }
        self.offices = offices.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
    }

    /// Name and post of those among whom an office may have run into a name.
    private static func whole(_ person: Attendance) -> String? {
        guard person.role == .secretariat || person.role == .official || person.role == .other,
            case let whole = person.name + (person.title ?? ""), !whole.isEmpty, whole.utf8.count <= 120
        else { return nil }
        return whole
    }

    /// An office or a post in one, and nobody's name in it.
    private static func add(_ text: String, of entries: [String], to offices: inout Set<String>) {
        guard (3...80).contains(text.utf8.count), entries.contains(where: { $0.holds(text) }), text.count >= 3,
            text.count <= 20,
            !text.isSeatWord, RoleLexicon.standard.exact(Array(text.utf8)[...]) == nil
        else { return }
        let bytes = Array(text.utf8)[...]
        let isOffice = OrganizationWords.ends(bytes) || RollWord.Kind.of(text) == .post || text.ends(in: "担当")
        if isOffice { offices.insert(text) }
        if isOffice, heads.end(text), text.count >= 5 { offices.insert(String(text.dropLast())) }
    }

    /// Parts names that ran into the offices behind them.
    /// - Complexity: O(people × offices), of which no document has many.
    func settle(_ people: inout [Attendance]) {
        guard !offices.isEmpty || !houses.isEmpty else { return }
        let printed = Set(people.prefix(Self.longest).map(\.name))
        let houses = houses.filter { house in !printed.contains { $0.begins(with: house.name) } }.map(\.label)
        let named = Set(people.prefix(Self.longest).filter { !$0.name.isEmpty }.map(\.group))
        for index in people.indices.prefix(Self.longest) {
            guard let whole = Self.whole(people[index]),
                // 橡未来共創室主任 among others who are named
                case let isUnnamed = people[index].name.isEmpty, !isUnnamed || named.contains(people[index].group),
                case let taken = isUnnamed ? whole : people[index].name,
                let name = name(in: whole, before: taken, offices) ?? name(in: whole, before: taken, houses)
                    ?? name(in: whole, before: taken)
            else { continue }
            people[index].name = name
            people[index].title = String(whole.dropFirst(name.count))
        }
    }

    /// The name before an office, where it is shorter than what was taken for one.
    private func name(in whole: String, before taken: String, _ offices: [String]) -> String? {
        for office in offices {
            guard let place = whole.range(ofWord: office), place.lowerBound > whole.startIndex else { continue }
            let name = String(whole[..<place.lowerBound])
            let rest = String(whole[place.upperBound...])
            guard name.count < taken.count, name.count <= 5, name.count >= 2 || taken.count <= 3 || rest.count <= 4,
                rest.isEmpty || RollWord.Kind.of(rest) == .post
                    || (RoleLexicon.standard.suffix(of: Array(rest.utf8)[...]) != nil && rest.count <= 4),
                AttendanceReader.isName(name), !Self.places.end(name)
            else { continue }
            return name
        }
        return nil
    }

    /// 山田東雲森林管理署長 where 東雲署長 speaks.
    private func name(in whole: String, before taken: String) -> String? {
        guard taken.count >= 5 else { return nil }
        for place in places where whole.ends(in: place.post) {
            guard let found = whole.range(ofWord: place.name), found.lowerBound > whole.startIndex,
                case let name = String(whole[..<found.lowerBound]), name.count <= 4, AttendanceReader.isName(name)
            else { continue }
            return name
        }
        return nil
    }

    private static let heads = WordEndings("課長 室長 局長 係長")
    private static let places = WordEndings("市 町 村 県 区 都 府 立 課 部 局 係 室 会 同 兼")
}

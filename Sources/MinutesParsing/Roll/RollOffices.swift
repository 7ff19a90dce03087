import MinutesModel

/// Offices that the labels of a document name, as evidence for where a name in a list ends: beside the label
/// `未来共創室長` the entry 柏未来共創室長 is 柏 of that office, whatever words of offices are known.
struct RollOffices {
    /// Longest first.
    private let offices: [String]
    /// あおぞら館長: what may be somebody's name with a post, or a house and who heads it.
    private var named: [(name: String, label: String)] = []

    /// A hostile document may hold thousands of labels.
    private static let most = 200

    init(_ inference: LayoutInference) {
        var speaking: Set<Int> = []
        for index in inference.candidates.indices where inference.taken[index] && speaking.count < Self.most {
            speaking.insert(inference.candidates[index].labelIndex)
        }
        var offices: Set<String> = []
        for entry in speaking.map({ inference.labels.entries[$0] }) {
            let split = SpeakerLabel.splitBrackets(Array(entry.text.utf8))
            if let name = entry.reading.name, entry.reading.strength >= 2, split == nil, entry.text.begins(with: name),
                entry.reading.role == .secretariat || entry.reading.role == .official
            {
                named.append((name, entry.text))
            }
            if let split, split.tail.isEmpty {
                for part in [split.head, split.inner] { Self.add(String(decoding: part, as: UTF8.self), to: &offices) }
            } else {
                Self.add(entry.text, to: &offices)
            }
        }
        self.offices = offices.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
    }

    /// An office or a post in one, and nobody's name in it.
    private static func add(_ text: String, to offices: inout Set<String>) {
        guard text.count >= 3, text.count <= 20, !text.isSeatWord,
            RoleLexicon.standard.exact(Array(text.utf8)[...]) == nil
        else { return }
        let bytes = Array(text.utf8)[...]
        let isOffice = OrganizationWords.ends(bytes) || RollWord.Kind.of(text) == .post || text.ends(in: "担当")
        if isOffice { offices.insert(text) }
    }

    /// Parts names that ran into the offices behind them.
    /// - Complexity: O(people × offices), of which no document has many.
    func settle(_ people: inout [Attendance]) {
        guard !offices.isEmpty || !named.isEmpty else { return }
        let printed = Set(people.prefix(400).map(\.name))
        let houses = named.filter { named in !printed.contains { $0.begins(with: named.name) } }.map(\.label)
        for index in people.indices.prefix(400) {
            let person = people[index]
            guard person.role == .secretariat || person.role == .official || person.role == .other,
                !person.name.isEmpty, case let whole = person.name + (person.title ?? ""), whole.utf8.count <= 120,
                let name = name(in: whole, before: person.name, offices) ?? name(in: whole, before: person.name, houses)
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
            guard name.count < taken.count, name.count <= 5, name.count >= 2 || taken.count <= 3 || rest.isEmpty,
                rest.isEmpty || RollWord.Kind.of(rest) == .post
                    || (RoleLexicon.standard.suffix(of: Array(rest.utf8)[...]) != nil && rest.count <= 4),
                AttendanceReader.isName(name), !Self.places.end(name)
            else { continue }
            return name
        }
        return nil
    }

    private static let places = WordEndings("市 町 村 県 区 都 府 立 課 部 局 係 室 会 同 兼")
}

import JapaneseText
import MinutesModel

/// Who the labels of a document are: role and name, with the attendance list and the kind of meeting taken in.
struct People {
    struct Who {
        var role: Role
        var name: String?
    }

    private let byLabel: [Who]

    init(header: MeetingHeader, inference: LayoutInference) {
        let labels = inference.labels.entries
        var used: Set<Int> = []
        for index in inference.candidates.indices where inference.taken[index] {
            used.insert(inference.candidates[index].labelIndex)
        }
        let isAssembly = Self.isAssembly(header, used.map { labels[$0] })
        let secretariat = header.attendance.filter { $0.role == .secretariat }
        let secretariatTitles = Set(secretariat.compactMap(\.title))
        var roster = Roster(header.attendance)
        byLabel = labels.enumerated().map { index, entry in
            guard used.contains(index) else { return Who(role: entry.reading.role, name: entry.reading.name) }
            var who = Who(role: entry.reading.role, name: entry.reading.name)
            let listed = who.name.flatMap { roster.listed($0) }
            switch who.role {
            case .other:
                if let listed {
                    who.role = listed.role
                } else if isAssembly, entry.text.ends(in: "君") {
                    who.role = .member
                }
            case .secretariat:
                // 課長 of the host sit with the secretariat; before an assembly they answer for the executive.
                let isPost = entry.reading.strength < 3 || !entry.text.holds("事務局")
                if let listed, listed.role == .official {
                    who.role = .official
                } else if isAssembly, isPost, listed?.role != .secretariat,
                    !entry.text.holds("書記"), !entry.text.holds("議事"), !entry.text.holds("事務局")
                {
                    who.role = .official
                }
            case .official:
                let title = Self.title(entry.text, who.name)
                if listed?.role == .secretariat || secretariatTitles.contains(title) { who.role = .secretariat }
                if !isAssembly, entry.text.ends(in: "教育委員") { who.role = .member }
            default: break
            }
            return who
        }
    }

    func who(_ label: Int) -> Who { byLabel[label] }

    private static func title(_ label: String, _ name: String?) -> String {
        guard let name, label.hasPrefix(name) else { return label }
        return String(label.dropFirst(name.count))
    }

    /// Assemblies and committees of assemblies, where officials answer members.
    private static func isAssembly(_ header: MeetingHeader, _ labels: [LabelTable.Entry]) -> Bool {
        if labels.contains(where: {
            $0.text.holds("議員") || $0.text.holds("議長") || $0.text.ends(in: "君") || $0.text.ends(in: "君）")
        }) {
            return true
        }
        if let title = header.title {
            // 協議会 and 審議会 hold the letters of 議会 but are none.
            let plain = title.holds("議会") ? title.replacing("協議会", with: "").replacing("審議会", with: "") : title
            let words = ["議会", "国会", "定例会", "臨時会", "参議院", "衆議院", "常任委員会", "特別委員会"]
            if words.contains(where: plain.holds) { return true }
        }
        return header.attendance.contains { $0.group.holds("議員") || $0.group.holds("説明員") }
    }
}

/// The attendance list, to be asked for many names.
private struct Roster {
    private let people: [Attendance]
    /// Places in the list, by the bytes of the names.
    private let byName: [Int]
    private var answers: [[UInt8]: Int?] = [:]

    /// - Complexity: O(n log n).
    init(_ people: [Attendance]) {
        self.people = people
        byName = people.indices.sorted { Self.isBefore(people[$0].name, people[$1].name) }
    }

    private static func isBefore(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// The only person on the list with that name or family name.
    /// - Complexity: O(log n) and those whose names begin so, once for each name.
    mutating func listed(_ name: String) -> Attendance? {
        let key = Array(name.utf8)
        if let known = answers[key] { return known.map { people[$0] } }
        let found = place(name)
        answers[key] = .some(found)
        return found.map { people[$0] }
    }

    private func place(_ name: String) -> Int? {
        var (low, high) = (0, byName.count)
        while low < high {
            let middle = (low + high) / 2
            if Self.isBefore(people[byName[middle]].name, name) { low = middle + 1 } else { high = middle }
        }
        // Those whose names begin with it stand side by side.
        let found = byName[low...].prefix { people[$0].name.begins(with: name) }
        if let exact = found.filter({ people[$0].name.utf8.count == name.utf8.count }).min() { return exact }
        guard name.count >= 2 || people.count < 30, let first = found.min() else { return nil }
        return found.allSatisfy { people[$0].role == people[first].role } ? first : nil
    }
}

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
        byLabel = labels.enumerated().map { index, entry in
            guard used.contains(index) else { return Who(role: entry.reading.role, name: entry.reading.name) }
            var who = Who(role: entry.reading.role, name: entry.reading.name)
            let listed = who.name.flatMap { name in Self.listed(name, header.attendance) }
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

    /// The only person on the list with that name or family name.
    private static func listed(_ name: String, _ attendance: [Attendance]) -> Attendance? {
        if let exact = attendance.first(where: { $0.name.utf8.count == name.utf8.count && $0.name.begins(with: name) })
        {
            return exact
        }
        guard name.count >= 2 || attendance.count < 30 else { return nil }
        let found = attendance.filter { $0.name.begins(with: name) }
        return found.count == 1 ? found[0] : Set(found.map(\.role)).count == 1 ? found.first : nil
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

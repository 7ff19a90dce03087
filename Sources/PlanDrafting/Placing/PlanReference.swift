/// One step of a reference to a plan: `基本目標２ 「…」`, then `（６）人や団体`.
struct PlanReferenceStep: Hashable, Sendable {
    var level: PlanItemLevel?
    var number: PrintedNumber?
    /// What stands behind the number, up to the next step; empty where nothing does.
    var title: String
}

/// Reads the steps of a reference from running text or from the brackets of `説明（略）。（…）`.
enum PlanReference {
    /// Longest title that is read, in scalars.
    private static let longestTitle = 60

    /// - Complexity: O(n) in the text.
    static func steps(in text: String) -> [PlanReferenceStep] {
        let scalars = Array(text.unicodeScalars)
        var steps: [PlanReferenceStep] = []
        var titleStart: Int?
        var index = 0
        while index < scalars.count {
            guard let (level, number, end) = step(scalars, at: index, joined: titleStart == index) else {
                index += 1
                continue
            }
            if let start = titleStart { steps[steps.count - 1].title = title(scalars[start..<index]) }
            steps.append(PlanReferenceStep(level: level, number: number, title: ""))
            titleStart = end
            index = end
        }
        if let start = titleStart { steps[steps.count - 1].title = title(scalars[start...]) }
        return steps
    }

    /// - Parameter joined: whether the place stands right behind another step, where a bare number counts.
    private static func step(
        _ text: [Unicode.Scalar], at index: Int, joined: Bool
    ) -> (PlanItemLevel?, PrintedNumber?, Int)? {
        if let (level, after) = PlanHeading.levelWord(text, at: index) {
            if let (number, end) = PlanHeading.number(text, after: after) { return (level, number, end) }
            return level == .priority ? (level, nil, after) : nil
        }
        guard let (number, length) = PrintedNumber.scan(text, at: index) else { return nil }
        switch number.style {
        case .parenthesised, .circled: return (nil, number, index + length)
        default: return joined ? (nil, number, index + length) : nil
        }
    }

    private static func title(_ text: ArraySlice<Unicode.Scalar>) -> String {
        var rest = text.prefix(longestTitle)
        if let end = rest.firstIndex(where: { "。、\n」』".unicodeScalars.contains($0) }), end > rest.startIndex {
            rest = rest[..<end]
        }
        while let first = rest.first, "「『 \u{3000}:：の・".unicodeScalars.contains(first) { rest = rest.dropFirst() }
        for tail in ["より", "から", "について", "の"] where rest.count > tail.unicodeScalars.count {
            if rest.suffix(tail.unicodeScalars.count).elementsEqual(tail.unicodeScalars) {
                rest = rest.dropLast(tail.unicodeScalars.count)
                break
            }
        }
        while let last = rest.last, "」』 \u{3000}".unicodeScalars.contains(last) { rest = rest.dropLast() }
        return PlanHeading.string(rest)
    }
}

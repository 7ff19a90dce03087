import JapaneseText
import MinutesModel

/// Finds where an item of the list is called in a remark: `続きまして、議題（２）…について、事務局から説明をお願いします`.
///
/// Only items that no heading of the proceedings repeats are looked for, between the headings above and below, and in
/// the order of the list, unless the whole title is said. A call that opens its remark begins the item there; one that follows the end of
/// the item before begins it with the next remark.
struct ChairCalls {
    /// A call, and what stands for it in the document.
    struct Call {
        var item: Int
        /// Index of the remark that holds it.
        var remark: Int
        var quote: String
        /// Line of the document the quote begins on.
        var line: Int
    }

    let agenda: [AgendaItem]
    let items: [AgendaBuilder.Item]
    private let titles: [CallTitle?]
    /// Items of the list that no heading repeats.
    private let uncalled: [Int]
    private let hasHeadings: Bool

    init(agenda: [AgendaItem], items: [AgendaBuilder.Item], hasHeadings: Bool) {
        self.agenda = agenda
        self.items = items
        self.hasHeadings = hasHeadings
        uncalled =
            items.count > 400 ? [] : items.indices.filter { items[$0].isListed && items[$0].heading == nil }
        var titles: [CallTitle?] = Array(repeating: nil, count: items.count)
        for index in uncalled { titles[index] = CallTitle(items[index]) }
        self.titles = titles
    }

    /// Links the remarks below a call to its item.
    /// - Complexity: O(n) in the text of whoever presides, times a bounded number of items.
    func apply(to remarks: inout [Remark]) -> [Call] {
        guard !uncalled.isEmpty else { return [] }
        let byID = Dictionary(agenda.indices.map { (agenda[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        // Nothing is called before 開会: the meeting begins with it.
        var open = hasHeadings || items[uncalled[0]].key != "開会" ? nil : uncalled[0]
        var heading: Int?
        var reached = open ?? -1
        // Nothing above the last heading is called any more.
        var floor = -1
        let callers = Callers(remarks)
        var calls: [Call] = []
        for index in remarks.indices {
            var isUnderHeading = false
            if let id = remarks[index].agenda, let item = byID[id], item != heading {
                isUnderHeading = !items[item].isListed
                heading = item
                open = nil
                if items[item].isListed {
                    reached = item
                    floor = item
                }
            }
            var next = open
            if callers.mayCall(index, remarks[index].role, remarks[index].label) {
                let limit = nextHeading(after: heading)
                let candidates = uncalled.filter { $0 > reached && $0 < limit }
                let passed = uncalled.filter { $0 <= reached && $0 > floor && $0 != open }
                if !candidates.isEmpty || !passed.isEmpty {
                    let scan = CallScan(
                        items: items, titles: titles, candidates: candidates, passed: passed, open: open)
                    for found in scan.calls(in: remarks[index].text) {
                        reached = max(reached, found.item)
                        // 議案第３号及び議案第４号の上程 is the heading of what is called right below it.
                        if isUnderHeading, found.startsHere { continue }
                        if found.startsHere { open = found.item }
                        next = found.item
                        let line = remarks[index].map.place(of: found.range.lowerBound)?.line
                        calls.append(
                            Call(
                                item: found.item, remark: index, quote: found.quote,
                                line: line ?? remarks[index].span.line))
                    }
                }
            }
            if let open { remarks[index].agenda = agenda[open].id }
            open = next
        }
        return calls
    }

    /// The item of the list that the next heading of the proceedings repeats.
    private func nextHeading(after heading: Int?) -> Int {
        let here = heading.flatMap { items[$0].heading } ?? -1
        var first = items.count
        for index in items.indices where items[index].isListed {
            if let order = items[index].heading, order > here { first = min(first, index) }
        }
        return first
    }

    /// Who presides, and so may call.
    private struct Callers {
        private let presiding: String?
        private let firstChair: Int
        /// Who the opening words ask to preside.
        private let asked: String?

        init(_ remarks: [Remark]) {
            asked = Self.asked(remarks)
            firstChair = remarks.firstIndex { $0.role == .chair } ?? remarks.count
            guard firstChair == remarks.count else {
                presiding = nil
                return
            }
            // Whoever speaks most presides where nobody is called chair: the 教育長 of a board of education.
            var counts: [String: Int] = [:]
            for remark in remarks { counts[remark.label, default: 0] += 1 }
            presiding = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        }

        /// The secretariat leads up to the chair's first words.
        func mayCall(_ index: Int, _ role: Role, _ label: String) -> Bool {
            role == .chair || label == presiding || label == asked || role == .secretariat && index < firstChair
                || Self.leads.stands(in: label)
        }

        /// 議事の進行は、木下主査にお願いします: the label of who presides, whatever the post is called.
        private static func asked(_ remarks: [Remark]) -> String? {
            for remark in remarks.prefix(5) where remark.text.utf8.count <= 6000 && remark.text.holds("進行") {
                for part in remark.text.unicodeScalars.split(separator: "。") {
                    let sentence = String(part)
                    guard sentence.holds("進行") else { continue }
                    for wish in wishes {
                        guard let place = sentence.range(ofWord: wish) else { continue }
                        let before = String(sentence[..<place.lowerBound])
                        let named = remarks.prefix(40).first { $0.label.count >= 3 && before.ends(in: $0.label) }
                        if let named { return named.label }
                    }
                }
            }
            return nil
        }

        private static let wishes = ["にお願い", "にお渡し", "に引き継", "へお願い"]
        private static let leads: WordSet = ["司会", "進行"]
    }

    /// What is said of the calls: the evidence that a remark belongs to an item no heading stands over.
    func diagnostics(_ calls: [Call]) -> [Diagnostic] {
        calls.prefix(50).map { call in
            let item = items[call.item]
            let name = item.number.isEmpty ? item.title : item.number + " " + item.title
            let quote = call.quote.count > 60 ? call.quote.prefix(60) + "…" : call.quote[...]
            return Diagnostic(
                .note, code: "agenda.called",
                message: "議題「\(name)」は、本文に見出しがないため、発言「\(quote)」から始まるものとして読みました。",
                line: call.line)
        }
    }
}

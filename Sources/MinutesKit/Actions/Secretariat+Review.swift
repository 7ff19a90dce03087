import Foundation
import MinutesArchive
import MinutesModel

/// What people decide about the action list. Every decision says who and when and is appended to the archive's
/// `reviews.jsonl`; nothing that was decided before is changed there.
///
/// Items are named by their id or the beginning of it; an id of an older version of the document leads to what it is
/// now. All of these return the items as they stand afterwards, and throw `RequestProblem` for an id that is unknown,
/// ambiguous or gone, `ArchiveError` when the decision cannot be written.
extension Secretariat {
    /// Changes what the list says about items: status, owner, due date, short form, kind, note.
    @discardableResult
    public func setActions(_ ids: [String], _ change: ActionChange) throws -> [ActionItem] {
        let due = try Self.due(change)
        return try decide(ids) { desk, item in [desk.review(item, change, due: due)] }
    }

    /// One item.
    @discardableResult
    public func setAction(_ id: String, _ change: ActionChange) throws -> ActionItem {
        try setActions([id], change)[0]
    }

    /// They belong on the list as they stand.
    /// - Parameter asFound: what was decided about their fields gives way to what the analyzers say now.
    @discardableResult
    public func acceptActions(
        _ ids: [String], _ change: ActionChange = ActionChange(), asFound: Bool = false
    ) throws -> [ActionItem] {
        let due = try Self.due(change)
        return try decide(ids) { desk, item in
            var review = desk.review(item, change, due: due)
            review.verdict = .accepted
            review.expression = item.expression
            if asFound, let seen = review.seen {
                review.summary = review.summary ?? seen.summary
                review.owner = review.owner ?? seen.owner ?? ""
                review.due = review.due ?? seen.due.map { $0.date ?? $0.text } ?? ""
                review.type = review.type ?? (item.type == review.kind ? nil : review.kind)
            }
            return [review]
        }
    }

    /// They are nothing to follow up. They leave the list and stay in the archive; what is put alike is marked from now on.
    @discardableResult
    public func rejectActions(_ ids: [String], _ change: ActionChange = ActionChange()) throws -> [ActionItem] {
        let due = try Self.due(change)
        return try decide(ids) { desk, item in
            var review = desk.review(item, change, due: due)
            review.verdict = .rejected
            review.expression = item.expression
            return [review]
        }
    }

    /// Everything decided about them is taken back; the lines stay in `reviews.jsonl`. Parts become whole again, what
    /// was merged stands for itself.
    @discardableResult
    public func resetActions(_ ids: [String], by person: String? = nil) throws -> [ActionItem] {
        try decide(ids, alsoHidden: true) { desk, item in
            var review = desk.review(item, ActionChange(by: person))
            review.verdict = .reset
            review.seen = nil
            return [review]
        }
    }

    /// Several items become one: the first stays, the others are kept as further evidence of it.
    public func mergeActions(_ ids: [String], _ change: ActionChange = ActionChange()) throws -> ActionItem {
        guard ids.count > 1 else { throw RequestProblem.mergesOne }
        let due = try Self.due(change)
        var first: ActionItem?
        let items = try decide(ids) { desk, item in
            guard let target = first else {
                first = item
                var review = desk.review(item, change, due: due)
                review.verdict = .accepted
                return [review]
            }
            guard item.id != target.id else { throw RequestProblem.mergesOne }
            var review = desk.review(item, ActionChange(by: change.by))
            review.mergedInto = ActionReference(item: target.id, meeting: target.meeting)
            // What was merged into it before goes along.
            let further = desk.lines(mergedInto: item.id).map { line in
                var line = desk.repeated(line, by: change.by)
                line.mergedInto = review.mergedInto
                return line
            }
            return [review] + further
        }
        guard let merged = items.first else { throw RequestProblem.mergesOne }
        return merged
    }

    /// One item becomes several.
    /// - Parameter parts: for each, words of its quote, or else a short form in the person's own words.
    public func splitAction(_ id: String, into parts: [String], by person: String? = nil) throws -> [ActionItem] {
        guard parts.count > 1 else { throw RequestProblem.splitsIntoOne }
        var made: [String] = []
        _ = try decide([id]) { desk, item in
            guard !item.isMissing else { throw RequestProblem.notWhole(item.id) }
            var whole = desk.review(item, ActionChange(by: person))
            whole.split = true
            let remark = try desk.remark(item.remark, in: item.meeting)
            var taken: Set<String> = []
            let lines = try parts.map { part in
                let quote = item.quote.contains(part) ? part : item.quote
                var line = try desk.added(item.type, quote, in: remark, meeting: item.meeting, besides: taken)
                taken.insert(line.item)
                line.by = whole.by
                line.seen = Review.Seen(
                    summary: part, owner: item.owner, due: item.due, meetingTitle: item.meetingTitle, date: item.date,
                    speaker: item.speaker, line: item.line)
                line.splitFrom = item.id
                return line
            }
            made = lines.map(\.item)
            return [whole] + lines
        }
        return try items(made)
    }

    /// Puts something on the list that no analyzer found. Its words have to stand in the remark.
    public func addAction(_ action: AddedAction) throws -> ActionItem {
        let due = try Self.due(action.change)
        let found = try find(action.remark)
        guard let remark = found.remark, !action.remark.isEmpty else { throw RequestProblem.noSuchThing(action.remark) }
        let desk = try ReviewDesk(self, [])
        let same = try actions(ActionFilter(meeting: found.record.id, scope: .listed)).items
            .first { $0.remark == remark.id && $0.quote == action.quote && $0.type == action.kind }
        if let same { throw RequestProblem.alreadyListed(same.id) }
        var line = try desk.added(action.kind, action.quote, in: remark, meeting: found.record.id)
        line.by = desk.person(action.change.by)
        line.summary = action.change.summary
        line.status = action.change.status
        line.owner = action.change.owner
        line.due = due
        line.note = action.change.note
        line.type = action.change.kind
        try keep([line])
        guard let item = try items([line.item]).first else { throw RequestProblem.noSuchThing(line.item) }
        return item
    }

    /// Gives open items of one owner to another: somebody's post changed hands.
    /// - Parameter filter: which of them; its owner is not looked at.
    public func reassignActions(
        from owner: String, to other: String, _ filter: ActionFilter? = nil, by person: String? = nil
    ) throws -> [ActionItem] {
        var filter = try filter ?? ActionFilter()
        filter.owner = owner
        filter.status = .open
        let ids = try actions(filter).items.filter { $0.owner == owner }.map(\.id)
        guard !ids.isEmpty else { throw RequestProblem.nobodyOwns(owner) }
        return try setActions(ids, ActionChange(owner: other, by: person))
    }

    // MARK: - on the desk

    /// Looks up the items, writes what is decided about them, and gives them as they stand then.
    private func decide(
        _ ids: [String], alsoHidden: Bool = false, _ reviews: (ReviewDesk, ActionItem) throws -> [Review]
    ) throws -> [ActionItem] {
        let found = try ids.map { try item($0, alsoHidden: alsoHidden) }
        let desk = try ReviewDesk(self, found)
        try keep(try found.flatMap { try reviews(desk, $0) })
        return try items(found.map(\.id))
    }

    /// The items of these ids, in their order; what is merged or split is not among them.
    private func items(_ ids: [String]) throws -> [ActionItem] {
        try ids.compactMap { id in try actionItems(id: id).first { $0.id == id } }
    }

    /// The item a person means, of those on the list and those rejected.
    func action(_ id: String) throws -> ActionItem { try item(id, alsoHidden: false) }

    private func item(_ id: String, alsoHidden: Bool) throws -> ActionItem {
        let found = id.isEmpty ? [] : try actionItems(id: id)
        if let exact = found.first(where: { $0.id == id }) { return exact }
        if found.count > 1 { throw RequestProblem.ambiguous(id, found.map(\.id)) }
        if let only = found.first { return only }
        if let hidden = try hidden(id) {
            if alsoHidden { return hidden.item }
            if let target = hidden.target { throw RequestProblem.partOfAnother(hidden.item.id, into: target) }
            throw RequestProblem.alreadySplit(hidden.item.id)
        }
        // `find` says what became of it, where anything did.
        guard let remark = try find(id).remark else { throw RequestProblem.noSuchThing(id) }
        throw remark.id.hasPrefix(id) ? RequestProblem.noSuchThing(id) : .changedInto(id, remark: remark.id)
    }

    /// An item that was merged into another or split, as it was decided about.
    private func hidden(_ id: String) throws -> (item: ActionItem, target: String?)? {
        let ledger = DecisionLedger(try archive.reviews().value)
        let ids = ledger.decisions.keys.filter { $0.hasPrefix(id) && !ledger.isShown($0) }.sorted()
        guard ids.count < 2 else { throw RequestProblem.ambiguous(id, ids) }
        guard let id = ids.first, let line = ledger.decisions[id]?.last else { return nil }
        var item = ActionItem(
            id: id, type: line.kind, quote: line.quote, summary: line.seen?.summary ?? line.quote,
            meeting: line.meeting, meetingTitle: line.seen?.meetingTitle ?? "", remark: line.remark,
            speaker: line.seen?.speaker ?? "", date: line.seen?.date)
        for review in ledger.decisions[id] ?? [] { item.apply(review) }
        return (item, ledger.target(of: id)?.item)
    }

    private static func due(_ change: ActionChange) throws -> String? {
        try change.due.map { $0.isEmpty ? "" : try DateText.iso($0, endOfPeriod: true) }
    }
}

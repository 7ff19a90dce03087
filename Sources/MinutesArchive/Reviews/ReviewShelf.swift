import MinutesModel

/// All decisions of an archive, to be had by meeting without going through them all.
package struct ReviewShelf: Sendable {
    package let all: [Review]
    /// What expressions people rejected.
    package let rejected: RejectedExpressions
    /// Lines that could not be read.
    package let diagnostics: [Diagnostic]
    private var byMeeting: [String: [Int]] = [:]
    private var byItem: [String: [Int]] = [:]
    /// Items of other meetings that were merged into one of this.
    private var mergedFromElsewhere: [String: Set<String>] = [:]

    package init(_ reviews: Parsed<[Review]>) {
        all = reviews.value
        diagnostics = reviews.diagnostics
        rejected = RejectedExpressions(all)
        for (place, review) in all.enumerated() {
            byMeeting[review.meeting, default: []].append(place)
            byItem[review.item, default: []].append(place)
            if let target = review.mergedInto, target.meeting != review.meeting {
                mergedFromElsewhere[target.meeting, default: []].insert(review.item)
            }
        }
    }

    /// Meetings that decisions were made about, by the ids they had then.
    var meetings: Dictionary<String, [Int]>.Keys { byMeeting.keys }

    /// Decisions about meetings with any of these ids, in the order they were made.
    func about(_ meetings: Set<String>) -> [Review] {
        meetings.flatMap { byMeeting[$0] ?? [] }.sorted().map { all[$0] }
    }

    /// Decisions about items of other meetings that were merged into one of these.
    func mergedInto(_ meetings: Set<String>) -> [Review] {
        let items = meetings.reduce(into: Set<String>()) { $0.formUnion(mergedFromElsewhere[$1] ?? []) }
        return items.flatMap { byItem[$0] ?? [] }.sorted().map { all[$0] }.filter { !meetings.contains($0.meeting) }
    }

    /// Ids of the meetings whose lists some decisions change: their own, and those that items were merged into.
    func meetingsChanged(by reviews: some Sequence<Review>) -> Set<String> {
        var changed: Set<String> = []
        for item in Set(reviews.map(\.item)) {
            for place in byItem[item] ?? [] {
                changed.insert(all[place].meeting)
                if let target = all[place].mergedInto { changed.insert(target.meeting) }
            }
        }
        return changed
    }
}

extension Archive {
    package func reviewShelf() throws(ArchiveError) -> ReviewShelf { ReviewShelf(try reviews()) }
}

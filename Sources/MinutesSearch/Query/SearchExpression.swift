import MinutesModel

/// What a query means.
indirect enum SearchExpression: Hashable, Sendable {
    case phrase(SearchPhrase)
    case filter(SearchFilter)
    /// All of them; none is everything.
    case all([SearchExpression])
    /// Any of them.
    case any([SearchExpression])
    case not(SearchExpression)

    /// Phrases that a hit may be shown for, each once, in the order of the query: not those behind NOT.
    var wantedPhrases: [SearchPhrase] {
        var found: [SearchPhrase] = []
        collect(into: &found)
        return found
    }

    private func collect(into found: inout [SearchPhrase]) {
        switch self {
        case .phrase(let phrase): if !found.contains(phrase) { found.append(phrase) }
        case .all(let parts), .any(let parts): for part in parts { part.collect(into: &found) }
        case .filter, .not: break
        }
    }
}

/// Characters that stand next to each other in the text.
struct SearchPhrase: Hashable, Sendable {
    /// Compared form, blanks inside only; not empty.
    var scalars: [UInt32]
    /// As it was typed.
    var typed: String

    /// - Returns: `nil` when nothing but blanks is in it.
    init?(_ typed: String) {
        let scalars = ComparedText(typed).trimmed
        guard !scalars.isEmpty else { return nil }
        self.scalars = scalars
        self.typed = typed
    }

    static func == (left: SearchPhrase, right: SearchPhrase) -> Bool { left.scalars == right.scalars }

    func hash(into hasher: inout Hasher) { hasher.combine(scalars) }
}

/// A condition on what stands beside the text.
enum SearchFilter: Hashable, Sendable {
    case role(Role)
    /// Folded words, each looked for anywhere in the field.
    case speaker(String)
    case topic(String)
    case meeting(String)
    case agenda(String)
    case kind(FindingKind)
    case date(DayRange)
    case fiscalYear(FiscalYears)
}

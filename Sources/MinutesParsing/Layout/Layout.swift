import MinutesModel

/// The turn convention the parser found in a document, and why.
package struct Layout: Sendable, Hashable {
    /// What speaks for one way of beginning turns.
    package struct Evidence: Sendable, Hashable {
        package var shape: TurnShape
        /// Lines of this shape from the first one with speech behind it.
        package var lines: Int
        /// Of these, lines whose label is a speaker's beyond doubt or very likely.
        package var strong: Int
        /// Lines whose label could be a speaker's or a heading.
        package var weak: Int
        /// Lines whose label is a heading, a date or a sentence.
        package var refused: Int
        package var distinctLabels: Int
        package var score: Double
        package var isChosen: Bool
    }

    /// Every shape that occurs, chosen ones first, then by score.
    package var evidence: [Evidence]
    /// Turns that were taken.
    package var turns: Int
    /// 0…1; below ``threshold`` a warning is given.
    package var confidence: Double
    /// Lines are cut by hand at a width.
    package var isWrapped: Bool
    /// That width in columns, a full-width character counting two.
    package var wrapColumns: Int
    /// Blank lines that stand between any two lines.
    package var blankLinesBetween: Int
    /// Turns were found inside lines, not only at their starts.
    package var isInline: Bool

    /// A person said how turns begin.
    package var isFixed = false
    /// What marks without labels stand for, by scalar.
    package var legend: [UInt32: Role] = [:]
    /// Lines that look like the start of a turn and were left in the turn before, from 1.
    package var leftOut: [Int] = []
    /// Turns that were taken although their label alone does not prove a speaker.
    package var unlike: [Place] = []

    /// A line and what stands on it where a speaker is named.
    package struct Place: Sendable, Hashable {
        package var line: Int
        package var label: String
    }

    package static let threshold = 0.5
}

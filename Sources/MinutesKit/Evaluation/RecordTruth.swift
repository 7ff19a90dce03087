/// What a careful person reads from a document's header, lists and headings: `<document>.truth.json`.
///
/// `agenda[].parent` and `turns[].agenda` are indices into `agenda`; lines count from 1. Keys that are missing or `null` say
/// that the document gives nothing.
struct RecordTruth: Decodable, Sendable {
    struct Person: Decodable, Sendable {
        var name: String?
        var role: String
        var title: String?
        var organization: String?
        var status: String
    }

    struct Item: Decodable, Sendable {
        var number: String?
        var title: String
        var parent: Int?
    }

    struct Turn: Decodable, Sendable {
        var line: Int
        var role: String
        var name: String?
        var agenda: Int?
        /// The item that was being discussed by what was said, where no heading says it.
        var agendaSpoken: Int?
    }

    var title: String?
    var body: String?
    var session: String?
    /// The year a fiscal year begins in.
    var fiscalYear: Int?
    var date: String?
    var opensAt: String?
    var closesAt: String?
    var venue: String?
    var observers: Int?
    var attendance: [Person]
    var agenda: [Item]
    var turns: [Turn]?

    /// Whether every index points at an item above.
    var isSound: Bool {
        agenda.indices.allSatisfy { index in agenda[index].parent.map { $0 >= 0 && $0 < index } ?? true }
            && (turns ?? []).allSatisfy { turn in
                [turn.agenda, turn.agendaSpoken].allSatisfy { $0.map(agenda.indices.contains) ?? true }
            }
    }
}

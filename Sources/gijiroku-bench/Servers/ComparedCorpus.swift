import Foundation
import MinutesKit

/// Meetings that two backends get, with their texts at hand.
struct ComparedCorpus: RemarkTexts {
    private(set) var meetings: [SearchableMeeting] = []
    private var places: [String: Int] = [:]

    /// Generated minutes, read and analysed: findings, agenda, answers and all.
    init(documents: Int, seed: UInt64) throws {
        let processor = try MinutesProcessor()
        let generator = CorpusGenerator(seed: seed)
        for number in 0..<documents {
            let source = SourceBytes(name: "\(number).txt", bytes: Array(generator.document(number).utf8))
            var record = try processor.process(source)
            // Generated meetings may share date and name; here they are all of their own.
            record.meeting.id += "n\(number)"
            add(SearchableMeeting(record, version: "v\(number)"))
        }
    }

    /// A file of turns, one a line: `id`, `meeting`, `date`, `committee`, `item`, `role`, `text`.
    init(turns path: String) throws {
        struct Turn: Decodable {
            var id: String
            var meeting: String
            var date: String
            var committee: String
            var item: String
            var role: String
            var text: String
        }
        var waiting: [Turn] = []
        for line in try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A) {
            let turn = try JSONDecoder().decode(Turn.self, from: Data(line))
            if let first = waiting.first, first.meeting != turn.meeting {
                add(
                    Self.meeting(
                        waiting.map { ($0.id, $0.item, $0.role, $0.text) }, first.meeting, first.date, first.committee))
                waiting = []
            }
            waiting.append(turn)
        }
        if let first = waiting.first {
            add(
                Self.meeting(
                    waiting.map { ($0.id, $0.item, $0.role, $0.text) }, first.meeting, first.date, first.committee))
        }
    }

    private static func meeting(
        _ turns: [(id: String, item: String, role: String, text: String)], _ id: String, _ date: String, _ body: String
    ) -> SearchableMeeting {
        var header = MeetingHeader(id: id)
        header.date = date
        header.body = body
        var items: [String: AgendaItem] = [:]
        let span = SourceSpan(start: 0, end: 1, line: 1, endLine: 1)
        let remarks = turns.enumerated().map { place, turn in
            let item = items[turn.item] ?? AgendaItem(id: "a\(items.count)", number: turn.item, title: "", span: span)
            items[turn.item] = item
            let role: Role = turn.role == "委員長" ? .chair : turn.role == "事務局" ? .secretariat : .member
            return Remark(
                id: turn.id, order: place + 1, label: turn.role, role: role, agenda: item.id, text: turn.text,
                span: span)
        }
        let meeting = Meeting(
            id: id, header: header, agenda: items.values.sorted { $0.id < $1.id }, remarks: remarks)
        return SearchableMeeting(AnalyzedMeeting(meeting: meeting), version: "v")
    }

    private mutating func add(_ meeting: SearchableMeeting) {
        places[meeting.id] = meetings.count
        meetings.append(meeting)
    }

    var remarks: Int { meetings.reduce(0) { $0 + $1.remarks.count } }

    /// Of text.
    var bytes: Int { meetings.reduce(0) { $0 + $1.size } }

    func texts(of references: [RemarkReference]) -> [[UInt8]?] {
        references.map { reference in
            places[reference.meeting].map { Array(meetings[$0].remarks[reference.place].text.utf8) }
        }
    }
}

import Foundation
import MinutesModel

@testable import MinutesSearch

/// A folder with an index, removed afterwards.
final class SearchFixture {
    let folder: String
    /// Everything that was ever added, as the archive has it.
    private(set) var texts = FixtureTexts()

    init() {
        folder = FileManager.default.temporaryDirectory.path + "/gijiroku-search-\(UUID().uuidString)"
    }

    init(_ meetings: [AnalyzedMeeting]) throws {
        folder = FileManager.default.temporaryDirectory.path + "/gijiroku-search-\(UUID().uuidString)"
        try add(meetings)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func add(_ meetings: [AnalyzedMeeting], version: String = "1") throws {
        let writer = try SearchIndexWriter(folder)
        for meeting in meetings {
            try writer.add(meeting, version: version)
            texts.keep(meeting, version: version)
        }
        try writer.commit()
    }

    func index() throws -> SearchIndex { try SearchIndex.open(folder) }

    func search(_ query: String, _ change: (inout SearchRequest) -> Void = { _ in }) throws -> SearchResults {
        var request = SearchRequest(query)
        change(&request)
        return try index().search(request, texts: texts)
    }

    /// Ids of the remarks found.
    func found(_ query: String, _ change: (inout SearchRequest) -> Void = { _ in }) throws -> [String] {
        try search(query, change).hits.map(\.remark)
    }

    func files() throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            files[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        }
        return files
    }
}

/// Texts of the remarks of meetings at hand.
struct FixtureTexts: RemarkTexts {
    private var remarks: [String: [Remark]] = [:]

    mutating func keep(_ meeting: AnalyzedMeeting, version: String) {
        remarks[meeting.id + " " + version] = meeting.meeting.remarks
    }

    func texts(of references: [RemarkReference]) -> [[UInt8]?] {
        references.map { reference in
            guard let remarks = remarks[reference.meeting + " " + reference.version],
                remarks.indices.contains(reference.place), remarks[reference.place].id == reference.id
            else { return nil }
            return Array(remarks[reference.place].text.utf8)
        }
    }
}

/// An invented remark for `meeting(…)`.
struct Turn {
    var role: Role = .member
    var label = "委員"
    var name: String?
    var text: String
    var topics: [String] = []
    /// Place of the turn it answers.
    var answers: Int?
    var agenda: String?

    init(
        _ text: String, role: Role = .member, label: String = "委員", name: String? = nil, topics: [String] = [],
        answers: Int? = nil, agenda: String? = nil
    ) {
        self.text = text
        self.role = role
        self.label = label
        self.name = name
        self.topics = topics
        self.answers = answers
        self.agenda = agenda
    }
}

func meeting(
    _ id: String, date: String? = "2024-02-21", body: String = "みどり町地域福祉推進委員会", fiscalYear: String? = nil,
    _ turns: [Turn]
) -> AnalyzedMeeting {
    var header = MeetingHeader(id: id)
    header.body = body
    header.fiscalYear = fiscalYear
    header.session = "第1回"
    header.date = date
    let titles = turns.compactMap(\.agenda)
    let agenda = titles.enumerated().map {
        AgendaItem(
            id: "\(id)-a\($0)", number: "（\($0 + 1)）", title: $1,
            span: SourceSpan(start: 0, end: 0, line: 1, endLine: 1))
    }
    let remarks = turns.enumerated().map { place, turn in
        Remark(
            id: "\(id)-\(place + 1)", order: place + 1, label: turn.label, role: turn.role, name: turn.name,
            agenda: turn.agenda.flatMap { title in agenda.first { $0.title == title }?.id }, text: turn.text,
            span: SourceSpan(start: 0, end: 0, line: place + 10, endLine: place + 10))
    }
    let analyzer = AnalyzerIdentity(id: "test", version: 1)
    var findings: [Finding?] = []
    for (remark, turn) in zip(remarks, turns) where !turn.text.isEmpty {
        let whole = 0..<turn.text.utf8.count
        for topic in turn.topics {
            findings.append(Finding(.topic, analyzer: analyzer, in: remark, range: whole, fields: ["topic": topic]))
        }
        if let question = turn.answers {
            findings.append(
                Finding(
                    .answer, analyzer: analyzer, in: remark, range: whole,
                    fields: ["question": remarks[question].id]))
        }
    }
    return AnalyzedMeeting(
        meeting: Meeting(id: id, header: header, agenda: agenda, remarks: remarks),
        findings: findings.compactMap(\.self))
}

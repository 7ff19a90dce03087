import MinutesKit

/// A record as a person reads it on a terminal.
struct RecordText {
    private let record: AnalyzedMeeting
    private let terminal: Terminal

    init(_ record: AnalyzedMeeting, terminal: Terminal) {
        self.record = record
        self.terminal = terminal
    }

    private var language: Language { terminal.language }
    private func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(language) }

    /// Header, agenda, turns and counts.
    var text: String {
        [headerLines, agendaLines, turnTable, countLines].filter { !$0.isEmpty }
            .map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private var headerLines: [String] {
        let header = record.meeting.header
        var rows: [(String, String?)] = [
            (say("会議", "Meeting"), header.displayTitle),
            (
                say("日時", "Date"),
                [header.date, header.opensAt.map { $0 + "–" + (header.closesAt ?? "") }]
                    .compactMap(\.self).joined(separator: "  ")
            ),
            (say("会場", "Venue"), header.venue),
            (say("番号", "Id"), record.id),
        ]
        for (group, people) in Self.groups(header.attendance) {
            rows.append((group, people.map(Self.name).joined(separator: "、")))
        }
        if let observers = header.observers {
            rows.append((say("傍聴者", "Observers"), say("\(observers)名", "\(observers)")))
        }
        return rows.compactMap { label, value in
            guard let value, !value.isEmpty else { return nil }
            return "\(Table.pad(label, to: 12))\(value)"
        }
    }

    private var agendaLines: [String] {
        let agenda = record.meeting.agenda
        guard !agenda.isEmpty else { return [] }
        var depth: [String: Int] = [:]
        return [terminal.heading(say("議題", "Agenda"))]
            + agenda.map { item in
                let level = item.parent.flatMap { depth[$0] }.map { $0 + 1 } ?? 0
                depth[item.id] = level
                let indent = String(repeating: "  ", count: level + 1)
                return indent + [item.number, item.title].filter { !$0.isEmpty }.joined(separator: " ")
            }
    }

    private var turnTable: [String] {
        var table = Table(
            [say("順", "No"), say("行", "Line"), say("役割", "Role"), say("発言者", "Speaker"), say("発言", "Remark")],
            limits: [0, 0, 0, 24, 60])
        for remark in record.meeting.remarks {
            let role = language == .japanese ? remark.role.japaneseName : remark.role.rawValue
            table.add(["\(remark.order)", "\(remark.span.line)", role, remark.label, remark.text])
        }
        return table.rows.isEmpty ? [] : [table.text(terminal)]
    }

    private var countLines: [String] {
        let kinds = Dictionary(grouping: record.findings, by: \.kind).mapValues(\.count)
        let shown = (FindingKind.followUps + [.topic, .answer, .response, .planReference, .figure])
        let known = shown.compactMap { kind in
            kinds[kind].map { "\(language == .japanese ? kind.japaneseName : kind.rawValue) \($0)" }
        }
        let others = kinds.filter { !shown.contains($0.key) }.map { "\($0.key.rawValue) \($0.value)" }.sorted()
        return [
            say("発言 \(record.meeting.remarks.count)件　", "\(record.meeting.remarks.count) remarks  ")
                + (known + others).joined(separator: say("、", ", "))
        ]
    }

    /// The lists of the header in the order of the document.
    static func groups(_ attendance: [Attendance]) -> [(String, [Attendance])] {
        var order: [String] = []
        var people: [String: [Attendance]] = [:]
        for person in attendance {
            if people[person.group] == nil { order.append(person.group) }
            people[person.group, default: []].append(person)
        }
        return order.map { ($0, people[$0] ?? []) }
    }

    private static func name(_ person: Attendance) -> String {
        guard let title = person.title else { return person.name }
        return person.name.isEmpty ? title : "\(person.name)（\(title)）"
    }

    /// Says on standard error what was noticed, notes left out.
    static func tellDiagnostics(of record: AnalyzedMeeting, terminal: Terminal, name: String? = nil) {
        for diagnostic in record.meeting.diagnostics where diagnostic.severity != .note {
            terminal.note(line(for: diagnostic, name: name, language: terminal.language))
        }
    }

    static func line(for diagnostic: Diagnostic, name: String? = nil, language: Language) -> String {
        let severity =
            language == .japanese ? diagnostic.severity.japaneseName : diagnostic.severity.rawValue
        let line = diagnostic.line.map { Words("\($0)行目", "line \($0)")(language) }
        let place = [name, line].compactMap(\.self).joined(separator: " ")
        return (place.isEmpty ? "" : place + ": ") + "\(severity) [\(diagnostic.code)] "
            + (language == .english ? english(diagnostic) : diagnostic.message)
    }

    /// What the list of codes says in English, with the words of the document that the message quotes; the message
    /// itself for codes that are not on it.
    private static func english(_ diagnostic: Diagnostic) -> String {
        guard let code = DiagnosticCode.named(diagnostic.code) else { return diagnostic.message }
        var quote = ""
        if let start = diagnostic.message.firstIndex(of: "「"),
            let end = diagnostic.message[start...].firstIndex(of: "」")
        {
            quote = " " + diagnostic.message[start...end]
        }
        return "\(code.meaning.english)\(quote); \(code.advice.english)"
    }
}

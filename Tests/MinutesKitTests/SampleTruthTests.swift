import MinutesKit
import MinutesModel
import Testing

/// The parser against a person's count of every sample.
@Suite struct SampleTruthTests {
    @Test func thereAreSamples() { #expect(Sample.all.count >= 6) }

    @Test(arguments: Sample.all)
    func theHeaderIsAsAPersonReadsIt(sample: Sample) throws {
        let truth = try sample.truth()
        let header = try MinutesProcessor().process(sample.source()).meeting.header
        func check<Value: Equatable>(_ name: String, _ expected: Value?, _ found: Value?) {
            if let expected { #expect(found == expected, "\(name)") }
        }
        check("date", truth.date, header.date)
        check("opensAt", truth.opensAt, header.opensAt)
        check("closesAt", truth.closesAt, header.closesAt)
        check("venue", truth.venue, header.venue)
        check("fiscalYear", truth.fiscalYear, header.fiscalYear)
        check("session", truth.session, header.session)
        check("body", truth.body, header.body)
        check("kind", truth.kind, header.kind)
        check("observers", truth.observers, header.observers)
    }

    @Test(arguments: Sample.all)
    func theAttendanceIsAsAPersonCountsIt(sample: Sample) throws {
        let truth = try sample.truth()
        let attendance = try MinutesProcessor().process(sample.source()).meeting.header.attendance
        let members = attendance.filter {
            $0.status == .present && [.chair, .viceChair, .member].contains($0.role)
        }
        if let expected = truth.members { #expect(members.count == expected) }
        if let names = truth.memberNames { #expect(members.map(\.name) == names) }
        if let absent = truth.absent { #expect(attendance.count { $0.status == .absent } == absent) }
        if let secretariat = truth.secretariat {
            #expect(attendance.count { $0.role == .secretariat && $0.status == .present } == secretariat)
        }
    }

    @Test(arguments: Sample.all)
    func theTurnsAreAsAPersonCountsThem(sample: Sample) throws {
        let truth = try sample.truth()
        let meeting = try MinutesProcessor().process(sample.source()).meeting
        if let labels = truth.labels { #expect(meeting.remarks.map(\.label) == labels) }
        if let turns = truth.turns { #expect(meeting.remarks.count == turns) }
        if let roles = truth.roles {
            let found = Dictionary(grouping: meeting.remarks, by: \.role.rawValue).mapValues(\.count)
            #expect(found == roles.filter { $0.value > 0 })
        }
    }

    @Test(arguments: Sample.all)
    func theAgendaIsAsPrinted(sample: Sample) throws {
        let truth = try sample.truth()
        let meeting = try MinutesProcessor().process(sample.source()).meeting
        if let agenda = truth.agenda {
            var depth: [String: Int] = [:]
            let found = meeting.agenda.map { item -> Sample.AgendaLine in
                let level = item.parent.flatMap { depth[$0] }.map { $0 + 1 } ?? 0
                depth[item.id] = level
                return Sample.AgendaLine(number: item.number, title: item.title, depth: level)
            }
            #expect(found == agenda)
        }
        if let boundaries = truth.topicBoundaries { #expect(meeting.topicBoundaries.map(\.title) == boundaries) }
    }

    @Test(arguments: Sample.all)
    func theEncodingIsRecognised(sample: Sample) throws {
        guard let encoding = try sample.truth().encoding else { return }
        let text = try MinutesProcessor().read(sample.source())
        #expect(text.value.encoding == encoding)
    }
}

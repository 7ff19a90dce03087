import MinutesModel
import Testing

@testable import MinutesAnalysis

@Suite struct FollowUpOwnerTests {
    private static func remark(
        _ id: Int, _ role: Role, _ label: String, _ text: String, name: String? = nil, agenda: String? = nil
    ) -> Remark {
        Remark(
            id: "r\(id)", order: id, label: label, role: role, name: name, agenda: agenda, text: text,
            span: SourceSpan(start: 0, end: text.utf8.count, line: id, endLine: id))
    }

    private static func owners(
        _ remarks: [Remark], attendance: [Attendance] = [], agenda: [AgendaItem] = []
    ) throws -> [String?] {
        var header = MeetingHeader(id: "m")
        header.date = "2024-07-03"
        header.attendance = attendance
        let meeting = Meeting(id: "m", header: header, agenda: agenda, remarks: remarks)
        return try FollowUpAnalyzer().findings(in: meeting, context: AnalysisContext(for: meeting)).map {
            $0.fields["owner"]
        }
    }

    /// Who promises for 「我々」: the side the attendance list, the label or the agenda item gives.
    @Test(
        arguments: [
            ("我々の方から各校への声掛けにしっかり努めてまいります。", "学校教育部"), ("私どもとしましても、漏水の調査を進めてまいります。", "学校教育部"),
            ("我々として、まずは現場の声を聞くことですので、丁寧に説明してまいります。", "学校教育部"), ("私どもで案を作成いたします。", "学校教育部"),
            ("当局といたしましては、引き続き検討してまいります。", "学校教育部"),
            ("私どもが責任をもって対応してまいります。", "学校教育部"),
            // No word for the own side: nobody is named.
            ("各校への声掛けに努めてまいります。", nil),
            // 我々 belongs to what was made, not to the promise.
            ("我々が三年前に作った計画を、地域の皆様の御意見も伺いながら、次の年度までに見直してまいります。", nil),
            ("当町でもどのように使えるか、そういうことをこれから検討してまいります。", "当町"),
        ] as [(String, String?)])
    func ownSideIsTheOfficeTheLabelPrints(text: String, owner: String?) throws {
        let found = try Self.owners([Self.remark(1, .official, "学校教育部長（湯ノ口誠）", text, name: "湯ノ口誠")])
        #expect(found == [owner], "\(text)")
    }

    @Test func theAttendanceListGivesTheOrganisation() throws {
        let person = Attendance(
            name: "湯ノ口誠", title: "施設部長", role: .official, group: "説明員", organization: "水道局")
        let post = Attendance(name: "土岐田実", title: "公営企業管理者（交通局長）", role: .official, group: "説明員")
        let text = "私どもとしましても点検を続けてまいります。"
        #expect(
            try Self.owners(
                [
                    Self.remark(1, .official, "施設部長（湯ノ口誠）", text, name: "湯ノ口誠"),
                    Self.remark(2, .official, "公営企業管理者（土岐田実）", text, name: "土岐田実"),
                    Self.remark(3, .official, "説明員", text),
                ], attendance: [person, post]) == ["水道局", "交通局", nil])
    }

    @Test func twoPeopleOfOneNameGiveNone() throws {
        let people = ["水道局", "教育委員会"].map {
            Attendance(name: "湯ノ口誠", role: .official, group: "説明員", organization: $0)
        }
        let remark = Self.remark(1, .official, "主幹（湯ノ口誠）", "私どもで調査してまいります。", name: "湯ノ口誠")
        #expect(try Self.owners([remark], attendance: people) == [nil])
    }

    @Test(
        arguments: [
            ("断水時の給水計画について（水道局）", "水道局"), ("断水時の給水計画について（案）", nil), ("一般質問（水道局、交通局）", nil),
            ("報告１件（第２回）", nil),
        ] as [(String, String?)])
    func theAgendaItemNamesTheSideThatReports(title: String, owner: String?) throws {
        let item = AgendaItem(
            id: "a", number: "１", title: title, span: SourceSpan(start: 0, end: 0, line: 1, endLine: 1))
        let remark = Self.remark(1, .official, "説明員", "我々としても点検を続けてまいります。", agenda: "a")
        #expect(try Self.owners([remark], agenda: [item]) == [owner])
    }

    @Test(
        arguments: [
            ("水道課長", "水道課"), ("市長", "市"), ("副町長", "町"), ("上下水道局次長", "上下水道局"), ("部長", nil), ("教育長", nil), ("主任", nil),
            ("厚生労働省老健局長", "厚生労働省老健局"), ("自動車部担当部長", "自動車部"), ("", nil), ("長", nil),
        ] as [(String, String?)])
    func officeOfAPost(post: String, office: String?) {
        #expect(SpeakerSides.office(ofPost: post) == office)
    }

    /// The one a request is spoken to.
    @Test(
        arguments: [
            (["湯ノ口部長、次の会議までに一覧を出してください。"], "湯ノ口部長"), (["事務局、その点を整理しておいてください。"], "事務局"),
            (["土岐田委員、そういうことですので。", "また御相談ください。"], "土岐田委員"),
            (["土岐田委員、ありがとうございました。", "ただいまの点は丁寧に検討してください。"], nil),
            // Said to the other side, not to the member who is told.
            (["土岐田委員、そういうことですので。", "この点はよく検討してください。"], nil),
            (["土岐田委員、芳賀沼委員、この点はよく検討してください。"], nil), (["委員、この点はよく検討してください。"], nil),
            (["この点は、よく検討してください。"], nil),
        ] as [([String], String?)])
    func requestsAreSpokenToSomebody(sentences: [String], owner: String?) throws {
        #expect(
            try Self.owners([Self.remark(1, .chair, "委員長", sentences.joined())]).last == .some(owner), "\(sentences)")
    }

    @Test func longTextsAreRead() throws {
        let long = String(repeating: "我々としても、", count: 30_000) + "続けてまいります。"
        #expect(try Self.owners([Self.remark(1, .official, "水道課長", long)]) == ["水道課"])
        let label = String(repeating: "水", count: 10_000) + "課長（"
        #expect(try Self.owners([Self.remark(1, .official, label, "我々で続けてまいります。")]) == [nil])
    }
}

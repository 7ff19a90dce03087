import MinutesModel
import Testing

@testable import MinutesAnalysis

/// Invented numbers, places and people.
@Suite struct PublicationCheckTests {
    /// A meeting of one remark whose text is the document, from line 1.
    private func notes(_ text: String, attendance: [String] = [], label: String = "委員") -> [Diagnostic] {
        var header = MeetingHeader(id: "m1")
        header.attendance = attendance.map { Attendance(name: $0, role: .member, group: "出席委員") }
        let end = text.utf8.count
        let remark = Remark(
            id: "r1", order: 1, label: label, role: .member, text: text,
            span: SourceSpan(start: 0, end: end, line: 1, endLine: 1),
            map: TextMap(pieces: [.init(text: 0, source: 0, line: 1)]))
        let meeting = Meeting(
            id: "m1", header: header, remarks: [remark], segments: [Segment(kind: .remark, start: 0, end: end)])
        return PublicationCheck().diagnostics(of: [meeting], text: text)
    }

    private func quoted(_ text: String, attendance: [String] = []) -> [String] {
        notes(text, attendance: attendance).compactMap { note in
            guard let start = note.message.firstIndex(of: "「"), let end = note.message.range(of: "」は") else {
                return nil
            }
            return String(note.message[note.message.index(after: start)..<end.lowerBound])
        }
    }

    @Test(arguments: [
        ("自宅は042-999-0123です。", "042-999-0123"), ("０４２－９９９－０１２３にかけてください。", "０４２－９９９－０１２３"),
        ("携帯は090-0000-1234。", "090-0000-1234"), ("番号は（042）999-0123です。", "（042）999-0123"),
        ("0120-000-123までどうぞ。", "0120-000-123"), ("私の携帯は09000001234です。", "09000001234"),
        ("電話 99-0123 に連絡しました。", "99-0123"), ("+81-42-999-0123", "+81-42-999-0123"),
        ("042ー999ー0123", "042ー999ー0123"),
    ])
    func phoneNumbersAreFound(text: String, number: String) {
        #expect(quoted(text) == [number])
        #expect(notes(text).map(\.code) == ["publication.phone"])
        #expect(notes(text).allSatisfy { $0.severity == .note && $0.line == 1 })
    }

    @Test(arguments: [
        "2024-02-21に開きました。", "令和６年２月21日、06-2-21", "1,234,567円でした。", "0.123456789の割合", "予算は1234567890円です。", "第３－２－１号議案",
        "参加者は120-130人、前年は0123人", "資料２－３－１をご覧ください。", "図書番号0000000000", "お問合せは福祉課 042-999-0123 へ",
    ])
    func datesSumsAndOfficesAreNoPhoneNumbers(text: String) { #expect(quoted(text).isEmpty, "\(notes(text))") }

    @Test(arguments: [
        ("緑川市若草町１丁目２番３号に住んでいます。", "１丁目２番３号"), ("若草町２－３－18の空き家", "２－３－18"), ("大字山根123番地の４", "123番地の４"),
        ("１丁目２－３です。", "１丁目２－３"),
    ])
    func addressesAreFound(text: String, address: String) {
        #expect(quoted(text) == [address])
        #expect(notes(text).map(\.code) == ["publication.address"])
    }

    @Test func postalCodesAndMailAreFound() {
        #expect(quoted("〒999－0123 緑川市").first == "〒999－0123")
        #expect(quoted("hanako.mizu@example.jp へ送りました。") == ["hanako.mizu@example.jp"])
        #expect(quoted("＠マークの話、若草町３丁目の集会所、３番の議案") == [])
    }

    @Test(arguments: [
        ("隣の山田さんが倒れました。", "山田さん"), ("林さんのお宅です。", "林さん"), ("向かいの山田太郎様から聞きました。", "山田太郎様"), ("「はなちゃん」と呼ばれています。", "はなちゃん"),
        ("同級生の髙橋君も一緒でした。", "髙橋君"), ("ハナコちゃんの件です。", "ハナコちゃん"), ("𠮷田と名乗る若宮原さんです。", "若宮原さん"),
    ])
    func namesOfPrivatePersonsAreFound(text: String, name: String) {
        #expect(quoted(text) == [name])
        #expect(notes(text).map(\.code) == ["publication.name"])
    }

    @Test(arguments: [
        "皆さん、お子さん、お父さん、患者さん、市民の皆様、事業者さん、奥さん、酒屋さん、ヘルパーさん、お客様", "さんまつりは毎年ちゃんと開いています。", "様々な様子を同様の様式で多様に。",
        "住民の皆さんが減っていくんです。", "諸君、君津市の話", "会長の山田さん、民生委員の佐藤さん、福祉課長の鈴木様", "赤ちゃん、おばあちゃん、ワンちゃん", "三菱さん、東京電力さん、町会さん、社協さん",
        "仕様、模様、王様、神様、利用者様", "中学生さん、学生さん、運転手さん、市町村長さん", "地元さんと農家さん",
    ])
    func otherWordsAreNoNames(text: String) { #expect(quoted(text).isEmpty, "\(notes(text).map(\.message))") }

    @Test func peopleOfTheAttendanceListAreLeftOut() {
        #expect(quoted("山田君と高橋さんが来ました。", attendance: ["山田太郎", "髙橋花子"]) == [])
        #expect(quoted("山田君と森田さんが来ました。", attendance: ["山田太郎"]) == ["森田さん"])
        #expect(notes("山田さんに賛成です。", label: "山田委員").isEmpty)
    }

    @Test func linesAreCountedAsTheParserCountsThem() {
        let notes = notes("一行目\r\n\r\n三行目\u{0C}まだ三行目 042-999-0123\n")
        #expect(notes.map(\.line) == [3])
    }

    @Test(.timeLimit(.minutes(1))) func hostileLinesTakeLinearTime() {
        for text in ["0-", "０１", "@", "a", "さん", "山田さん", "（0", "１丁目", "〒1"] {
            #expect(notes(String(repeating: text, count: 200_000)).count <= 1500)
        }
    }
}

import Testing

@Suite("Layouts on the command line")
struct LayoutCommandTests {
    private static let minutes = """
        第２回　うみべ市緑化協議会　会議録
        日時　令和６年５月９日（木）14時～15時
        場所　市役所

        会長：始めます。
        事務局：苗木の説明をします。
        委員：何本ですか。
        事務局：五百本です。

        """

    @Test("explained, written to a file, read again, fixed, listed, forgotten")
    func wholeWay() throws {
        let folder = try Program.Folder()
        let document = try folder.write("会議録.txt", Self.minutes)
        let layout = folder.path("書き方.json")
        let archive = folder.path("保管庫")
        let written = try Program.run(["parse", document, "--explain", "--format", "json", "--output", layout])
        #expect(written.code == 0)
        #expect(written.errors.contains("発言者＋「：」"))
        #expect(try Program.run(["parse", document, "--layout", layout]).output.contains("発言 4件"))
        #expect(try Program.run(["import", document, "--archive", archive]).code == 0)
        #expect(try Program.run(["archive", "layouts", "--archive", archive]).output.contains("自動"))
        let fixed = try Program.run(["archive", "layouts", "set", "緑化協議会", layout, "--archive", archive])
        #expect(fixed.code == 0)
        #expect(try Program.run(["archive", "layouts", "--archive", archive]).output.contains("固定"))
        #expect(try Program.run(["rebuild", "--archive", archive]).code == 0)
        #expect(try Program.run(["archive", "layouts", "--archive", archive]).output.contains("固定"))
        #expect(try Program.run(["archive", "layouts", "forget", "緑化協議会", "--archive", archive]).code == 0)
        #expect(try Program.run(["archive", "layouts", "forget", "緑化協議会", "--archive", archive]).code == 1)
        #expect(try Program.run(["archive", "--archive", archive]).code == 2)
    }

    @Test("a mistake in the file is told with its place, in both languages")
    func mistake() throws {
        let folder = try Program.Folder()
        let document = try folder.write("会議録.txt", Self.minutes)
        let layout = try folder.write("書き方.json", #"{"layout": 1, "turns": [{"shape": "mark", "sing": "○"}]}"#)
        let japanese = try Program.run(["parse", document, "--layout", layout])
        #expect(japanese.code == 1)
        #expect(japanese.output.isEmpty)
        #expect(japanese.errors.contains("turns[0].sing"))
        let english = try Program.run(["--lang", "en", "parse", document, "--layout", layout])
        #expect(english.errors.contains("turns[0].sing: there is no key sing"))
    }

    @Test("evaluate turns prints a table and lists what is wrong")
    func evaluation() throws {
        let folder = try Program.Folder()
        _ = try folder.write("会議録.txt", Self.minutes)
        _ = try folder.write("会議録.turns.tsv", "start\tend\tspeaker\n0\t3\t司会\n")
        let result = try Program.run(["evaluate", "turns", folder.url.path])
        #expect(result.code == 0)
        #expect(result.output.contains("見落とした発言 1"))
        #expect(result.output.contains("余分な発言 4"))
        #expect(try Program.run(["evaluate", "turns"]).code == 2)
    }
}

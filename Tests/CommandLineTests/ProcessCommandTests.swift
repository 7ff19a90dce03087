import Foundation
import Testing

/// `gijiroku process` at its two pipes.
@Suite struct ProcessCommandTests {
    private static let samples = ["0001-mizuhokawa-r6-1", "0005-shiomihama-gikai-r7-2", "0002-mizuhokawa-r6-2"]
        .compactMap { name -> String? in
            let folder = Program.samples.appendingPathComponent(name)
            let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
            return files?.sorted().first { $0.hasSuffix(".txt") }.map { folder.appendingPathComponent($0).path }
        }

    private func objects(_ output: String) throws -> [NSDictionary] {
        try output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary)
        }
    }

    @Test func aLineIsWhatParseGives() throws {
        #expect(Self.samples.count == 3)
        let result = try Program.run(["process", "--jobs", "3"], input: Self.samples.joined(separator: "\n"))
        #expect(result.code == 0 && result.errors.contains("会議 3件"), "\(result.errors)")
        let lines = try objects(result.output)
        for (path, line) in zip(Self.samples, lines) {
            let printed = try Program.run(["parse", path, "--format", "json"]).output
            let parsed = try #require(try objects(printed.replacing("\n", with: " ")).first)
            let record = try #require(line.mutableCopy() as? NSMutableDictionary)
            #expect((record["input"] as? NSDictionary) == ["path": path] as NSDictionary)
            record.removeObject(forKey: "input")
            #expect(record == parsed)
        }
        #expect(lines.count == 3)
    }

    @Test func theSameBytesWithAnyNumberOfJobs() throws {
        let list = (0..<12).map { Self.samples[$0 % Self.samples.count] + ($0 % 4 == 3 ? ".無い" : "") }
            .joined(separator: "\n")
        let one = try Program.run(["process", "-j", "1"], input: list)
        let many = try Program.run(["process", "-j", "5"], input: list)
        #expect(one.code == 1 && many.code == 1)
        #expect(one.output == many.output)
        let lines = try objects(one.output)
        #expect(lines.map { $0["meeting"] == nil } == (0..<12).map { $0 % 4 == 3 })
    }

    @Test func aBadLineDoesNotEndTheRun() throws {
        let text = "会議録\\n○委員長　始めます。\\n○委員　はい。\\n"
        let list = """
            {"id": "a", "name": "一.txt", "text": "\(text)"}
            {"id": "b",
            {"id": 3, "base64": "AAECAw=="}
            {"id": "d", "text": "\(text)"}
            """
        let result = try Program.run(["process"], input: list)
        #expect(result.code == 1 && result.errors.contains("読めなかった文書 2件"), "\(result.errors)")
        let lines = try objects(result.output)
        #expect(lines.count == 4)
        #expect(lines.map { ($0["input"] as? NSDictionary)?["id"] as? String } == ["a", nil, nil, "d"])
        #expect(((lines[2]["input"] as? NSDictionary)?["id"] as? Int) == 3)
        let codes = lines.map { (($0["diagnostics"] as? [NSDictionary])?.first?["code"] as? String) ?? "" }
        #expect(codes[1] == "process.bad-line" && codes[2] == "process.unreadable")
        #expect((lines[3]["remarks"] as? [NSDictionary])?.count == 2)
    }

    @Test func aDocumentWithSeveralMeetingsGivesALineForEach() throws {
        func speech(_ date: String, _ order: Int, _ text: String) -> String {
            #"{"speechID":"\#(date)_\#(order)","speechOrder":\#(order),"speaker":"甲野乙子","speech":"○甲野乙子君　\#(text)"}"#
        }
        func meeting(_ date: String) -> String {
            #"""
            {"issueID":"\#(date)","session":1,"nameOfHouse":"参議院","nameOfMeeting":"試作委員会","issue":"第1号",
            "date":"\#(date)","speechRecord":[\#(speech(date, 1, "始めます。")),\#(speech(date, 2, "終わります。"))]}
            """#
        }
        let folder = try Program.Folder()
        let file = try folder.write(
            "国会.json",
            #"{"numberOfRecords":2,"numberOfReturn":2,"startRecord":1,"nextRecordPosition":null,"meetingRecord":["#
                + meeting("2024-02-01") + "," + meeting("2024-02-02") + "]}")
        let result = try Program.run(["process", "--null"], input: file + "\0")
        let lines = try objects(result.output)
        #expect(result.code == 0 && lines.count == 2, "\(result.errors)\(result.output.prefix(300))")
        #expect(lines.map { ($0["input"] as? NSDictionary)?["part"] as? Int } == [1, 2])
        #expect(lines.map { ($0["meeting"] as? NSDictionary)?["date"] as? String } == ["2024-02-01", "2024-02-02"])
    }

    @Test func aReaderThatGoesAwayEndsTheRunQuietly() throws {
        let folder = try Program.Folder()
        let list = try folder.write("一覧.txt", String(repeating: Self.samples[0] + "\n", count: 300))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c", #""$0" process -j 3 < "$1" 2> "$2" | head -c 10 > /dev/null"#, Program.executable.path, list,
            folder.path("誤り"),
        ]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(try String(contentsOfFile: folder.path("誤り"), encoding: .utf8) == "")
    }

    @Test func operandsAreRefused() throws {
        let result = try Program.run(["process", "a.txt"])
        #expect(result.code == 2 && result.errors.contains("標準入力"))
        #expect(try Program.run(["process", "--jobs", "0"]).code == 2)
        #expect(try Program.run(["process"], input: "").code == 0)
    }
}

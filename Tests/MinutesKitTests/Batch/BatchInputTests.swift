import Testing

@testable import MinutesKit

@Suite struct BatchInputTests {
    private func input(_ line: String, isPath: Bool = false) throws -> BatchInput {
        try BatchInput(Array(line.utf8), isPath: isPath)
    }

    @Test func pathsAndObjects() throws {
        #expect(try input("/data/会議 要録.txt").content == .path("/data/会議 要録.txt"))
        #expect(try input(#"{"path": "a.txt", "id": 12}"#).content == .path("a.txt"))
        #expect(try input(#" {"path": "a.txt", "id": 12}"#).id == .number(12))
        let text = try input(#"{"id": "x", "name": "a.html", "text": "会議", "other": [1]}"#)
        #expect(text.content == .bytes(Array("会議".utf8)) && text.id == .text("x") && text.name == "a.html")
        #expect(try text.source().name == "a.html")
        #expect(try input(#"{"base64": "5Lya6K2w"}"#).content == .bytes(Array("会議".utf8)))
        // With --null everything is a name.
        #expect(try input(#"{"path": "a.txt"}"#, isPath: true).content == .path(#"{"path": "a.txt"}"#))
    }

    @Test func whatNamesNoDocument() {
        let bad: [(String, BatchLineProblem)] = [
            (#"{"path": "a.txt""#, .notAnObject), (#"{"path": 3}"#, .notAnObject),
            (#"{"id": 1.5, "path": "a"}"#, .notAnObject),
            (#"{"name": "a.txt"}"#, .notOneDocument), (#"{"path": "a", "text": "b"}"#, .notOneDocument),
            (#"{"base64": "*"}"#, .notBase64), (#"{"path": ""}"#, .notAPath), (#"{"path": "a\u0000b"}"#, .notAPath),
            (String(repeating: "x", count: 5000), .notAPath),
            (String(repeating: "{\"text\":", count: 5000), .notAnObject),
        ]
        for (line, problem) in bad { #expect(throws: problem, "\(line.prefix(40))") { try input(line) } }
        #expect(throws: BatchLineProblem.notUTF8) { try BatchInput([0xFF, 0x41], isPath: false) }
    }
}

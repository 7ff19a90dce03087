import Foundation
import MinutesKit
import Testing

/// Inputs that broke a rule in `gijiroku-bench fuzz`, each with what it broke. New ones are added here, made as small as
/// they stay broken (`gijiroku-bench replay FILE` tries one), as Base64.
@Suite struct FuzzRegressionTests {
    private static let inputs: [(name: String, what: String, base64: String)] = [
        (
            "jis.txt", "answers behind arrows dropped candidates that the groups still counted",
            """
            GyRCPGNNVUQuNUQycTJxNURPPxsoQgobJEJeYU9CIzZHLyM5N24jM0Z8IUoyUCVLGyhCChskQj1QREo1RDB3GyhCChskQiEhIzFI
            ViEhMlYyLDBsTzohISEhIzJIViEhN25FZ0ZzTzobKEIKGyRCIXs1RDt2RnxEeBsoQgobJEIhIUZ8RHhCaCMxISEwbEhMPEFMZBso
            QgobJEIhezJWMiwwbE86NUREOSEBISEzKzJxJDckXiQ5ISMhSkdvPGohSxsoQgobJEIhezchezduRWfGc086NUQwdyEhISEkIiRq
            JF4kOyRzISMbKEIKGyRCIXsyVjIsMGxPOjVERDkhISEhOzYycQQ3JF4kOSEjGyhCCg==
            """
        )
    ]

    @Test func whatBrokeOnceHolds() throws {
        let processor = try MinutesProcessor()
        for input in Self.inputs {
            let bytes = [UInt8](try #require(Data(base64Encoded: input.base64, options: .ignoreUnknownCharacters)))
            guard let text = try? processor.read(SourceBytes(name: input.name, bytes: bytes)) else { continue }
            let record = processor.analyse(processor.parse(text))
            #expect(processor.problems(of: record, text: text.value.text).isEmpty, "\(input.what)")
        }
    }

    /// The check the fuzzer relies on sees what is wrong.
    @Test func aBrokenRecordIsSeen() throws {
        let processor = try MinutesProcessor()
        let text = try processor.read(
            SourceBytes(name: "a.txt", bytes: Array("○委員長　始めます。\n○委員　意見です。\n○委員長　終わります。\n".utf8)))
        var record = processor.analyse(processor.parse(text))
        #expect(processor.problems(of: record, text: text.value.text).isEmpty)
        record.meeting.remarks[1].text = "異議です。"
        #expect(!processor.problems(of: record, text: text.value.text).isEmpty)
        record.meeting.remarks[1].text = "意見です。"
        record.meeting.segments.removeLast()
        #expect(!processor.problems(of: record, text: text.value.text).isEmpty)
    }
}

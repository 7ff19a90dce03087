import Foundation
import MinutesModel

/// A line of the output of a batch: the record of one meeting, or why there is none.
///
/// The object is that of `parse --format json`, with `input` beside `meeting`; without `meeting` the diagnostics say why.
struct BatchLine: Encodable {
    /// What the line is about, as the input named it.
    struct Input: Codable, Hashable, Sendable {
        var id: BatchInput.Identifier?
        var name: String?
        var path: String?
        /// The beginning of a line that names no document.
        var line: String?
        /// Which of the meetings of a document with several, from 1, and how many there are.
        var part: Int?
        var parts: Int?
    }

    var input: Input
    var content: Result<AnalyzedMeeting, Diagnostic>

    enum Result<Record, Problem> {
        case record(Record)
        case problem(Problem)
    }

    private enum Key: String, CodingKey { case schema, input, diagnostics }

    func encode(to encoder: any Encoder) throws {
        switch content {
        case .record(let record):
            try record.encode(to: encoder)
            var values = encoder.container(keyedBy: Key.self)
            try values.encode(input, forKey: .input)
        case .problem(let diagnostic):
            var values = encoder.container(keyedBy: Key.self)
            try values.encode(AnalyzedMeeting.schema, forKey: .schema)
            try values.encode(input, forKey: .input)
            try values.encode([diagnostic], forKey: .diagnostics)
        }
    }

    /// One line of JSON with its end; sorted keys, so that the same input gives the same bytes.
    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var bytes = Array(try encoder.encode(self))
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }
}

extension BatchLine.Input {
    init(_ input: BatchInput) {
        self.init(id: input.id, name: input.name)
        if case .path(let path) = input.content { self.path = path }
    }

    /// - Parameter line: of an input that could not be understood.
    init(line: [UInt8]) {
        self.init(line: String(decoding: line.prefix(200), as: UTF8.self))
    }
}

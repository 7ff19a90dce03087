import Foundation
import JapaneseText

/// An answer of the minutes API of the National Diet Library (国会会議録検索システム 検索用API), in either format.
///
/// `speech` gives speeches that carry the fields of their meeting, `meeting` gives meetings with all their speeches,
/// `meeting_list` the same without what was said. Source: https://kokkai.ndl.go.jp/api.html
struct NDLAnswer {
    /// One record: field name to value, empty ones left out. Numbers are as printed.
    typealias Fields = [String: String]

    struct Meeting {
        var fields: Fields
        var speeches: [Fields]
    }

    var meetings: [Meeting] = []
    /// How many records the search found, and where this answer begins and ends among them.
    var found: Int?
    var start: Int?
    var returned: Int?
    /// What the API says instead of an answer.
    var message: String?

    /// Fields of a meeting that `speech` repeats in every record.
    static let meetingFields: Set<String> = [
        "issueID", "imageKind", "session", "nameOfHouse", "nameOfMeeting", "issue", "date", "closing", "meetingURL",
        "pdfURL",
    ]

    /// Puts the speeches of `speech` under their meetings, in the order in which those are first met.
    fileprivate mutating func add(_ speech: Fields) {
        let meeting = speech.filter { Self.meetingFields.contains($0.key) }
        let fields = speech.filter { !Self.meetingFields.contains($0.key) }
        let key = meeting["issueID"] ?? "\(meeting["date"] ?? "") \(meeting["nameOfMeeting"] ?? "")"
        if let place = places[key] {
            meetings[place].speeches.append(fields)
        } else {
            places[key] = meetings.count
            meetings.append(Meeting(fields: meeting, speeches: [fields]))
        }
    }

    private var places: [String: Int] = [:]
}

// MARK: JSON

extension NDLAnswer {
    /// - Throws: what `JSONSerialization` throws for text that is no JSON.
    init(json: [UInt8]) throws {
        let value = try JSONSerialization.jsonObject(with: Data(json), options: [.fragmentsAllowed])
        if let list = value as? [[String: Any]] {
            take(list)
            return
        }
        guard let object = value as? [String: Any] else { return }
        found = Self.number(object["numberOfRecords"])
        start = Self.number(object["startRecord"])
        returned = Self.number(object["numberOfReturn"])
        if let text = object["message"] as? String {
            let details = (object["details"] as? [Any])?.compactMap { $0 as? String } ?? []
            message = ([text] + details).joined(separator: " ")
        }
        if let meetings = object["meetingRecord"] as? [[String: Any]] { take(meetings) }
        if let speeches = object["speechRecord"] as? [[String: Any]] { take(speeches) }
        if object["speechID"] != nil || object["issueID"] != nil && object["speechRecord"] == nil { take([object]) }
    }

    private mutating func take(_ list: [[String: Any]]) {
        for record in list {
            if let speeches = record["speechRecord"] as? [[String: Any]] {
                meetings.append(Meeting(fields: Self.fields(record), speeches: speeches.map(Self.fields)))
            } else if record["speechID"] != nil {
                add(Self.fields(record))
            } else if record["issueID"] != nil {
                meetings.append(Meeting(fields: Self.fields(record), speeches: []))
            }
        }
    }

    private static func fields(_ record: [String: Any]) -> Fields {
        record.compactMapValues { value in
            switch value {
            case let text as String: text.isEmpty ? nil : text
            case let number as NSNumber: "\(number)"
            default: nil
            }
        }
    }

    private static func number(_ value: Any?) -> Int? { value as? Int ?? (value as? String).flatMap { Int($0) } }
}

// MARK: XML

extension NDLAnswer {
    /// Why the XML cannot be read.
    enum XMLProblem: Error {
        /// A document type: nothing the API writes, and the way to entities that never end.
        case hasDocumentType
        /// The last element is not closed.
        case isCut
    }

    /// - Throws: `XMLProblem`.
    /// - Complexity: O(n); entities other than the five of XML are text.
    init(xml: [UInt8]) throws {
        var reader = XMLReader()
        try xml.withUnsafeBufferPointer { try reader.read($0) }
        self = reader.answer
    }

    /// Takes the elements as they come: records are flat, so that no tree is needed.
    private struct XMLReader {
        var answer = NDLAnswer()
        private var meeting: Meeting?
        private var speech: Fields?
        private var text: [UInt8] = []
        private var depth = 0

        mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws {
            var tokens = MarkupTokenizer(bytes)
            var seen = false
            while let token = tokens.next() {
                switch token {
                case .declaration: throw XMLProblem.hasDocumentType
                case .text(let range): CharacterReferences.append(range, of: bytes, to: &text, isXML: true)
                case .cdata(let range): text.append(contentsOf: bytes[range])
                case .start(let name, _, let isEmpty):
                    seen = true
                    text.removeAll(keepingCapacity: true)
                    if isEmpty { continue }
                    depth += 1
                    switch bytes.string(name) {
                    case "meetingRecord": meeting = Meeting(fields: [:], speeches: [])
                    case "speechRecord": speech = [:]
                    default: break
                    }
                case .end(let name):
                    depth -= 1
                    close(bytes.string(name))
                    text.removeAll(keepingCapacity: true)
                }
            }
            guard seen, depth == 0 else { throw XMLProblem.isCut }
        }

        private mutating func close(_ name: String) {
            switch name {
            case "speechRecord":
                guard let closed = speech else { return }
                speech = nil
                if meeting != nil { meeting?.speeches.append(closed) } else { answer.add(closed) }
            case "meetingRecord":
                if let closed = meeting { answer.meetings.append(closed) }
                meeting = nil
            case "numberOfRecords": answer.found = Int(value)
            case "numberOfReturn": answer.returned = Int(value)
            case "startRecord": answer.start = Int(value)
            case "message", "diagnostic": if !value.isEmpty { answer.message = value }
            default:
                let value = value
                guard !value.isEmpty else { return }
                if speech != nil { speech?[name] = value } else if meeting != nil { meeting?.fields[name] = value }
            }
        }

        private var value: String { String(decoding: text, as: UTF8.self) }
    }
}

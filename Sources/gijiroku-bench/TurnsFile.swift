import Foundation
import MinutesKit

/// A file of turns for comparing indexes: a line each, id (`meeting-number`), tab, text.
struct TurnsFile {
    private let data: Data

    /// - Throws: when the file cannot be read.
    init(_ path: String) throws { data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) }

    /// Calls `body` with each line's id and text.
    func forEachTurn(_ body: (_ id: Substring, _ text: UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
        try data.withUnsafeBytes { raw in
            let bytes = raw.bindMemory(to: UInt8.self)
            guard let base = bytes.baseAddress else { return }
            func find(_ byte: Int32, _ start: Int, _ end: Int) -> Int {
                memchr(base + start, byte, end - start).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? end
            }
            var start = 0
            while start < bytes.count {
                let end = find(0x0A, start, bytes.count)
                let tab = find(0x09, start, end)
                let id = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<tab]), as: UTF8.self)
                try body(id[...], UnsafeBufferPointer(rebasing: bytes[min(tab + 1, end)..<end]))
                start = end + 1
            }
        }
    }

    /// Calls `body` with the turns of one meeting after the other, as records.
    func forEachMeeting(_ body: (AnalyzedMeeting) throws -> Void) throws {
        var current: Substring = ""
        var remarks: [Remark] = []
        func end() throws {
            guard !remarks.isEmpty else { return }
            var header = MeetingHeader(id: String(current))
            header.date = "2024-01-01"
            header.title = "\(current)"
            try body(
                AnalyzedMeeting(
                    meeting: Meeting(id: header.id, header: header, agenda: [], remarks: remarks), findings: []))
            remarks.removeAll()
        }
        try forEachTurn { id, text in
            let meeting = id.prefix { $0 != "-" }
            if meeting != current {
                try end()
                current = meeting
            }
            let line = remarks.count + 1
            remarks.append(
                Remark(
                    id: StableID.make("r", [String(id)], salt: 0), order: line, label: "委員", role: .member,
                    name: nil, agenda: nil, text: String(decoding: text, as: UTF8.self),
                    span: SourceSpan(start: 0, end: 0, line: line, endLine: line)))
        }
        try end()
    }
}

import JapaneseText
import MinutesModel

/// What ought not to stand in published minutes without a second look: telephone numbers, postal codes and addresses,
/// e-mail addresses, names of private persons. Each is a note with its line; nothing is changed.
///
/// Names are looked for in what was said, in a document without turns in all of it; those of the attendance list and of the speakers are public. The offices'
/// own contact lines (`問合せ先`) and the venue are passed over.
public struct PublicationCheck: Sendable {
    /// Notes of one code; a document that is a list of addresses need not be told five thousand times.
    private static let limit = 500

    public init() {}

    /// - Parameters:
    ///   - meetings: the records of the meetings in a document.
    ///   - text: the decoded document they were made of.
    /// - Returns: notes by line.
    /// - Complexity: O(n) in the bytes of the text.
    public func diagnostics(of meetings: [Meeting], text: String) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let headers = meetings.flatMap(\.segments).filter { $0.kind == .header }.sorted { $0.start < $1.start }
        text.withUTF8Bytes { bytes in
            var next = 0
            for line in TextLines(bytes) {
                while next < headers.count, headers[next].end <= line.range.lowerBound { next += 1 }
                let isHeader = next < headers.count && headers[next].start <= line.range.lowerBound
                found += ContactScan(bytes: bytes, range: line.range, isHeader: isHeader).findings.map {
                    diagnostic($0.kind, bytes.text($0.range), line: line.number)
                }
            }
        }
        for meeting in meetings { found += names(in: meeting, text) }
        let byLine = found.enumerated().sorted {
            ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
        }
        return limited(byLine.map(\.element))
    }

    private func names(in meeting: Meeting, _ text: String) -> [Diagnostic] {
        var names = PrivateNames(meeting)
        guard !meeting.remarks.isEmpty else {
            return text.withUTF8Bytes { bytes in
                TextLines(bytes).flatMap { line in
                    names.ranges(in: UnsafeBufferPointer(rebasing: bytes[line.range])).map { range in
                        let start = line.range.lowerBound
                        let words = bytes.text(start + range.lowerBound..<start + range.upperBound)
                        return diagnostic(.name, words, line: line.number)
                    }
                }
            }
        }
        return meeting.remarks.flatMap { remark in
            names.ranges(in: remark.text).compactMap { range in
                remark.text.utf8Slice(range).map {
                    diagnostic(.name, $0, line: remark.map.place(of: range.lowerBound)?.line ?? remark.span.line)
                }
            }
        }
    }

    private func limited(_ found: [Diagnostic]) -> [Diagnostic] {
        var counts: [String: Int] = [:]
        return found.filter { diagnostic in
            counts[diagnostic.code, default: 0] += 1
            return counts[diagnostic.code, default: 0] <= Self.limit
        }
    }

    private func diagnostic(_ kind: ContactScan.Kind, _ words: String, line: Int) -> Diagnostic {
        let (code, advice) =
            switch kind {
            case .phone: ("publication.phone", "電話番号と思われます。公表してよい番号か確かめ、個人のものなら伏せてください。")
            case .postalCode: ("publication.postal-code", "郵便番号と思われます。個人の住所なら伏せてください。")
            case .address: ("publication.address", "番地までの住所と思われます。個人の住所なら伏せてください。")
            case .mail: ("publication.mail", "メールアドレスと思われます。公表してよいものか確かめ、個人のものなら伏せてください。")
            case .name: ("publication.name", "出席者名簿にない人の名前と思われます。公表してよいか確かめ、「Ａさん」などに改めてください。")
            }
        return Diagnostic(.note, code: code, message: "「\(words)」は\(advice)", line: line)
    }
}

/// The lines of a text with their numbers, counted as the parser counts them: a page break is no line.
struct TextLines: Sequence, IteratorProtocol {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var offset = 0
    private var number = 1

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func next() -> (range: Range<Int>, number: Int)? {
        guard offset < bytes.count else { return nil }
        let start = offset
        while offset < bytes.count, !(0x0A...0x0D).contains(bytes[offset]) { offset += 1 }
        let line = (range: start..<offset, number: number)
        if offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if byte == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
            if byte == 0x0A || byte == 0x0D { number += 1 }
        }
        return line
    }
}

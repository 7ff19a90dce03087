import Foundation
import JapaneseText
import MinutesModel

/// Reads answers of the minutes API of the National Diet Library, JSON and XML.
///
/// The text of a meeting is a line with its name, what stands before the first speech, and the speeches in their order,
/// each as printed. Every field of a record goes with its remark, every field of a meeting with its header. A speech
/// without a printed speaker gets one from the record.
public struct NDLReader: DocumentReader {
    public static let id = "ndl-api"
    public static let summary = "国会会議録検索システムAPIの結果（.json、.xml）"

    static let sizeLimit = 256 << 20

    public init() {}

    public func canRead(_ source: SourceBytes) -> Bool {
        var head = source.bytes.prefix(4096)[...]
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
        head = head.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        guard let first = head.first, [0x7B, 0x5B, 0x3C].contains(first) else { return false }
        return head.withUnsafeBufferPointer { bytes in
            let marks: [StaticString] =
                first == 0x3C
                ? ["<numberOfRecords>", "<speechRecord>", "<meetingRecord>"]
                : ["\"numberOfRecords\"", "\"speechRecord\"", "\"meetingRecord\"", "\"speechID\""]
            return bytes.indices.contains { place in marks.contains { bytes.matches($0, at: place) } }
        }
    }

    public func read(_ source: SourceBytes) throws -> Parsed<SourceText> {
        if source.bytes.isEmpty { throw ReadingError.empty(name: source.name) }
        if source.bytes.count > Self.sizeLimit {
            throw ReadingError.tooLarge(name: source.name, bytes: source.bytes.count, limit: Self.sizeLimit)
        }
        let decoded = TextDecoding.decode(source.bytes)
        let answer = try answer(Array(decoded.text.utf8), source.name)
        guard !answer.meetings.isEmpty else {
            throw ReadingError.unreadable(
                name: source.name, reason: answer.message.map { "APIの返事は「\($0)」でした。" } ?? "会議が一件も入っていません。",
                advice: "検索の条件を確かめて、取り直してください。")
        }
        guard answer.meetings.contains(where: { $0.speeches.contains { $0["speech"] != nil } }) else {
            let ids = answer.meetings.prefix(3).compactMap { $0.fields["issueID"] }.joined(separator: "、")
            throw ReadingError.unreadable(
                name: source.name, reason: "会議の一覧（meeting_list）で、発言の本文が入っていません。",
                advice: "https://kokkai.ndl.go.jp/api/meeting に issueID（\(ids)）を指定して取り直してください。")
        }
        var text = NDLText()
        for meeting in answer.meetings { text.add(meeting) }
        return Parsed(
            SourceText(
                text: String(decoding: text.bytes, as: UTF8.self), name: source.name,
                encoding: decoded.encoding.rawValue, encodingConfidence: decoded.confidence, meetings: text.meetings),
            diagnostics: diagnostics(answer) + text.diagnostics)
    }

    private func answer(_ bytes: [UInt8], _ name: String) throws -> NDLAnswer {
        let first = bytes.first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
        do {
            return first == 0x3C ? try NDLAnswer(xml: bytes) : try NDLAnswer(json: bytes)
        } catch NDLAnswer.XMLProblem.hasDocumentType {
            throw ReadingError.unreadable(
                name: name, reason: "文書型宣言（DOCTYPE）のあるXMLは、安全のため読みません。", advice: "APIの結果をそのまま保存したものを指定してください。")
        } catch {
            throw ReadingError.unreadable(
                name: name, reason: "\(first == 0x3C ? "XML" : "JSON")の途中で切れているか、壊れています。", advice: "APIから取り直してください。")
        }
    }

    private func diagnostics(_ answer: NDLAnswer) -> [Diagnostic] {
        guard let found = answer.found, let returned = answer.returned, returned < found else { return [] }
        return [
            Diagnostic(
                .note, code: "ndl.more-results",
                message: "検索で見つかった\(found)件のうち\(returned)件だけが入っています。残りは startRecord を変えて取ってください。")
        ]
    }
}

import JapaneseText
import MinutesModel

/// Writes the meetings of an answer as one text and keeps where everything stands.
struct NDLText {
    private(set) var bytes: [UInt8] = []
    private(set) var meetings: [GivenMeeting] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// The speaker of records that hold what is printed before the first speech.
    private static let frontMatter = "会議録情報"

    mutating func add(_ meeting: NDLAnswer.Meeting) {
        let name = Self.name(meeting.fields)
        let spoken = meeting.speeches.filter { $0["speech"] != nil }
        guard !spoken.isEmpty else {
            diagnostics.append(
                Diagnostic(
                    .warning, code: "ndl.no-speech",
                    message: "「\(name)」（\(meeting.fields["imageKind"] ?? "会議録")）には発言の本文がないため、除きました。"))
            return
        }
        // Search results come by date and meeting; within a meeting the order is that of the speeches.
        let ordered = spoken.enumerated().sorted { left, right in
            let (first, second) = (Self.order(left.element) ?? .max, Self.order(right.element) ?? .max)
            return first != second ? first < second : left.offset < right.offset
        }.map(\.element)
        tellGaps(ordered, name)
        let start = bytes.count
        append(Self.singleLine(name) + "\n")
        for speech in ordered where speech["speaker"] == Self.frontMatter { append(speech["speech"] ?? "") }
        var turns: [GivenMeeting.Turn] = []
        for speech in ordered where speech["speaker"] != Self.frontMatter { turns.append(turn(speech)) }
        var header = MeetingHeader()
        header.title = name
        let body = (meeting.fields["nameOfHouse"] ?? "") + (meeting.fields["nameOfMeeting"] ?? "")
        if !body.isEmpty { header.body = body }
        let session = [
            meeting.fields["session"].map { "第\($0)回国会" }, meeting.fields["issue"],
        ].compactMap(\.self).joined()
        if !session.isEmpty { header.session = session }
        header.date = meeting.fields["date"].flatMap { Self.isDate($0) ? $0 : nil }
        header.kind = meeting.fields["imageKind"]
        header.fields = meeting.fields
        meetings.append(GivenMeeting(range: start..<bytes.count, header: header, turns: turns))
    }

    /// `第212回国会　衆議院　文部科学委員会　第2号`
    private static func name(_ fields: NDLAnswer.Fields) -> String {
        [fields["session"].map { "第\($0)回国会" }, fields["nameOfHouse"], fields["nameOfMeeting"], fields["issue"]]
            .compactMap(\.self).joined(separator: "　")
    }

    private static func order(_ speech: NDLAnswer.Fields) -> Int? { speech["speechOrder"].flatMap { Int($0) } }

    private static func isDate(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 10
            && bytes.indices.allSatisfy { [4, 7].contains($0) ? bytes[$0] == 0x2D : (0x30...0x39).contains(bytes[$0]) }
    }

    private static func singleLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private mutating func tellGaps(_ ordered: [NDLAnswer.Fields], _ name: String) {
        let orders = Set(ordered.compactMap(Self.order))
        guard let last = orders.max(), last >= 0, orders.count < last + 1 else { return }
        diagnostics.append(
            Diagnostic(
                .warning, code: "ndl.partial",
                message:
                    "「\(name)」は発言の一部だけです（\(last + 1)件のうち\(orders.count)件）。会議全体は、APIの meeting に issueID を指定して取ってください。"))
    }

    /// Adds text with `\n` at the end of its lines, closed by one.
    private mutating func append(_ text: String) {
        var last: UInt8 = 0
        for byte in text.utf8 {
            if byte == 0x0A, last == 0x0D {
                last = byte
                continue
            }
            bytes.append(byte == 0x0D ? 0x0A : byte)
            last = byte
        }
        if bytes.last != 0x0A { bytes.append(0x0A) }
    }

    private mutating func turn(_ speech: NDLAnswer.Fields) -> GivenMeeting.Turn {
        let start = bytes.count
        let text = speech["speech"] ?? ""
        let speaker = Self.singleLine(speech["speaker"] ?? "").filter { $0 != "\u{0C}" && $0 != "\u{0B}" }
        var label: Range<Int>
        let printed = text.withUTF8Bytes(Self.printedLabel)
        if let printed {
            label = start + printed.lowerBound..<start + printed.upperBound
            append(text)
        } else {
            let name = speaker.isEmpty ? "発言者の記載なし" : speaker
            label = start + 3..<start + 3 + name.utf8.count
            append("○" + name + "　" + text)
        }
        var fields = speech
        fields["speech"] = nil
        var said = label.upperBound
        bytes.withUnsafeBufferPointer { bytes in
            while said < bytes.count {
                if bytes[said] == 0x20 { said += 1 } else if bytes.matches("　", at: said) { said += 3 } else { break }
            }
        }
        return GivenMeeting.Turn(
            start: start, label: label, text: said, name: speaker.isEmpty ? nil : speaker,
            role: Self.role(speech["speakerRole"]), fields: fields)
    }

    /// The speaker printed at the start: `○委員長（山田太郎君）　…`, up to the first blank outside of brackets.
    private static func printedLabel(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let marks: [StaticString] = ["○", "〇", "◯", "◎", "●", "◆", "◇"]
        guard marks.contains(where: { text.matches($0, at: 0) }) else { return nil }
        let start = 3
        var cursor = start
        var depth = 0
        while cursor < text.count, cursor - start <= 240 {
            let byte = text[cursor]
            if byte == 0x0A || byte == 0x0D { break }
            if text.matches("（", at: cursor) { depth += 1 }
            if text.matches("）", at: cursor) { depth -= 1 }
            if depth <= 0, byte == 0x20 || byte == 0x09 || text.matches("　", at: cursor) {
                return cursor > start ? start..<cursor : nil
            }
            cursor += 1
        }
        return nil
    }

    /// 証人, 参考人 and 公述人 are named by the record; other roles stand in the label.
    private static func role(_ printed: String?) -> Role? {
        switch printed {
        case "証人", "参考人", "公述人": .expert
        default: nil
        }
    }
}

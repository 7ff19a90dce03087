import MinutesModel

/// Whether a record agrees with itself and with the text of its original.
package struct RecordCheck {
    /// Japanese phrases, one a contradiction.
    package private(set) var problems: [String] = []

    /// - Parameter text: the decoded text of the original, where it is at hand.
    /// - Complexity: O(size of the record).
    package init(_ analyzed: AnalyzedMeeting, text: String? = nil) {
        let meeting = analyzed.meeting
        checkIDs("発言", meeting.remarks.map(\.id))
        checkIDs("議題", meeting.agenda.map(\.id))
        checkIDs("抽出項目", analyzed.findings.map(\.id))
        checkFormerIDs(analyzed)
        checkSpans(meeting, length: text?.utf8.count ?? meeting.segments.last?.end)
        let remarks = Dictionary(
            meeting.remarks.map { ($0.id, Array($0.text.utf8)) }, uniquingKeysWith: { first, _ in first })
        for finding in analyzed.findings {
            guard let bytes = remarks[finding.remark] else {
                problems.append("項目 \(finding.id) の発言がない")
                continue
            }
            let range = finding.range
            guard range.start >= 0, range.start <= range.end, range.end <= bytes.count,
                bytes[range.start..<range.end].elementsEqual(finding.quote.utf8)
            else {
                problems.append("項目 \(finding.id) の引用が発言の文言と違う")
                continue
            }
        }
        if let text { checkWords(meeting, Array(text.utf8)) }
    }

    private mutating func checkIDs(_ what: String, _ ids: [String]) {
        var seen: Set<String> = []
        for id in ids where !seen.insert(id).inserted { problems.append("\(what)の番号 \(id) が重なっている") }
    }

    /// An old id leads to something that is there, and is not in use itself.
    private mutating func checkFormerIDs(_ analyzed: AnalyzedMeeting) {
        guard !analyzed.formerIDs.isEmpty else { return }
        let live = analyzed.liveIDs
        for (former, successor) in analyzed.formerIDs.successors.sorted(by: { $0.key < $1.key }) {
            if live.contains(former) { problems.append("旧番号 \(former) が今も使われている") }
            if case .id(let id) = successor, !live.contains(id) { problems.append("旧番号 \(former) の行き先 \(id) がない") }
        }
    }

    private mutating func checkSpans(_ meeting: Meeting, length: Int?) {
        var end = 0
        for segment in meeting.segments {
            if segment.start != end || segment.end < segment.start { problems.append("原文の区分に隙間か重なりがある（\(end)バイト目）") }
            end = segment.end
        }
        if let length, !meeting.segments.isEmpty, end != length { problems.append("原文の区分が文書の終わりに届いていない") }
        for remark in meeting.remarks {
            let span = remark.span
            if span.start < 0 || span.end < span.start || span.end > length ?? Int.max {
                problems.append("発言 \(remark.order) の位置が文書の外にある")
            }
        }
    }

    /// Every piece of a remark stands in the original, byte for byte.
    private mutating func checkWords(_ meeting: Meeting, _ source: [UInt8]) {
        for remark in meeting.remarks {
            let text = Array(remark.text.utf8)
            let pieces = remark.map.pieces
            for (place, piece) in pieces.enumerated() {
                let next = place + 1 < pieces.count ? pieces[place + 1].text : text.count
                // Between two pieces may stand one space or line break of the parser.
                let length = next - piece.text
                guard length >= 0, piece.text >= 0, next <= text.count, piece.source >= 0,
                    piece.source + max(0, length - 1) <= source.count
                else {
                    problems.append("発言 \(remark.order) の原文への対応が壊れている")
                    break
                }
                var same = 0
                while same < length, piece.source + same < source.count,
                    text[piece.text + same] == source[piece.source + same]
                {
                    same += 1
                }
                let isJoined =
                    same == length - 1 && place + 1 < pieces.count
                    && (text[piece.text + same] == 0x20 || text[piece.text + same] == 0x0A)
                if same < length, !isJoined {
                    problems.append("発言 \(remark.order) の文言が原文と違う")
                    break
                }
            }
        }
    }
}

import JapaneseText
import MinutesModel

/// Finds what somebody has to follow up, sentence by sentence: 約束・要望・次期計画への反映・決定・宿題, and the 意見 and 課題
/// that feed the draft of a plan.
///
/// The end of the sentence's predicate decides (Japanese says there how a thing is meant), together with who speaks;
/// politeness and hedges are taken off first. A question, a report and the course of the meeting are no findings.
/// `cues` in the fields names the entries of the lexicon that made a finding.
public struct FollowUpAnalyzer: Analyzer {
    public static let descriptor = AnalyzerDescriptor(
        id: "follow-ups", version: 1,
        summary: "発言の文末から、約束・要望・次期計画への反映・決定・宿題と、意見・課題を見つけます。",
        summaryEnglish:
            "Finds commitments, requests, input for the next plan, decisions and open questions, and opinions and issues.",
        produces: FindingKind.followUps, examples: FollowUpExamples.all)

    private let lexicon: FollowUpLexicon

    public init() { lexicon = .standard }

    init(lexicon: FollowUpLexicon) { self.lexicon = lexicon }

    public func findings(in meeting: Meeting, context: AnalysisContext) throws -> [Finding] {
        var found: [Finding] = []
        let reference = context.referenceDate.flatMap { CalendarDate(iso: $0) }
        for (index, remark) in meeting.remarks.enumerated() where index < context.sentences.count {
            let speaker = FollowUpSpeakers(remark.role)
            remark.text.withUTF8Bytes { bytes in
                for range in context.sentences[index] where range.upperBound <= bytes.count {
                    let sentence = UnsafeBufferPointer(rebasing: bytes[range])
                    guard let hit = finding(sentence, remark, speaker, range, reference) else { continue }
                    found.append(hit)
                }
            }
        }
        return found
    }

    private func finding(
        _ bytes: UnsafeBufferPointer<UInt8>, _ remark: Remark, _ speaker: FollowUpSpeakers, _ range: Range<Int>,
        _ reference: CalendarDate?
    ) -> Finding? {
        guard needsFolding(bytes) else { return finding(read: bytes, bytes, remark, speaker, range, reference) }
        return TextFolding.fold(bytes, [.width, .composition]).bytes.withUnsafeBufferPointer {
            finding(read: $0, bytes, remark, speaker, range, reference)
        }
    }

    private func finding(
        read folded: UnsafeBufferPointer<UInt8>, _ source: UnsafeBufferPointer<UInt8>, _ remark: Remark,
        _ speaker: FollowUpSpeakers, _ range: Range<Int>, _ reference: CalendarDate?
    ) -> Finding? {
        let sentence = FollowUpSentence(folded, speaker: speaker, lexicon: lexicon)
        guard let verdict = FollowUpRules(sentence: sentence).verdict() else { return nil }
        let fields = ["cues": verdict.cues.joined(separator: " ")]
        return Finding(
            verdict.kind, analyzer: Self.descriptor.identity, in: remark, range: range, fields: fields,
            confidence: verdict.confidence)
    }

    /// Half-width katakana or a voicing mark of its own: the only spellings the lexicon's forms are not written in.
    private func needsFolding(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        while place + 2 < bytes.count {
            switch bytes[place] {
            case 0xEF where bytes[place + 1] == 0xBD && bytes[place + 2] >= 0xA0 || bytes[place + 1] == 0xBE: return true
            case 0xE3 where bytes[place + 1] == 0x82 && (bytes[place + 2] == 0x99 || bytes[place + 2] == 0x9A): return true
            default: break
            }
            place += bytes[place] < 0x80 ? 1 : bytes[place] < 0xE0 ? 2 : bytes[place] < 0xF0 ? 3 : 4
        }
        return false
    }
}

import JapaneseText
import MinutesModel

/// Topics of a remark, from a dictionary of words with their spellings.
///
/// One finding a remark and topic, at the first word that names it. Fields: `topic`, the name in the dictionary;
/// `count`, how often the remark names it. The default dictionary is the shared vocabulary of welfare plans
/// (`TopicDictionary.welfare`); a body with its own list gives that.
public struct TopicAnalyzer: Analyzer {
    public static let descriptor = AnalyzerDescriptor(
        id: "topics", version: 1,
        summary: "発言がどの話題（居場所づくり、担い手など）に触れているかを、辞書の語から拾います。",
        summaryEnglish: "Topics a remark touches, by the words of a dictionary.",
        produces: [.topic], examples: examples)

    private let lexicon: TopicLexicon

    public init(dictionary: TopicDictionary = .welfare) { lexicon = TopicLexicon(dictionary) }

    public var vocabulary: Vocabulary? { lexicon.vocabulary }

    public func findings(in meeting: Meeting, context: AnalysisContext) throws -> [Finding] {
        let identity = Self.descriptor.identity
        var findings: [Finding] = []
        var mentions = TopicMentions(count: lexicon.names.count)
        let hits = context.hits(of: lexicon.vocabulary, in: meeting)
        for index in meeting.remarks.indices where !hits[index].isEmpty {
            let folded = context.folded(at: index, of: meeting)
            folded.bytes.withUnsafeBufferPointer { lexicon.collect(into: &mentions, hits[index], from: $0) }
            let (remark, text) = (meeting.remarks[index].id, meeting.remarks[index].text)
            for (topic, range, count) in mentions.taken() {
                let finding = Finding(
                    .topic, analyzer: identity, remark: remark, text: text, range: folded.sourceRange(of: range),
                    fields: ["count": String(count), "topic": lexicon.names[topic]])
                if let finding { findings.append(finding) }
            }
        }
        return findings
    }

    private static let examples = AnalyzerExamples(
        matching: [
            AnalyzerExample("学校が終わったあとの↓いばしょが少ないと感じます。", fields: ["topic": "居場所づくり"]),
            AnalyzerExample("↓コミセンの二階が空いています。コミュニティーセンターは駅前にもあります。", fields: ["count": "2"]),
            AnalyzerExample("↓ＣＳＷを二人に増やしました。", role: .secretariat, fields: ["topic": "地域福祉コーディネーター"]),
            AnalyzerExample("↓障碍のある方の参加も考えたい。", fields: ["topic": "障がい"]),
            AnalyzerExample("隣の市では↓子供の人数が減り、↓見守りの当番も回らないそうです。"),
            AnalyzerExample("↓ﾎﾞﾗﾝﾃｨｱの登録は四月からです。", fields: ["topic": "ボランティア"]),
        ],
        nonMatching: [
            AnalyzerExample("通路に障害物が置かれていました。"),
            AnalyzerExample("予約システムに通信障害が起きた日です。"),
            AnalyzerExample("私が子供の頃は川で泳ぎました。"),
            AnalyzerExample("資料のＩＣＴＹという表記は誤りです。"),
            AnalyzerExample("駅前のヘアサロンが閉店しました。"),
        ])
}

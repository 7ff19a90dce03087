/// How a finding is put: the cue that decided, what is acted upon and the act, as far as its short form tells them.
///
/// Two findings with one expression are said alike. A person who rejects one says something about the other.
public struct ActionExpression: Codable, Hashable, Sendable {
    /// Id of the cue in the lexicon.
    public var cue: String
    /// The noun before the act, empty where there is none: 「資料」.
    public var object: String
    /// 「ご覧いただく」
    public var act: String

    public init(cue: String, object: String, act: String) {
        self.cue = cue
        self.object = object
        self.act = act
    }

    /// Of a finding with cues and a short form; `nil` where these say too little to compare.
    public init?(_ finding: Finding) {
        guard let cue = finding.fields["cues"]?.split(separator: " ").first, let summary = finding.fields["summary"]
        else { return nil }
        let (object, act) = Self.parts(of: summary)
        // 「する」 alone would be like everything.
        guard !act.isEmpty, !object.isEmpty || act.unicodeScalars.contains(where: Self.isNoun) else { return nil }
        self.init(cue: String(cue), object: object, act: act)
    }

    /// Scalars looked at from the end of a short form.
    private static let longest = 60

    /// The noun before the last particle, and what is done from its last noun or verb stem on. Times are passed over:
    /// 「点検表は12月中に公開する」 is about 点検表.
    private static func parts(of summary: String) -> (object: String, act: String) {
        var scalars = Array(summary.unicodeScalars.suffix(longest))
        while let last = scalars.last, "。、 　".unicodeScalars.contains(last) { scalars.removeLast() }
        let place = particle("を", in: scalars) ?? particle("にへでがはも", in: scalars)
        let tail = place.map { $0 + 1 } ?? 0
        let object = place.map { text(scalars[nounStart(before: $0, in: scalars)..<$0]) } ?? ""
        // Adverbs lead in: 早急に確認する → 確認する.
        var end = scalars.count
        while end > tail, !isNoun(scalars[end - 1]) { end -= 1 }
        var start = max(tail, nounStart(before: end, in: scalars))
        // ご and お belong to what follows.
        if start > tail, start < scalars.count, "ごお".unicodeScalars.contains(scalars[start - 1]) { start -= 1 }
        if start == end { start = tail }
        let act = scalars[start...]
        let adverb = adverbs.first { act.starts(with: $0.unicodeScalars) && act.count > $0.unicodeScalars.count }
        return (object, text(act.dropFirst(adverb?.unicodeScalars.count ?? 0)))
    }

    private static let adverbs = ["次回", "今回", "後日", "今後", "来月", "来週", "来年度", "別途", "随時", "順次", "早急", "至急"]

    /// The last of some particles behind a noun that names no time.
    private static func particle(_ wanted: String, in scalars: [Unicode.Scalar]) -> Int? {
        guard scalars.count > 2 else { return nil }
        return (1..<scalars.count - 1).last { place in
            guard wanted.unicodeScalars.contains(scalars[place]), isNoun(scalars[place - 1]) else { return false }
            return !isTime(scalars[nounStart(before: place, in: scalars)..<place])
        }
    }

    private static func nounStart(before place: Int, in scalars: [Unicode.Scalar]) -> Int {
        var start = place
        while start > 0, isNoun(scalars[start - 1]) { start -= 1 }
        return start
    }

    private static func isTime(_ noun: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let last = noun.last, "月日中度末旬頃回年週後内".unicodeScalars.contains(last) else { return false }
        return noun.contains { $0.properties.numericType != nil }
            || ["今後", "次回", "今回", "来月", "来年", "来年度", "今年度", "今年度中", "年度内", "年度末", "月末", "後日"].contains(text(noun))
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    /// Ideographs, katakana, letters and digits.
    private static func isNoun(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3400...0x9fff, 0x20000...0x3134f, 0x30a1...0x30fa, 0x30fc, 0x3005: true
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0xff10...0xff19, 0xff21...0xff3a, 0xff41...0xff5a: true
        default: false
        }
    }
}

import JapaneseText
import MinutesModel

/// Reads the lexicon's text.
///
///     $頂 いただ 頂                          spellings, used as {頂}
///     @r.itadaku request clause mcgx 92     id, kind or effect, place, speakers, weight
///      {頂}(きたい|ければ)                    forms: alternatives in round brackets, ? for what may be missing
///     > member: 続けていただきたい。          an example, with who says it
///     # a remark
///
/// Lines that cannot be read are kept in `problems`; a test sees to it that there are none.
struct FollowUpLexiconReader {
    private(set) var cues: [FollowUpCue] = []
    /// Patterns of forms and the cue each belongs to, by its place in `cues`.
    private(set) var patterns: [(pattern: FormPattern, cue: Int)] = []
    private(set) var problems: [String] = []
    private var spellings: [[UInt8]: FormPattern] = [:]

    /// The forms written out.
    var forms: [(bytes: [UInt8], cue: Int)] {
        patterns.flatMap { entry in entry.pattern.forms.filter { !$0.isEmpty }.map { ($0, entry.cue) } }
    }

    init(_ text: String) {
        text.withUTF8Bytes { bytes in
            for line in bytes.split(separator: UInt8(ascii: "\n")) { read(UnsafeBufferPointer(rebasing: line)) }
        }
    }

    private mutating func read(_ line: UnsafeBufferPointer<UInt8>) {
        func text() -> Substring { Substring(decoding: line, as: UTF8.self) }
        switch line.first {
        case nil, UInt8(ascii: "#"): return
        case UInt8(ascii: "$"):
            let words = line.dropFirst().split(separator: UInt8(ascii: " "))
            guard let name = words.first else { return }
            spellings[Array(name)] = .choice(words.dropFirst().map { FormPattern($0, spellings) })
        case UInt8(ascii: "@"): begin(text().dropFirst().split(separator: " "), text())
        case UInt8(ascii: ">"):
            let parts = text().dropFirst().split(separator: ":", maxSplits: 1)
            guard parts.count == 2, !cues.isEmpty, let role = Role(rawValue: parts[0].trimmed) else {
                return problems.append(String(text()))
            }
            cues[cues.count - 1].examples.append(.init(speaker: FollowUpSpeakers(role), text: parts[1].trimmed))
        default:
            guard !cues.isEmpty else { return problems.append(String(text())) }
            for word in line.split(separator: UInt8(ascii: " ")) {
                patterns.append((FormPattern(word, spellings), cues.count - 1))
            }
        }
    }

    private mutating func begin(_ words: [Substring], _ line: Substring) {
        guard words.count == 5, let effect = Self.effect(words[1]),
            let place = FollowUpCue.Place(rawValue: String(words[2])),
            let weight = Int(words[4])
        else { return problems.append(String(line)) }
        cues.append(
            FollowUpCue(
                id: String(words[0]), effect: effect, place: place, speakers: FollowUpSpeakers(letters: words[3]),
                weight: weight))
    }

    private static func effect(_ word: Substring) -> FollowUpCue.Effect? {
        let parts = word.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts[0], parts.count > 1 ? parts[1] : nil) {
        case ("tail", nil): return .tail
        case ("joint", nil): return .joint
        case ("stem", let name?): return FollowUpCue.Stem(rawValue: name).map { .stem($0) }
        case ("aside", let name?): return FollowUpCue.Aside(rawValue: name).map { .aside($0) }
        case ("mark", let name?): return FollowUpCue.Mark(name: name).map { .mark($0) }
        case (let kind, nil):
            let kind = FindingKind(rawValue: kind)
            return FindingKind.followUps.contains(kind) ? .kind(kind) : nil
        default: return nil
        }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

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
    /// Forms and the cue each belongs to, by its place in `cues`.
    private(set) var forms: [(bytes: [UInt8], cue: Int)] = []
    private(set) var problems: [String] = []
    private var spellings: [String: [[UInt8]]] = [:]

    init(_ text: String) {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            for line in bytes.split(separator: UInt8(ascii: "\n")) { read(Substring(decoding: line, as: UTF8.self)) }
        }
    }

    private mutating func read(_ line: Substring) {
        switch line.first {
        case nil, "#": return
        case "$":
            let words = line.dropFirst().split(separator: " ")
            guard let name = words.first else { return }
            spellings[String(name)] = words.dropFirst().flatMap { expand($0) }
        case "@": begin(line.dropFirst().split(separator: " "), line)
        case ">":
            let parts = line.dropFirst().split(separator: ":", maxSplits: 1)
            guard parts.count == 2, !cues.isEmpty, let role = Role(rawValue: parts[0].trimmed) else {
                return problems.append(String(line))
            }
            cues[cues.count - 1].examples.append(.init(speaker: FollowUpSpeakers(role), text: parts[1].trimmed))
        default:
            guard !cues.isEmpty else { return problems.append(String(line)) }
            for word in line.split(separator: " ") {
                for form in expand(word) where !form.isEmpty { forms.append((form, cues.count - 1)) }
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
        case ("mark", let name?): return FollowUpCue.Mark(rawValue: name).map { .mark($0) }
        case (let kind, nil):
            let kind = FindingKind(rawValue: kind)
            return FindingKind.followUps.contains(kind) ? .kind(kind) : nil
        default: return nil
        }
    }

    /// All spellings of a form: `(a|b)c?` gives ac, bc, a, b.
    func expand(_ form: Substring) -> [[UInt8]] {
        var rest = ArraySlice(Array(form.utf8))
        return alternatives(&rest, depth: 0)
    }

    private func alternatives(_ rest: inout ArraySlice<UInt8>, depth: Int) -> [[UInt8]] {
        var finished: [[UInt8]] = []
        var current: [[UInt8]] = [[]]
        while let next = rest.popFirst() {
            var piece: [[UInt8]]
            switch next {
            case UInt8(ascii: "(") where depth < 8: piece = alternatives(&rest, depth: depth + 1)
            case UInt8(ascii: "{"):
                let name = rest.prefix { $0 != UInt8(ascii: "}") }
                rest = rest.dropFirst(name.count + 1)
                piece = spellings[String(decoding: name, as: UTF8.self)] ?? []
            case UInt8(ascii: "|"):
                finished += current
                current = [[]]
                continue
            case UInt8(ascii: ")"): return finished + current
            default:
                var letter = [next]
                while let more = rest.first, more & 0xC0 == 0x80 {
                    letter.append(more)
                    rest.removeFirst()
                }
                piece = [letter]
            }
            if rest.first == UInt8(ascii: "?") {
                rest.removeFirst()
                piece.append([])
            }
            if piece.count == 1 {
                for index in current.indices { current[index] += piece[0] }
            } else {
                current = current.flatMap { head in piece.map { head + $0 } }
            }
        }
        return finished + current
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

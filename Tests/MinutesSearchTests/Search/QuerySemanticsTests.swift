import MinutesModel
import Testing

@testable import MinutesSearch

/// The set semantics of `SearchQuery`, evaluated remark by remark over plain values, beside the index.
@Suite struct QuerySemanticsTests {
    private struct Plain {
        var id: String
        var text: [UInt32]
        var role: Role
        var isAnswered = false
        /// For each scope the unit it belongs to.
        var units: [SearchScope: String]
    }

    private static let words = ["居場所", "場所", "の", "担い手", "手", "東京", "京都", "AI"]

    private func remarks(_ generator: inout SplitMix) -> (meetings: [AnalyzedMeeting], plain: [Plain]) {
        func pick<Value>(_ values: [Value]) -> Value { values[Int(generator.next() % UInt64(values.count))] }
        var meetings: [AnalyzedMeeting] = []
        var plain: [Plain] = []
        for number in 0..<5 {
            let id = "m\(number)"
            var turns: [Turn] = []
            var roots: [Int] = []
            for place in 0..<Int(generator.next() % 8) {
                let text = (0..<Int(generator.next() % 6)).map { _ in pick(Self.words + ["。", "、"]) }.joined()
                // An answer to an empty remark has nothing to stand on in the fixture.
                let question =
                    !text.isEmpty && place > 0 && generator.next() % 3 == 0
                    ? Int(generator.next() % UInt64(place)) : nil
                let agenda = pick(["報告", "その他", nil])
                turns.append(
                    Turn(text, role: pick([.member, .secretariat, .chair]), answers: question, agenda: agenda))
                roots.append(question.map { roots[$0] } ?? place)
            }
            for (place, turn) in turns.enumerated() {
                plain.append(
                    Plain(
                        id: "\(id)-\(place + 1)", text: ComparedText(turn.text).scalars, role: turn.role,
                        isAnswered: turns.contains { $0.answers == place },
                        units: [
                            .remark: "\(id)-\(place)", .meeting: id, .agenda: "\(id) \(turn.agenda ?? "")",
                            .exchange: "\(id)-\(roots[place])",
                        ]))
            }
            meetings.append(meeting(id, turns))
        }
        return (meetings, plain)
    }

    private func clause(_ generator: inout SplitMix, depth: Int) -> String {
        func pick(_ values: [String]) -> String { values[Int(generator.next() % UInt64(values.count))] }
        switch generator.next() % (depth > 2 ? 6 : 9) {
        case 0, 1: return pick(Self.words)
        case 2: return "\"" + pick(Self.words) + pick(Self.words) + "\""
        case 3: return pick(Self.words) + "*"
        case 4: return "\(pick(Self.words)) NEAR/\(generator.next() % 5) (\(pick(Self.words)) OR \(pick(Self.words)))"
        case 5: return pick(["役割:事務局", "役割:委員、委員長", "回答:あり", "回答:なし"])
        case 6: return "-(\(clause(&generator, depth: depth + 1)))"
        case 7: return "(\(clause(&generator, depth: depth + 1)) OR \(clause(&generator, depth: depth + 1)))"
        default: return "(\(clause(&generator, depth: depth + 1)) \(clause(&generator, depth: depth + 1)))"
        }
    }

    // MARK: The plain evaluation

    private func places(_ phrase: SearchPhrase, _ text: [UInt32]) -> [Range<Int>] {
        let length = phrase.scalars.count
        guard text.count >= length else { return [] }
        return (0...(text.count - length)).filter { start in
            guard text[start..<(start + length)].elementsEqual(phrase.scalars) else { return false }
            let before = start > 0 ? text[start - 1] : ComparedText.blank
            return !phrase.isPrefix || WordBoundary.begins(before: text[start], after: before)
        }.map { $0..<($0 + length) }
    }

    private func holds(_ near: NearWords, _ text: [UInt32]) -> Bool {
        var reached = near.words[0].flatMap { places($0, text) }
        for (word, distance) in zip(near.words.dropFirst(), near.distances) {
            reached = word.flatMap { places($0, text) }.filter { range in
                reached.contains { other in
                    let gap = max(other.lowerBound - range.upperBound, range.lowerBound - other.upperBound)
                    return gap >= 0 && gap <= distance
                }
            }
        }
        return !reached.isEmpty
    }

    private func set(_ expression: SearchExpression, _ scope: SearchScope, _ remarks: [Plain]) -> Set<String> {
        func widened(_ holds: (Plain) -> Bool) -> Set<String> {
            let units = Set(remarks.filter(holds).map { $0.units[scope] })
            return Set(remarks.filter { units.contains($0.units[scope]) }.map(\.id))
        }
        switch expression {
        case .phrase(let phrase): return widened { !places(phrase, $0.text).isEmpty }
        case .near(let near): return widened { holds(near, $0.text) }
        case .filter(.role(let role)): return Set(remarks.filter { $0.role == role }.map(\.id))
        case .filter(.answered(let isAnswered)):
            return Set(remarks.filter { $0.isAnswered == isAnswered }.map(\.id))
        case .filter: return []
        case .not(let part): return Set(remarks.map(\.id)).subtracting(set(part, scope, remarks))
        case .all(let parts):
            return parts.reduce(Set(remarks.map(\.id))) { $0.intersection(set($1, scope, remarks)) }
        case .any(let parts): return parts.reduce([]) { $0.union(set($1, scope, remarks)) }
        }
    }

    @Test(arguments: 0..<8)
    func theIndexFindsTheSet(seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed + 100))
        let (meetings, plain) = remarks(&generator)
        let fixture = try SearchFixture(meetings)
        let index = try fixture.index()
        for _ in 0..<60 {
            let scope = SearchScope.allCases[Int(generator.next() % 4)]
            let text = (0...(generator.next() % 3)).map { _ in clause(&generator, depth: 0) }.joined(separator: " ")
            let query = try QueryParser.query(text, scope: scope)
            var expected = set(query.expression, scope, plain)
            let wanted = query.expression.wantedPhrases
            if scope != .remark, !wanted.isEmpty {
                expected.formIntersection(
                    plain.filter { remark in wanted.contains { !places($0, remark.text).isEmpty } }.map(\.id))
            }
            let request = SearchRequest(text, scope: scope, isExact: true, limit: 100)
            let results = try index.search(request, texts: fixture.texts)
            #expect(Set(results.hits.map(\.remark)) == expected, "\(scope) \(text)")
            #expect(results.total == expected.count)
        }
    }
}

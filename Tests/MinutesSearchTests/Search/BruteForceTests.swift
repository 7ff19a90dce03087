import MinutesModel
import Testing

@testable import MinutesSearch

/// The index against a scan of the compared text of every remark.
@Suite struct BruteForceTests {
    private static let alphabet: [String] = [
        "居", "場", "所", "社", "協", "東", "京", "都", "の", "を", "が", "か\u{3099}", "ｶﾞ", "ガ", "A", "ａ", "1", "１", " ", "　",
        "\n",
        "。", "、", "髙", "高", "𠮷", "吉", "ー", "-", "−", "〇", "○",
    ]

    private func text(_ generator: inout SplitMix, _ length: Int) -> String {
        // Few letters in a text, so that phrases meet.
        let few = 3 + Int(generator.next() % 12)
        let start = Int(generator.next() % UInt64(Self.alphabet.count))
        return (0..<length).map { _ in
            Self.alphabet[(start + Int(generator.next() % UInt64(few))) % Self.alphabet.count]
        }.joined()
    }

    private func holds(_ expression: SearchExpression, _ scalars: [UInt32]) -> Bool {
        switch expression {
        case .phrase(let phrase):
            // The text has a blank before and behind it that belongs to no phrase.
            guard scalars.count >= phrase.scalars.count else { return false }
            return (0...(scalars.count - phrase.scalars.count)).contains {
                scalars[$0..<($0 + phrase.scalars.count)].elementsEqual(phrase.scalars)
            }
        case .filter, .near: return false
        case .all(let parts): return parts.allSatisfy { holds($0, scalars) }
        case .any(let parts): return parts.contains { holds($0, scalars) }
        case .not(let part): return !holds(part, scalars)
        }
    }

    @Test(arguments: 0..<12)
    func countsEqualAScan(seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed))
        let fixture = SearchFixture()
        var texts: [String: [String]] = [:]
        var known = FixtureTexts()
        // Several commits, with meetings replaced and removed between them.
        for round in 0..<(1 + seed % 4) {
            let writer = try SearchIndexWriter(fixture.folder)
            for _ in 0..<6 {
                let id = "m\(generator.next() % 9)"
                let turns = (0..<Int(generator.next() % 9)).map { _ in
                    text(&generator, Int(generator.next() % 40))
                }
                texts[id] = turns
                let meeting = meeting(id, turns.map { Turn($0) })
                try writer.add(meeting, version: "\(round)")
                known.keep(meeting, version: "\(round)")
            }
            if round > 0 {
                writer.remove("m3")
                texts["m3"] = nil
            }
            try writer.commit()
        }
        let index = try fixture.index()
        let compared = texts.values.joined().map { ComparedText($0).scalars }
        #expect(index.remarkCount == compared.count)
        try index.verify()
        for _ in 0..<150 {
            let words = (0..<(1 + generator.next() % 3)).map { _ in text(&generator, 1 + Int(generator.next() % 5)) }
            let signs = ["", "-", "OR "]
            let query = words.map { signs[Int(generator.next() % 3)] + "\"" + $0 + "\"" }.joined(separator: " ")
            guard let expression = try? QueryParser.expression(of: query) else { continue }
            let expected = compared.count { holds(expression, $0) }
            let results = try index.search(SearchRequest(query, limit: 3), texts: known)
            #expect(results.total == expected, "\(query)")
            for hit in results.hits {
                for highlight in hit.highlights {
                    #expect(
                        String(hit.snippet.utf8.dropFirst(highlight.start).prefix(highlight.end - highlight.start))
                            != nil)
                }
            }
        }
    }
}

import Testing

@testable import MinutesArchive

@Suite struct VersionMatchingTests {
    private func elements(_ texts: [String]) -> [VersionElement] {
        texts.map { line in
            let parts = line.split(separator: "：", maxSplits: 1).map(String.init)
            return VersionElement(label: parts[0], text: parts[1])
        }
    }

    /// `0=0` same, `1~1` edited, `2>0` moved, `3<1` merged.
    private func relations(_ old: [String], _ new: [String]) -> [String] {
        VersionMatching(elements(old), elements(new)).pairs.map { pair in
            let sign =
                switch pair.relation {
                case .same: "="
                case .edited: "~"
                case .moved: ">"
                case .merged: "<"
                }
            return "\(pair.old)\(sign)\(pair.new)"
        }
    }

    private let first = [
        "委員長：ただいまから会議を始めます。", "委員：バス停に日よけを付けてください。", "事務局：９月までに調べます。", "委員：歩道の段差も直してほしいです。",
        "事務局：道路の担当に伝えます。",
    ]

    @Test func theSameIsTheSame() {
        #expect(relations(first, first) == ["0=0", "1=1", "2=2", "3=3", "4=4"])
        #expect(relations([], first) == [])
        #expect(relations(first, []) == [])
    }

    @Test func anEditedRemarkIsFoundBetweenItsNeighbours() {
        var new = first
        new[2] = "事務局：10月末までに調べます。"
        #expect(relations(first, new) == ["0=0", "1=1", "2~2", "3=3", "4=4"])
        new[2] = "事務局：手元に資料がありません。"
        #expect(relations(first, new) == ["0=0", "1=1", "3=3", "4=4"], "other words are another remark")
    }

    @Test func aCorrectedSpeakerIsAnEdit() {
        var new = first
        new[3] = "副委員長：歩道の段差も直してほしいです。"
        #expect(relations(first, new) == ["0=0", "1=1", "2=2", "3~3", "4=4"])
    }

    @Test func aMovedRemarkIsMoved() {
        let new = [first[0], first[3], first[4], first[1], first[2]]
        let found = relations(first, new)
        #expect(found.count == 5)
        #expect(found.filter { $0.contains("=") }.count == 3)
        #expect(found.filter { $0.contains(">") }.count == 2)
    }

    @Test func aRemarkThatWentIntoItsNeighbourIsMerged() {
        let old = ["委員：駅前の広場では夜になると照明が足りず、歩くのに不安があります。", "委員：あわせて、駐輪場の出入口を広げることも検討していただきたいと思います。"]
        let new = ["委員：駅前の広場では夜になると照明が足りず、歩くのに不安があります。あわせて、駐輪場の出入口を広げることも検討していただきたいと思います。"]
        let found = Set(relations(old, new))
        #expect(found.count == 2)
        #expect(found.contains { $0.contains("~") } && found.contains { $0.contains("<") }, "\(found)")
    }

    @Test func oneOfManyAlikeIsRemovedWhereItStood() {
        let old = ["委員：はい。", "委員長：次に進みます。", "委員：はい。", "委員長：以上です。"]
        #expect(relations(old, Array(old.dropFirst())) == ["1=0", "2=1", "3=2"])
    }

    /// Shuffled, full of repetitions, every fifth edited: no quadratic work.
    @Test(.timeLimit(.minutes(1))) func manyRemarksTakeLinearTime() {
        var random = SplitMix(state: 7)
        let old = (0..<30_000).map { number in
            number.isMultiple(of: 3) ? "委員：はい。" : "事務局：\(number * 7919 % 30_000)番目の件について、\(number % 4)区の状況を説明します。"
        }
        var new = old.enumerated().map {
            $0.offset.isMultiple(of: 5) ? $0.element.replacing("状況", with: "様子") : $0.element
        }
        new.shuffle(using: &random)
        let matching = VersionMatching(elements(old), elements(new))
        #expect(Set(matching.pairs.map(\.old)).count == matching.pairs.count)
        #expect(matching.pairs.count >= 26_000)
    }
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

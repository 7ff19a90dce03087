import Testing

@testable import MinutesSearch

@Suite struct SpellingVariantsTests {
    private func variants(_ word: String) -> Set<String> {
        Set(SpellingVariants.variants(of: ComparedText(word).scalars).map(ComparedText.string))
    }

    @Test(arguments: [
        ("取組", ["取り組み", "取組み"]), ("取り組み", ["取組", "取組み"]), ("取組みの方向", ["取り組みの方向", "取組の方向"]),
        ("打ち合わせ", ["打合せ", "打合わせ", "打ち合せ", "打合"]), ("打合せ", ["打ち合わせ"]), ("申込", ["申し込み", "申込み"]),
        ("申込書", ["申し込み書", "申込み書"]), ("問い合わせ", ["問合せ", "問合わせ"]), ("受け入れ体制", ["受入体制", "受入れ体制"]),
        ("引継ぎ", ["引き継ぎ", "引継"]), ("話し合い", ["話合い"]), ("届け出", ["届出"]), ("手続", ["手続き"]), ("支払", ["支払い"]),
        ("取り組む", ["取組む"]), ("取組んで", ["取り組んで"]), ("見積書", ["見積もり書", "見積り書"]), ("取り締まり", ["取締り"]),
        ("子供", ["こども", "子ども"]), ("障害者", ["障がい者"]), ("ボランティアコーディネーター", ["ボランティアコーディネータ"]),
        ("1ヶ月", ["1か月", "1カ月", "1箇月"]), ("三か所", ["三ヶ所", "三箇所"]), ("位置付け", ["位置づけ"]),
        ("居場所作り", ["居場所づくり"]), ("申出", ["申し出"]),
        ("地域の取組みと打合せ", ["地域の取り組みと打ち合わせ", "地域の取組と打合せ"]),
    ])
    func otherSpellings(word: String, expected: [String]) {
        let found = variants(word)
        for spelling in expected { #expect(found.contains(spelling), "\(spelling) of \(word) in \(found)") }
        #expect(!found.contains(word))
        #expect(found.count <= QueryLimits.mostSpellings)
    }

    @Test(arguments: ["居場所", "担い手", "組合", "割合", "都合", "東京都", "AI", "バス", "コーヒ", "手当", "会議", "か月", "組み合わせ", "送付", "作り方"])
    func whatIsAnotherWordIsNoSpelling(word: String) {
        let found = variants(word)
        #expect(!found.contains("組合") && !found.contains("組み合わせ") || word == "組み合わせ" && !found.contains("組合"))
        #expect(!found.contains("づくり方"))
        #expect(!found.contains("手当て") && !found.contains("割り合わせ"))
        if ["居場所", "東京都", "AI", "バス", "コーヒ", "会議", "都合", "か月", "送付"].contains(word) { #expect(found.isEmpty) }
    }

    @Test func manyVaryingWordsStayBounded() {
        let word = String(repeating: "取り組み", count: 8)
        #expect(variants(word).count <= QueryLimits.mostSpellings)
        #expect(variants(String(repeating: "子供", count: 300)).isEmpty)
    }

    @Test func everySpellingOfTheTableLeadsToTheOthers() {
        for (word, other) in [("行なう", "行う"), ("ゴミ", "ごみ"), ("様々", "さまざま"), ("一人一人", "一人ひとり")] {
            #expect(variants(word).contains(other))
            #expect(variants(other).contains(word))
        }
    }
}

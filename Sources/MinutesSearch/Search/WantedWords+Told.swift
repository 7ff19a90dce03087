extension WantedWords {
    /// What results say about the words. Spellings that stand nowhere are not told.
    /// - Parameters:
    ///   - frequencies: for each phrase the number of remarks it stands in.
    ///   - wordFrequencies: for each word the same, in any spelling.
    package func told(frequencies: [Int], wordFrequencies: [Int]) -> [SearchResults.Word] {
        words.enumerated().map { number, word in
            let others = word.phrases.filter { phrases[$0].origin != .typed && frequencies[$0] > 0 }
            return SearchResults.Word(
                text: word.text, total: wordFrequencies[number],
                others: others.map { place in
                    SearchResults.Spelling(
                        text: phrases[place].typed, isSynonym: phrases[place].origin == .synonym,
                        total: frequencies[place])
                })
        }
    }
}

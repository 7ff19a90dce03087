import JapaneseText
import MinutesModel

/// Walks through a meeting turn by turn and holds the questions that wait for an answer.
struct QuestionWalk {
    /// A turn that answers, and the question it answers.
    struct Pair: Hashable, Sendable {
        var answer: Int
        var question: Int
        /// The sentence that asks, in the question's text.
        var asked: Range<Int>
        var confidence: Double
    }

    /// A question that is open, or just answered so that others may add to the answer.
    private struct Open {
        var remark: Int
        var asked: Range<Int>
        var chairs: Bool
        var answered = false
        /// Turns since, other than calls and answers.
        var passed = 0
    }

    enum Speaker { case chair, answerer, other }

    /// A question waits over this many turns of others for its answer.
    private static let patience = 2
    /// Questions that wait at the same time: what is asked in one go before the answers.
    private static let mostOpen = 8
    /// A chair's turn of up to so many bytes without a question calls the next speaker.
    private static let longestCall = 120

    /// A question of up to so many bytes says nothing without the sentence before it.
    private static let mereQuestion = 48

    let meeting: Meeting
    private let context: AnalysisContext
    let sentences: [[Range<Int>]]
    let forms: QuestionForms
    private let hits: WordHits
    private let boundaries: Set<String>
    private var open: [Open] = []
    private(set) var pairs: [Pair] = []
    /// Turns of members that ask.
    private(set) var asked: [Int] = []

    init(_ meeting: Meeting, _ context: AnalysisContext, forms: QuestionForms = .standard) {
        self.meeting = meeting
        self.context = context
        sentences = meeting.remarks.indices.map { context.sentences(at: $0, of: meeting) }
        self.forms = forms
        hits = context.hits(of: forms.vocabulary, in: meeting)
        boundaries = Set(meeting.topicBoundaries.map(\.remark))
    }

    mutating func run() {
        for index in meeting.remarks.indices {
            if !open.isEmpty, endsTopic(at: index) { open.removeAll() }
            switch speaker(meeting.remarks[index].role, party: meeting.remarks[index].party) {
            case .answerer: answer(index)
            case .chair: chair(index)
            case .other: other(index)
            }
        }
    }

    func speaker(_ role: Role, party: String?) -> Speaker {
        switch role {
        case .chair, .viceChair: .chair
        case .secretariat, .official, .expert: .answerer
        case .member, .audience: .other
        case .other: party == "officials" ? .answerer : .other
        }
    }

    /// Whether another topic begins with a turn that is not the first.
    func endsTopic(at index: Int) -> Bool {
        boundaries.contains(meeting.remarks[index].id)
            || meeting.remarks[index - 1].agenda != meeting.remarks[index].agenda
    }

    /// The words of the lexicon that a turn prints.
    func words(_ index: Int) -> [QuestionForms.Sign] {
        let hits = hits[index]
        if hits.isEmpty { return [] }
        let folded = context.folded(at: index, of: meeting)
        return meeting.remarks[index].text.withUTF8Bytes { forms.signs(hits, of: $0, folded) }
    }

    /// The last sentence of a turn that asks; a mere 「いかがでしょうか。」 together with the sentence before it.
    private func question(_ index: Int, _ words: [QuestionForms.Sign], chairs: Bool) -> Range<Int>? {
        meeting.remarks[index].text.withUTF8Bytes { bytes in
            let place = sentences[index].lastIndex { forms.asks(bytes, $0, words, chairs: chairs) }
            guard let place else { return nil }
            let asked = sentences[index][place]
            guard asked.count <= Self.mereQuestion, place > 0 else { return asked }
            return sentences[index][place - 1].lowerBound..<asked.upperBound
        }
    }

    private mutating func answer(_ index: Int) {
        guard !open.isEmpty else { return }
        let explains = meeting.remarks[index].text.withUTF8Bytes {
            $0.first(of: QuestionLexicon.explanations, at: 0) != nil
        }
        guard !explains else {
            open.removeAll()
            return
        }
        for place in open.indices {
            pairs.append(
                Pair(
                    answer: index, question: open[place].remark, asked: open[place].asked,
                    confidence: open[place].answered || open[place].passed > 0 ? 0.8 : 0.9))
            open[place].answered = true
        }
    }

    private mutating func chair(_ index: Int) {
        let words = self.words(index)
        let asked = question(index, words, chairs: true)
        guard !open.isEmpty else {
            if let asked { ask(Open(remark: index, asked: asked, chairs: true)) }
            return
        }
        let length = meeting.remarks[index].text.utf8.count
        let signs = words.said(in: 0..<length)
        let isShort = length <= Self.longestCall
        if isShort, signs.contains(.calling) { return }
        if let asked {
            open.removeAll(where: \.answered)
            ask(Open(remark: index, asked: asked, chairs: true))
        } else if signs.contains(.closing) && !signs.contains(.calling) {
            open.removeAll()
        } else if !isShort {
            pass()
        }
    }

    private mutating func other(_ index: Int) {
        let words = self.words(index)
        if !open.isEmpty, let first = sentences[index].first, words.said(in: first).contains(.adding) {
            add(index, to: open.count - 1, confidence: 0.8)
            return
        }
        if let asked = question(index, words, chairs: false) {
            open.removeAll { $0.answered || $0.chairs }
            ask(Open(remark: index, asked: asked, chairs: false))
            // Of others it is not known whether they are the ones to answer.
            if meeting.remarks[index].role != .other { self.asked.append(index) }
        } else if let last = open.indices.last, !open[last].answered, open[last].passed == 0, open[last].chairs {
            add(index, to: last, confidence: 0.7)
        } else if let last = open.indices.last, !open[last].answered, open[last].passed == 0,
            repeatsTerm(of: open[last], in: index)
        {
            add(index, to: last, confidence: 0.6)
        } else {
            pass()
        }
    }

    private mutating func ask(_ question: Open) {
        if open.count == Self.mostOpen { open.removeFirst() }
        open.append(question)
    }

    private mutating func add(_ index: Int, to place: Int, confidence: Double) {
        pairs.append(
            Pair(answer: index, question: open[place].remark, asked: open[place].asked, confidence: confidence))
        open[place].answered = true
    }

    /// A turn that neither asks nor answers: what is answered is closed, what waits waits less.
    private mutating func pass() {
        for place in open.indices { open[place].passed += 1 }
        open.removeAll { $0.answered || $0.passed > Self.patience }
    }

    /// Whether the opening of a turn names a term that the question asks about: of two members, one answers the other
    /// only when it takes up the very word.
    private func repeatsTerm(of question: Open, in index: Int) -> Bool {
        guard let first = sentences[index].first else { return false }
        let terms = meeting.remarks[index].text.withUTF8Bytes { Self.terms(in: $0, from: first) }
        return meeting.remarks[question.remark].text.withUTF8Bytes { bytes in
            let asked = UnsafeBufferPointer(rebasing: bytes[question.asked])
            return terms.contains { term in
                asked.count >= term.count && (0...asked.count - term.count).contains { asked.starts(term, at: $0) }
            }
        }
    }

    /// Nouns of four characters and more that begin in the first 48 bytes of a sentence.
    private static func terms(in bytes: UnsafeBufferPointer<UInt8>, from sentence: Range<Int>) -> [[UInt8]] {
        var terms: [[UInt8]] = []
        var start = sentence.lowerBound
        var end = start
        while end < sentence.upperBound, start < sentence.lowerBound + 48 {
            let (value, length) = bytes.scalar(at: end)
            let isNoun = (0x4e00...0x9fff).contains(value) || (0x30a1...0x30fa).contains(value) || value == 0x30fc
            end += length
            if isNoun, end < sentence.upperBound { continue }
            let stop = isNoun ? end : end - length
            if stop - start >= 12 { terms.append(Array(bytes[start..<stop])) }
            start = end
        }
        return terms
    }
}

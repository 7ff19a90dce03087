import JapaneseText
import MinutesModel

/// Whether a question was left without an answer, by what is said and printed behind it.
struct Silence {
    /// How the time for an answer ended.
    enum End: String, Sendable {
        /// Another item of the agenda begins.
        case topic
        /// The chair goes on, or closes.
        case moved
        /// Nothing more is printed.
        case document
    }

    /// Turns behind a question that are looked at; one that goes on for longer was talked about.
    private static let reach = 20
    /// Turns behind the end in which 「先ほどの御質問」 may mean it.
    private static let memory = 80
    /// Bytes of a sentence in which another member joins in.
    private static let longestJoining = 120
    /// Bytes of a sentence in which a chair calls a member.
    private static let longestCall = 36
    /// Sentences at the start of a turn that say what it is about.
    private static let opening = 3
    /// Nouns a turn shares with the question it answers.
    private static let leastShared = 2

    private let walk: QuestionWalk
    private let meeting: Meeting
    /// Where the agenda prints its items.
    private let items: [String: SourceSpan]
    /// Where in the document something was said that is not among the turns, in order.
    private let unprinted: [Int]
    /// Turns that come back to something asked before, in order.
    private let returns: [Int]

    /// - Complexity: O(n) in the openings of the remarks.
    init(_ walk: QuestionWalk) {
        self.walk = walk
        let meeting = walk.meeting
        self.meeting = meeting
        items = Dictionary(meeting.agenda.map { ($0.id, $0.span) }, uniquingKeysWith: { first, _ in first })
        let notes = meeting.notes.filter { note in
            note.text.withUTF8Bytes { $0.holds(OpenQuestionLexicon.unprinted, in: 0..<$0.count) }
        }
        let unknown = meeting.segments.filter { $0.kind == .unknown }
        unprinted = (notes.map(\.span.start) + unknown.map(\.start)).sorted()
        returns = meeting.remarks.indices.filter { index in
            guard walk.speaker(at: index) != .other else { return false }
            return walk.opens(index, within: Self.opening) { bytes, sentence in
                bytes.holds(OpenQuestionLexicon.comingBack, in: sentence)
                    && bytes.holds(OpenQuestionLexicon.returned, in: sentence)
            }
        }
    }

    /// How the time for an answer to a turn's last question ends; `nil` where somebody may have answered.
    func end(behind index: Int, _ range: Range<Int>) -> End? {
        var next = index + 1
        var end: End?
        while end == nil, next < meeting.remarks.count {
            guard next - index <= Self.reach else { return nil }
            if walk.endsTopic(at: next) {
                guard isHeaded(next, behind: index) else { return nil }
                end = .topic
                break
            }
            switch walk.speaker(at: next) {
            case .answerer: return nil
            case .chair:
                switch course(next) {
                case .speaks: return nil
                case .ends: end = .moved
                case .goesOn: break
                }
            case .other: guard asksToo(next) else { return nil }
            }
            next += 1
        }
        guard !isUnprinted(from: index, to: next), !isReturnedTo(from: next),
            let quote = meeting.remarks[index].text.utf8Slice(range), !isTakenUp(from: next, RequestTerms(of: quote))
        else { return nil }
        return end ?? .document
    }

    // MARK: - turns

    private enum Course { case speaks, goesOn, ends }

    /// Whether a chair says anything but what is next.
    private func course(_ index: Int) -> Course {
        meeting.remarks[index].text.withUTF8Bytes { bytes in
            var isOver = false
            for sentence in walk.sentences[index] where !isNote(bytes, sentence) {
                if bytes.holds(OpenQuestionLexicon.takingUp, in: sentence),
                    !bytes.holds(OpenQuestionLexicon.moreToAsk, in: sentence)
                {
                    return .speaks
                }
                let isCall =
                    sentence.count <= Self.longestCall && bytes.closes(with: OpenQuestionLexicon.called, sentence)
                guard isCall || bytes.holds(OpenQuestionLexicon.running, in: sentence) else { return .speaks }
                if bytes.holds(OpenQuestionLexicon.ending, in: sentence) { isOver = true }
            }
            return isOver ? .ends : .goesOn
        }
    }

    /// 「（11:58）」
    private func isNote(_ bytes: UnsafeBufferPointer<UInt8>, _ sentence: Range<Int>) -> Bool {
        bytes.first(of: OpenQuestionLexicon.opened, at: sentence.lowerBound) != nil
            && bytes.closes(with: OpenQuestionLexicon.closed, sentence)
    }

    /// Whether a member asks something too, and says nothing else at the end.
    private func asksToo(_ index: Int) -> Bool {
        meeting.remarks[index].text.withUTF8Bytes { bytes in
            guard let last = walk.sentences[index].last(where: { !walk.isParting(bytes, $0) }) else { return false }
            if last.count <= Self.longestJoining, bytes.holds(OpenQuestionLexicon.same, in: last) { return true }
            return walk.sentences[index].count <= 2
                && walk.forms.openEnding(bytes, last, walk.words(index), isPolite: true) != nil
        }
    }

    /// Whether an item is headed, or its first turn opens it, so that this is no answer printed behind a heading.
    private func isHeaded(_ index: Int, behind asking: Int) -> Bool {
        let between =
            meeting.remarks[asking].span
            .end..<max(
                meeting.remarks[asking].span.end, meeting.remarks[index].span.start)
        if let item = meeting.remarks[index].agenda.flatMap({ items[$0] }), item.start >= between.lowerBound,
            item.end <= between.upperBound
        {
            return true
        }
        return walk.speaker(at: index) == .chair
            || walk.opens(index, within: Self.opening) { $0.holds(OpenQuestionLexicon.presenting, in: $1) }
    }

    // MARK: - the answer elsewhere

    /// Whether a note or what the parser could not place stands where the answer may have been.
    private func isUnprinted(from index: Int, to next: Int) -> Bool {
        let end = next < meeting.remarks.count ? meeting.remarks[next].span.start : Int.max
        return Self.holds(unprinted, from: meeting.remarks[index].span.end, to: end)
    }

    /// Whether somebody comes back to what was asked before, while it may be remembered.
    private func isReturnedTo(from start: Int) -> Bool { Self.holds(returns, from: start, to: start + Self.memory) }

    /// Whether one of some ascending places stands in a range.
    private static func holds(_ places: [Int], from start: Int, to end: Int) -> Bool {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < start { low = middle + 1 } else { high = middle }
        }
        return low < places.count && places[low] < end
    }

    /// Whether the first who speaks behind it, and could have answered, speaks of it.
    private func isTakenUp(from start: Int, _ terms: RequestTerms) -> Bool {
        let last = min(meeting.remarks.count, start + Self.reach)
        guard start < last, let first = (start..<last).first(where: { walk.speaker(at: $0) == .answerer }) else {
            return false
        }
        return walk.opens(first, within: Self.opening) { bytes, sentence in
            terms.shared(with: UnsafeBufferPointer(rebasing: bytes[sentence]), opening: 0).count >= Self.leastShared
        }
    }
}

extension QuestionWalk {
    fileprivate func speaker(at index: Int) -> Speaker {
        speaker(meeting.remarks[index].role, party: meeting.remarks[index].party)
    }

    /// Whether one of the first sentences of a turn is such.
    fileprivate func opens(
        _ index: Int, within count: Int, _ isSuch: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Bool
    ) -> Bool {
        meeting.remarks[index].text.withUTF8Bytes { bytes in
            sentences[index].prefix(count).contains { isSuch(bytes, $0) }
        }
    }
}

import Foundation

/// A hit before its texts are read.
struct RankedRemark {
    /// Ten-thousandths, so that rounding of the last bit cannot change an order between machines.
    var score: Int
    var part: Int
    var remark: Int
}

/// Scores and orders the remarks of a query.
///
/// Okapi BM25 (Robertson and Zaragoza, 2009) over phrases, each occurrence counted by how well it stands as a word; the
/// frequencies are exact and those of the whole index, so that a score does not depend on how the index is cut into
/// segments.
struct Ranking {
    private static let saturation = 1.2
    private static let lengthShare = 0.4

    let evaluations: [QueryEvaluation]
    let wanted: WantedWords
    let remarkCount: Int
    let characterCount: UInt64
    let sort: SearchSort
    /// The latest day in the index where later meetings count for more, as `SegmentLayout.MeetingRow.day` holds it.
    var latest: UInt32?

    /// The hits from `offset`, at most `limit`.
    /// - Complexity: O(n) for the scores, O(n log k) for the order, k = offset + limit.
    func hits(offset: Int, limit: Int) -> [RankedRemark] {
        let wanted = min(max(0, offset), 1 << 40) + min(max(0, limit), 1 << 40)
        guard limit > 0, wanted > 0 else { return [] }
        var best = BestOf(wanted) { isBefore($0, $1) }
        let weights = phraseWeights
        for (number, evaluation) in evaluations.enumerated() {
            let scores = scores(of: evaluation, weights: weights)
            var index = 0
            evaluation.remarks.forEach { remark in
                best.offer(RankedRemark(score: scores[index], part: number, remark: remark))
                index += 1
            }
        }
        return Array(best.sorted().dropFirst(offset))
    }

    /// Inverse document frequency of each phrase: that of its word, so that a rare spelling counts like the usual one.
    private var phraseWeights: [Double] {
        wanted.wordOfPhrase.map { word in
            let frequency = Double(evaluations.reduce(0) { $0 + $1.wordFrequencies[word] })
            return log(1 + (Double(remarkCount) - frequency + 0.5) / (frequency + 0.5))
        }
    }

    /// Scores of the evaluation's remarks, in their order.
    private func scores(of evaluation: QueryEvaluation, weights: [Double]) -> [Int] {
        var remarks: [Int] = []
        evaluation.remarks.forEach { remarks.append($0) }
        var scores = [Double](repeating: 0, count: remarks.count)
        guard !weights.isEmpty else { return [Int](repeating: 0, count: remarks.count) }
        let average = max(1, Double(characterCount) / Double(max(1, remarkCount)))
        let segment = evaluation.part.segment
        let norms = remarks.map { remark in
            let length = Double(segment.remark(remark, SegmentLayout.RemarkRow.characters))
            return Self.saturation * (1 - Self.lengthShare + Self.lengthShare * length / average)
        }
        for (phrase, matches) in evaluation.phrases.enumerated() {
            var place = 0
            for (index, remark) in matches.remarks.enumerated() {
                while place < remarks.count, remarks[place] < Int(remark) { place += 1 }
                guard place < remarks.count else { break }
                guard remarks[place] == Int(remark) else { continue }
                let count = Double(matches.counts[index])
                scores[place] +=
                    weights[phrase] * Double(matches.qualities[index]) * count * (Self.saturation + 1)
                    / (count + norms[place])
            }
        }
        if let latest {
            for (place, remark) in remarks.enumerated() {
                let day = segment.meeting(segment.meeting(ofRemark: remark), SegmentLayout.MeetingRow.day)
                scores[place] *= Self.recency(of: day, latest: latest)
            }
        }
        return scores.map { Int(($0 * 10_000).rounded()) }
    }

    /// What is left of a score by age: all on the latest day, three quarters after two years, never less than half.
    private static func recency(of day: UInt32, latest: UInt32) -> Double {
        guard day > 0 else { return 0.5 }
        func years(_ day: UInt32) -> Double {
            Double(day / 10000) + Double(day / 100 % 100) / 12 + Double(day % 100) / 365
        }
        return 0.5 + 0.5 * exp2(-max(0, years(latest) - years(day)) / 2)
    }

    /// Whether a hit stands before another: by score or date, then date, meeting, place in the meeting.
    private func isBefore(_ left: RankedRemark, _ right: RankedRemark) -> Bool {
        typealias Row = SegmentLayout.MeetingRow
        if sort == .relevance, left.score != right.score { return left.score > right.score }
        let (leftSegment, rightSegment) = (evaluations[left.part].part.segment, evaluations[right.part].part.segment)
        let leftMeeting = leftSegment.meeting(ofRemark: left.remark)
        let rightMeeting = rightSegment.meeting(ofRemark: right.remark)
        if left.part == right.part, leftMeeting == rightMeeting { return left.remark < right.remark }
        let leftDay = leftSegment.meeting(leftMeeting, Row.day)
        let rightDay = rightSegment.meeting(rightMeeting, Row.day)
        if sort == .meeting {
            let (leftBody, rightBody) = (leftSegment.body(leftMeeting), rightSegment.body(rightMeeting))
            if !leftBody.elementsEqual(rightBody) { return leftBody.lexicographicallyPrecedes(rightBody) }
        }
        if leftDay != rightDay { return sort == .oldest || sort == .meeting ? leftDay < rightDay : leftDay > rightDay }
        return leftSegment.stringBytes(leftSegment.meeting(leftMeeting, Row.id))
            .lexicographicallyPrecedes(rightSegment.stringBytes(rightSegment.meeting(rightMeeting, Row.id)))
    }
}

extension Segment {
    /// The last of the names of a meeting: its body, or else its title.
    fileprivate func body(_ meeting: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
        let names = stringBytes(self.meeting(meeting, SegmentLayout.MeetingRow.names))
        return names[(names.lastIndex(of: 0x0A).map { $0 + 1 } ?? names.startIndex)...]
    }
}

/// The first few of many in an order, kept in a heap whose top is the last of them.
private struct BestOf {
    private let limit: Int
    private let isBefore: (RankedRemark, RankedRemark) -> Bool
    private var heap: [RankedRemark] = []

    init(_ limit: Int, isBefore: @escaping (RankedRemark, RankedRemark) -> Bool) {
        self.limit = limit
        self.isBefore = isBefore
    }

    mutating func offer(_ hit: RankedRemark) {
        if heap.count < limit {
            heap.append(hit)
            var child = heap.count - 1
            while child > 0, isBefore(heap[(child - 1) / 2], heap[child]) {
                heap.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
        } else if let last = heap.first, isBefore(hit, last) {
            heap[0] = hit
            sink()
        }
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var lowest = parent
            for child in [parent * 2 + 1, parent * 2 + 2]
            where child < heap.count && isBefore(heap[lowest], heap[child]) { lowest = child }
            if lowest == parent { return }
            heap.swapAt(parent, lowest)
            parent = lowest
        }
    }

    func sorted() -> [RankedRemark] { heap.sorted(by: isBefore) }
}

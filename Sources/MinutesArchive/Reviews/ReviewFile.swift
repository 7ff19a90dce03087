import MinutesModel

/// The bytes of `reviews.jsonl`, taken apart. Nothing is believed that its checksum does not bear out.
struct ReviewFile {
    let path: String
    let bytes: [UInt8]
    /// An archive of format 1 has lines without a checksum.
    let allowsUnsealed: Bool

    /// One line.
    private struct Line {
        var range: Range<Int>
        /// 1-based
        var number: Int
        var content: Content
    }

    private enum Content {
        case blank
        case decision(Review, more: Int)
        case unreadable(ArchiveError)
    }

    private let lines: [Line]
    /// Length without what a crash left half-written at the end: a torn line, or a decision of several lines of which
    /// the last are not there.
    let wholeLength: Int

    init(_ bytes: [UInt8], path: String, allowsUnsealed: Bool) {
        (self.bytes, self.path, self.allowsUnsealed) = (bytes, path, allowsUnsealed)
        var lines: [Line] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let content = Self.content(of: bytes[start..<end], path: path, allowsUnsealed: allowsUnsealed)
            lines.append(Line(range: start..<end, number: lines.count + 1, content: content))
            start = end + 1
        }
        self.lines = lines
        wholeLength = Self.wholeLength(lines, bytes)
    }

    private static func content(of line: ArraySlice<UInt8>, path: String, allowsUnsealed: Bool) -> Content {
        // What an editor may have added.
        let line = line[
            ..<(line.lastIndex { $0 != 0x0D && $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? line.startIndex)]
        if line.isEmpty { return .blank }
        let seal = ReviewSeal(line)
        if seal == .broken { return .unreadable(.damaged(path: path, reason: "行の検査値が合いません")) }
        do throws(ArchiveError) {
            let read = try ArchiveJSON.decode(versioned: ReviewLine.self, from: Array(line), path: path)
            if seal == .missing, !allowsUnsealed { throw .damaged(path: path, reason: "行の検査値がありません") }
            return .decision(read.review, more: seal == .good ? read.more : 0)
        } catch {
            return .unreadable(error)
        }
    }

    private static func wholeLength(_ lines: [Line], _ bytes: [UInt8]) -> Int {
        var kept = lines[...]
        if let last = kept.last, last.range.upperBound == bytes.count, case .unreadable(let error) = last.content {
            if case .tooNew = error { return bytes.count }
            kept.removeLast()
        }
        // The last line says how many more there should have been.
        if case .decision(_, let missing)? = kept.last?.content, missing > 0 {
            var more = missing
            while case .decision(_, let here)? = kept.last?.content, here == more {
                kept.removeLast()
                more += 1
            }
        }
        guard let last = kept.last else { return lines.isEmpty ? bytes.count : 0 }
        return min(last.range.upperBound + 1, bytes.count)
    }

    /// What a crash left half-written at the end.
    var torn: ArraySlice<UInt8> { bytes[wholeLength...] }

    /// The decisions in their order; what cannot be read is told, a line each.
    var decisions: Parsed<[Review]> {
        var result: Parsed<[Review]> = Parsed([])
        for line in lines where line.range.lowerBound < wholeLength {
            switch line.content {
            case .blank: break
            case .decision(let review, _): result.value.append(review)
            case .unreadable(let error): result.diagnostics.append(diagnostic(error, line: line.number))
            }
        }
        if let line = lines.first(where: { $0.range.lowerBound >= wholeLength })?.number {
            result.diagnostics.append(
                Diagnostic(
                    .warning, code: "reviews.torn-line",
                    message: "確認記録（\(path)）の最後の\(line)行目は書きかけで途切れています。直前に行った確認をやり直してください。", line: line))
        }
        return result
    }

    /// The file with a checksum on every line that can be read; other lines stay as they are. Without what is torn.
    /// - Parameters:
    ///   - unreadable: whether a line that cannot be read stays.
    ///   - change: gives what is to stand in the place of a decision; `nil` takes the line out.
    func rewritten(
        unreadable keeps: (String) -> Bool = { _ in true }, _ change: (Review) -> Review? = { $0 }
    ) throws(ArchiveError) -> [UInt8] {
        var result: [UInt8] = []
        for line in lines where line.range.lowerBound < wholeLength {
            let own = bytes[line.range]
            switch line.content {
            case .blank: break
            case .unreadable: if keeps(String(decoding: own, as: UTF8.self)) { result += own + [0x0A] }
            case .decision(let review, let more):
                guard let changed = change(review) else { break }
                if changed != review || more > 0 {
                    // The file is written as a whole: what belongs together need not say so any more, and a line that
                    // waited for one that was taken out would look torn.
                    result += try ReviewLine(review: changed).bytes(path: path)
                } else if ReviewSeal(own) == .good {
                    result += own + [0x0A]
                } else {
                    // The fields of other programs stay.
                    let end = own.lastIndex { $0 != 0x0D && $0 != 0x20 && $0 != 0x09 } ?? own.startIndex
                    result += ReviewSeal.sealed(Array(own[...end])) + [0x0A]
                }
            }
        }
        return result
    }

    private func diagnostic(_ error: ArchiveError, line: Int) -> Diagnostic {
        if case .tooNew(_, let version, _) = error {
            return Diagnostic(
                .error, code: "reviews.newer-line",
                message: "確認記録（\(path)）の\(line)行目は新しい版の gijiroku が書いたものです（形式\(version)）。gijiroku を新しくしてください。",
                line: line)
        }
        var reason = ""
        if case .damaged(_, let words) = error { reason = "（\(words)）" }
        return Diagnostic(
            .error, code: "reviews.damaged-line",
            message: "確認記録（\(path)）の\(line)行目が読めません\(reason)。行は残してあります。控え（backup）の同じ行と置き換えてください。",
            line: line)
    }
}

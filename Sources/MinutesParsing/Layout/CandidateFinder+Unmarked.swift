/// Lines that begin with a label and no mark.
extension CandidateFinder {
    /// Label and colon, label alone, label and blank, label and 「.
    mutating func unmarked(_ line: Line, _ index: Int) {
        var offset = line.inkStart
        let limit = min(line.inkEnd, line.inkStart + 120)
        var scalars = 0
        var firstBlank: Int?
        var depth = 0
        scan: while offset < limit, scalars < 36 {
            while bytes.isLetter(at: offset) {
                offset += 3
                scalars += 1
                if offset >= limit || scalars >= 36 { break scan }
            }
            let blank = bytes.blank(at: offset)
            if blank > 0 {
                if depth == 0, firstBlank == nil { firstBlank = offset }
                offset += blank
                continue
            }
            let (value, length) = bytes.scalar(at: offset)
            switch value {
            case 0xFF08, 0x28: depth += 1
            case 0xFF09, 0x29:
                if depth == 0 {
                    // 会長）…, 質問）…: a bracket that was never opened ends the label.
                    if offset > line.inkStart, !isPoint(offset, behind: firstBlank),
                        delimited(line, index, at: offset, 0xFF09, length)
                    {
                        return
                    }
                    break scan
                }
                depth -= 1
            case 0x2E, 0xFF0E, 0x3001:
                if offset > line.inkStart, pointed(line, index, at: offset, value, length) { return }
                if value != 0x2E { break scan }
            case 0x3002, 0xFF1F, 0xFF01, 0x300D: break scan
            case 0x300C, 0x300E:
                if offset > line.inkStart, depth == 0 { quoted(line, index, at: offset, length) }
                break scan
            default:
                if depth == 0, offset > line.inkStart,
                    TurnMarks.isDelimiter(value) || (!delimiters.isEmpty && delimiters.contains(value))
                {
                    if delimited(line, index, at: offset, value, length) { return }
                    break scan
                } else if depth == 0, TurnMarks.isRareDelimiter(value), offset > line.inkStart,
                    rare(line, index, at: offset, value, length)
                {
                    return
                }
            }
            offset += length
            scalars += 1
        }
        if let firstBlank, firstBlank - line.inkStart <= 75 {
            let (label, text) = labelRun(from: line.inkStart, to: line.inkEnd)
            if text < line.inkEnd, !isNameAndPost(label, text..<line.inkEnd),
                !headsList(line.inkStart..<firstBlank, label)
            {
                let entry = labels.index(of: label, bytes)
                // 司法書士　… is at least worth a word where no other label is found on the line.
                if labels[entry].reading.strength >= 2
                    || (isShortPost(entry) && (line.inkEnd - text >= 60 || hasEnd(text, line.inkEnd)))
                {
                    append(index, TurnShape(kind: .gap, scalar: 0), label, text, entry)
                    return
                }
            }
        }
        if line.inkEnd - line.inkStart <= 96, offset >= line.inkEnd {
            let entry = labels.index(of: line.ink, bytes)
            if labels[entry].reading.strength >= 2 || isShortPost(entry) {
                append(index, TurnShape(kind: .bare, scalar: 0), line.ink, line.inkEnd, entry)
            }
        }
    }

    /// The 3) of 山田委員 3)の件ですが.
    private func isPoint(_ end: Int, behind blank: Int?) -> Bool {
        guard let blank, case let start = bytes.skipBlanks(blank, end), start < end, end - start <= 6 else {
            return false
        }
        return SpeakerLabel.isIndex(ArraySlice(bytes.buffer[start..<end]))
    }

    /// `椋木　委員`, where the list of those who came has 椋木: a name and a post are one label, alone on its line.
    private mutating func isNameAndPost(_ label: Range<Int>, _ rest: Range<Int>) -> Bool {
        guard rest.count <= 24, let post = RoleLexicon.standard.exact(Array(bytes.buffer[rest])[...]),
            post.strength >= 2
        else { return false }
        let entry = labels.index(of: label, bytes)
        return labels[entry].reading.role == .other && labels[entry].reading.name != nil
    }

    /// `来た人　会長　山田、…`: the heading of a list of people, and the first of them.
    private mutating func headsList(_ head: Range<Int>, _ label: Range<Int>) -> Bool {
        guard label.upperBound > head.upperBound, head.count >= 6, HeaderField.kind(of: bytes[head])?.isPeople == true
        else { return false }
        return strength(of: head) < 2
    }

    /// A label that only its surroundings can prove: at most fifteen characters, no kana, no number before it.
    func isShortPost(_ entry: Int) -> Bool {
        let text = labels[entry].text
        return labels[entry].reading.strength == 1 && text.utf8.count <= 45
            && !text.unicodeScalars.contains { (0x3041...0x3096).contains($0.value) }
    }

    /// Whether 。？！ stands in the range or at its end; the first 600 bytes are looked at.
    private func hasEnd(_ start: Int, _ end: Int) -> Bool {
        var offset = start
        let limit = min(end, start + 600)
        while offset < limit {
            let (value, length) = bytes.scalar(at: offset)
            if value == 0x3002 || value == 0xFF1F || value == 0xFF01 || value == 0xFF0E { return true }
            offset += length
        }
        return limit < end
    }

    /// Label and a sign that is no colon but stands for one: `座長―始めます`, `座長＝`, `座長…`.
    private mutating func rare(_ line: Line, _ index: Int, at offset: Int, _ value: UInt32, _ length: Int) -> Bool {
        let label = bytes.trimmed(line.inkStart..<offset)
        guard label.count <= 60 else { return false }
        let entry = labels.index(of: label, bytes)
        let text = bytes.skipBlanks(pastRun(of: value, from: offset + length, line.inkEnd), line.inkEnd)
        guard labels[entry].reading.strength >= 2, text < line.inkEnd else { return false }
        append(index, TurnShape(kind: .delimiter, scalar: value), label, text, entry)
        return true
    }

    /// `Q1. …`, `問１．…`: a point behind the number of a question or an answer.
    private mutating func pointed(_ line: Line, _ index: Int, at offset: Int, _ value: UInt32, _ length: Int) -> Bool {
        switch bytes.scalar(at: line.inkStart).value {
        case 0x51, 0x41, 0xFF31, 0xFF21, 0x554F, 0x7B54, 0x8CEA, 0x56DE: break  // QAＱＡ問答質回
        default: return false
        }
        let label = bytes.trimmed(line.inkStart..<offset)
        guard label.count <= 15 else { return false }
        let entry = labels.index(of: label, bytes)
        let text = bytes.skipBlanks(offset + length, line.inkEnd)
        guard SpeakerLabel.isQuestionOrAnswer(labels[entry].text), text < line.inkEnd else { return false }
        append(index, TurnShape(kind: .delimiter, scalar: value), label, text, entry)
        return true
    }

    private mutating func delimited(_ line: Line, _ index: Int, at offset: Int, _ value: UInt32, _ length: Int) -> Bool
    {
        let label = bytes.trimmed(line.inkStart..<offset)
        let after = offset + length
        if value == 0x3A, after < line.inkEnd {
            // 10:30 and http://
            if bytes[after] == 0x2F || (0x30...0x39).contains(bytes[after]) && (0x30...0x39).contains(bytes[offset - 1])
            {
                return false
            }
        }
        guard !label.isEmpty else { return false }
        if announced(line, index, label, value, after) { return true }
        let entry = labels.index(of: label, bytes)
        // １） and ア） number lists.
        guard labels[entry].reading.strength >= (value == 0xFF09 ? 2 : 1) else { return false }
        let text = bytes.skipBlanks(after, line.inkEnd)
        append(index, TurnShape(kind: .delimiter, scalar: value), label, text, entry)
        return true
    }

    /// `発言者：座長`, `03 送信者：座長`: the label stands behind the word that announces it.
    private mutating func announced(
        _ line: Line, _ index: Int, _ word: Range<Int>, _ value: UInt32, _ after: Int
    ) -> Bool {
        var first = word.lowerBound
        while first < word.upperBound, case let (value, length) = bytes.scalar(at: first),
            Furniture.digit(value) != nil || value == 0x2E || value == 0xFF0E
        {
            first += length
        }
        let word = bytes.skipBlanks(first, word.upperBound)..<word.upperBound
        guard (6...15).contains(word.count),
            ["発言者", "話者", "発言者名", "送信者", "発信者", "差出人", "投稿者"].contains(bytes.condensed(word))
        else { return false }
        let label = bytes.skipBlanks(after, line.inkEnd)..<line.inkEnd
        guard !label.isEmpty, label.count <= 90 else { return false }
        let entry = labels.index(of: label, bytes)
        guard labels[entry].reading.strength >= 1 else { return false }
        append(index, TurnShape(kind: .announced, scalar: value), label, line.inkEnd, entry)
        return true
    }

    /// The same behind a mark: `■03　送信者：座長`. Only the first twelve characters are looked at.
    mutating func announcedBehindMark(_ line: Line, _ index: Int, _ start: Int) -> Bool {
        switch bytes.scalar(at: start).value {
        case 0x30...0x39, 0xFF10...0xFF19, 0x2E, 0xFF0E, 0x20, 0x3000: break
        case 0x767A, 0x8A71, 0x9001, 0x5DEE, 0x6295: break  // 発話送差投
        default: return false
        }
        var offset = start
        while offset < line.inkEnd, offset - start <= 36 {
            let (value, length) = bytes.scalar(at: offset)
            if value == 0x3A || value == 0xFF1A {
                return announced(line, index, bytes.trimmed(start..<offset), value, offset + length)
            }
            offset += length
        }
        return false
    }

    private mutating func quoted(_ line: Line, _ index: Int, at offset: Int, _ length: Int) {
        let label = bytes.trimmed(line.inkStart..<offset)
        guard label.count <= 60 else { return }
        let entry = labels.index(of: label, bytes)
        guard labels[entry].reading.strength >= 2 || isShortPost(entry) else { return }
        append(index, TurnShape(kind: .quote, scalar: 0x300C), label, offset, entry)
    }
}

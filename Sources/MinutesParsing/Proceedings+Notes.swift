import JapaneseText

/// What in brackets is a note, and which notes end the meeting.
extension Proceedings {
    /// 閉会, 散会 and the like end the meeting; what stands below is end matter until another turn begins.
    func closes(_ line: Line) -> Bool {
        let text = bytes.condensed(line.ink)
        return text.holds(anyOf: ["閉会", "散会", "延会", "終了", "閉議"])
    }

    /// A bracketed line that is all there is to a turn: `事務局` over `（了承）`.
    func isWholeSpeech(_ index: Int) -> Bool {
        guard let turn = turns.last, turn.speech.isEmpty, turn.last == candidates[turn.candidate].line else {
            return false
        }
        let candidate = candidates[turn.candidate]
        guard candidate.textStart >= lines[candidate.line].inkEnd else { return false }
        var next = index + 1
        while next < lines.count, next - index < 6, lines[next].isBlank || lines[next].kind.isFurniture { next += 1 }
        return next >= lines.count || next - index >= 6 || startsTurn[next]
    }

    /// A bracketed line in the middle of a sentence cut at the width is part of the sentence.
    func continuesSentence(_ index: Int) -> Bool {
        guard wrapping.isWrapped, lines[index].blanksBefore <= wrapping.blankHabit, let turn = turns.last else {
            return false
        }
        let previous = lines[lastLine(of: turn)]
        return wrapping.isFull(previous)
            && !SentenceEnd.isEnd(bytes.scalar(before: previous.inkEnd, after: previous.inkStart))
    }

    /// The last line of a note that opens here with 〔 or ［ and closes within the next three lines of text.
    func openNote(_ index: Int) -> Int? {
        let line = lines[index]
        let first = bytes.scalar(at: line.inkStart).value
        guard first == 0x3014 || first == 0xFF3B, let close = Bracket.closing(of: first), line.columns <= 200 else {
            return nil
        }
        var seen = 0
        var cursor = index
        while cursor < lines.count, seen < 4 {
            let current = lines[cursor]
            if cursor > index, startsTurn[cursor] { return nil }
            if current.kind == .text {
                seen += 1
                if cursor > index, bytes.scalar(before: current.inkEnd, after: current.inkStart) == close {
                    return cursor
                }
                if holds(close, current) { return nil }
            }
            cursor += 1
        }
        return nil
    }

    private func holds(_ value: UInt32, _ line: Line) -> Bool {
        var offset = line.inkStart
        while offset < line.inkEnd {
            let (scalar, length) = bytes.scalar(at: offset)
            if scalar == value { return true }
            offset += length
        }
        return false
    }
}

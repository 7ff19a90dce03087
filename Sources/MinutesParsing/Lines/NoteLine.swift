/// Recognises notes that stand on a line of their own.
enum NoteLine {
    /// Marks note lines among the text lines. Bracketed lines may still turn out to be speaker labels; the layout
    /// decides that later.
    static func mark(_ lines: inout [Line], in bytes: SourceBytes) {
        for index in lines.indices where lines[index].kind == .text {
            let line = lines[index]
            let first = bytes.scalar(at: line.inkStart).value
            if isTime(line, bytes) {
                lines[index].kind = .timeNote
            } else if first == 0x3010, line.columns <= 12, isBreak(line, bytes) {
                lines[index].kind = .note
            } else if Self.opensNote(first), let close = Bracket.closing(of: first),
                isWholeLine(line, close: close, bytes)
            {
                lines[index].kind = .note
            }
        }
    }

    /// 【休憩】, 【再開】
    private static func isBreak(_ line: Line, _ bytes: SourceBytes) -> Bool {
        ["【休憩】", "【再開】", "【暫時休憩】", "【拍手】"].contains(bytes.condensed(line.ink))
    }

    /// Round, tortoise-shell and square brackets; 【】 and the like head sections or name speakers.
    private static func opensNote(_ value: UInt32) -> Bool {
        switch value {
        case 0xFF08, 0x28, 0x3014, 0xFF3B, 0x5B: true
        default: false
        }
    }

    /// Whether the bracket that opens the line closes at its end, and what it holds is not a number.
    private static func isWholeLine(_ line: Line, close: UInt32, _ bytes: SourceBytes) -> Bool {
        guard line.inkEnd - line.inkStart <= 900, bytes.scalar(before: line.inkEnd, after: line.inkStart) == close
        else { return false }
        let open = bytes.scalar(at: line.inkStart)
        var depth = 0
        var offset = line.inkStart
        var onlyNumber = true
        while offset < line.inkEnd {
            let (value, length) = bytes.scalar(at: offset)
            if value == open.value {
                depth += 1
            } else if value == close {
                depth -= 1
                if depth == 0, offset + length < line.inkEnd { return false }
            } else if !AgendaNumber.isDigitLike(value), bytes.blank(at: offset) == 0 {
                onlyNumber = false
            }
            offset += length
        }
        return depth == 0 && !onlyNumber
    }

    private static let acts: [StaticString] = [
        "開会", "開議", "休憩", "再開", "閉会", "散会", "延会", "終了", "開始", "閉議", "休会",
    ]

    /// A short line with a time of day and a word for opening, breaking or closing, and no sentence.
    static func isTime(_ line: Line, _ bytes: SourceBytes) -> Bool {
        guard line.columns <= 64, line.columns >= 6 else { return false }
        var hasHour = false
        var hasAct = false
        var rest = 0
        var offset = line.inkStart
        let end = line.inkEnd
        scan: while offset < end {
            let blank = bytes.blank(at: offset)
            if blank > 0 {
                offset += blank
                continue
            }
            let (value, length) = bytes.scalar(at: offset)
            switch value {
            case 0x958B, 0x4F11, 0x518D, 0x9589, 0x6563, 0x5EF6, 0x7D42:  // 開休再閉散延終
                for act in acts where bytes.starts(with: act, at: offset, before: end) {
                    hasAct = true
                    offset += act.utf8CodeUnitCount
                    continue scan
                }
            default: break
            }
            switch value {
            case 0x6642: hasHour = true  // 時
            case 0x3002, 0xFF0E, 0xFF1F: return false  // 。．？
            case 0x5348, 0x524D, 0x5F8C, 0x5206, 0x534A, 0x6B63, 0x96F6, 0x5E74, 0x6708, 0x65E5: break  // 午前後分半正零年月日
            case 0x4EE4, 0x548C, 0x5E73, 0x6210, 0x5143, 0x66DC: break  // 令和平成元曜
            case 0x706B, 0x6C34, 0x6728, 0x91D1, 0x571F: break  // 火水木金土
            case 0xFF08, 0xFF09, 0x28, 0x29, 0x3014, 0x3015, 0xFF3B, 0xFF3D, 0x5B, 0x5D, 0x30FB, 0x3001, 0x3010, 0x3011,
                0x25CB, 0x3007, 0x25EF, 0x25CE, 0x3A, 0xFF1A, 0x2D, 0x2015, 0x2014, 0x2500, 0xFF0D, 0xFF1C, 0xFF1E,
                0x3008, 0x3009:
                break
            default:
                if !AgendaNumber.isDigitLike(value) { rest += 1 }
            }
            if value == 0x3A || value == 0xFF1A, offset > line.inkStart,
                Furniture.digit(bytes.scalar(before: offset, after: line.inkStart)) != nil
            {
                hasHour = true
            }
            if rest > 4 { return false }
            offset += length
        }
        return hasHour && hasAct && rest <= 4
    }
}

/// Pairs of brackets.
enum Bracket {
    /// The bracket that closes the one given, `nil` when it is none that minutes use around labels and notes.
    @inline(__always) static func closing(of open: UInt32) -> UInt32? {
        switch open {
        case 0xFF08: 0xFF09  // （）
        case 0x28: 0x29  // ()
        case 0x3014: 0x3015  // 〔〕
        case 0xFF3B: 0xFF3D  // ［］
        case 0x5B: 0x5D  // []
        case 0x3010: 0x3011  // 【】
        case 0x3008: 0x3009  // 〈〉
        case 0x300A: 0x300B  // 《》
        case 0xFF1C: 0xFF1E  // ＜＞
        case 0x3C: 0x3E  // <>
        case 0x226A: 0x226B  // ≪≫
        default: nil
        }
    }

    @inline(__always) static func isClosing(_ value: UInt32) -> Bool {
        switch value {
        case 0xFF09, 0x29, 0x3015, 0xFF3D, 0x5D, 0x3011, 0x3009, 0x300B, 0xFF1E, 0x3E, 0x226B: true
        default: false
        }
    }

    /// Quotation marks around a label: `『座長』`.
    @inline(__always) static func closingQuote(of open: UInt32) -> UInt32? {
        switch open {
        case 0x300C: 0x300D
        case 0x300E: 0x300F
        default: nil
        }
    }

    /// Brackets that people also close with the other width: `（委員)`.
    @inline(__always) static func closes(_ value: UInt32, _ open: UInt32) -> Bool {
        guard let close = closing(of: open) ?? closingQuote(of: open) else { return false }
        if value == close { return true }
        return (close == 0xFF09 && value == 0x29) || (close == 0x29 && value == 0xFF09)
    }
}

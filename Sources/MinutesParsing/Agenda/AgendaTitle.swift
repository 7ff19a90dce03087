import JapaneseText

/// Number, title and attachment of an agenda line, taken apart.
struct Title {
    var number: String
    var title: String
    /// `※別紙１参照` without the mark.
    var attachment: String?

    /// - Parameters:
    ///   - number: where the number stands, as read on the first line.
    ///   - pieces: the ranges of the title, one a line.
    init(number: AgendaNumber?, pieces: [Range<Int>], _ bytes: SourceBytes) {
        self.number = number.map { bytes.condensed($0.range) } ?? ""
        // 【議題１】 is printed 議題１ in lists; （１） and 【１】 stay as they are.
        if let number, number.isBoxed, !number.word.isEmpty || number.style == .compound {
            self.number = String(self.number.dropFirst().dropLast())
        }
        // The full stop of １． is part of the number as printed; what only sets it off from the title is not.
        while let last = self.number.unicodeScalars.last, Self.setsOff(last) { self.number.unicodeScalars.removeLast() }
        let joined = Self.join(pieces, bytes)
        let (title, attachment) = Self.splitAttachment(joined)
        self.title = Self.closeSpread(title)
        self.attachment = attachment
    }

    private static func setsOff(_ sign: Unicode.Scalar) -> Bool {
        sign == "、" || sign == "," || sign == "。" || sign == "：" || sign == ":"
    }

    static func join(_ pieces: [Range<Int>], _ bytes: SourceBytes) -> String {
        var text = ""
        var last: Range<Int>?
        for piece in pieces where !piece.isEmpty {
            if let last {
                text += LineJoin.separator(
                    lastBytes: UnsafeBufferPointer(rebasing: bytes.buffer[last]),
                    nextBytes: UnsafeBufferPointer(rebasing: bytes.buffer[piece]))
            }
            text += bytes.string(piece)
            last = piece
        }
        return text
    }

    private static func splitAttachment(_ text: String) -> (String, String?) {
        guard text.holds("※"), let mark = text.lastIndex(of: "※") else { return (text, nil) }
        let note = text[text.index(after: mark)...].trimmingBlanks()
        guard note.holds("参照") || note.holds("別紙") || note.holds("資料") else { return (text, nil) }
        var title = String(text[..<mark]).trimmingBlanks()
        var attachment = note
        if let open = title.last, "（(".contains(open), let close = attachment.last, "）)".contains(close) {
            title.removeLast()
            attachment.removeLast()
        }
        return (title.trimmingBlanks(), attachment)
    }

    /// Takes the blanks out of spread words (`議　　案　　第　１号　令和…` → `議案第１号　令和…`); one blank stays between
    /// the others.
    static func closeSpread(_ text: String) -> String {
        text.withUTF8Bytes { bytes in
            let tokens = Self.tokens(of: bytes)
            guard let first = tokens.first else { return "" }
            if first.count == bytes.count { return text }
            let separator: [UInt8] = text.holds("\u{3000}") ? [0xE3, 0x80, 0x80] : [0x20]
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count)
            var last: (isSingle: Bool, endsInOrdinal: Bool)?
            for token in tokens {
                let part = SourceBytes(buffer: bytes)[token]
                let isSingle = Self.isSingle(part)
                if let last {
                    let isGlued = last.isSingle && (isSingle || part.begins(with: "第")) || last.endsInOrdinal
                    if !isGlued { result += separator }
                }
                result += part.buffer
                last = (isSingle, part.ends(in: "第"))
            }
            return result.withUnsafeBufferPointer { String(validated: $0) }
        }
    }

    /// What stands between spaces, ideographic and no-break spaces and tabs.
    private static func tokens(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var tokens: [Range<Int>] = []
        var (start, offset) = (0, 0)
        while offset < bytes.count {
            let (value, length) = bytes.scalar(at: offset)
            if value == 0x20 || value == 0x3000 || value == 0x09 || value == 0xA0 {
                if offset > start { tokens.append(start..<offset) }
                start = offset + length
            }
            offset += length
        }
        if offset > start { tokens.append(start..<offset) }
        return tokens
    }

    /// Whether a token is one character; a kana and its voicing mark are one.
    private static func isSingle(_ token: SourceBytes) -> Bool {
        let length = token.scalar(at: 0).length
        if token.count == length { return true }
        if token.count > 32 { return false }
        if 0x3041...0x3096 ~= token.scalar(at: length).value || 0x4E00...0x9FFF ~= token.scalar(at: length).value {
            return false
        }
        return token.string(0..<token.count).count == 1
    }
}

extension StringProtocol {
    /// Without blanks at either end, ideographic spaces included.
    func trimmingBlanks() -> String {
        var text = String(self)
        let kept = text.withUTF8 { bytes in
            // As bytes: cutting a string into characters costs more than all else that is done with a short label.
            var (start, end) = (0, bytes.count)
            while start < end {
                let (value, length) = bytes.scalar(at: start)
                guard Self.isBlank(value) else { break }
                start += length
            }
            while end > start, let (value, length) = bytes.scalar(before: end), Self.isBlank(value) { end -= length }
            return start == 0 && end == bytes.count ? nil : bytes.text(start..<end)
        }
        return kept ?? text
    }

    private static func isBlank(_ value: UInt32) -> Bool {
        value == 0x20 || value == 0x3000 || value == 0x09 || value == 0xA0
    }
}

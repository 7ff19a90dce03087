import JapaneseText

/// Finds the encoding of a page: byte order mark, then what the bytes prove, then what the page says of itself.
enum HTMLEncoding {
    /// How many bytes are searched for `<meta charset>`.
    private static let reach = 8192

    static func decode(_ bytes: [UInt8]) -> (text: DecodedText, declared: TextEncoding?) {
        let detected = TextDecoding.decode(bytes)
        if detected.hadByteOrderMark { return (detected, nil) }
        guard let declared = declared(bytes) else { return (detected, nil) }
        // Bytes that are UTF-8 from end to end are nothing else, whatever the page says: programs that save pages
        // change the bytes and leave the declaration.
        let isUTF8 = detected.encoding == .utf8 && detected.replacements == 0
        if isUTF8 && declared != .iso2022JP || declared == detected.encoding { return (detected, declared) }
        let asSaid = TextDecoding.decode(bytes, as: declared)
        if asSaid.replacements > detected.replacements, detected.confidence > 0.5 { return (detected, declared) }
        return (asSaid, declared)
    }

    /// The encoding that `<meta charset>`, `<meta http-equiv>` or `<?xml encoding?>` names.
    static func declared(_ bytes: [UInt8]) -> TextEncoding? {
        bytes.withUnsafeBufferPointer { bytes in
            let head = UnsafeBufferPointer(rebasing: bytes.prefix(reach))
            var cursor = 0
            while cursor < head.count {
                defer { cursor += 1 }
                let isMeta = head[cursor] | 0x20 == 0x63 && isWord("charset", at: cursor, head)
                let isXML = head[cursor] == 0x65 && cursor < 100 && isWord("encoding", at: cursor, head)
                guard isMeta || isXML else { continue }
                var place = cursor + (isMeta ? 7 : 8)
                while place < head.count, head[place].isMarkupBlank { place += 1 }
                guard place < head.count, head[place] == 0x3D else { continue }
                place += 1
                while place < head.count, head[place].isMarkupBlank || head[place] == 0x22 || head[place] == 0x27 {
                    place += 1
                }
                let start = place
                while place < head.count,
                    head[place].isASCIILetter || (0x2D...0x3A).contains(head[place]) || head[place] == 0x5F
                {
                    place += 1
                }
                if let encoding = encoding(named: head.string(start..<place)) { return encoding }
            }
            return nil
        }
    }

    private static func isWord(_ word: StaticString, at place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard place + word.utf8CodeUnitCount <= bytes.count else { return false }
        return (0..<word.utf8CodeUnitCount).allSatisfy { bytes[place + $0] | 0x20 == word.utf8Start[$0] }
    }

    /// Shift_JIS is read as Windows reads it (WHATWG Encoding).
    static func encoding(named name: String) -> TextEncoding? {
        switch name.lowercased().replacing("_", with: "-") {
        case "shift-jis", "sjis", "x-sjis", "shiftjis", "windows-31j", "ms932", "cp932", "ms-kanji", "csshiftjis":
            .cp932
        case "euc-jp", "x-euc-jp", "eucjp", "x-euc", "cseucpkdfmtjapanese": .eucJP
        case "iso-2022-jp", "csiso2022jp", "jis": .iso2022JP
        case "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be": .utf8
        default: nil
        }
    }
}

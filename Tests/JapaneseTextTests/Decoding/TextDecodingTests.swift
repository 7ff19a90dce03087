import Foundation
import Testing

@testable import JapaneseText

/// One text in every encoding. Windows extensions, half-width katakana, dashes and tildes are in it.
private let sample = "○委員長　それでは、①髙橋委員と②﨑山委員からお願いします。\r\n（午後６時半～８時）ｶﾞｲﾄﾞ－案‖㈱\r\n"
private let plain = "○事務局　来年度の居場所づくりについて、四月上旬までに資料をお送りします。\nよろしくお願いいたします。\n"

@Suite struct TextDecodingTests {
    @Test func utf8WithAndWithoutMark() {
        let decoded = TextDecoding.decode(Array(sample.utf8))
        #expect(decoded.text == sample)
        #expect(decoded.encoding == .utf8)
        #expect(decoded.confidence == 1)
        #expect(!decoded.hadByteOrderMark)
        let marked = TextDecoding.decode([0xEF, 0xBB, 0xBF] + Array(sample.utf8))
        #expect(marked.text == sample)
        #expect(marked.hadByteOrderMark)
    }

    @Test(arguments: [true, false], [true, false])
    func utf16WithAndWithoutMark(bigEndian: Bool, marked: Bool) {
        let text = plain + "𠮷田"
        let bytes = utf16(text, bigEndian: bigEndian, marked: marked)
        let decoded = TextDecoding.decode(bytes)
        #expect(decoded.text == text)
        #expect(decoded.encoding == (bigEndian ? .utf16BE : .utf16LE))
        #expect(decoded.hadByteOrderMark == marked)
        #expect(!decoded.looksBinary)
        #expect(decoded.confidence > 0.8)
    }

    @Test func utf16OfJapaneseAloneHasNoZeroBytes() {
        let text = "これからかいぎをはじめます"
        let decoded = TextDecoding.decode(utf16(text, bigEndian: false, marked: false))
        #expect(decoded.text == text)
    }

    @Test func smallLatinLettersAreNoUTF16() {
        let decoded = TextDecoding.decode(Array("this text has an even number of letters!".utf8))
        #expect(decoded.encoding == .utf8)
        #expect(TextDecoding.decode(Array("0A0B0C0D0E0F".utf8)).text == "0A0B0C0D0E0F")
    }

    @Test func cp932WithWindowsExtensions() throws {
        let bytes: [UInt8] = [
            0x81, 0x9B, 0x88, 0xCF, 0x88, 0xF5, 0x92, 0xB7, 0x81, 0x40, 0x87, 0x40, 0xFB, 0xFC, 0xED, 0x95, 0x87, 0x8A,
            0xB6, 0xDE, 0x82, 0xC5, 0x82, 0xB7, 0x81, 0x42,
        ]
        let decoded = TextDecoding.decode(bytes)
        #expect(decoded.text == "○委員長　①髙﨑㈱ｶﾞです。")
        #expect(decoded.encoding == .cp932)
        #expect(decoded.replacements == 0)
    }

    /// Windows' mappings in all three encodings, so that a document gives the same text whatever it came in.
    @Test(
        arguments: zip(
            [[0x81, 0x60], [0x81, 0x7C], [0x81, 0x61], [0x81, 0x5C], [0x81, 0x91], [0x81, 0xCA]] as [[UInt8]],
            ["～", "－", "∥", "―", "￠", "￢"]))
    func dashesAndTildesAreThoseOfWindows(shiftJIS: [UInt8], expected: String) {
        #expect(TextDecoding.decode(shiftJIS, as: .cp932).text == expected)
        let row = (Int(shiftJIS[0]) - 0x81) * 2 + (shiftJIS[1] >= 0x9F ? 1 : 0)
        let cell = Int(shiftJIS[1]) - (shiftJIS[1] >= 0x9F ? 0x9F : shiftJIS[1] > 0x7F ? 0x41 : 0x40)
        let jis = [UInt8(row + 0x21), UInt8(cell + 0x21)]
        #expect(TextDecoding.decode(jis.map { $0 | 0x80 }, as: .eucJP).text == expected)
        #expect(TextDecoding.decode([0x1B, 0x24, 0x42] + jis + [0x1B, 0x28, 0x42], as: .iso2022JP).text == expected)
    }

    @Test(arguments: [TextEncoding.cp932, .eucJP, .iso2022JP])
    func everyCharacterOfATextComesBack(encoding: TextEncoding) {
        let bytes = LegacyEncoder.encode(plain, encoding)
        let decoded = TextDecoding.decode(bytes)
        #expect(decoded.text == plain)
        #expect(decoded.encoding == encoding)
        #expect(decoded.replacements == 0)
        #expect(decoded.confidence > 0.75)
    }

    @Test func foundationReadsCP932TheSame() throws {
        for text in ["○委員長　①㈱髙﨑ｶﾞ～－∥", "来年度の計画に盛り込む"] {
            let data = try #require(text.data(using: .shiftJIS))
            #expect(TextDecoding.decode(Array(data), as: .cp932).text == String(data: data, encoding: .shiftJIS))
        }
    }

    @Test func eucJPHasHalfWidthKatakanaAndSupplementaryKanji() {
        // ｶﾞ, then JIS X 0212 row 16 cell 1 (丂), then an empty cell of it.
        let bytes: [UInt8] = [0x8E, 0xB6, 0x8E, 0xDE, 0x8F, 0xB0, 0xA1, 0x8F, 0xA1, 0xA1]
        let decoded = TextDecoding.decode(bytes, as: .eucJP)
        #expect(decoded.text == "ｶﾞ丂\u{FFFD}")
        #expect(decoded.replacements == 1)
        #expect(decoded.firstBadByte == 7)
    }

    @Test func iso2022JPSwitchesItsSets() {
        let bytes: [UInt8] =
            Array("A\u{1B}$B".utf8) + [0x24, 0x22] + Array("\u{1B}(I".utf8) + [0x36] + Array("\u{1B}(JZ".utf8)
        let decoded = TextDecoding.decode(bytes)
        #expect(decoded.text == "AあｶZ")
        #expect(decoded.encoding == .iso2022JP)
    }

    @Test func aLostEscapeSpoilsOneLineOnly() {
        let bytes: [UInt8] =
            Array("\u{1B}$B".utf8) + [0x24, 0x22, 0x0A] + Array("plain\n".utf8) + Array("\u{1B}$B".utf8) + [0x24, 0x24]
        #expect(TextDecoding.decode(bytes).text == "あ\nplain\nい")
    }

    @Test func oneBadByteDoesNotChangeTheEncoding() {
        for encoding in [TextEncoding.utf8, .cp932, .eucJP, .iso2022JP] {
            let whole = LegacyEncoder.encode(plain, encoding)
            for place in 56..<62 where encoding != .iso2022JP || whole[place] != 0x1B {
                var bytes = whole
                bytes[place] = 0xFF
                let decoded = TextDecoding.decode(bytes)
                #expect(decoded.encoding == encoding)
                #expect(decoded.replacements >= 1)
                #expect(decoded.replacements <= 3)
                let first = decoded.firstBadByte ?? -1
                #expect((place - 3...place).contains(first))
                #expect(decoded.text.hasSuffix("よろしくお願いいたします。\n"))
            }
        }
    }

    @Test func badBytesAreCountedWithTheFirst() {
        let bytes: [UInt8] = Array("あ".utf8) + [0xE3, 0x81] + Array("い".utf8) + [0xFF]
        let decoded = TextDecoding.decode(bytes, as: .utf8)
        #expect(decoded.text == "あ\u{FFFD}い\u{FFFD}")
        #expect(decoded.replacements == 2)
        #expect(decoded.firstBadByte == 3)
        #expect(decoded.firstReplacement == 3)
        #expect(TextDecoding.decode([0xEF, 0xBB, 0xBF, 0xFF], as: .utf8).firstBadByte == 3)
    }

    @Test(arguments: TextEncoding.allCases)
    func everyPrefixIsRead(encoding: TextEncoding) {
        let text = String(plain.prefix(12)) + (encoding == .utf8 || encoding.isUTF16 ? "𠮷" : "")
        let whole = LegacyEncoder.encode(text, encoding)
        for length in 0...whole.count {
            let decoded = TextDecoding.decode(Array(whole[..<length]), as: encoding)
            #expect(decoded.replacements <= (encoding.isUTF16 ? 2 : 1))
            let kept = decoded.text.replacing("\u{FFFD}", with: "")
            #expect(text.utf8.starts(with: kept.utf8))
        }
    }

    @Test(arguments: TextEncoding.allCases)
    func randomBytesNeverCrash(encoding: TextEncoding) {
        var random = SeededGenerator(20_240_221)
        for length in 0..<200 {
            let bytes = random.bytes(length)
            let decoded = TextDecoding.decode(bytes, as: encoding)
            let count = decoded.text.unicodeScalars.filter { $0 == "\u{FFFD}" }.count
            #expect(count >= decoded.replacements)
            _ = TextDecoding.decode(bytes)
        }
    }

    @Test func binaryIsToldFromText() {
        #expect(TextDecoding.decode([0x89, 0x50, 0x4E, 0x47] + [UInt8](repeating: 0, count: 64)).looksBinary)
        var random = SeededGenerator(7)
        #expect(TextDecoding.decode(random.bytes(4096)).looksBinary)
        #expect(!TextDecoding.decode(Array(sample.utf8)).looksBinary)
        #expect(!TextDecoding.decode(Array("改ページ\u{0C}次\u{1A}".utf8)).looksBinary)
        #expect(!TextDecoding.decode([]).looksBinary)
    }

    @Test func fewCharactersAreLittleEvidence() {
        #expect(TextDecoding.decode([0x82, 0xA0]).confidence < 0.75)
        #expect(TextDecoding.decode([0xE3, 0x81]).confidence < 0.5)
        #expect(TextDecoding.decode([]).encoding == .utf8)
    }
}

extension TextEncoding {
    fileprivate var isUTF16: Bool { self == .utf16LE || self == .utf16BE }
}

private func utf16(_ text: String, bigEndian: Bool, marked: Bool) -> [UInt8] {
    ((marked ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return bigEndian ? [high, low] : [low, high]
    }
}

/// Writes what the tests need in the encodings that are only read.
private enum LegacyEncoder {
    static func encode(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
        switch encoding {
        case .utf8: return Array(text.utf8)
        case .utf16LE: return utf16(text, bigEndian: false, marked: false)
        case .utf16BE: return utf16(text, bigEndian: true, marked: false)
        case .cp932:
            return pairs(text) { row, cell in
                let lead = row / 2 + (row < 62 ? 0x81 : 0xC1)
                let trail = row % 2 == 0 ? cell + (cell >= 63 ? 0x41 : 0x40) : cell + 0x9F
                return [UInt8(lead), UInt8(trail)]
            }
        case .eucJP: return pairs(text) { [UInt8($0 + 0xA1), UInt8($1 + 0xA1)] }
        case .iso2022JP:
            return pairs(text) {
                [0x1B, 0x24, 0x42, UInt8($0 + 0x21), UInt8($1 + 0x21), 0x1B, 0x28, 0x42]
            }
        }
    }

    private static func pairs(_ text: String, _ encode: (_ row: Int, _ cell: Int) -> [UInt8]) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar -> [UInt8] in
            if scalar.value < 0x80 { return [UInt8(scalar.value)] }
            guard let index = KanjiTable.windows.firstIndex(of: UInt16(scalar.value)) else { return [0x3F] }
            return encode(index / 94, index % 94)
        }
    }
}

import Testing

@testable import JapaneseText

@Suite struct StringBytesTests {
    @Test func slicesAreCutAtCharactersOnly() {
        let text = "あ𠮷が"
        #expect(text.utf8Slice(0..<3) == "あ")
        #expect(text.utf8Slice(3..<7) == "𠮷")
        #expect(text.utf8Slice(7..<13) == "か\u{3099}" || text.utf8Slice(7..<10) == "が")
        #expect(text.utf8Slice(1..<3) == nil)
        #expect(text.utf8Slice(0..<100) == nil)
        #expect(text.utf8Slice(3..<3) == "")
    }

    @Test func anEmptyWordStandsAnywhere() {
        // As a literal, a slice and an array of no bytes, of which some have an address.
        for empty in ["", String("あ".dropFirst()), String(decoding: [UInt8](), as: UTF8.self)] {
            #expect("会議".holds(empty))
            #expect("".holds(empty))
        }
        #expect(!"".holds("会"))
    }

    @Test func scalarsAreReadForwardsAndBackwards() {
        let text = "aéあ𠮷"
        text.withUTF8Bytes { bytes in
            var forwards: [UInt32] = []
            var offset = 0
            while offset < bytes.count {
                let (value, length) = bytes.scalar(at: offset)
                forwards.append(value)
                offset += length
            }
            var backwards: [UInt32] = []
            while let (value, length) = bytes.scalar(before: offset) {
                backwards.append(value)
                offset -= length
            }
            #expect(forwards == text.unicodeScalars.map(\.value))
            #expect(backwards == forwards.reversed())
        }
    }

    @Test func malformedBytesAreOneReplacementEach() {
        let bytes: [UInt8] = [0xE3, 0x81, 0x41, 0xFF, 0xF0, 0x9F]
        bytes.withUnsafeBufferPointer { bytes in
            #expect(bytes.scalar(at: 0) == (0xFFFD, 1))
            #expect(bytes.scalar(at: 2) == (0x41, 1))
            #expect(bytes.scalar(at: 4) == (0xFFFD, 1))
        }
    }

    /// A label without a word (`（）`) was looked for in the entries of a list: the program ended.
    @Test func everyTextHoldsNothing() {
        #expect("委員".holds("") && "".holds(""))
        #expect("委員".begins(with: "") && "委員".ends(in: ""))
        #expect(!"".holds("委"))
    }
}

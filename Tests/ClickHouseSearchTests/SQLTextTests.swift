import Testing

@testable import ClickHouseSearch

/// Words of people cannot leave their quotes.
@Suite struct SQLTextTests {
    /// Reads one string literal as ClickHouse's lexer does, and gives its value if it ends where the text ends.
    private func value(_ literal: String) -> [UInt8]? {
        let bytes = Array(literal.utf8)
        guard bytes.first == UInt8(ascii: "'") else { return nil }
        var value: [UInt8] = []
        var place = 1
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "'"): return place == bytes.count - 1 ? value : nil
            case UInt8(ascii: "\\"):
                guard place + 1 < bytes.count else { return nil }
                if bytes[place + 1] == UInt8(ascii: "x") {
                    guard place + 3 < bytes.count,
                        let number = UInt8(String(decoding: bytes[(place + 2)...(place + 3)], as: UTF8.self), radix: 16)
                    else { return nil }
                    value.append(number)
                    place += 4
                } else {
                    value.append(bytes[place + 1])
                    place += 2
                }
            default:
                value.append(bytes[place])
                place += 1
            }
        }
        return nil
    }

    static let hostile = [
        "'", "\\", "\\'", "''", "'; DROP TABLE x; --", "\\'; DROP TABLE x; --", "\\\\'", "a\0b", "\0", "\n\r\t\u{8}",
        "/* */", "-- ", "#", "%", "_", "100%_x", "`\"", "{x:String}", "$1", "?", "\u{7F}", "居場所", "𠮷野家", "か\u{3099}",
        "\u{FEFF}", "\u{2028}", "’", "＇", "\u{FFFD}", "", "') OR 1=1 FORMAT Null", "\\x27", "\\u0027", "\u{27}\u{301}",
        String(repeating: "'", count: 1000), String(repeating: "\\", count: 999),
    ]

    @Test(arguments: hostile) func aLiteralHoldsWhatItWasMadeOf(text: String) {
        let literal = SQLText.literal(text).description
        #expect(value(literal) == Array(text.utf8), "\(literal)")
        #expect(!literal.utf8.contains { $0 < 0x20 || $0 == 0x7F })
    }

    @Test func everyPairOfAwkwardBytes() {
        let awkward = "'\\%_`\"\0\n-/*;x0".unicodeScalars
        for first in awkward {
            for second in awkward {
                for third in awkward {
                    let text = String(String.UnicodeScalarView([first, second, third]))
                    #expect(value(SQLText.literal(text).description) == Array(text.utf8))
                }
            }
        }
    }

    @Test func namesAreLettersDigitsAndUnderscores() {
        for good in ["gijiroku", "_a9", "A", String(repeating: "x", count: 64)] { #expect(ClickHouseName(good) != nil) }
        for bad in ["", "9a", "a b", "a.b", "a`b", "議事録", "a;", "a'", "a\0", String(repeating: "x", count: 65)] {
            #expect(ClickHouseName(bad) == nil, "\(bad)")
        }
    }

    @Test func partsOfAnAddressAreEscaped() {
        #expect(ClickHouseClient.escaped("a&b=c d+é\0#/?'") == "a%26b%3Dc%20d%2B%C3%A9%00%23%2F%3F%27")
        #expect(ClickHouseClient.escaped("AZaz09-._~") == "AZaz09-._~")
    }
}

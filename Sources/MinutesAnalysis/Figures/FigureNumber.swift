import JapaneseText

/// Reads a number of running text, also where a document sets it apart: `15 億 7,000`, 二・三.
struct FigureNumber {
    let bytes: UnsafeBufferPointer<UInt8>

    func number(at start: Int, kanji: Bool) -> ScannedNumber? {
        guard let number = JapaneseNumeral.scan(bytes, at: start) else { return nil }
        if kanji { return pointed(number) }
        return spaced(number)
    }

    /// Takes along what stands behind a blank: 15 億 7,000万. A number ends at the blank unless 万, 億 or 兆 stands next
    /// to it.
    private func spaced(_ number: ScannedNumber) -> ScannedNumber {
        var number = number
        for _ in 0..<3 {
            let end = number.range.upperBound
            guard end + 1 < bytes.count, bytes[end] == 0x20 else { break }
            let next = end + 1
            if let size = size(before: end), (0x30...0x39).contains(bytes[next]), number.fraction == nil,
                let rest = JapaneseNumeral.scan(bytes, at: next), rest.value < size, rest.fraction == nil
            {
                number = ScannedNumber(
                    value: number.value + rest.value, range: number.range.lowerBound..<rest.range.upperBound)
            } else if size(before: end) == nil, let (size, length) = size(at: next),
                case let (value, overflow) = number.value.multipliedReportingOverflow(by: size), !overflow
            {
                let parts = number.fraction.map { Int(($0 * Double(size)).rounded()) } ?? 0
                number = ScannedNumber(value: value + parts, range: number.range.lowerBound..<next + length)
            } else {
                break
            }
        }
        return number
    }

    /// Takes the decimals of a kanji number along: 二・三, 百五十二・二億.
    private func pointed(_ number: ScannedNumber) -> ScannedNumber? {
        let point: [UInt8] = [0xe3, 0x83, 0xbb]
        guard bytes.starts(point, at: number.range.upperBound) else { return number }
        var place = number.range.upperBound + point.count
        var fraction = 0.0
        var scale = 0.1
        while place < bytes.count, scale > 1e-9, let digit = digit(at: place) {
            fraction += Double(digit) * scale
            scale /= 10
            place += 3
        }
        guard scale < 0.1 else { return number }
        if let (size, length) = size(at: place) {
            guard number.value < 1_000_000 else { return nil }
            let value = ((Double(number.value) + fraction) * Double(size)).rounded()
            return ScannedNumber(value: Int(value), range: number.range.lowerBound..<place + length)
        }
        return ScannedNumber(value: number.value, fraction: fraction, range: number.range.lowerBound..<place)
    }

    private func digit(at place: Int) -> Int? {
        switch bytes.scalar(at: place).value {
        case 0x3007, 0x25cb: 0
        case 0x4e00: 1
        case 0x4e8c: 2
        case 0x4e09: 3
        case 0x56db: 4
        case 0x4e94: 5
        case 0x516d: 6
        case 0x4e03: 7
        case 0x516b: 8
        case 0x4e5d: 9
        default: nil
        }
    }

    private func size(at place: Int) -> (size: Int, length: Int)? {
        guard place < bytes.count else { return nil }
        let (value, length) = bytes.scalar(at: place)
        switch value {
        case 0x4e07: return (1_0000, length)
        case 0x5104: return (1_0000_0000, length)
        case 0x5146: return (1_0000_0000_0000, length)
        default: return nil
        }
    }

    private func size(before end: Int) -> Int? {
        guard let (_, length) = bytes.scalar(before: end) else { return nil }
        return size(at: end - length)?.size
    }
}

/// A number as a plain decimal.
func plain(_ number: ScannedNumber) -> String {
    guard let fraction = number.fraction else { return String(number.value) }
    let billionths = Int((fraction * 1e9).rounded())
    guard billionths > 0 else { return String(number.value) }
    var digits = String(billionths)
    digits = String(repeating: "0", count: max(0, 9 - digits.utf8.count)) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(number.value).\(digits)"
}

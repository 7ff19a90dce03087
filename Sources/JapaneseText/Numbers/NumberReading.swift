/// Reads one number from left to right.
///
/// Arabic digits (either width, with thousands separators and a decimal point), kanji digits by place (二〇二四), kanji
/// with units (二千二十四), and both with 万 億 兆 (2万5,000).
struct NumberReading {
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var offset: Int
    private(set) var fraction: Double?

    init(bytes: UnsafeBufferPointer<UInt8>, offset: Int) {
        self.bytes = bytes
        self.offset = offset
    }

    mutating func read() -> Int? {
        var total = 0
        var lastSize = Int.max
        var found = false
        while let part = section() {
            found = true
            guard let unit = largeUnit(), unit.size < lastSize else {
                let (sum, overflow) = total.addingReportingOverflow(part)
                return overflow ? nil : sum
            }
            if let decimal = fraction {
                // 1.5億
                guard unit.size <= 1_0000_0000_0000 else { return nil }
                let scaled = (Double(part) + decimal) * Double(unit.size)
                guard scaled < 9e18 else { return nil }
                fraction = nil
                offset += unit.length
                return total + Int(scaled.rounded())
            }
            let (product, tooBig) = part.multipliedReportingOverflow(by: unit.size)
            let (sum, overflow) = total.addingReportingOverflow(product)
            if tooBig || overflow { return nil }
            total = sum
            lastSize = unit.size
            offset += unit.length
        }
        return found ? total : nil
    }

    private func scalar(at place: Int) -> (value: UInt32, length: Int) {
        place < bytes.count ? bytes.plainScalar(at: place) : (0, 0)
    }

    /// A number below the units 万 億 兆.
    private mutating func section() -> Int? {
        let first = scalar(at: offset).value
        return Self.isDigit(first) ? arabic() : kanji()
    }

    private mutating func arabic() -> Int? {
        var value = 0
        /// Digits since the start or since the last separator.
        var digits = 0
        var isGrouped = false
        while true {
            let (digit, length) = scalar(at: offset)
            if Self.isDigit(digit), !(isGrouped && digits == 3) {
                guard let longer = Self.appending(digit, to: value) else { return nil }
                value = longer
                digits += 1
                offset += length
            } else if digit == 0x2C, isGrouped ? digits == 3 : digits <= 3, startsGroup(offset + length) {
                // 1,234: three digits behind each comma, at most three before the first.
                isGrouped = true
                digits = 0
                offset += length
            } else {
                break
            }
        }
        decimals()
        if let unit = smallUnit(), fraction == nil { return kanjiUnits(startingWith: value, unit: unit) }
        return value
    }

    private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

    private static func appending(_ digit: UInt32, to value: Int) -> Int? {
        let (product, tooBig) = value.multipliedReportingOverflow(by: 10)
        let (sum, overflow) = product.addingReportingOverflow(Int(digit) - 0x30)
        return tooBig || overflow ? nil : sum
    }

    /// Whether exactly three digits stand at a place.
    private func startsGroup(_ place: Int) -> Bool {
        var place = place
        for _ in 0..<3 {
            let (digit, length) = scalar(at: place)
            guard Self.isDigit(digit) else { return false }
            place += length
        }
        return !Self.isDigit(scalar(at: place).value)
    }

    private mutating func decimals() {
        let point = scalar(at: offset)
        guard point.value == 0x2E else { return }
        var place = offset + point.length
        var scale = 0.1
        var value = 0.0
        var digits = 0
        while digits < 9, case let (digit, length) = scalar(at: place), Self.isDigit(digit) {
            value += Double(digit - 0x30) * scale
            scale /= 10
            digits += 1
            place += length
        }
        guard digits > 0 else { return }
        // 6.2.21 is a date or an outline number, no decimal.
        let next = scalar(at: place)
        if next.value == 0x2E, Self.isDigit(scalar(at: place + next.length).value) { return }
        fraction = value
        offset = place
    }

    private mutating func kanji() -> Int? {
        if let unit = smallUnit() { return kanjiUnits(startingWith: 1, unit: unit) }
        var value = 0
        var digits = 0
        while digits < 18, case let (scalar, length) = scalar(at: offset), let digit = Self.digit(scalar) {
            value = value * 10 + digit
            digits += 1
            offset += length
        }
        guard digits > 0 else { return nil }
        if digits == 1, let unit = smallUnit() { return kanjiUnits(startingWith: value, unit: unit) }
        return value
    }

    /// Behind a digit that stands before 千, 百 or 十: the rest of the section, units falling.
    private mutating func kanjiUnits(startingWith digit: Int, unit: (size: Int, length: Int)) -> Int? {
        let (product, overflow) = digit.multipliedReportingOverflow(by: unit.size)
        if overflow { return nil }
        var total = product
        offset += unit.length
        var lastSize = unit.size
        while lastSize > 1 {
            let before = offset
            var value = 1
            let (scalar, length) = scalar(at: offset)
            if let digit = Self.digit(scalar) ?? (Self.isDigit(scalar) ? Int(scalar) - 0x30 : nil) {
                value = digit
                offset += length
            }
            if let unit = smallUnit(), unit.size < lastSize {
                total += value * unit.size
                lastSize = unit.size
                offset += unit.length
            } else if offset > before {
                total += value
                break
            } else {
                break
            }
        }
        return total
    }

    private func smallUnit() -> (size: Int, length: Int)? {
        let (scalar, length) = scalar(at: offset)
        switch scalar {
        case 0x5341, 0x62FE: return (10, length)  // 十 拾
        case 0x767E: return (100, length)  // 百
        case 0x5343: return (1000, length)  // 千
        default: return nil
        }
    }

    private func largeUnit() -> (size: Int, length: Int)? {
        let (scalar, length) = scalar(at: offset)
        switch scalar {
        case 0x4E07, 0x842C: return (1_0000, length)  // 万 萬
        case 0x5104: return (1_0000_0000, length)  // 億
        case 0x5146: return (1_0000_0000_0000, length)  // 兆
        default: return nil
        }
    }

    /// The value of a kanji digit; also the circles that people type for 〇, and 壱 弐 参 of documents with legal force.
    static func digit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x3007, 0x25CB, 0x25EF, 0x96F6: 0  // 〇 ○ ◯ 零
        case 0x4E00, 0x58F1: 1  // 一 壱
        case 0x4E8C, 0x5F10: 2  // 二 弐
        case 0x4E09, 0x53C2: 3  // 三 参
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        default: nil
        }
    }
}

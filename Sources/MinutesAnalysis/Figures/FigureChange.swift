import JapaneseText

/// Reads the change that a figure states or has behind it in brackets.
struct FigureChange {
    let bytes: UnsafeBufferPointer<UInt8>
    let units: MeasureUnits

    struct Change {
        /// Signed decimal, with the unit where it is not that of the figure: `-25`, `+5%`.
        var text: String
        /// What it is compared with: 前年度.
        var comparedTo: String?
        /// End of what states it.
        var end: Int
    }

    /// - Parameters:
    ///   - start: first byte of the figure.
    ///   - unitEnd: end of its unit.
    func change(from start: Int, unitEnd: Int, unit: MeasureUnit, of number: ScannedNumber) -> Change? {
        inBrackets(at: unitEnd, unit) ?? bySign(before: start, unitEnd: unitEnd, number)
            ?? direct(from: start, unitEnd: unitEnd, number)
    }

    /// 37件（－25件）, 37件（前年度比25件減）, 80％（5ポイント増）.
    private func inBrackets(at unitEnd: Int, _ unit: MeasureUnit) -> Change? {
        var place = skipBlank(unitEnd)
        guard place < bytes.count, bytes[place] == 0x28 else { return nil }
        place = skipBlank(place + 1)
        var comparedTo: String?
        if let (name, end) = comparison(at: place) {
            comparedTo = name
            place = skipBlank(end)
        }
        var sign = ""
        if let (found, end) = signMark(at: place) {
            sign = found
            place = skipBlank(end)
        }
        guard let number = JapaneseNumeral.scan(bytes, at: place) else { return nil }
        place = skipBlank(number.range.upperBound)
        var own = ""
        if let found = units.unit(at: place, in: bytes) {
            own = found.name == unit.name ? "" : found.name
            place += found.form.count
        }
        if let (found, end) = direction(at: place) {
            if sign.isEmpty { sign = found }
            place = end
            while let tail = bytes.first(of: FigureLexicon.grown, at: place) { place += tail }
        }
        place = skipBlank(place)
        guard !sign.isEmpty, place < bytes.count, bytes[place] == 0x29 else { return nil }
        return Change(text: signed(sign, number) + own, comparedTo: comparedTo, end: place + 1)
    }

    /// 10名増, 前年度比5％の減, 3団体増えました.
    private func direct(from start: Int, unitEnd: Int, _ number: ScannedNumber) -> Change? {
        var place = unitEnd
        if let rough = bytes.first(of: FigureLexicon.roughly, at: place) { place += rough }
        guard bytes.first(of: FigureLexicon.notChange, at: place) == nil, let (sign, end) = direction(at: place) else {
            return nil
        }
        var before = start
        if before > 0, bytes[before - 1] == 0x20 { before -= 1 }
        if let adverb = bytes.last(of: FigureLexicon.before, at: before) { before -= adverb }
        let compared = FigureLexicon.comparisons.first { bytes.ends($0.form, at: before) }
        return Change(text: signed(sign, number), comparedTo: compared?.name, end: end)
    }

    /// 前年度比－６件.
    private func bySign(before start: Int, unitEnd: Int, _ number: ScannedNumber) -> Change? {
        guard start > 0, let name = comparison(before: start - 1), let (sign, _) = signMark(at: start - 1) else {
            return nil
        }
        return Change(text: signed(sign, number), comparedTo: name, end: unitEnd)
    }

    /// The comparison that ends before a plus or minus at `place`.
    func comparison(before place: Int) -> String? {
        guard place > 0, bytes[place] == 0x2b || bytes[place] == 0x2d else { return nil }
        return FigureLexicon.comparisons.first { bytes.ends($0.form, at: place) }?.name
    }

    private func signed(_ sign: String, _ number: ScannedNumber) -> String {
        let value = plain(number)
        return value == "0" ? "0" : sign + value
    }

    private func skipBlank(_ place: Int) -> Int { place < bytes.count && bytes[place] == 0x20 ? place + 1 : place }

    private func comparison(at place: Int) -> (name: String, end: Int)? {
        let against: [UInt8] = Array("対".utf8)
        let from = bytes.starts(against, at: place) ? place + against.count : place
        return FigureLexicon.comparisons.first { bytes.starts($0.form, at: from) }.map {
            ($0.name, from + $0.form.count)
        }
    }

    /// + - ± and the ▲ △ of budgets, which both mean less.
    private func signMark(at place: Int) -> (sign: String, end: Int)? {
        guard place < bytes.count else { return nil }
        let (value, length) = bytes.scalar(at: place)
        switch value {
        case 0x2b: return ("+", place + length)
        case 0xb1: return ("±", place + length)
        case 0x2d, 0x2212, 0x25b2, 0x25b3, 0x25bc: return ("-", place + length)
        default: return direction(at: place)
        }
    }

    private func direction(at place: Int) -> (sign: String, end: Int)? {
        if let word = bytes.first(of: FigureLexicon.increase, at: place) { return ("+", place + word) }
        if let word = bytes.first(of: FigureLexicon.decrease, at: place) { return ("-", place + word) }
        return nil
    }
}

import JapaneseText

/// A plan or an item of a plan named in folded text.
struct PlanReference: Hashable, Sendable {
    var range: Range<Int>
    /// Name of the plan with its number: 第5次活動計画.
    var plan: String?
    /// Level and number: 基本目標2（6）.
    var item: String?
    /// Where the words of the item stand.
    var title: Range<Int>?
}

/// Reads the references of one folded text from left to right.
///
/// - Complexity: O(n); what is looked at around a lead is bounded.
struct PlanReferenceScan {
    let bytes: UnsafeBufferPointer<UInt8>
    /// The remark stands under an item of a plan, so that bare numbers of items mean something.
    var hasContext: Bool
    private(set) var found: [PlanReference] = []
    /// End of the last plan named, for `第４次計画の基本目標２`.
    private var lastPlan: (name: String, end: Int)?

    /// Longest quoted title and longest name of a plan, in bytes.
    private static let longestTitle = 180
    private static let longestName = 120

    init(bytes: UnsafeBufferPointer<UInt8>, hasContext: Bool) {
        self.bytes = bytes
        self.hasContext = hasContext
    }

    /// - Parameter hits: of the matcher's vocabulary in the text.
    mutating func run(_ hits: ArraySlice<WordHit>, _ matcher: PlanReferenceMatcher = .standard) {
        var consumed = 0
        for (lead, range) in matcher.leads(hits) where range.lowerBound >= consumed {
            guard let reference = reference(lead, range) else { continue }
            found.append(reference)
            consumed = reference.range.upperBound
        }
    }

    private mutating func reference(_ lead: PlanReferenceMatcher.Lead, _ range: Range<Int>) -> PlanReference? {
        switch lead {
        case .head(let strong): head(range, strong: strong)
        case .ordinal: numberedPlan(range)
        case .next: nextPlan(range)
        case .named(let short): namedPlan(range, short: short)
        case .bracket(let number): bracket(range, number)
        case .circle: circle(range)
        }
    }

    // MARK: Items

    private mutating func head(_ range: Range<Int>, strong: Bool) -> PlanReference? {
        if !strong, let (value, _) = bytes.scalar(before: range.lowerBound), isKanji(value) || isKatakana(value) {
            return nil
        }
        var end = range.upperBound
        var item = bytes.text(range)
        let numberStart = skipBlank(end)
        let arabic = numberStart < bytes.count && (0x30...0x39).contains(bytes[numberStart])
        if arabic || strong, let number = JapaneseNumeral.scan(bytes, at: numberStart), number.fraction == nil,
            number.value > 0, number.value < 100,
            bytes.first(of: PlanLexicon.counters, at: number.range.upperBound) == nil
        {
            end = number.range.upperBound
            item += String(number.value)
            while let part = subNumber(at: end) {
                item += "-\(part.value)"
                end = part.range.upperBound
            }
            if let bracket = followingBracket(at: end) {
                item += "（\(bracket.number)）"
                end = bracket.end
            }
        } else if strong, let bracket = bracketNumber(at: numberStart) {
            end = bracket.end
            item += "（\(bracket.number)）"
        } else {
            return nil
        }
        hasContext = true
        var reference = PlanReference(range: range.lowerBound..<end, item: item)
        if let title = quoted(at: skipBlank(end)) {
            reference.title = title.inner
            reference.range = range.lowerBound..<title.end
        }
        if let plan = lastPlan, linked(plan.end, range.lowerBound) { reference.plan = plan.name }
        return reference
    }

    /// -2 of 施策１－２.
    private func subNumber(at end: Int) -> ScannedNumber? {
        guard end + 1 < bytes.count, bytes[end] == 0x2d, (0x30...0x39).contains(bytes[end + 1]) else { return nil }
        return JapaneseNumeral.scan(bytes, at: end + 1)
    }

    /// （６） behind 基本目標２, also with its title and a link between: 基本目標２ 「…」より（６）.
    private func followingBracket(at end: Int) -> (number: Int, end: Int)? {
        var place = skipBlank(end)
        if let title = quoted(at: place) { place = skipBlank(title.end) }
        if let link = bytes.first(of: PlanLexicon.links, at: place) { place = skipBlank(place + link) }
        return bracketNumber(at: place)
    }

    private func bracketNumber(at place: Int) -> (number: Int, end: Int)? {
        guard place < bytes.count, bytes[place] == 0x28, let number = JapaneseNumeral.scan(bytes, at: place + 1),
            number.fraction == nil, number.value < 100, number.range.upperBound < bytes.count,
            bytes[number.range.upperBound] == 0x29
        else { return nil }
        return (number.value, number.range.upperBound + 1)
    }

    /// （７）の１に, where items are being discussed.
    private func bracket(_ range: Range<Int>, _ number: Int) -> PlanReference? {
        guard hasContext, isSpokenOf(range) else { return nil }
        var item = "（\(number)）"
        var end = range.upperBound
        let of: [UInt8] = [0xe3, 0x81, 0xae]
        if bytes.starts(of, at: end), let part = JapaneseNumeral.scan(bytes, at: end + 3), part.value < 100,
            (0x30...0x39).contains(bytes[end + 3]),
            bytes.first(of: PlanLexicon.counters, at: part.range.upperBound) == nil
        {
            item += "の\(part.value)"
            end = part.range.upperBound
        }
        return PlanReference(range: range.lowerBound..<end, item: item)
    }

    /// 「②…」, ①の「…」, and a bare ① where items are being discussed.
    private func circle(_ range: Range<Int>) -> PlanReference? {
        let sign = bytes.text(range)
        let opening = range.lowerBound - 3
        if opening >= 0, let title = quoted(at: opening), title.inner.upperBound > range.upperBound {
            return PlanReference(
                range: opening..<title.end, item: sign, title: range.upperBound..<title.inner.upperBound)
        }
        let of: [UInt8] = [0xe3, 0x81, 0xae]
        if bytes.starts(of, at: range.upperBound), let title = quoted(at: range.upperBound + 3) {
            return PlanReference(range: range.lowerBound..<title.end, item: sign, title: title.inner)
        }
        guard hasContext, isSpokenOf(range) else { return nil }
        return PlanReference(range: range, item: sign)
    }

    private func isSpokenOf(_ range: Range<Int>) -> Bool {
        if let (value, _) = bytes.scalar(before: range.lowerBound), isKanji(value) || isKatakana(value) { return false }
        return bytes.first(of: PlanLexicon.spokenOf, at: range.upperBound) != nil
    }

    // MARK: Plans

    /// 第５次活動計画, 第６期地域福祉計画.
    private mutating func numberedPlan(_ range: Range<Int>) -> PlanReference? {
        guard let number = JapaneseNumeral.scan(bytes, at: skipBlank(range.upperBound)), number.value < 100,
            let term = bytes.first(of: PlanLexicon.terms, at: skipBlank(number.range.upperBound))
        else { return nil }
        let termStart = skipBlank(number.range.upperBound)
        let nameStart = termStart + term
        guard let end = nameEnd(from: nameStart) else { return nil }
        let name = "第\(number.value)\(bytes.text(termStart..<nameStart))\(bytes.text(nameStart..<end))"
        return plan(range.lowerBound..<end, name)
    }

    /// 次期計画, 次の活動計画.
    private mutating func nextPlan(_ range: Range<Int>) -> PlanReference? {
        // 次の, 次回の: only right before the name.
        let direct = bytes.ends([0xe3, 0x81, 0xae], at: range.upperBound)
        let end: Int? =
            direct
            ? (PlanLexicon.namedPlans.forms + [PlanLexicon.plan]).first { bytes.starts($0, at: range.upperBound) }
                .map { range.upperBound + $0.count }
            : nameEnd(from: range.upperBound)
        guard let end else { return nil }
        return plan(range.lowerBound..<end, bytes.text(range.lowerBound..<end))
    }

    private mutating func namedPlan(_ range: Range<Int>, short: Bool) -> PlanReference? {
        if short, let (value, _) = bytes.scalar(before: range.lowerBound), isKanji(value) || isKatakana(value),
            bytes.last(of: PlanLexicon.hosts, at: range.lowerBound) == nil
        {
            return nil
        }
        return plan(range, bytes.text(range))
    }

    private mutating func plan(_ range: Range<Int>, _ name: String) -> PlanReference {
        lastPlan = (name, range.upperBound)
        return PlanReference(range: range, plan: name)
    }

    /// End of the first 計画 of a name that begins at `start`.
    private func nameEnd(from start: Int) -> Int? {
        var place = start
        while place < bytes.count, place - start < Self.longestName {
            if bytes.starts(PlanLexicon.plan, at: place) { return place + PlanLexicon.plan.count }
            let (value, length) = bytes.scalar(at: place)
            if value == 0x304c, !bytes.ends([0xe3, 0x81, 0x84], at: place) { return nil }  // が, but not in 障がい
            guard isKanji(value) || isKatakana(value) || (0x3041...0x3096).contains(value) || value == 0x30fb,
                bytes.first(of: PlanLexicon.breaks, at: place) == nil
            else { return nil }
            place += length
        }
        return nil
    }

    private func linked(_ end: Int, _ start: Int) -> Bool {
        let from = skipBlank(end)
        return from == start
            || PlanLexicon.links.forms.contains { from + $0.count == start && bytes.starts($0, at: from) }
    }

    // MARK: Characters

    /// What stands in 「」 or 『』 that open at `place`.
    private func quoted(at place: Int) -> (inner: Range<Int>, end: Int)? {
        let open: [UInt8] = [0xe3, 0x80, 0x8c]
        let openDouble: [UInt8] = [0xe3, 0x80, 0x8e]
        guard bytes.starts(open, at: place) || bytes.starts(openDouble, at: place) else { return nil }
        let close: [UInt8] = [0xe3, 0x80, bytes[place + 2] + 1]
        var end = place + 3
        while end + 3 <= bytes.count, end - place < Self.longestTitle, bytes[end] != 0x0a {
            if bytes.starts(close, at: end) { return (place + 3..<end, end + 3) }
            end += 1
        }
        return nil
    }

    private func skipBlank(_ place: Int) -> Int { place < bytes.count && bytes[place] == 0x20 ? place + 1 : place }
    private func isKanji(_ value: UInt32) -> Bool { (0x4e00...0x9fff).contains(value) || value == 0x3005 }
    private func isKatakana(_ value: UInt32) -> Bool { (0x30a1...0x30fa).contains(value) || value == 0x30fc }
}

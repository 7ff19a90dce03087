import JapaneseText

/// Telephone numbers, postal codes, addresses and e-mail addresses of one line.
///
/// Digits are half or full width. A telephone number begins with 0 (or +81), has ten or eleven digits and no other
/// punctuation than hyphens, brackets and blanks; shorter ones count only behind `電話` and the like. Dates, sums and
/// item numbers have none of these shapes (総務省 電気通信番号計画).
struct ContactScan {
    enum Kind { case phone, postalCode, address, mail, name }

    private(set) var findings: [(kind: Kind, range: Range<Int>)] = []
    private let bytes: UnsafeBufferPointer<UInt8>
    private let range: Range<Int>

    /// - Parameter isHeader: the line stands before the first turn, where the venue's address is public.
    init(bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>, isHeader: Bool) {
        self.bytes = bytes
        self.range = range
        guard let first = firstHint() else { return }
        let line = UnsafeBufferPointer(rebasing: bytes[range])
        guard !Self.officeWords.matches(line) else { return }
        let isVenue = isHeader && Self.venueWords.matches(line)
        var offset = first
        while offset < range.upperBound {
            if bytes[offset] == 0x40 || starts("＠", at: offset) {
                offset = mail(at: offset)
            } else if starts("〒", at: offset) {
                offset = postalCode(at: offset)
            } else if digit(at: offset) != nil || starts("+", at: offset) || starts("＋", at: offset) {
                offset = number(at: offset, isVenue: isVenue)
            } else {
                offset += bytes.scalar(at: offset).length
            }
        }
    }

    /// A line of a department or an inquiry desk.
    private static let officeWords = PatternMatcher(["問合せ", "問い合わせ", "問合わせ", "お問い合せ", "連絡先", "代表電話", "ホームページ"])
    private static let venueWords = PatternMatcher(["会場", "会　場", "会 場", "場所", "場　所", "場 所", "所在地"])
    private static let phoneWords = words("電話 電話番号 TEL ＴＥＬ Tel tel ℡ ☎ FAX ＦＡＸ ファクス ファックス 携帯 電話は 電話番号は")

    /// Where the first digit or sign stands; most lines have none.
    private func firstHint() -> Int? {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = bytes[offset]
            if byte < 0x80 {
                if (0x30...0x39).contains(byte) || byte == 0x40 || byte == 0x2B { return offset }
                offset += 1
            } else if byte >= 0xE0, byte < 0xF0 {
                if byte == 0xEF || starts("〒", at: offset) || kanjiDigit(at: offset) { return offset }
                offset += 3
            } else {
                offset += 1
            }
        }
        return nil
    }

    private func starts(_ text: StaticString, at offset: Int) -> Bool {
        guard offset + text.utf8CodeUnitCount <= range.upperBound else { return false }
        for index in 0..<text.utf8CodeUnitCount where bytes[offset + index] != text.utf8Start[index] { return false }
        return true
    }

    // MARK: Digits

    /// Value and length of a digit, half or full width.
    private func digit(at offset: Int) -> (value: UInt8, length: Int)? {
        guard offset < range.upperBound else { return nil }
        let byte = bytes[offset]
        if (0x30...0x39).contains(byte) { return (byte - 0x30, 1) }
        if byte == 0xEF, offset + 2 < range.upperBound, bytes[offset + 1] == 0xBC,
            (0x90...0x99).contains(bytes[offset + 2])
        {
            return (bytes[offset + 2] - 0x90, 3)
        }
        return nil
    }

    private func kanjiDigit(at offset: Int) -> Bool {
        guard offset + 2 < range.upperBound else { return false }
        return switch bytes.scalar(at: offset).value {
        case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x3007: true
        default: false
        }
    }

    /// Length of a hyphen, as people type them.
    private func hyphen(at offset: Int) -> Int? {
        guard offset < range.upperBound else { return nil }
        switch bytes.scalar(at: offset) {
        case (0x2D, let length), (0xFF0D, let length), (0x2010, let length), (0x2011, let length),
            (0x2012, let length), (0x2013, let length), (0x2014, let length), (0x2015, let length),
            (0x2212, let length), (0x30FC, let length), (0xFF70, let length), (0x2500, let length):
            return length
        default: return nil
        }
    }

    /// A run of digits with single signs between them: groups of digits and where they end.
    private struct Run {
        /// Digits of each group.
        var groups: [Int] = []
        var digits: [UInt8] = []
        var end: Int
        var ends: [Int] = []
        var hyphens = 0
    }

    private func run(from start: Int) -> Run {
        var run = Run(end: start)
        var offset = start
        var count = 0
        while run.digits.count < 40 {
            if let digit = digit(at: offset) {
                run.digits.append(digit.value)
                count += 1
                offset += digit.length
                run.end = offset
                continue
            }
            guard count > 0 else { break }
            var next = offset
            if let hyphen = hyphen(at: offset) {
                next += hyphen
            } else if isBracket(at: offset) {
                next += bytes.scalar(at: offset).length
            }
            guard next > offset, digit(at: next) != nil else { break }
            run.hyphens += 1
            run.groups.append(count)
            run.ends.append(run.end)
            count = 0
            offset = next
        }
        if count > 0 {
            run.groups.append(count)
            run.ends.append(run.end)
        }
        return run
    }

    // MARK: Numbers

    private mutating func number(at offset: Int, isVenue: Bool) -> Int {
        var start = offset
        var isInternational = false
        if starts("+", at: offset) || starts("＋", at: offset) {
            start += bytes.scalar(at: offset).length
            isInternational = true
        }
        guard digit(at: start) != nil else { return start }
        let run = run(from: start)
        if isPhone(run, at: start, isInternational: isInternational) {
            // `（0422）12-3456`: the bracket before belongs to the number.
            var from = offset
            if let before = bytes.scalar(before: offset), before.value == 0x28 || before.value == 0xFF08,
                starts(")", at: run.ends.first ?? offset) || starts("）", at: run.ends.first ?? offset)
            {
                from -= before.length
            }
            findings.append((.phone, from..<run.end))
        } else if !isVenue, let end = address(run, at: start) {
            findings.append((.address, offset..<end))
            return max(end, run.end)
        }
        return max(run.end, start + 1)
    }

    private func isPhone(_ run: Run, at start: Int, isInternational: Bool) -> Bool {
        // A longer number, a decimal or a sum goes on behind it.
        if isAmount(at: run.end) { return false }
        let count = run.digits.count
        if isInternational { return run.digits.starts(with: [8, 1]) && (11...13).contains(count) }
        let isBehindWord = followsPhoneWord(start)
        guard run.digits.first == 0 else {
            // Without the area code only where it is called a telephone number.
            return isBehindWord && run.groups.count == 2 && (6...8).contains(count) && run.groups[1] == 4
        }
        guard count == 10 || count == 11, run.digits[1] != 0 else { return false }
        switch run.groups.count {
        case 1: return count == 10 || [5, 7, 8, 9].contains(run.digits[1])
        case 2: return (2...5).contains(run.groups[0]) && run.groups[1] >= 4
        case 3: return (2...5).contains(run.groups[0]) && run.groups[2] >= 3 && run.groups[2] <= 4
        default: return false
        }
    }

    /// Whether a comma, a point or a unit follows.
    private func isAmount(at offset: Int) -> Bool {
        guard offset < range.upperBound else { return false }
        return switch bytes.scalar(at: offset).value {
        case 0x2E, 0xFF0E, 0x2C, 0xFF0C: digit(at: offset + bytes.scalar(at: offset).length) != nil
        case 0x5186, 0x4EBA, 0x4EF6, 0x25, 0xFF05: true  // 円人件%％
        default: false
        }
    }

    private func isBracket(at offset: Int) -> Bool {
        guard offset < range.upperBound else { return false }
        return [0x28, 0x29, 0xFF08, 0xFF09].contains(bytes.scalar(at: offset).value)
    }

    private func followsPhoneWord(_ start: Int) -> Bool {
        var offset = start
        // Blanks, colons and an opening bracket may stand between.
        for _ in 0..<3 {
            guard offset > range.lowerBound, let before = bytes.scalar(before: offset),
                [0x20, 0x3000, 0x3A, 0xFF1A, 0x28, 0xFF08, 0x2E].contains(before.value)
            else { break }
            offset -= before.length
        }
        return Self.phoneWords.last(in: bytes, at: offset).map { offset - $0 >= range.lowerBound } ?? false
    }

    // MARK: Addresses

    /// The end of `１丁目２番３号`, `１２番地の３`, `緑町２－３－18` that begins with a run of digits.
    private func address(_ run: Run, at start: Int) -> Int? {
        var end = run.end
        if starts("丁目", at: end) {
            end += 6
            let next = self.run(from: end)
            guard !next.digits.isEmpty else { return nil }
            return addressTail(next.end) ?? (next.groups.count > 1 ? next.end : nil)
        }
        if starts("番地", at: end) {
            end += 6
            if starts("の", at: end) { end = max(end, self.run(from: end + 3).end) }
            return end
        }
        // Numbers with hyphens are an address only behind the name of a town.
        guard (2...3).contains(run.groups.count), run.hyphens == run.groups.count - 1, run.digits.count <= 8,
            run.groups.allSatisfy({ $0 <= 4 }), let before = bytes.scalar(before: start),
            start - before.length >= range.lowerBound, before.value == 0x753A || before.value == 0x5B57
        else { return nil }
        return run.end
    }

    /// `番`, `番３号`, `番地` behind a number.
    private func addressTail(_ offset: Int) -> Int? {
        guard starts("番", at: offset) else { return nil }
        var end = offset + 3
        if starts("地", at: end) { end += 3 }
        let number = run(from: end)
        if !number.digits.isEmpty { end = number.end }
        if starts("号", at: end) { end += 3 }
        return end
    }

    private mutating func postalCode(at offset: Int) -> Int {
        var start = offset + 3
        while starts(" ", at: start) || starts("　", at: start) { start += bytes.scalar(at: start).length }
        let run = run(from: start)
        guard run.digits.count >= 3 else { return offset + 3 }
        findings.append((.postalCode, offset..<run.end))
        return run.end
    }

    // MARK: Mail

    private mutating func mail(at sign: Int) -> Int {
        let after = sign + bytes.scalar(at: sign).length
        var start = sign
        while start > range.lowerBound, sign - start < 200, let before = bytes.scalar(before: start),
            isMailCharacter(before.value)
        { start -= before.length }
        var end = after
        var hasDot = false
        while end < range.upperBound, end - after < 400 {
            let next = bytes.scalar(at: end)
            guard isMailCharacter(next.value) else { break }
            if next.value == 0x2E || next.value == 0xFF0E { hasDot = true }
            end += next.length
        }
        guard start < sign, hasDot, start >= range.lowerBound else { return after }
        findings.append((.mail, start..<end))
        return end
    }

    private func isMailCharacter(_ value: UInt32) -> Bool {
        let half = (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value
        return switch half {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x2D, 0x2B, 0x25: true
        default: false
        }
    }
}

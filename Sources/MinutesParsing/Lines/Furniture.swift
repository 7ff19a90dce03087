/// Finds page numbers, rules, addresses and time stamps of printed pages, and running heads.
enum Furniture {
    /// Marks furniture in the table.
    /// - Complexity: O(n) in bytes; single lines are judged by their first 200 bytes at most.
    static func mark(_ lines: inout [Line], in bytes: SourceBytes) {
        var bareNumbers: [(line: Int, value: Int)] = []
        for index in lines.indices where !lines[index].isBlank {
            let line = lines[index]
            guard line.inkEnd - line.inkStart <= 600 else { continue }
            // Nearly every line: numbers and stamps are shorter, and none of these begins with a letter but ー.
            if line.columns > 24, bytes.isLetter(at: line.inkStart), bytes[line.inkStart + 1] != 0x83 { continue }
            if isRule(line, bytes) {
                lines[index].kind = .rule
            } else if let page = pageNumber(line, bytes) {
                if page.isCertain { lines[index].kind = .pageNumber } else { bareNumbers.append((index, page.value)) }
            } else if isAddress(line, bytes) {
                lines[index].kind = .address
            } else if isStamp(line, bytes) {
                lines[index].kind = .stamp
            }
        }
        markBareNumbers(bareNumbers, in: &lines)
        markLonelyStamps(in: &lines)
        RunningHeads.mark(&lines, in: bytes)
    }

    /// Marks rules only, for text without pages.
    static func markRules(_ lines: inout [Line], in bytes: SourceBytes) {
        for index in lines.indices where !lines[index].isBlank && isRule(lines[index], bytes) {
            lines[index].kind = .rule
        }
    }

    /// Three or more dashes or drawing characters and nothing else, ornaments between them allowed.
    static func isRule(_ line: Line, _ bytes: SourceBytes) -> Bool {
        var offset = line.inkStart
        var dashes = 0
        var ornaments = 0
        while offset < line.inkEnd {
            let blank = bytes.blank(at: offset)
            if blank > 0 {
                offset += blank
                continue
            }
            let (value, length) = bytes.scalar(at: offset)
            switch value {
            case 0x2D, 0x5F, 0x3D, 0xFF0D, 0x2010...0x2015, 0x2212, 0x30FC, 0xFF3F, 0xFF1D, 0x2500...0x257F, 0xFFE3,
                0x7E, 0xFF5E, 0x301C, 0x2026, 0x2025, 0xFF70:
                dashes += 1
            case 0x2A, 0xFF0A, 0x25A0...0x25FF, 0x2605, 0x2606, 0x3007, 0x30FB, 0xFF65, 0x203B, 0x2E, 0xFF0E, 0x23:
                ornaments += 1
            default: return false
            }
            offset += length
        }
        return dashes >= 3 || (dashes >= 2 && ornaments >= 1) || ornaments >= 4 || (ornaments == 3 && line.columns > 6)
    }

    /// `-3-`, `－３－`, `1/56`, `P.3`, `３ページ` are certain; a bare `３` is a page number only in a sequence.
    private static func pageNumber(_ line: Line, _ bytes: SourceBytes) -> (value: Int, isCertain: Bool)? {
        guard line.columns <= 16 else { return nil }
        var value = 0
        var numbers: [Int] = []
        var inNumber = false
        var dashesBefore = 0
        var dashesAfter = 0
        var slashes = 0
        var pageWord = false
        var offset = line.inkStart
        while offset < line.inkEnd {
            let blank = bytes.blank(at: offset)
            if blank > 0 {
                offset += blank
                if inNumber { numbers.append(value) }
                inNumber = false
                continue
            }
            let (scalar, length) = bytes.scalar(at: offset)
            if let digit = digit(scalar) {
                if !inNumber { value = 0 }
                inNumber = true
                guard value < 100_000 else { return nil }
                value = value * 10 + digit
                offset += length
                continue
            }
            if inNumber { numbers.append(value) }
            inNumber = false
            switch scalar {
            case 0x2D, 0xFF0D, 0x2010...0x2015, 0x2212, 0x30FC, 0x2500, 0x2501, 0x7E, 0xFF5E, 0x301C:
                if numbers.isEmpty { dashesBefore += 1 } else { dashesAfter += 1 }
            case 0x2F, 0xFF0F: slashes += 1
            case 0x50, 0x70, 0xFF30, 0xFF50:
                guard numbers.isEmpty else { return nil }
                pageWord = true
            case 0x2E:
                guard pageWord else { return nil }
            case 0x9801: pageWord = true  // 頁
            case 0x30DA:  // ページ
                guard bytes.starts(with: "ページ", at: offset, before: line.inkEnd) else { return nil }
                pageWord = true
                offset += 9
                continue
            default: return nil
            }
            offset += length
        }
        if inNumber { numbers.append(value) }
        switch (numbers.count, slashes) {
        case (2, 1): return numbers[0] <= numbers[1] && dashesBefore == 0 ? (numbers[0], true) : nil
        case (1, 0):
            if pageWord || (dashesBefore > 0 && dashesAfter > 0) { return (numbers[0], true) }
            return dashesBefore + dashesAfter == 0 ? (numbers[0], false) : nil
        default: return nil
        }
    }

    static func digit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x30...0x39: Int(scalar) - 0x30
        case 0xFF10...0xFF19: Int(scalar) - 0xFF10
        default: nil
        }
    }

    private static func isAddress(_ line: Line, _ bytes: SourceBytes) -> Bool {
        guard
            bytes.starts(with: "http://", at: line.inkStart, before: line.inkEnd)
                || bytes.starts(with: "https://", at: line.inkStart, before: line.inkEnd)
                || bytes.starts(with: "file://", at: line.inkStart, before: line.inkEnd)
        else { return false }
        return (line.inkStart..<line.inkEnd).allSatisfy { bytes[$0] < 0x80 && bytes[$0] > 0x20 }
    }

    /// `2024/11/05 1:34`: digits, slashes, colons.
    private static func isStamp(_ line: Line, _ bytes: SourceBytes) -> Bool {
        guard line.inkEnd - line.inkStart <= 24 else { return false }
        var slashes = 0
        var colons = 0
        for offset in line.ink {
            switch bytes[offset] {
            case 0x30...0x39, 0x20: break
            case 0x2F, 0x2D: slashes += 1
            case 0x3A: colons += 1
            default: return false
            }
        }
        return slashes == 2 && (1...2).contains(colons)
    }

    /// Bare numbers count as page numbers when most of them go up by one, or a form feed stands beside them.
    private static func markBareNumbers(_ found: [(line: Int, value: Int)], in lines: inout [Line]) {
        guard !found.isEmpty else { return }
        var steps = 0
        for index in found.indices.dropFirst() where found[index].value == found[index - 1].value + 1 { steps += 1 }
        let isSequence = found.count >= 3 && steps * 10 >= (found.count - 1) * 7
        for (line, _) in found {
            let before = lines[..<line].last { !$0.isBlank }
            let after = line + 1 < lines.count ? lines[(line + 1)...].prefix(4).first { !$0.isBlank } : nil
            let besidePageBreak =
                before.map { $0.page < lines[line].page } == true || after.map { $0.page > lines[line].page } == true
            if isSequence || besidePageBreak { lines[line].kind = .pageNumber }
        }
    }

    /// A time stamp is furniture only beside other page furniture or when it recurs; alone it is text.
    private static func markLonelyStamps(in lines: inout [Line]) {
        let stamps = lines.indices.filter { lines[$0].kind == .stamp }
        if stamps.count == 1, let only = stamps.first {
            let around = lines[max(0, only - 4)..<min(lines.count, only + 5)]
            if !around.contains(where: { $0.kind == .address || $0.kind == .pageNumber }) { lines[only].kind = .text }
        }
    }
}

import Foundation
import JapaneseText
import MinutesModel

/// Takes in the findings of one meeting, turns away those without evidence, orders them and makes their ids unique.
struct FindingLedger {
    private let meeting: Meeting
    /// Place in `meeting.remarks` by id; the first where ids repeat.
    private let places: [String: Int]
    /// The findings of each analyzer, as it gave them.
    private var entries: [[Finding]] = []
    /// Where each finding stands that was not turned away.
    private var keys: [Key] = []
    private var diagnostics: [Diagnostic] = []

    /// What orders findings before their words do. Sorted instead of the findings, which are heavy to move.
    private struct Key {
        /// Place of the remark and start in it.
        var position: UInt64
        var end: Int32
        var analyzer: Int32
        var entry: Int32

        init(_ place: Int, _ range: TextRange, analyzer: Int, entry: Int) {
            position = UInt64(place) << 32 | UInt64(UInt32(truncatingIfNeeded: range.start))
            end = Int32(truncatingIfNeeded: range.end)
            self.analyzer = Int32(truncatingIfNeeded: analyzer)
            self.entry = Int32(truncatingIfNeeded: entry)
        }
    }

    init(_ meeting: Meeting) {
        self.meeting = meeting
        places = Dictionary(
            meeting.remarks.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The findings so far of these kinds, in the order of the record.
    func findings(of kinds: [FindingKind]) -> [Finding] {
        sorted(keys.filter { kinds.contains(entries[Int($0.analyzer)][Int($0.entry)].kind) })
    }

    /// Takes in what an analyzer found.
    mutating func enter(_ findings: [Finding], from analyzer: AnalyzerDescriptor) {
        var turnedAway: [Finding] = []
        var undeclared: [FindingKind] = []
        var last: (remark: String, place: Int)?
        keys.reserveCapacity(keys.count + findings.count)
        var declared: FindingKind?
        // By place, not one by one: a finding is heavy to copy.
        for entry in findings.indices {
            // Findings mostly come remark by remark, and many of one kind.
            if last?.remark != findings[entry].remark {
                last = places[findings[entry].remark].map { (findings[entry].remark, $0) }
            }
            let range = findings[entry].range
            guard let place = last?.place,
                Self.stands(findings[entry].quote, at: range, in: meeting.remarks[place].text)
            else {
                turnedAway.append(findings[entry])
                continue
            }
            if declared != findings[entry].kind {
                let kind = findings[entry].kind
                if analyzer.produces.contains(kind) {
                    declared = kind
                } else if !undeclared.contains(kind) {
                    undeclared.append(kind)
                }
            }
            keys.append(Key(place, range, analyzer: entries.count, entry: entry))
        }
        entries.append(findings)
        if let first = turnedAway.first { diagnostics.append(badEvidence(first, of: turnedAway.count, analyzer)) }
        for kind in undeclared {
            diagnostics.append(
                Diagnostic(
                    .warning, code: "finding.undeclared-kind",
                    message: "アナライザー「\(analyzer.id)」が、出すと宣言していない種類「\(kind.rawValue)」を出しました。"
                        + "produces に加えてください。"))
        }
    }

    /// Notes that an analyzer threw.
    mutating func failed(_ analyzer: AnalyzerDescriptor, _ error: any Error) {
        diagnostics.append(
            Diagnostic(
                .error, code: "analyzer.failed",
                message: "アナライザー「\(analyzer.id)」がこの会議録の途中で止まりました（\(error)）。"
                    + "その結果は含まれていません。ほかの結果はそのまま使えます。"))
    }

    /// The meeting with its findings: by remark, place in it, kind, analyzer; no two with the same id.
    consuming func closed() -> AnalyzedMeeting {
        var findings = sorted(keys)
        var ends = findings.map { Self.lastBytes(of: $0.id) }
        var start = 0
        while start < findings.count {
            var end = start + 1
            while end < findings.count, findings[end].remark == findings[start].remark { end += 1 }
            // Looking at all before is quicker than a set, and a remark with a thousand findings needs one.
            if end - start <= 32 {
                Self.tellFewApart(&findings, &ends, start..<end)
            } else {
                Self.tellApart(&findings, start..<end)
            }
            start = end
        }
        var meeting = meeting
        meeting.diagnostics += diagnostics
        return AnalyzedMeeting(meeting: meeting, findings: findings)
    }

    /// Gives the findings of one remark ids of their own; those of two remarks differ by the remark's id in them.
    private static func tellApart(_ findings: inout [Finding], _ range: Range<Int>) {
        var taken: Set<String> = []
        taken.reserveCapacity(range.count)
        // By the id that is taken, the last salt tried: the thousandth equal quote does not try a thousand.
        var salts: [String: Int] = [:]
        for index in range where !taken.insert(findings[index].id).inserted {
            let plain = findings[index].id
            var salt = salts[plain] ?? 0
            repeat {
                salt += 1
                findings[index].id = findings[index].stableID(salt: salt)
            } while !taken.insert(findings[index].id).inserted
            salts[plain] = salt
        }
    }

    /// As above for few, whose last bytes are compared with those of all before.
    private static func tellFewApart(_ findings: inout [Finding], _ ends: inout [UInt64], _ range: Range<Int>) {
        for index in range {
            var salt = 0
            var before = range.lowerBound
            while before < index {
                guard ends[before] == ends[index], findings[before].id == findings[index].id else {
                    before += 1
                    continue
                }
                salt += 1
                findings[index].id = findings[index].stableID(salt: salt)
                ends[index] = lastBytes(of: findings[index].id)
                before = range.lowerBound
            }
        }
    }

    /// The last eight bytes of an id, in which ids made of a hash hardly ever meet.
    private static func lastBytes(of id: String) -> UInt64 {
        id.withUTF8Bytes { bytes in
            guard bytes.count > 8, let base = UnsafeRawPointer(bytes.baseAddress) else {
                return bytes.reduce(0) { $0 << 8 | UInt64($1) }
            }
            return base.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
        }
    }

    private func sorted(_ keys: [Key]) -> [Finding] {
        let order = keys.sorted { a, b in
            if a.position != b.position { return a.position < b.position }
            if a.end != b.end { return a.end < b.end }
            return Self.inOrder(entries[Int(a.analyzer)][Int(a.entry)], entries[Int(b.analyzer)][Int(b.entry)])
        }
        return order.map { entries[Int($0.analyzer)][Int($0.entry)] }
    }

    /// The order of two findings at the same place.
    private static func inOrder(_ a: Finding, _ b: Finding) -> Bool {
        if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
        if a.analyzer != b.analyzer { return a.analyzer < b.analyzer }
        return tieBreaker(a) < tieBreaker(b)
    }

    /// Orders findings of one analyzer at one place, however it returned them.
    private static func tieBreaker(_ finding: Finding) -> String {
        finding.fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\u{1}")
    }

    private func badEvidence(_ finding: Finding, of count: Int, _ analyzer: AnalyzerDescriptor) -> Diagnostic {
        let remark = places[finding.remark].map { meeting.remarks[$0] }
        let reason = remark == nil ? "発言「\(finding.remark)」がありません" : "引用が本文のその位置にありません"
        return Diagnostic(
            .warning, code: "finding.bad-evidence",
            message: "アナライザー「\(analyzer.id)」の結果 \(count) 件を、根拠が本文と合わないため除きました"
                + "（最初の1件: \(finding.kind.japaneseName)、\(reason)）。アナライザーの不具合です。作成者に知らせてください。",
            line: remark.map { $0.map.place(of: max(0, finding.range.start))?.line ?? $0.span.line })
    }
}

extension FindingLedger {
    /// Whether the quote stands at the range, and the range cuts no character: no scalar in two, and no letter from the
    /// voicing mark or variation selector that follows it.
    static func stands(_ quote: String, at range: TextRange, in text: String) -> Bool {
        guard range.start >= 0, range.start < range.end, range.end <= text.utf8.count,
            quote.utf8.count == range.end - range.start
        else { return false }
        return text.withUTF8Bytes { bytes in
            guard !continuesCharacter(bytes, at: range.start), !continuesCharacter(bytes, at: range.end) else {
                return false
            }
            return quote.withUTF8Bytes { quote in
                guard let left = quote.baseAddress, let right = bytes.baseAddress else { return false }
                return memcmp(left, right + range.start, quote.count) == 0
            }
        }
    }

    /// Whether what begins at `offset` belongs to the character before it.
    private static func continuesCharacter(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        guard offset > 0, offset < bytes.count else { return false }
        func next(_ distance: Int) -> UInt8 { offset + distance < bytes.count ? bytes[offset + distance] : 0 }
        switch bytes[offset] {
        case 0x80...0xbf: return true
        case 0xe3: return next(1) == 0x82 && (next(2) == 0x99 || next(2) == 0x9a)  // U+3099, U+309A
        case 0xef: return next(1) == 0xb8 && (0x80...0x8f).contains(next(2))  // U+FE00…FE0F
        case 0xf3: return next(1) == 0xa0 && (0x84...0x87).contains(next(2))  // U+E0100…E01EF
        default: return false
        }
    }
}

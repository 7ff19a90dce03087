import MinutesModel

/// Takes in the findings of one meeting, turns away those without evidence, orders them and makes their ids unique.
struct FindingLedger {
    private let meeting: Meeting
    /// Place in `meeting.remarks` by id; the first where ids repeat.
    private let places: [String: Int]
    private var entries: [Entry] = []
    private var diagnostics: [Diagnostic] = []

    private struct Entry {
        var place: Int
        var finding: Finding
    }

    init(_ meeting: Meeting) {
        self.meeting = meeting
        places = Dictionary(
            meeting.remarks.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The findings so far of these kinds, in the order of the record.
    func findings(of kinds: [FindingKind]) -> [Finding] {
        entries.filter { kinds.contains($0.finding.kind) }.sorted(by: Self.inOrder).map(\.finding)
    }

    /// Takes in what an analyzer found.
    mutating func enter(_ findings: [Finding], from analyzer: AnalyzerDescriptor) {
        var turnedAway: [Finding] = []
        var undeclared: [FindingKind] = []
        entries.reserveCapacity(entries.count + findings.count)
        for finding in findings {
            guard let place = places[finding.remark],
                Self.stands(finding.quote, at: finding.range, in: meeting.remarks[place].text)
            else {
                turnedAway.append(finding)
                continue
            }
            if !analyzer.produces.contains(finding.kind), !undeclared.contains(finding.kind) {
                undeclared.append(finding.kind)
            }
            entries.append(Entry(place: place, finding: finding))
        }
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
        entries.sort(by: Self.inOrder)
        var taken: Set<String> = []
        taken.reserveCapacity(entries.count)
        let findings = entries.map { entry in
            var finding = entry.finding
            var salt = 0
            while !taken.insert(finding.id).inserted {
                salt += 1
                finding.id = StableID.make(
                    "f",
                    [
                        finding.remark, finding.kind.rawValue, finding.analyzer, finding.quote,
                        finding.fields["topic"] ?? "",
                    ], salt: salt)
            }
            return finding
        }
        var meeting = meeting
        meeting.diagnostics += diagnostics
        return AnalyzedMeeting(meeting: meeting, findings: findings)
    }

    private static func inOrder(_ a: Entry, _ b: Entry) -> Bool {
        if a.place != b.place { return a.place < b.place }
        let left = a.finding
        let right = b.finding
        if left.range.start != right.range.start { return left.range.start < right.range.start }
        if left.range.end != right.range.end { return left.range.end < right.range.end }
        if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
        if left.analyzer != right.analyzer { return left.analyzer < right.analyzer }
        return tieBreaker(left) < tieBreaker(right)
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
            return quote.withUTF8Bytes { $0.elementsEqual(bytes[range.range]) }
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

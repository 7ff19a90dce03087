import JapaneseText

/// The labels of a document, each read once, with how often they begin lines.
struct LabelTable {
    struct Entry {
        var text: String
        var reading: LabelReading
        var count: Int
        /// The label names a field of the header, or a list in it, and no speaker. Known of labels that were counted.
        var isField = false
        /// A field of the header whose people, or the room, may also speak: 理事, 傍聴者, 会場.
        var mayAnswer = false
        /// A person says that this is no speaker.
        var isRefused = false
        /// The words by themselves name a kind of speaker, whatever stands around them.
        fileprivate var isGeneric = false
        /// Whether it is a field has been looked up.
        fileprivate var isJudged = false
    }

    private(set) var entries: [Entry] = []
    private var indices = HashIndex()
    /// Names on the attendance list, condensed; a label that is one of them, or their beginning, is a speaker.
    var knownNames: Set<String> = []
    /// Labels that a fixed layout says are no speakers, condensed.
    var refused: Set<String> = []

    /// The index of the label at a range, blanks not counted.
    /// - Complexity: O(length of the label).
    mutating func index(of range: Range<Int>, _ bytes: SourceBytes) -> Int {
        let hash = Self.hash(of: range, bytes)
        if let known = indices[hash] { return known }
        entries.append(bytes.withCondensed(range) { entry($0, printed: bytes[range]) })
        indices.insert(entries.count - 1, for: hash)
        return entries.count - 1
    }

    /// The index of a label that was met before.
    func known(_ range: Range<Int>, _ bytes: SourceBytes) -> Int? { indices[Self.hash(of: range, bytes)] }

    /// The hash of a range, blanks not counted.
    @inline(__always) private static func hash(of range: Range<Int>, _ bytes: SourceBytes) -> UInt64 {
        var hash = ByteHash()
        var offset = range.lowerBound
        while offset < range.upperBound {
            if bytes.isLetter(at: offset), offset + 3 <= range.upperBound {
                hash.add(bytes[offset])
                hash.add(bytes[offset + 1])
                hash.add(bytes[offset + 2])
                offset += 3
                continue
            }
            let blank = bytes.blank(at: offset)
            if blank > 0 {
                offset += blank
                continue
            }
            hash.add(bytes[offset])
            offset += 1
        }
        return hash.value
    }

    /// - Parameters:
    ///   - label: the label without blanks.
    ///   - printed: the label as it stands in the document, blanks and all.
    private func entry(_ label: UnsafeBufferPointer<UInt8>, printed: SourceBytes?) -> Entry {
        let text = String(validated: label)
        var (reading, isGeneric) =
            printed.map { printed in Self.known.value(for: printed.buffer) { Self.read(label, printed) } }
            ?? Self.read(label, nil)
        if reading.strength < 2, knownNames.contains(text) {
            reading = LabelReading(role: reading.role, name: reading.isGeneric ? nil : text, strength: 3)
        }
        return Entry(
            text: text, reading: reading, count: 0, isRefused: refused.contains(text), isGeneric: isGeneric)
    }

    /// By the label as printed: its blanks tell a post from a name.
    private static let known = Remembered<(LabelReading, isGeneric: Bool)>()

    /// - Returns: also whether the words by themselves name a kind of speaker, whatever stands around them.
    private static func read(
        _ label: UnsafeBufferPointer<UInt8>, _ printed: SourceBytes?
    ) -> (LabelReading, isGeneric: Bool) {
        let reading = SpeakerLabel.read(condensed: Array(label))
        if reading.strength < 2, let printed, let named = postAndName(printed) { return (named, reading.isGeneric) }
        return (reading, reading.isGeneric)
    }

    private static let fields = Remembered<HeaderField?>()

    /// Looks up whether a label is a field of the header.
    private mutating func judge(_ index: Int) {
        var entry = entries[index]
        let (text, reading) = (entry.text, entry.reading)
        let field = text.withUTF8Bytes { bytes in Self.fields.value(for: bytes) { HeaderField.kind(of: text) } }
        // 担当 heads the name of an office and speaks for it.
        let isHost = entry.isGeneric && field == .host
        entry.isField =
            entry.isRefused
            || !isHost && field.map { reading.strength < 3 || !Self.isSpeaker($0, text) } ?? false
        entry.mayAnswer =
            entry.isField && reading.strength >= 1 && !["出席", "欠席", "署名"].contains { text.holds($0) }
            && (field.map { $0.isPeople || $0 == .observers || $0 == .venue } ?? false)
        entry.isJudged = true
        entries[index] = entry
    }

    /// The labels, none of them counted, with those that are names on an attendance list read as such.
    /// - Returns: `nil` when none is, so that everything would be read as before.
    func knowing(_ names: [String]) -> LabelTable? {
        // By the hash under which a label stands here: few labels are names, and comparing them all costs more.
        let named = names.compactMap { name -> Int? in
            let index = name.withUTF8Bytes { indices[Self.hash(of: 0..<$0.count, SourceBytes(buffer: $0))] }
            return index.flatMap { entries[$0].reading.strength < 2 && entries[$0].text == name ? $0 : nil }
        }
        // 仲卸・山田: the side, and one of the list.
        var sided = entries.indices.filter { index in
            entries[index].count > 0 && entries[index].reading.strength < 2
                && Self.nameBehindSide(entries[index].text) != nil
        }
        if sided.count >= 2 {
            var known = Set(names.map(Roster.key))
            for name in names where name.count == 4 { known.insert(Roster.key(String(name.prefix(3)))) }
            sided = sided.filter { known.contains(Roster.key(Self.nameBehindSide(entries[$0].text) ?? "")) }
        }
        guard !named.isEmpty || sided.count >= 2 else { return nil }
        var table = self
        table.knownNames.formUnion(names)
        for index in entries.indices { table.entries[index].count = 0 }
        if sided.count >= 2 {
            for index in sided {
                table.entries[index].reading = LabelReading(
                    role: table.entries[index].reading.role, name: Self.nameBehindSide(entries[index].text), strength: 3
                )
            }
        }
        for index in Set(named) {
            table.entries[index] = entries[index].text.withUTF8Bytes { table.entry($0, printed: nil) }
        }
        return table
    }

    /// 仲卸・山田 → 山田, 運輸・(代)川村 → 川村
    private static func nameBehindSide(_ label: String) -> String? {
        guard (9...60).contains(label.utf8.count), label.holds("・"), let dot = label.lastRange(of: "・"),
            dot.lowerBound > label.startIndex
        else { return nil }
        var rest = String(label[dot.upperBound...])
        for deputy in ["(代)", "（代）", "(代理)", "（代理）"] where rest.begins(with: deputy) {
            rest = String(rest.dropFirst(deputy.count))
        }
        return rest.count >= 2 && rest.count <= 5 ? rest : nil
    }

    /// `委員 秋吉`, `事務局　波多`: the post, a blank, and who it is.
    private static func postAndName(_ text: SourceBytes) -> LabelReading? {
        guard text.count <= 90, case let blank = text.firstBlank, blank < text.count,
            let post = RoleLexicon.standard.suffix(of: Array(text.buffer[..<blank])[...]), post.strength >= 2,
            !post.isAddress, post.length >= 6,
            case let words = text.words(), (2...4).contains(words.count), words[words.count - 1].count <= 24,
            !SpeakerLabel.looksLikeText(text)
        else { return nil }
        let reading = SpeakerLabel.read(text.string(words[0]))
        let names = words.dropFirst().map(text.string)
        let name = words.count > 2 && names.allSatisfy { $0.count <= 3 } ? names.joined() : names[names.count - 1]
        guard reading.strength >= 2, reading.name == nil, SpeakerLabel.read(name).strength == 1 else { return nil }
        return LabelReading(role: reading.role, name: name, strength: 3)
    }

    /// 委員長 and 事務局 head lists and name speakers; 出席委員 and 欠席委員 only head lists.
    private static func isSpeaker(_ field: HeaderField, _ text: String) -> Bool {
        guard field.isPeople else { return false }
        return !["出席", "欠席", "署名", "委員会説明", "事務局側", "参加者"].contains { text.holds($0) }
    }

    /// Counts a line that begins with the label.
    mutating func count(_ index: Int) {
        entries[index].count += 1
        if !entries[index].isJudged { judge(index) }
    }

    /// Lends the entry: most who ask want to know one thing of it.
    subscript(index: Int) -> Entry {
        _read { yield entries[index] }
    }
}

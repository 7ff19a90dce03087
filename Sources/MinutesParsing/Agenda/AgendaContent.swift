/// What an agenda title is about, to tell whether two of them mean the same.
struct AgendaContent {
    private enum Numbers { case same, alike, none, other }

    /// The scalars of the folded title without brackets, quotes and the words that end every title.
    let core: [UInt32]
    private let item: AgendaBuilder.Item
    /// The numbers of the items above it in the list and its own.
    private let path: Int?
    /// 議案第58号 at the head of the title: `(1) 議案第58号　…条例の制定について`.
    let inner: (word: String, value: Int)?

    init(_ item: AgendaBuilder.Item, path: Int? = nil) {
        self.item = item
        self.path = path
        core = Self.core(item.key)
        inner = item.title.withUTF8Bytes { buffer in
            let bytes = SourceBytes(buffer: buffer)
            guard let number = AgendaNumber.read(0..<bytes.count, bytes), number.style == .word else { return nil }
            return (number.word, number.value)
        }
    }

    /// What is compared of a title.
    static func core(_ key: String) -> [UInt32] {
        var scalars = Self.scalars(key, limit: 160)
        for end in Self.ends where scalars.count > end.count + 1 && scalars.suffix(end.count).elementsEqual(end) {
            scalars.removeLast(end.count)
            break
        }
        return Array(scalars.prefix(64))
    }

    /// The scalars of folded text without brackets, quotes, dots and blanks.
    static func scalars(_ key: String, limit: Int = 400) -> [UInt32] {
        var scalars: [UInt32] = []
        for scalar in key.unicodeScalars.prefix(limit) {
            switch scalar.value {
            // Brackets, quotes, dots and blanks.
            case 0x20, 0x3000, 0x22, 0x27...0x29, 0x5B, 0x5D, 0x2E, 0x2C, 0x30FB, 0x3001, 0x3002, 0x300A...0x3011,
                0x3014, 0x3015, 0xFF08, 0xFF09, 0xFF0C, 0xFF0E, 0xFF3B, 0xFF3D:
                continue
            default: scalars.append(scalar.value)
            }
        }
        return scalars
    }

    private static let ends: [[UInt32]] = ["に関することについて", "に関すること", "に関する件", "の件について", "について", "の件", "事項"]
        .map { $0.unicodeScalars.map(\.value) }

    /// How alike two titles are, with what their numbers say; `nil` when they are of different things.
    /// - Complexity: O(characters of both).
    func likeness(to other: AgendaContent) -> Double? {
        let numbers = numbers(other)
        if numbers == .same, core.isEmpty || other.core.isEmpty { return 3 }
        let least = min(core.count, other.core.count)
        guard least >= 2 else { return nil }
        let common = Self.common(core, other.core)
        let share = Double(common) / Double(least)
        let isInside =
            share == 1
            && Self.holds(core.count > other.core.count ? core : other.core, least == core.count ? core : other.core)
        switch numbers {
        case .same: guard share >= 0.6 else { return nil }
        case .alike: guard share >= 0.65, least >= 3 || isInside else { return nil }
        case .none:
            // 報告　漁の状況 leaves out of 報告　春の漁の状況 a word in the middle.
            guard core == other.core || isInside && least >= 4 || share == 1 && least >= 8 else { return nil }
        case .other: guard core == other.core && least >= 4 || isInside && least >= 8 else { return nil }
        }
        let number =
            switch numbers {
            case .same: 1.0
            case .alike: 0.6
            case .none: 0.3
            case .other: -0.3
            }
        let longest = Double(max(core.count, other.core.count))
        return share * 2 + number + Double(common) / longest * 0.5 + (isInside ? 0.2 : 0)
    }

    private func numbers(_ other: AgendaContent) -> Numbers {
        if let style = item.style, let listed = other.item.style {
            if style == listed, item.word == other.item.word, item.value == other.item.value { return .same }
        }
        // 3-(1) for （１） under ３, 3(1)ア for ア under it
        if item.style == .compound, let style = other.item.style, style > .compound, let path = other.path,
            path >= AgendaNumber.step
        {
            let isOfThree = item.value >= AgendaNumber.step * AgendaNumber.step
            return item.value == path % (isOfThree ? 1_000_000_000 : 1_000_000) ? .same : .other
        }
        let mine = item.style == .word ? (item.word, item.value) : nil
        let its = other.item.style == .word ? (other.item.word, other.item.value) : nil
        if let mine, let inner = other.inner, mine == inner { return .same }
        if let its, let inner, its == inner { return .same }
        if let inner, let theirs = other.inner { return inner == theirs ? .same : .other }
        guard item.style != nil, other.item.style != nil else { return .none }
        if item.value == other.item.value { return .alike }
        return .other
    }

    /// The length of the longest sequence both have, in order though not in one piece.
    private static func common(_ left: [UInt32], _ right: [UInt32]) -> Int {
        // Bit by bit, after Hyyrö: titles are cut at 64 characters.
        var places: [UInt32: UInt64] = [:]
        for (index, scalar) in left.enumerated() { places[scalar, default: 0] |= 1 << UInt64(index) }
        var row = UInt64.max
        for scalar in right {
            let hits = row & (places[scalar] ?? 0)
            row = (row &+ hits) | (row & ~hits)
        }
        let mask: UInt64 = left.count >= 64 ? .max : (1 << UInt64(left.count)) - 1
        return (~row & mask).nonzeroBitCount
    }

    private static func holds(_ long: [UInt32], _ short: [UInt32]) -> Bool {
        guard short.count <= long.count else { return false }
        return (0...(long.count - short.count)).contains { start in
            long[start..<start + short.count].elementsEqual(short)
        }
    }
}

/// Where the names in labels begin and end.
extension SpeakerLabel {
    /// The person named before a post: 遠藤|部会長, 猪口|内閣府特命担当大臣; nothing in 総務|課長, 企画財政|委員長.
    static func nameBeforePost(_ prefix: ArraySlice<UInt8>) -> String? {
        var prefix = prefix
        if prefix.ends(in: "副") { prefix = prefix.dropLast(3) }
        // 押見課長、二ツ森同課長補佐: 同 stands for the office named before.
        if prefix.ends(in: "同") { prefix = prefix.dropLast(3) }
        // 樫同係主任
        if prefix.count > 6, prefix.dropLast(3).ends(in: "同"), sameOffice.contains(where: { prefix.ends(in: $0) }) {
            return personName(prefix.dropLast(6))
        }
        if OrganizationWords.ends(prefix), prefix.count > 6 { return nil }
        if holdsPostBesides(prefix) { return nil }
        if let department = DepartmentWords.first(in: prefix) { prefix = prefix[..<department] }
        guard !prefix.isEmpty, prefix.count <= 36, !DepartmentWords.isQualifier(prefix), !prefix.ends(in: "・") else {
            return nil
        }
        if isIndex(prefix) { return nil }
        // A seat before the name: １番山田太郎
        return personName(prefix)
    }

    private static let sameOffice: [StaticString] = ["課", "係", "部", "局", "室", "所"]

    /// 参事兼|子ども課長: the holder of one post holds another besides; 兼田 begins with the word and is a name.
    private static func holdsPostBesides(_ prefix: ArraySlice<UInt8>) -> Bool {
        guard prefix.count > 6 else { return false }
        for place in (prefix.startIndex + 3)...(prefix.endIndex - 3)
        where prefix[place] == 0xE5 && prefix[place...].begins(with: "兼") {
            if (RoleLexicon.standard.suffix(of: prefix[..<place])?.strength ?? 0) >= 2 { return true }
        }
        return false
    }

    /// The bytes as a name: no digits, at most twelve characters, addresses and 議員 or 委員 taken off.
    static func personName(_ bytes: ArraySlice<UInt8>) -> String? {
        var name = dropSeat(bytes)
        while let entry = RoleLexicon.standard.suffix(of: name), entry.isAddress || isMemberWord(name, entry),
            entry.length < name.count
        {
            name = name.dropLast(entry.length)
        }
        guard !name.isEmpty, name.count <= 45, !isIndex(name), !nobody.contains(where: { name.elementsEqual($0) })
        else {
            return nil
        }
        if isKindOfSeat(name) || name.withUnsafeBufferPointer(standpoints.end) { return nil }
        guard !name.contains(where: { $0 < 0x30 || (0x30...0x39).contains($0) }), !holdsWideDigit(name) else {
            return nil
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// 一号, 十二号: a kind of seat, which nobody is called.
    private static func isKindOfSeat(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.ends(in: "号"), bytes.count >= 6, bytes.count <= 12 else { return false }
        return bytes.dropLast(3).withUnsafeBufferPointer { number in
            stride(from: 0, to: number.count, by: 3).allSatisfy { place in
                place + 3 <= number.count && number[place] & 0xF0 == 0xE0
                    && AgendaNumber.isDigitLike(number.scalar(at: place).value)
            }
        }
    }

    /// 一般の立場, 学識の枠: whom somebody speaks for.
    private static let standpoints = WordEndings("立場 の側 の枠 の分野 分野")

    private static let nobody = ["不明", "匿名", "氏名不明", "不詳", "発言者不明", "氏名不詳", "複数"].map { Array($0.utf8) }

    /// １号, ３班
    private static func holdsWideDigit(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= 3 else { return false }
        return (bytes.startIndex...bytes.endIndex - 3).contains {
            bytes[$0] == 0xEF && bytes[$0 + 1] == 0xBC && (0x90...0x99).contains(bytes[$0 + 2])
        }
    }

    private static func isMemberWord(_ bytes: ArraySlice<UInt8>, _ entry: RoleLexicon.Entry) -> Bool {
        entry.role == .member && entry.length == 6 && entry.strength == 3
    }
}

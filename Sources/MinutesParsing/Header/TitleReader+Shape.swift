/// What a line of a title is as a whole.
extension TitleReader {
    /// 会議録, （議事要旨）: the kind of document and nothing else.
    static func isKindAlone(_ line: String) -> Bool {
        String(decoding: SpeakerLabel.condensed(line), as: UTF8.self).trimmingCharacters("（）()【】[]「」").isOne(of: kinds)
    }

    /// The name of a body, without session, year and kind.
    static func isBodyAlone(_ line: String) -> Bool {
        var title = TitleReader()
        title.read(line)
        return title.kind == nil && title.session == nil && title.fiscalYear == nil
    }

    /// A name that says what meets: 有識者会合, 審議会.
    static func isMeeting(_ line: String) -> Bool {
        let name = line.firstIndex { "（(".contains($0) }.map { String(line[..<$0]) } ?? line
        return ["会合", "会議", "審議会", "協議会", "委員会", "分科会", "部会", "懇談会", "検討会"].contains(where: name.trimmingBlanks().ends)
    }

    static func namesBody(_ line: String) -> Bool {
        var title = TitleReader()
        title.read(line)
        return title.body != nil
    }

    /// A title that names what met and what the document is.
    static func isWhole(_ line: String) -> Bool {
        var title = TitleReader()
        title.read(line)
        return title.session != nil || title.kind != nil && title.body != nil
    }

    /// 会議の記録（要点筆記）, （会議録）: the kind of document with a remark behind it.
    static func isKindWithRemark(_ text: SourceBytes) -> Bool {
        guard text.count <= 90, case let last = text.scalar(before: text.count, after: 0),
            last == 0xFF09 || last == 0x29, let open = text.first("（") ?? text.first("("),
            case let length = text.scalar(at: open).length
        else { return false }
        return isKind(open == 0 ? text[length..<text.count - (last < 0x80 ? 1 : 3)] : text[0..<open])
    }

    private static let trailSigns: WordSet = ["＞", "›", "»", "≫"]

    /// `ホーム > 市政情報 > 審議会`: where a page stands among the others of its site.
    static func isTrail(_ line: String) -> Bool {
        guard trailSigns.stands(in: line) || line.utf8.contains(UInt8(ascii: ">")) else { return false }
        let parts = line.split { ">＞›»≫".contains($0) }.map { String($0).trimmingBlanks() }
        guard parts.count >= 2 else { return false }
        let home = ["ホーム", "トップ", "TOP", "Top", "HOME", "Home", "現在位置", "現在の位置", "現在地"]
        return parts.count >= 4 || home.contains(where: parts[0].begins)
    }
}

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

    /// A title that names what met and what the document is.
    static func isWhole(_ line: String) -> Bool {
        var title = TitleReader()
        title.read(line)
        return title.session != nil || title.kind != nil && title.body != nil
    }
}

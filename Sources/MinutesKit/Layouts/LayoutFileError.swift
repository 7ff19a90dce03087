/// What is wrong with a layout file, and where.
public struct LayoutFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Name of the file.
    public var file: String
    /// `3行5列`-like place for broken JSON, else the path of keys: `turns[1].sign`; empty for the whole file.
    public var place: String
    public var japanese: String
    public var english: String

    public var description: String {
        "書き方のファイル「\(file)」を使えません。" + (place.isEmpty ? "" : "\(place)：") + japanese
    }

    public var englishDescription: String {
        "The layout file \(file) cannot be used: " + (place.isEmpty ? "" : "\(place): ") + english
    }
}

/// Why the index cannot be used. Its content can always be made again from the records.
public enum SearchIndexError: Error, Hashable, Sendable {
    /// There is no index.
    case missing(path: String)
    /// A file of the index is not as it was written.
    case damaged(path: String, reason: String)
    /// Written by another version of the program.
    case otherVersion(path: String, version: Int, known: Int)
    /// The system refused to read or write.
    case system(path: String, reason: String)
}

extension SearchIndexError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let path): "検索用の索引（\(path)）がありません。gijiroku rebuild で作れます。"
        case .damaged(let path, let reason):
            "検索用の索引（\(path)）が壊れています（\(reason)）。gijiroku rebuild で作り直せます。会議録は無事です。"
        case .otherVersion(let path, let version, let known):
            "検索用の索引（\(path)）は別の版の形式\(version)です（この版は\(known)）。gijiroku rebuild で作り直してください。"
        case .system(let path, let reason): "検索用の索引（\(path)）を読み書きできません（\(reason)）。権限と空き容量を確かめてください。"
        }
    }
}

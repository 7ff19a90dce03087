/// Why XML could not be read. The offset is in bytes.
enum XMLProblem: Error, Equatable, Sendable {
    case malformed(offset: Int)
    /// The end came inside of an element.
    case truncated
    /// A document type: nothing an office document has, and the way in for entity bombs.
    case documentType
    /// An entity that XML does not define by itself.
    case unknownEntity(offset: Int)
    case tooDeep(limit: Int)
    case tooManyNamespaces

    var japanese: String {
        switch self {
        case .malformed(let offset): "XMLの\(offset)バイト目の書き方が誤っています"
        case .truncated: "XMLが途中で切れています"
        case .documentType: "XMLに文書型宣言（DOCTYPE）があります"
        case .unknownEntity(let offset): "XMLの\(offset)バイト目に定義のない実体参照があります"
        case .tooDeep(let limit): "XMLの入れ子が深すぎます（上限は\(limit)段）"
        case .tooManyNamespaces: "XMLの名前空間が多すぎます"
        }
    }
}

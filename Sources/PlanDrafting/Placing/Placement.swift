/// Where a finding goes in the outline, how sure that is, and why.
public struct Placement: Codable, Hashable, Sendable {
    /// What the placing rests on, the surest first.
    public enum Basis: String, Codable, Sendable, CaseIterable {
        /// The sentence names the item.
        case sentence
        /// Said under `説明（略）。（…）` that names the item.
        case boundary
        /// Said under an agenda item that names it.
        case agenda
        /// The remark names the item elsewhere.
        case remark
        case topic
        case words
        /// Nothing led anywhere: 未分類.
        case none
    }

    public var finding: String
    /// Id of the item; `nil` for 未分類.
    public var item: String?
    /// 0…1.
    public var score: Double
    public var basis: Basis
    /// One Japanese sentence for the reader who doubts it.
    public var reason: String

    public init(finding: String, item: String?, score: Double, basis: Basis, reason: String) {
        self.finding = finding
        self.item = item
        self.score = score
        self.basis = basis
        self.reason = reason
    }
}

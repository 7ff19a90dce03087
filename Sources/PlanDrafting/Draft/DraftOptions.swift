/// How a draft is made.
public struct DraftOptions: Hashable, Sendable {
    /// Title of the draft; `nil` makes one from the outline's.
    public var title: String?
    /// Labels as printed, with people's names. For use inside the office only.
    public var withNames: Bool
    /// Placings by topic or words below this score go to 未分類, 0…1.
    public var threshold: Double

    public init(title: String? = nil, withNames: Bool = false, threshold: Double = FindingPlacer.defaultThreshold) {
        self.title = title
        self.withNames = withNames
        self.threshold = threshold
    }
}

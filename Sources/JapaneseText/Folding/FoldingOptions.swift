/// What folding makes alike.
public struct FoldingOptions: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Full-width and half-width forms, blanks, dashes and tildes: Ａ→A, １→1, ｶﾞ→ガ, ideographic space→space, －→-.
    public static let width = FoldingOptions(rawValue: 1)
    /// Capital to small Latin letters.
    public static let letterCase = FoldingOptions(rawValue: 2)
    /// Decomposed kana composed (か + U+3099 → が), radicals and compatibility ideographs to the ordinary ideograph.
    public static let composition = FoldingOptions(rawValue: 4)
    /// Variants of ideographs: 髙→高, 﨑→崎, 邊→辺, 齋→斉.
    public static let variants = FoldingOptions(rawValue: 8)
    /// 〇 and ◯ → ○. Takes the zero of 二〇二四 with it, so number readers work on the unfolded text.
    public static let circles = FoldingOptions(rawValue: 16)

    public static let all: FoldingOptions = [.width, .letterCase, .composition, .variants, .circles]
}

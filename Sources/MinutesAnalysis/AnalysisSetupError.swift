import MinutesModel

/// Why a set of analyzers cannot run. Thrown before any meeting is looked at.
public enum AnalysisSetupError: Error, Hashable, Sendable {
    case duplicateID(String)
    case unknownID(String, known: [String])
    /// `analyzer` requires `kind`, and no analyzer of the set produces it.
    case missingProducer(analyzer: String, kind: FindingKind)
    /// Each requires what the next produces, the last what the first produces.
    case cycle([String])
}

extension AnalysisSetupError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .duplicateID(let id):
            "アナライザーの ID「\(id)」が重複しています。一方の ID を変えてください。"
        case .unknownID(let id, let known):
            "アナライザー「\(id)」はありません。使えるもの: \(known.joined(separator: "、"))"
        case .missingProducer(let analyzer, let kind):
            "アナライザー「\(analyzer)」には「\(kind.rawValue)」（\(kind.japaneseName)）を出すアナライザーが必要ですが、"
                + "選ばれた中にありません。それも加えるか、「\(analyzer)」を外してください。"
        case .cycle(let ids):
            "アナライザーが互いの結果を待っていて、順番を決められません: "
                + (ids + ids.prefix(1)).joined(separator: " → ") + "。requires を見直してください。"
        }
    }
}

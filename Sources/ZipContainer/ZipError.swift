import Foundation

/// Why a ZIP file could not be read. Each message says which entry, what is the matter and what to do.
package enum ZipError: Error, Equatable, Sendable {
    /// No end record: not a ZIP file, or cut off.
    case notZip
    /// The directory or an entry's header contradicts itself or the file.
    case broken(entry: String?, reason: String)
    /// An entry's compressed data ends too early or is no valid deflate stream.
    case badStream(entry: String, reason: String)
    case wrongChecksum(entry: String)
    case wrongSize(entry: String)
    case encrypted(entry: String)
    case unsupportedMethod(entry: String, method: Int)
    case unsafeName(entry: String)
    case duplicateName(entry: String)
    case overlapping(entry: String)
    case tooManyEntries(count: Int, limit: Int)
    case tooLarge(entry: String, bytes: Int, limit: Int)
    case tooLargeTogether(bytes: Int, limit: Int)
    /// Expands to many times its size, as no document does.
    case suspiciousRatio(entry: String, ratio: Int, limit: Int)
    case severalDisks
    case missing(entry: String)
    /// What is to be written does not fit the format.
    case unwritable(entry: String, reason: String)
}

extension ZipError: LocalizedError, CustomStringConvertible {
    package var errorDescription: String? { description }

    package var description: String { "\(problem)\(advice)" }

    /// What is the matter, a sentence.
    package var problem: String { matter + "。" }

    private var matter: String {
        switch self {
        case .notZip: "ZIP形式の終わりの印がありません（途中で切れているか、ZIPではありません）"
        case .broken(let entry, let reason): "\(Self.named(entry))\(reason)"
        case .badStream(let entry, let reason): "中の「\(entry)」を展開できません（\(reason)）"
        case .wrongChecksum(let entry): "中の「\(entry)」の検査値（CRC）が合いません"
        case .wrongSize(let entry): "中の「\(entry)」の大きさが記録と合いません"
        case .encrypted(let entry): "中の「\(entry)」は暗号化されています"
        case .unsupportedMethod(let entry, let method): "中の「\(entry)」の圧縮方法（\(method)番）には対応していません"
        case .unsafeName(let entry): "中の「\(entry)」という名前は使えません（フォルダの外を指す名前など）"
        case .duplicateName(let entry): "同じ名前「\(entry)」が二つ入っています"
        case .overlapping(let entry): "中の「\(entry)」の場所が他のファイルと重なっています"
        case .tooManyEntries(let count, let limit): "入っているファイルが多すぎます（\(count)個。上限は\(limit)個）"
        case .tooLarge(let entry, let bytes, let limit):
            "中の「\(entry)」が大きすぎます（展開すると\(Self.megabytes(bytes))MB。上限は\(Self.megabytes(limit))MB）"
        case .tooLargeTogether(let bytes, let limit):
            "展開すると大きすぎます（合わせて\(Self.megabytes(bytes))MB。上限は\(Self.megabytes(limit))MB）"
        case .suspiciousRatio(let entry, let ratio, let limit):
            "中の「\(entry)」は展開すると\(ratio)倍になります（上限は\(limit)倍）。文書ではまずない倍率です"
        case .severalDisks: "複数に分割されたZIPです"
        case .missing(let entry): "中に「\(entry)」がありません"
        case .unwritable(let entry, let reason): "「\(entry)」をZIPに入れられません（\(reason)）"
        }
    }

    /// What to do, a sentence.
    package var advice: String {
        switch self {
        case .encrypted: "パスワードを外して保存し直してください。"
        case .suspiciousRatio, .overlapping, .unsafeName, .duplicateName:
            "作成元が確かなファイルかを確かめ、元のソフトで開いて保存し直してください。"
        case .tooManyEntries, .tooLarge, .tooLargeTogether: "会議ごとのファイルに分けてください。"
        case .unsupportedMethod: "元のソフトで開いて保存し直してください。"
        case .severalDisks: "一つのファイルにまとめてください。"
        case .unwritable: "名前と大きさを確かめてください。"
        case .notZip, .broken, .badStream, .wrongChecksum, .wrongSize, .missing:
            "もう一度受け取り直すか、元のソフトで開いて保存し直してください。"
        }
    }

    private static func named(_ entry: String?) -> String { entry.map { "中の「\($0)」：" } ?? "" }

    /// Rounded up, so that what is over a limit never shows as the limit.
    private static func megabytes(_ bytes: Int) -> Int { bytes / 1_048_576 + (bytes % 1_048_576 == 0 ? 0 : 1) }
}

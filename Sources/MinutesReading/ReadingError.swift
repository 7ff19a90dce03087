import Foundation

/// Why a document could not be read. Each message says which document, what is the matter, and what to do.
public enum ReadingError: Error, Equatable, Sendable {
    case empty(name: String)
    case binary(name: String, kind: BinaryKind)
    case tooLarge(name: String, bytes: Int, limit: Int)
    case unknownFormat(name: String, known: [String])
    case unknownReader(id: String, known: [String])
    case duplicateReader(id: String)
}

extension ReadingError: LocalizedError, CustomStringConvertible {
    public var errorDescription: String? { description }

    public var description: String {
        switch self {
        case .empty(let name):
            "「\(name)」は空のファイルです。保存し直すか、正しいファイルを指定してください。"
        case .binary(let name, let kind):
            "「\(name)」は\(kind.japaneseName)のため、文字を読み取れません。\(kind.advice)"
        case .tooLarge(let name, let bytes, let limit):
            "「\(name)」は大きすぎます（\(Self.megabytes(bytes))MB。上限は\(Self.megabytes(limit))MB）。会議ごとのファイルに分けてください。"
        case .unknownFormat(let name, let known):
            "「\(name)」の形式には対応していません。対応している形式は、\(known.joined(separator: "、"))です。"
                + "元のソフトで開き、テキスト形式（.txt）で保存してください。"
        case .unknownReader(let id, let known):
            "読み取り方法「\(id)」はありません。使えるのは、\(known.joined(separator: "、"))です。"
        case .duplicateReader(let id):
            "読み取り方法「\(id)」が二つ登録されています。どちらかの名前を変えてください。"
        }
    }

    /// Rounded up, so that what is over a limit never shows as the limit.
    private static func megabytes(_ bytes: Int) -> Int { (bytes + 1_048_575) / 1_048_576 }
}

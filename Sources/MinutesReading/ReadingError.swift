import Foundation

/// Why a document could not be read. Each message says which document, what is the matter, and what to do.
public enum ReadingError: Error, Equatable, Sendable {
    case empty(name: String)
    case binary(name: String, kind: BinaryKind)
    case tooLarge(name: String, bytes: Int, limit: Int)
    case unknownFormat(name: String, known: [String])
    case unknownReader(id: String, known: [String])
    case duplicateReader(id: String)
    /// Where one meeting is asked for.
    case severalMeetings(name: String, count: Int)
    /// Another program is needed to read the format and is not installed.
    case missingProgram(name: String, program: String)
    /// The format is known, but the document is not as the format wants it, or has no minutes in it.
    /// `reason` and `advice` are Japanese sentences.
    case unreadable(name: String, reason: String, advice: String)
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
        case .severalMeetings(let name, let count):
            "「\(name)」には会議が\(count)件入っています。gijiroku import で取り込むと、会議ごとに分かれます。"
        case .missingProgram(let name, let program):
            "「\(name)」を読むには \(program) が要りますが、見つかりません。次のいずれかで入れてから、もう一度実行してください。"
                + "Debian・Ubuntu：sudo apt install poppler-utils／macOS：brew install poppler／"
                + "Windows：winget install oschwartz10612.Poppler（入れた後、その bin フォルダを PATH に加える）。"
                + "入れられないときは、PDFを開いて本文をコピーし、テキスト形式（.txt）で保存してください。"
                + " (\(program) from Poppler is needed to read PDF and was not found on the PATH.)"
        case .unreadable(let name, let reason, let advice):
            "「\(name)」を読み取れません。\(reason)\(advice)"
        }
    }

    /// Rounded up, so that what is over a limit never shows as the limit.
    private static func megabytes(_ bytes: Int) -> Int { (bytes + 1_048_575) / 1_048_576 }
}

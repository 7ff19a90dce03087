import Foundation
import MinutesArchive
import MinutesReading

/// Files on disk: read with limits, written whole or not at all.
public enum SourceFile {
    /// Larger documents are refused: minutes of a whole year stay far below.
    public static let sizeLimit = 512 << 20

    /// - Throws: `FileProblem` with the path and what to do.
    public static func read(_ url: URL) throws -> SourceBytes {
        let path = PathSpelling.existing(url.path)
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw FileProblem.missing(path)
        }
        guard !isDirectory.boolValue else { throw FileProblem.isFolder(path) }
        do {
            let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
            guard size <= sizeLimit else { throw FileProblem.tooLarge(path, limit: sizeLimit) }
            return SourceBytes(
                name: url.lastPathComponent, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
        } catch let problem as FileProblem {
            throw problem
        } catch {
            throw FileProblem.unreadable(path, reason: FileProblem.reason(error))
        }
    }

    /// Writes to a temporary file beside the target and renames it.
    /// - Throws: `FileProblem.unwritable`; the old file, if any, is as it was.
    public static func write(_ bytes: [UInt8], to url: URL) throws {
        do {
            try Data(bytes).write(to: url, options: .atomic)
        } catch {
            throw FileProblem.unwritable(url.path, reason: FileProblem.reason(error))
        }
    }
}

/// Why a file could not be read or written.
public enum FileProblem: Error, Hashable, Sendable {
    case missing(String)
    case isFolder(String)
    case tooLarge(String, limit: Int)
    case unreadable(String, reason: String)
    case unwritable(String, reason: String)
    case noDocuments(String)

    /// The system's reason in a few words.
    static func reason(_ error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileReadNoPermission?, .fileWriteNoPermission?: "権限がありません"
        case .fileWriteOutOfSpace?: "ディスクに空きがありません"
        case .fileWriteVolumeReadOnly?: "読み取り専用の場所です"
        case .fileNoSuchFile?, .fileReadNoSuchFile?: "フォルダがありません"
        default: error.localizedDescription
        }
    }
}

extension FileProblem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let path): "\(path) が見つかりません。名前と場所を確かめてください。"
        case .isFolder(let path): "\(path) はフォルダです。ファイルを指定してください。"
        case .tooLarge(let path, let limit): "\(path) は大きすぎます（上限 \(limit >> 20) MB）。会議ごとに分けてください。"
        case .unreadable(let path, let reason): "\(path) を読めません：\(reason)。"
        case .unwritable(let path, let reason): "\(path) に書き込めません：\(reason)。"
        case .noDocuments(let path): "\(path) に会議録のファイル（.txt、.md、.docx、.html、.pdfなど）がありません。"
        }
    }
}

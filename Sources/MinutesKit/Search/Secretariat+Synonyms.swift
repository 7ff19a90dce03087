import JapaneseText
import MinutesArchive
import MinutesSearch

extension Secretariat {
    /// The archive's synonyms; none where there is no file.
    /// - Throws: `SynonymSettingsError` when somebody edited the file and it cannot be read; `ArchiveError`.
    public func synonyms() throws -> SynonymDictionary {
        guard let bytes = try archive.bytes(of: .synonyms) else { return SynonymDictionary() }
        do {
            return try Self.synonyms(in: bytes)
        } catch {
            throw SynonymSettingsError(path: archive.path(of: .synonyms), problem: error)
        }
    }

    /// Puts the synonyms of a file (`SynonymFile`) in the place of the archive's.
    /// - Returns: what is there now.
    /// - Throws: `SynonymFileError` with line and column; nothing has changed then. `ArchiveError`.
    @discardableResult
    public func importSynonyms(_ file: SourceBytes) throws -> SynonymDictionary {
        let dictionary = try Self.synonyms(in: file.bytes)
        try archive.write { try $0.put(.synonyms, CSVBytes.encode(SynonymFile.rows(dictionary))) }
        return dictionary
    }

    private static func synonyms(in bytes: [UInt8]) throws(SynonymFileError) -> SynonymDictionary {
        let decoded = TextDecoding.decode(bytes)
        guard !decoded.looksBinary else {
            throw SynonymFileError(
                line: 0, column: 0, reason: "文字のファイルではありません。UTF-8 か Shift_JIS の CSV、または JSON にしてください。",
                english: "this is no text; give CSV in UTF-8 or Shift_JIS, or JSON.")
        }
        return try SynonymFile.read(decoded.text)
    }
}

/// The archive's file of synonyms cannot be read.
public struct SynonymSettingsError: Error, CustomStringConvertible {
    public var path: String
    public var problem: SynonymFileError

    public var description: String {
        "同義語のファイル（\(path)）を読めません。\(problem) 直すまでは --exact を付けると検索できます。"
    }

    public var englishDescription: String {
        "The synonyms (\(path)) cannot be read: \(problem.englishDescription) Until then search with --exact."
    }
}

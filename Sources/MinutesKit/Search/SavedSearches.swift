import Foundation
import MinutesArchive
import MinutesModel
import MinutesSearch

/// Searches that people keep under a name, in `searches.json` of the archive.
public struct SavedSearches: Codable, Hashable, Sendable {
    static let knownFormat = 1

    public private(set) var format = Self.knownFormat
    /// By name.
    public var searches: [String: SearchRequest] = [:]

    public init() {}

    /// In the order of lists.
    public var names: [String] { searches.keys.sorted() }
}

/// Why a saved search cannot be used.
public enum SavedSearchError: Error, CustomStringConvertible {
    case badName(String)
    case unknown(String, known: [String])
    case unreadable(path: String)
    case tooNew(path: String, version: Int)

    /// Characters of a name at most.
    static let longestName = 100

    public var description: String {
        switch self {
        case .badName:
            "保存する検索の名前は、1文字から\(Self.longestName)文字までの1行にしてください。"
        case .unknown(let name, let known):
            "「\(name)」という保存した検索はありません。"
                + (known.isEmpty ? "search --save 名前 で保存できます。" : "あるのは \(known.joined(separator: "、")) です。")
        case .unreadable(let path): "保存した検索（\(path)）を読めません。JSON として直すか、ファイルを別の場所に移してください。"
        case .tooNew(let path, let version): "保存した検索（\(path)）は新しい形式（\(version)）です。gijiroku を更新してください。"
        }
    }

    public var englishDescription: String {
        switch self {
        case .badName: "The name of a saved search is one line of 1 to \(Self.longestName) characters."
        case .unknown(let name, let known):
            "There is no saved search \"\(name)\"; "
                + (known.isEmpty ? "save one with search --save NAME." : "there are \(known.joined(separator: ", ")).")
        case .unreadable(let path):
            "The saved searches (\(path)) cannot be read; correct the JSON or move the file away."
        case .tooNew(let path, let version): "The saved searches (\(path)) have a newer format (\(version))."
        }
    }
}

extension Secretariat {
    /// - Throws: `SavedSearchError.unreadable`, `.tooNew`; `ArchiveError`.
    public func savedSearches() throws -> SavedSearches {
        guard let bytes = try archive.bytes(of: .searches) else { return SavedSearches() }
        let path = archive.path(of: .searches)
        struct Version: Decodable { var format: Int }
        guard let version = try? JSONDecoder().decode(Version.self, from: Data(bytes)) else {
            throw SavedSearchError.unreadable(path: path)
        }
        guard version.format <= SavedSearches.knownFormat else {
            throw SavedSearchError.tooNew(path: path, version: version.format)
        }
        guard let saved = try? JSONDecoder().decode(SavedSearches.self, from: Data(bytes)) else {
            throw SavedSearchError.unreadable(path: path)
        }
        return saved
    }

    /// Keeps a search under a name, in the place of the one that had it. Pages are no part of it.
    /// - Throws: `SearchQueryError` when the query cannot be understood, `SavedSearchError`, `ArchiveError`.
    public func save(_ request: SearchRequest, as name: String) throws {
        guard !name.isEmpty, name.unicodeScalars.count <= SavedSearchError.longestName,
            name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }),
            name.contains(where: { !$0.isWhitespace })
        else { throw SavedSearchError.badName(name) }
        try SearchIndex.check(request)
        try change { $0.searches[name] = request }
    }

    /// - Throws: `SavedSearchError`, `ArchiveError`.
    public func forgetSearch(_ name: String) throws {
        let saved = try savedSearches()
        guard saved.searches[name] != nil else { throw SavedSearchError.unknown(name, known: saved.names) }
        try change { $0.searches[name] = nil }
    }

    /// - Throws: `SavedSearchError`, `ArchiveError`.
    public func savedSearch(_ name: String) throws -> SearchRequest {
        let saved = try savedSearches()
        guard let request = saved.searches[name] else { throw SavedSearchError.unknown(name, known: saved.names) }
        return request
    }

    private func change(_ body: (inout SavedSearches) -> Void) throws {
        try archive.write { writer in
            var saved = try savedSearches()
            body(&saved)
            try writer.put(.searches, try JSONBytes.encode(saved))
        }
    }
}

extension Secretariat {
    /// What `verify` says about what people set down for the search.
    func searchSettingProblems() -> [Diagnostic] {
        var problems: [Diagnostic] = []
        do { _ = try synonyms() } catch {
            problems.append(Diagnostic(.error, code: "search.synonyms-unreadable", message: "\(error)"))
        }
        do { _ = try savedSearches() } catch {
            problems.append(Diagnostic(.error, code: "search.saved-unreadable", message: "\(error)"))
        }
        return problems
    }
}

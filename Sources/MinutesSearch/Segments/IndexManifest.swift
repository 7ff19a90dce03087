import Foundation

/// `index/manifest.json`: which segments make the index, and which of their meetings are no longer in it.
struct IndexManifest: Codable, Hashable, Sendable {
    static let knownFormat = 2

    struct Part: Codable, Hashable, Sendable {
        /// Name of the file, made of the checksum of its content.
        var file: String
        /// Length of the file in bytes.
        var bytes: Int
        /// Meetings in it, those that no longer count included.
        var meetings: Int
        /// Remarks of the meetings that count.
        var remarks: Int
        /// Ids of meetings in it that were replaced or removed, sorted.
        var removed: [String]
    }

    var format = Self.knownFormat
    var segments: [Part] = []

    private static let name = "manifest.json"

    static func path(in folder: String) -> String { folder + "/" + name }

    /// - Throws: `SearchIndexError.missing`, `.damaged`, `.otherVersion`.
    static func read(from folder: String) throws(SearchIndexError) -> IndexManifest {
        let path = path(in: folder)
        let file = try MappedFile(path: path)
        struct Version: Decodable { var format: Int }
        do {
            let data = Data(file.bytes)
            let format = try JSONDecoder().decode(Version.self, from: data).format
            guard format == knownFormat else {
                throw SearchIndexError.otherVersion(path: path, version: format, known: knownFormat)
            }
            let manifest = try JSONDecoder().decode(IndexManifest.self, from: data)
            guard manifest.segments.allSatisfy({ isSegmentName($0.file) }) else {
                throw SearchIndexError.damaged(path: path, reason: "ファイル名が違います")
            }
            return manifest
        } catch let error as SearchIndexError {
            throw error
        } catch {
            throw .damaged(path: path, reason: "JSON として読めません")
        }
    }

    func write(to folder: String) throws(SearchIndexError) {
        let path = Self.path(in: folder)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        let bytes: [UInt8]
        do {
            bytes = [UInt8](try encoder.encode(self)) + [0x0A]
        } catch {
            throw .system(path: path, reason: "\(error)")
        }
        try MappedFile.write(bytes, to: path)
        MappedFile.flush(folder: folder)
    }

    static func segmentName(digest: UInt64) -> String {
        let digits = String(digest, radix: 16)
        return "segment-" + String(repeating: "0", count: 16 - digits.count) + digits + ".gidx"
    }

    static func isSegmentName(_ name: String) -> Bool {
        name.utf8.count == 29 && name.hasPrefix("segment-") && name.hasSuffix(".gidx")
            && name.utf8.dropFirst(8).prefix(16).allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
            }
    }
}

import Foundation

/// A file whose JSON says its format, so that it can change and an older program can refuse it.
protocol VersionedFile: Decodable {
    /// The format this program writes, and the newest it reads.
    static var knownFormat: Int { get }
}

/// JSON as the archive keeps it: the same value always gives the same bytes.
enum ArchiveJSON {
    /// One line, keys sorted, without a line break at the end.
    static func line(_ value: some Encodable, path: String) throws(ArchiveError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return [UInt8](try encoder.encode(value))
        } catch {
            throw .system(path: path, reason: "JSON にできません: \(error)")
        }
    }

    /// For files that people open: indented, keys sorted.
    static func page(_ value: some Encodable, path: String) throws(ArchiveError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        do {
            return [UInt8](try encoder.encode(value)) + [0x0A]
        } catch {
            throw .system(path: path, reason: "JSON にできません: \(error)")
        }
    }

    static func decode<Value: Decodable>(
        _ type: Value.Type, from bytes: [UInt8], path: String
    ) throws(ArchiveError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw .damaged(path: path, reason: reason(error))
        } catch {
            throw .damaged(path: path, reason: "\(error)")
        }
    }

    /// Looks at `format` first, so that a newer file is called newer and not damaged.
    static func decode<Value: VersionedFile>(
        versioned type: Value.Type, from bytes: [UInt8], path: String
    ) throws(ArchiveError) -> Value {
        do {
            return try JSONDecoder().decode(Checked<Value>.self, from: Data(bytes)).value
        } catch let error as UnknownFormat {
            if error.format > Value.knownFormat {
                throw .tooNew(path: path, version: error.format, known: Value.knownFormat)
            }
            throw .damaged(path: path, reason: "形式番号 \(error.format) はありません")
        } catch let error as DecodingError {
            throw .damaged(path: path, reason: reason(error))
        } catch {
            throw .damaged(path: path, reason: "\(error)")
        }
    }

    private struct UnknownFormat: Error { var format: Int }

    private struct Checked<Value: VersionedFile>: Decodable {
        private enum Key: String, CodingKey { case format }
        var value: Value

        init(from decoder: any Decoder) throws {
            let format = try decoder.container(keyedBy: Key.self).decode(Int.self, forKey: .format)
            guard (1...Value.knownFormat).contains(format) else { throw UnknownFormat(format: format) }
            value = try Value(from: decoder)
        }
    }

    private static func reason(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "項目「\(key.stringValue)」がありません"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "項目「\(context.codingPath.map(\.stringValue).joined(separator: "."))」の形が違います"
        case .dataCorrupted(let context): "JSON として読めません: \(context.debugDescription)"
        @unknown default: "JSON として読めません"
        }
    }
}

import Foundation
import MinutesReading

/// One document of a batch, as a line of the input names it: a path, or a JSON object with `path`, `text` or `base64`,
/// and `id` and `name` if the sender wants them back.
struct BatchInput: Hashable, Sendable {
    enum Content: Hashable, Sendable {
        case path(String)
        case bytes([UInt8])
    }

    /// What the sender calls the document; a JSON string or whole number, given back as it came.
    enum Identifier: Hashable, Sendable {
        case text(String)
        case number(Int)
    }

    var id: Identifier?
    var name: String?
    var content: Content

    /// - Parameter line: without its end; not empty.
    /// - Throws: `BatchLineProblem`.
    init(_ line: [UInt8], isPath: Bool) throws(BatchLineProblem) {
        guard let text = String(validating: line, as: UTF8.self) else { throw .notUTF8 }
        if isPath || line.first(where: { $0 != 0x20 && $0 != 0x09 }) != UInt8(ascii: "{") {
            guard line.count <= Self.longestPath, !line.contains(0) else { throw .notAPath }
            content = .path(text)
            return
        }
        let object: Object
        do {
            object = try JSONDecoder().decode(Object.self, from: Data(line))
        } catch {
            throw .notAnObject
        }
        id = object.id
        name = object.name
        switch (object.path, object.text, object.base64) {
        case (let path?, nil, nil):
            guard !path.isEmpty, path.utf8.count <= Self.longestPath, !path.utf8.contains(0) else { throw .notAPath }
            content = .path(path)
        case (nil, let text?, nil): content = .bytes(Array(text.utf8))
        case (nil, nil, let base64?):
            guard let data = Data(base64Encoded: base64) else { throw .notBase64 }
            content = .bytes(Array(data))
        default: throw .notOneDocument
        }
    }

    /// Bytes; what Linux takes.
    static let longestPath = 4096

    /// - Throws: `FileProblem`.
    func source() throws -> SourceBytes {
        switch content {
        case .path(let path): try SourceFile.read(URL(fileURLWithPath: path))
        case .bytes(let bytes): SourceBytes(name: name ?? id?.description ?? "input", bytes: bytes)
        }
    }

    private struct Object: Decodable {
        var id: Identifier?
        var name: String?
        var path: String?
        var text: String?
        var base64: String?
    }
}

extension BatchInput.Identifier: Codable, CustomStringConvertible {
    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let number = try? value.decode(Int.self) {
            self = .number(number)
        } else {
            self = .text(try value.decode(String.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .text(let text): try value.encode(text)
        case .number(let number): try value.encode(number)
        }
    }

    var description: String {
        switch self {
        case .text(let text): text
        case .number(let number): "\(number)"
        }
    }
}

/// Why a line of a batch names no document.
enum BatchLineProblem: Error, Hashable, Sendable, CustomStringConvertible {
    case tooLong(limit: Int)
    case notUTF8
    case notAPath
    case notAnObject
    case notBase64
    case notOneDocument

    var description: String {
        switch self {
        case .tooLong(let limit): "行が長すぎます（上限 \(limit >> 20) MB）。文書は path で渡してください。"
        case .notUTF8: "行が UTF-8 ではありません。文書そのものは base64 で渡してください。"
        case .notAPath: "ファイルの場所として読めません。一行に一つずつ書いてください。"
        case .notAnObject: #"JSON として読めません。{"path": "…"} または {"id": "…", "name": "…", "text": "…"} のように一行で書いてください。"#
        case .notBase64: "base64 として読めません。"
        case .notOneDocument: "path、text、base64 のうち一つだけを指定してください。"
        }
    }
}

import Foundation
import MinutesKit
import MinutesModel
import MinutesReading
import Testing

/// One folder under `samples/` that holds minutes, with what a person counted in them.
struct Sample: CustomTestStringConvertible, Sendable {
    let folder: URL
    let document: URL

    /// All of them, by name.
    static let all: [Sample] = {
        let folders = (try? FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)) ?? []
        return folders.sorted { $0.path < $1.path }.compactMap { folder in
            guard folder.lastPathComponent.first?.isNumber == true else { return nil }
            let files =
                (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
            return files.first { $0.pathExtension == "txt" }.map { Sample(folder: folder, document: $0) }
        }
    }()

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("samples")

    var testDescription: String { folder.lastPathComponent }

    func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: document)) }

    func source() throws -> SourceBytes {
        SourceBytes(name: document.lastPathComponent, bytes: try bytes())
    }

    /// A person's count, from `truth.json`.
    func truth() throws -> Truth {
        let data = try Data(contentsOf: folder.appendingPathComponent("truth.json"))
        return try JSONDecoder().decode(Truth.self, from: data)
    }

    /// Keys are there only where the document says something.
    struct Truth: Decodable {
        var encoding: String?
        var date: String?
        var opensAt: String?
        var closesAt: String?
        var venue: String?
        var fiscalYear: String?
        var session: String?
        var body: String?
        var kind: String?
        var members: Int?
        var absent: Int?
        var secretariat: Int?
        var observers: Int?
        var turns: Int?
        var roles: [String: Int]?
        var labels: [String]?
        var agenda: [AgendaLine]?
        var topicBoundaries: [String]?
        var memberNames: [String]?
    }

    /// `["（１）", "資料確認について", 1]`
    struct AgendaLine: Decodable, Equatable, CustomStringConvertible {
        var number: String
        var title: String
        var depth: Int

        init(number: String, title: String, depth: Int) {
            self.number = number
            self.title = title
            self.depth = depth
        }

        init(from decoder: any Decoder) throws {
            var values = try decoder.unkeyedContainer()
            number = try values.decode(String.self)
            title = try values.decode(String.self)
            depth = try values.decode(Int.self)
        }

        var description: String { "\(depth) \(number) \(title)" }
    }
}

import Foundation
import MinutesKit
import Testing

/// The same documents give the same archive, in whatever order and company they come.
@Suite struct ImportOrderTests {
    /// Records, the list of meetings, the action list and hits of a search, of an archive made of the samples.
    private struct Contents: Equatable {
        var files: [String: Data] = [:]
        var actions: [ActionItem]
        var hits: [String]

        init(_ runs: [[DocumentPath]]) throws {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
                "gijiroku-order-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            let secretariat = try Secretariat.create(at: folder)
            var told: [Int] = []
            for run in runs {
                let report = try secretariat.importDocuments(run) { done, all in
                    told.append(done)
                    #expect(all == run.count)
                }
                #expect(report.outcomes.map(\.path) == run.map { $0.url.path })
                #expect(report.outcomes.allSatisfy { $0.status == .added })
                #expect(told.last == run.count)
            }
            let records = folder.appendingPathComponent("records")
            for name in try FileManager.default.contentsOfDirectory(atPath: records.path) {
                files[name] = try Data(contentsOf: records.appendingPathComponent(name))
            }
            actions = try secretariat.actions().items
            hits = try secretariat.search(SearchRequest("委員", limit: 50)).results.hits.map { "\($0)" }
            #expect(try secretariat.verify().filter { $0.severity == .error }.isEmpty)
        }
    }

    @Test func theOrderOfDocumentsChangesNothing() throws {
        let documents = try DocumentFolder.documents(at: Sample.all.map { $0.document.path })
        let straight = try Contents([documents])
        #expect(straight.files.count == documents.count + 1)
        #expect(!straight.actions.isEmpty)
        #expect(!straight.hits.isEmpty)
        #expect(try Contents([documents.reversed()]) == straight)
        #expect(try Contents([Array(documents[3...]), Array(documents[..<3].reversed())]) == straight)
    }

    /// A rebuild gives the bytes that the import gave.
    @Test func aRebuildGivesTheSameBytes() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "gijiroku-again-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let secretariat = try Secretariat.create(at: folder)
        _ = try secretariat.importDocuments(DocumentFolder.documents(at: Sample.all.map { $0.document.path }))
        func records() throws -> [String: Data] {
            let records = folder.appendingPathComponent("records")
            return try Dictionary(
                uniqueKeysWithValues: FileManager.default.contentsOfDirectory(atPath: records.path).map {
                    ($0, try Data(contentsOf: records.appendingPathComponent($0)))
                })
        }
        let before = try records()
        let report = try secretariat.rebuild()
        #expect(report.meetings == Sample.all.count)
        #expect(try records() == before)
    }
}

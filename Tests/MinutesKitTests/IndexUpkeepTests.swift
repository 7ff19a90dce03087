import Foundation
import Testing

@testable import MinutesKit

/// An index that cannot be used is made again from the records, and a message says so.
@Suite struct IndexUpkeepTests {
    /// A copy of an archive of the first program, removed afterwards.
    private final class Copy {
        let folder: URL

        init() throws {
            folder = FileManager.default.temporaryDirectory.appendingPathComponent(
                "gijiroku-index-\(UUID().uuidString)")
            let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .appendingPathComponent("Fixtures/Compat/archive-v1")
            try FileManager.default.copyItem(at: fixtures, to: folder)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        var index: URL { folder.appendingPathComponent("index") }

        func segments() throws -> [URL] {
            try FileManager.default.contentsOfDirectory(atPath: index.path).filter { $0.hasSuffix(".gidx") }.sorted()
                .map { index.appendingPathComponent($0) }
        }

        func search() throws -> (results: SearchResults, messages: [String]) {
            try Secretariat.open(at: folder).search(SearchRequest("見守り"))
        }
    }

    @Test func anIndexOfTheFormerFormatIsMadeAgain() throws {
        let copy = try Copy()
        let former = try copy.segments()
        let first = try copy.search()
        #expect(first.messages == ["索引が別の版の形式だったため、会議録から作り直しました。"])
        #expect(first.results.total > 0)
        #expect(first.results.hits.allSatisfy { !$0.snippet.isEmpty })
        // The old files are gone, and the second search has nothing to say.
        #expect(try Set(copy.segments()).isDisjoint(with: former))
        let second = try copy.search()
        #expect(second.messages.isEmpty)
        #expect(second.results == first.results)
    }

    @Test func aSegmentOfAnotherFormatIsMadeAgain() throws {
        let copy = try Copy()
        let sound = try copy.search().results
        let segment = try #require(try copy.segments().first)
        var bytes = try Data(contentsOf: segment)
        bytes[8] = 9
        try bytes.write(to: segment)
        let found = try copy.search()
        #expect(found.messages == ["索引が別の版の形式だったため、会議録から作り直しました。"])
        #expect(found.results == sound)
    }

    @Test func aDamagedOrMissingSegmentIsMadeAgain() throws {
        let copy = try Copy()
        let sound = try copy.search().results
        let message = ["索引が壊れていたため、会議録から作り直しました。会議録は無事です。"]
        for segment in try copy.segments() {
            // In the header, and cut short.
            let bytes = try Data(contentsOf: segment)
            for damaged in [
                bytes.prefix(bytes.count / 2), Data(bytes.prefix(50)) + Data([7, 7]) + bytes.dropFirst(52),
            ] {
                try damaged.write(to: segment)
                let found = try copy.search()
                #expect(found.messages == message)
                #expect(found.results == sound)
            }
            try FileManager.default.removeItem(at: segment)
            let found = try copy.search()
            #expect(found.messages == message)
            #expect(found.results == sound)
        }
        #expect(try copy.search().messages.isEmpty)
    }
}

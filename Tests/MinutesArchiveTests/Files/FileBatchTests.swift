import Foundation
import Testing

@testable import MinutesArchive

@Suite struct FileBatchTests {
    @Test(arguments: [1, 40])
    func nothingIsSeenBeforeItLands(count: Int) throws {
        let folder = try TemporaryFolder()
        try FilePlace.put([0], at: folder.path + "/0")
        let batch = FileBatch(folder.path)
        for number in 0..<count { try batch.put([1, UInt8(number)], at: folder.path + "/\(number)") }
        try batch.put(folder: folder.path + "/f", by: folder.path + "/.f.tmp", [("a", [7]), ("b", [8])])
        batch.remove(folder.path + "/old")
        try FilePlace.put([9], at: folder.path + "/old")
        #expect(try FilePlace.bytes(of: folder.path + "/0") == [0])
        #expect(!FilePlace.exists(folder.path + "/f"))
        #expect(try FilePlace.bytes(of: batch.current(folder.path + "/0")) == [1, 0])
        #expect(try FilePlace.bytes(of: batch.current(folder.path + "/f/b")) == [8])
        #expect(batch.current(folder.path + "/old") == folder.path + "/old")
        try batch.land()
        #expect(batch.isEmpty)
        var expected = Dictionary(uniqueKeysWithValues: (0..<count).map { ("\($0)", [1, UInt8($0)]) })
        expected["f/a"] = [7]
        expected["f/b"] = [8]
        #expect(try TemporaryFolder.snapshot(of: folder.path) == expected)
    }

    @Test func theLastBytesOfAPathLand() throws {
        let folder = try TemporaryFolder()
        let batch = FileBatch(folder.path)
        try batch.put([1], at: folder.path + "/a")
        try batch.put([2], at: folder.path + "/a")
        try batch.put(folder: folder.path + "/f", by: folder.path + "/.f.tmp", [("a", [7])])
        try batch.put([3], at: folder.path + "/f/a")
        batch.remove(folder.path + "/b")
        try batch.put([4], at: folder.path + "/b")
        try batch.land()
        #expect(try TemporaryFolder.snapshot(of: folder.path) == ["a": [2], "f/a": [3], "b": [4]])
    }

    @Test func whatDoesNotLandLeavesNoTrace() throws {
        let folder = try TemporaryFolder()
        try FilePlace.put([0], at: folder.path + "/a")
        do {
            let batch = FileBatch(folder.path)
            try batch.put([1], at: folder.path + "/a")
            try batch.put(folder: folder.path + "/f", by: folder.path + "/.f.tmp", [("a", [7])])
            batch.remove(folder.path + "/a")
        }
        #expect(try TemporaryFolder.snapshot(of: folder.path) == ["a": [0]])
        #expect(try FilePlace.names(in: folder.path) == ["a"])
    }

    @Test func anErrorNamesThePathAndTheRestStays() throws {
        let folder = try TemporaryFolder()
        let batch = FileBatch(folder.path)
        try batch.put([1], at: folder.path + "/a")
        let error = #expect(throws: ArchiveError.self) { try batch.put([1], at: folder.path + "/none/b") }
        #expect(error == .notFound(path: folder.path + "/none/b"))
        try batch.land()
        #expect(try TemporaryFolder.snapshot(of: folder.path) == ["a": [1]])
    }
}

import Foundation
import Testing

@testable import MinutesArchive

@Suite struct PathSpellingTests {
    private let composed = "が\u{3071}会議"
    private var decomposed: String { composed.decomposedStringWithCanonicalMapping }

    @Test func aPathIsFoundInTheOtherSpelling() throws {
        let folder = try TemporaryFolder()
        #expect(Array(composed.utf8) != Array(decomposed.utf8))
        for (stored, typed) in [(composed, decomposed), (decomposed, composed)] {
            let place = folder.path + "/" + stored + "/" + stored + ".txt"
            try FilePlace.makeFolder(FilePlace.parent(of: place))
            try FilePlace.put([1], at: place)
            let found = PathSpelling.existing(folder.path + "/" + typed + "/" + typed + ".txt")
            #expect(Array(found.utf8) == Array(place.utf8))
            let new = folder.path + "/" + typed + "/新しい.txt"
            #expect(Array(PathSpelling.existing(new).utf8) == Array(new.utf8))
            try FilePlace.remove(folder.path + "/" + stored)
        }
    }

    @Test func anArchiveIsOpenedInTheOtherSpelling() throws {
        let folder = try TemporaryFolder()
        _ = try Archive.create(at: folder.path + "/" + decomposed, name: "a")
        #expect(Archive.exists(at: folder.path + "/" + composed))
        #expect(try Archive.open(at: folder.path + "/" + composed + "/").description.name == "a")
        #expect(throws: ArchiveError.self) { try Archive.create(at: folder.path + "/" + composed, name: "b") }
        #expect(try FilePlace.names(in: folder.path).count == 1)
    }

    /// Copied by way of a Mac: the file's name is decomposed, `about.json` has it composed.
    @Test func anOriginalIsFoundUnderADecomposedName() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let original = try archive.write { writer in
            let original = try writer.store([1, 2], name: decomposed + ".txt")
            try writer.land()
            return original
        }
        #expect(Array(original.name.utf8) == Array((composed + ".txt").utf8))
        let place = try archive.path(of: original)
        try FilePlace.move(place, to: FilePlace.parent(of: place) + "/" + decomposed + ".txt")
        #expect(try archive.bytes(of: original) == [1, 2])
        #expect(try archive.verify().map(\.code) == ["archive.original-unused"])
    }
}

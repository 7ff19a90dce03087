import Foundation
import MinutesModel
import Testing

@testable import MinutesSearch

@Suite struct SearchIndexTests {
    private func meetings(_ count: Int, text: String = "居場所の話です。") -> [AnalyzedMeeting] {
        (1...count).map { meeting("m\($0)", [Turn("\(text)\($0)番目。"), Turn("はい、分かりました。", answers: 0)]) }
    }

    @Test func theSameMeetingsGiveTheSameBytesInAnyOrder() throws {
        let all = meetings(9)
        let (one, two) = (try SearchFixture(all), try SearchFixture(all.reversed()))
        #expect(try one.files() == two.files())
    }

    @Test func aReplacedMeetingIsMasked() throws {
        let fixture = try SearchFixture(meetings(3))
        try fixture.add([meeting("m2", [Turn("公園の話です。")])], version: "2")
        #expect(try fixture.found("居場所").sorted() == ["m1-1", "m3-1"])
        #expect(try fixture.found("公園") == ["m2-1"])
        #expect(try fixture.index().remarkCount == 5)
        #expect(try fixture.index().versions == ["m1": "1", "m2": "2", "m3": "1"])
    }

    @Test func aRemovedMeetingIsGone() throws {
        let fixture = try SearchFixture(meetings(2))
        let writer = try SearchIndexWriter(fixture.folder)
        writer.remove("m1")
        try writer.commit()
        #expect(try fixture.found("居場所") == ["m2-1"])
    }

    @Test func nothingIsVisibleBeforeCommit() throws {
        let fixture = try SearchFixture(meetings(2))
        let before = try fixture.files()
        let writer = try SearchIndexWriter(fixture.folder)
        try writer.add(meeting("m9", [Turn("公園")]), version: "1")
        #expect(try fixture.files() == before)
        #expect(try fixture.search("公園").total == 0)
    }

    @Test func anOpenIndexStaysAsItWas() throws {
        let fixture = try SearchFixture(meetings(2))
        let index = try fixture.index()
        try SearchIndexWriter(fixture.folder, fromScratch: true).commit()
        #expect(try fixture.search("居場所").total == 0)
        #expect(try index.rank(SearchRequest("居場所")).total == 2)
    }

    @Test func manySmallSegmentsBecomeOneAndFindTheSame() throws {
        let fixture = SearchFixture()
        let all = meetings(30)
        for meeting in all { try fixture.add([meeting]) }
        #expect(try fixture.index().parts.count <= SearchIndexWriter.mostSmallSegments + 1)
        let whole = try SearchFixture(all)
        for query in ["居場所", "話 -3番", "番", "", "役割:委員"] {
            #expect(try fixture.search(query) == whole.search(query))
        }
        let names = try fixture.files().keys.filter { $0.hasSuffix(".gidx") }
        #expect(try names.count == fixture.index().parts.count)
    }

    @Test func differencesToTheRecordsAreTold() throws {
        let index = try SearchFixture(meetings(3)).index()
        #expect(index.differences(from: ["m1": "1", "m2": "1", "m3": "1"]).isEmpty)
        let differences = index.differences(from: ["m1": "1", "m2": "2", "m4": "1"])
        #expect(differences == IndexDifferences(outdated: ["m2", "m4"], surplus: ["m3"]))
        #expect(differences.diagnostics.map(\.code) == ["index.outdated"])
    }

    @Test func aMissingIndexIsToldApart() throws {
        let fixture = SearchFixture()
        #expect(throws: SearchIndexError.missing(path: fixture.folder + "/manifest.json")) { try fixture.index() }
    }

    @Test func aDamagedIndexIsAnErrorOfItsOwnWhereverItIsDamaged() throws {
        let fixture = try SearchFixture(meetings(5))
        let name = try #require(try fixture.files().keys.first { $0.hasSuffix(".gidx") })
        let path = fixture.folder + "/" + name
        let sound = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        func isNoticed() throws -> Bool {
            do {
                let index = try fixture.index()
                try index.verify()
                return false
            } catch is SearchIndexError {
                return true
            }
        }
        #expect(try !isNoticed())
        // Every byte counts.
        var unnoticed = 0
        for place in Array(0..<200) + Array(stride(from: 200, to: sound.count, by: 37)) {
            var bytes = sound
            bytes[place] ^= 0x41
            try MappedFile.write(bytes, to: path)
            if try !isNoticed() { unnoticed += 1 }
            _ = try? fixture.search("居場所 OR 番")  // no crash
        }
        #expect(unnoticed == 0)
        for length in [0, 7, 31, 100, 300, sound.count - 1] {
            try MappedFile.write(Array(sound[..<length]), to: path)
            #expect(throws: SearchIndexError.self) { try fixture.index() }
        }
        unlink(path)
        #expect(throws: SearchIndexError.self) { try fixture.index() }
    }

    @Test func aTextThatHasGoneLeavesTheHit() throws {
        let fixture = try SearchFixture(meetings(1))
        let hits = try fixture.index().search(SearchRequest("居場所"), texts: FixtureTexts()).hits
        #expect(hits.map(\.remark) == ["m1-1"])
        #expect(hits.map(\.snippet) == [""])
    }

    @Test(arguments: [
        (#"{"format":9,"segments":[]}"#, true), (#"{"format":1,"segments":[]}"#, true), ("", false), ("{", false),
        (#"{"format":2}"#, false),
        (#"{"format":2,"segments":[{"file":"../../x","bytes":1,"meetings":1,"remarks":1,"removed":[]}]}"#, false),
    ])
    func aManifestThatCannotBeUsed(json: String, isOther: Bool) throws {
        let fixture = try SearchFixture(meetings(1))
        try MappedFile.write(Array(json.utf8), to: fixture.folder + "/manifest.json")
        let error = #expect(throws: SearchIndexError.self) { try fixture.index() }
        if case .otherVersion = try #require(error) { #expect(isOther) } else { #expect(!isOther) }
        try SearchIndexWriter(fixture.folder, fromScratch: true).commit()
        #expect(try fixture.index().remarkCount == 0)
    }
}

import Testing

@testable import MinutesModel

@Suite struct StableIDTests {
    /// Written down once: other values would cut every archive off from its reviews.
    @Test func idsNeverChange() {
        #expect(StableID.make("r", ["m1", "委員", "よろしくお願いします。"], salt: 0) == "rva7t9gyzan8z")
        #expect(StableID.make("m", [], salt: 0) == "m2ekv7egzz6w8")
    }

    @Test func partsDoNotRunIntoEachOther() {
        #expect(StableID.make("r", ["ab", "c"], salt: 0) != StableID.make("r", ["a", "bc"], salt: 0))
    }

    @Test func saltTellsAlikeThingsApart() {
        #expect(StableID.make("r", ["a"], salt: 0) != StableID.make("r", ["a"], salt: 1))
    }

    @Test func aHundredThousandIDsDoNotMeet() {
        let ids = Set((0..<100_000).map { StableID.make("f", ["\($0)"], salt: 0) })
        #expect(ids.count == 100_000)
    }
}

import MinutesModel
import Testing

@testable import MinutesArchive

@Suite struct CatalogFileTests {
    private static let catalog: Catalog = {
        let digest = String(repeating: "0af9", count: 16)
        var entries = [InventedMeeting(), InventedMeeting(id: StableID.make("m", ["二"], salt: 0), date: "2023-01-31")]
            .map {
                CatalogEntry(
                    $0.analyzed, original: StoredOriginal(sha256: digest, name: "か\u{3099}.txt"),
                    supersedes: [
                        StoredOriginal(sha256: "短い", name: ""), StoredOriginal(sha256: digest, name: "が.txt"),
                    ],
                    record: digest)
            }
        entries[1].date = nil
        entries[1].body = nil
        entries[1].remarks = .min
        entries[1].findings = ["": -1, "topic": .max]
        return Catalog(entries)
    }()

    @Test func everyEntryComesBack() throws {
        for catalog in [Self.catalog, Catalog()] {
            let bytes = CatalogFile.bytes(catalog)
            let again = try CatalogFile.catalog(bytes, path: "catalog")
            #expect(again == catalog)
            #expect(try ArchiveJSON.line(again, path: "") == ArchiveJSON.line(catalog, path: ""))
            #expect(CatalogFile.bytes(again) == bytes)
        }
        // A field that is added has to be added to the file.
        #expect(
            Mirror(reflecting: Self.catalog.meetings[0]).children.compactMap(\.label).sorted() == [
                "body", "date", "findings", "fiscalYear", "id", "original", "record", "remarks", "session",
                "supersedes",
                "title", "warnings",
            ])
    }

    @Test func everyChangedOrMissingByteIsNoticed() throws {
        let bytes = CatalogFile.bytes(Self.catalog)
        for place in bytes.indices {
            var broken = bytes
            broken[place] ^= 4
            #expect(throws: ArchiveError.self) { try CatalogFile.catalog(broken, path: "catalog") }
            #expect(throws: ArchiveError.self) { try CatalogFile.catalog(Array(bytes[..<place]), path: "catalog") }
        }
    }

    /// An archive of format 1 has the list in JSON; the next change writes it anew.
    @Test func theListInJSONIsRead() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let (file, former) = (
            archive.recordsFolder + "/" + CatalogFile.name, archive.recordsFolder + "/" + CatalogFile.formerName
        )
        func put(_ meeting: InventedMeeting) throws {
            try archive.write { writer in
                _ = try writer.put(meeting.analyzed, original: writer.store(meeting.bytes, name: "a.txt"))
                try writer.commit()
            }
        }
        try put(InventedMeeting())
        let catalog = try archive.catalog()
        try FilePlace.put(ArchiveJSON.page(catalog, path: former), at: former)
        try FilePlace.remove(file)
        #expect(try archive.catalog() == catalog)
        try put(InventedMeeting(id: "m2", request: "歩道を広げてください。"))
        #expect(!FilePlace.exists(former))
        #expect(try archive.catalog().meetings.map(\.id) == ["m1", "m2"])
    }
}

import MinutesArchive
import MinutesModel
import MinutesSearch

/// The texts of remarks, from the archive's records.
struct ArchiveTexts: RemarkTexts {
    let archive: Archive

    /// - Throws: `ArchiveError` when a record cannot be read.
    func texts(of references: [RemarkReference]) throws -> [[UInt8]?] {
        let catalog = try archive.catalog()
        var records: [String: [Remark]] = [:]
        for meeting in Set(references.map(\.meeting)) where catalog[meeting] != nil {
            records[meeting] = try archive.record(meeting).analyzed.meeting.remarks
        }
        return references.map { reference in
            guard catalog[reference.meeting]?.record == reference.version, let remarks = records[reference.meeting],
                remarks.indices.contains(reference.place), remarks[reference.place].id == reference.id
            else { return nil }
            return Array(remarks[reference.place].text.utf8)
        }
    }
}

import MinutesArchive
import MinutesModel
import MinutesSearch

/// The texts of remarks, from the archive's records. Of a record only what is asked for is read.
struct ArchiveTexts: RemarkTexts {
    let archive: Archive

    /// - Throws: `ArchiveError` when a record cannot be read.
    func texts(of references: [RemarkReference]) throws -> [[UInt8]?] {
        var records: [String: RecordTexts] = [:]
        return try references.map { reference in
            let texts: RecordTexts
            if let known = records[reference.meeting] {
                texts = known
            } else {
                do throws(ArchiveError) {
                    texts = try archive.texts(of: reference.meeting)
                } catch {
                    if case .unknownMeeting = error { return nil }
                    throw error
                }
                records[reference.meeting] = texts
            }
            return try texts.text(at: reference.place, id: reference.id)
        }
    }
}

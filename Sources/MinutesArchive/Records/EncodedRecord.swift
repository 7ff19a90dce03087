import MinutesModel

/// A record as it is to lie in the archive, made before it is put: on any thread, for the work is in the making.
package struct EncodedRecord: Sendable {
    /// The document it was derived from.
    package let original: StoredOriginal
    let bytes: [UInt8]
    /// SHA-256 of the bytes.
    package let digest: String

    /// - Throws: `ArchiveError.system` for a meeting too large for the format.
    package init(_ analyzed: AnalyzedMeeting, original: StoredOriginal) throws(ArchiveError) {
        self.original = original
        bytes = try RecordEncoder.bytes(
            StoredRecord(analyzed: analyzed, provenance: original), path: analyzed.id + Archive.recordEnding)
        digest = SHA256.hexDigest(of: bytes)
    }
}

extension StoredOriginal {
    /// What a document is called in the archive when it has not been there before.
    package init(_ bytes: [UInt8], name: String) {
        self.init(sha256: SHA256.hexDigest(of: bytes), name: FileName.sanitized(name))
        if self.name == "about.json" { self.name = "_about.json" }
    }
}

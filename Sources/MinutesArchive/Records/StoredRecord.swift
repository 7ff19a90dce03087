import MinutesModel

/// A record as it lies in `records/` (`Format/FORMAT.md`).
///
/// Its JSON is that of format 1: an `AnalyzedMeeting` with `format` and `provenance` beside it.
package struct StoredRecord: Hashable, Sendable {
    package static let knownFormat = 1

    package var analyzed: AnalyzedMeeting
    /// The original it was derived from.
    package var provenance: StoredOriginal

    package init(analyzed: AnalyzedMeeting, provenance: StoredOriginal) {
        self.analyzed = analyzed
        self.provenance = provenance
    }
}

extension StoredRecord: Codable {
    private enum Key: String, CodingKey { case format, provenance }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        provenance = try values.decode(StoredOriginal.self, forKey: .provenance)
        analyzed = try AnalyzedMeeting(from: decoder)
    }

    package func encode(to encoder: any Encoder) throws {
        try analyzed.encode(to: encoder)
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(Self.knownFormat, forKey: .format)
        try values.encode(provenance, forKey: .provenance)
    }
}

extension StoredRecord: VersionedFile {}

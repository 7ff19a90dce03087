import Dispatch
import Foundation
import JapaneseText
import MinutesArchive
import MinutesModel
import MinutesReading

/// What a rebuild made.
public struct RebuildReport: Sendable {
    public var meetings: Int
    public var remarks: Int
    public var diagnostics: [Diagnostic]
}

extension Secretariat {
    /// Checks originals, records, quotes, decisions and the indexes; each diagnostic says what to do.
    ///
    /// What an interrupted program left is completed on the way, and an index that is behind or damaged is made again
    /// from the records: a note says so. Where the archive cannot be written just now, it is only told.
    /// - Parameter repairs: `false` writes nothing.
    /// - Throws: `ArchiveError` when the folders cannot be listed.
    public func verify(repairs: Bool = true) throws -> [Diagnostic] {
        let found = try check()
        let left = found.filter { Self.repaired.contains($0.code) }
        guard repairs, !left.isEmpty else { return found }
        do {
            try settle(rebuildsIndex: left.contains { $0.code == "index.unusable" })
        } catch {
            return found
        }
        let codes = Set(left.map(\.code)).sorted().joined(separator: "、")
        let note = Diagnostic(
            .note, code: "archive.settled", message: "途中で終わった作業の残りや、記録より古い索引がありましたので、整えました（\(codes)）。")
        return [note] + (try check())
    }

    /// What settling puts right.
    private static let repaired: Set = [
        "archive.interrupted", "archive.record-unlisted", "archive.catalog-damaged", "reviews.torn-line",
        "index.outdated",
        "index.unusable", "actions.outdated", "actions.unusable",
    ]

    private func check() throws -> [Diagnostic] {
        let processor = try processor
        return try archive.verify(
            VerificationRules(
                decode: { bytes, name in try? processor.read(SourceBytes(name: name, bytes: bytes)).value.text },
                index: { indexProblems($0) + actionIndexProblems($0) + searchSettingProblems() },
                fold: { TextFolding.fold($0) }))
    }

    /// Completes what an interrupted writer left and brings the indexes up to the records.
    func settle(rebuildsIndex: Bool = false) throws {
        try archive.write { writer in
            if rebuildsIndex { try rebuildIndex(writer.catalog) } else { try updateIndex(writer.catalog) }
            _ = try commitActions(writer.catalog)
        }
    }

    /// Derives records and index again from the originals. Readers see the old state until the new one is whole.
    /// - Throws: `ArchiveError`; the old records stay.
    public func rebuild(progress: (Int, Int) -> Void = { _, _ in }) throws -> RebuildReport {
        var diagnostics: [Diagnostic] = []
        let meetings = try archive.write { writer in
            diagnostics = try rebuildRecords(writer, progress: progress)
            let actions = try actionWriter(fromScratch: true)
            try rebuildIndex(writer.catalog) { try actions.add($0, version: $1) }
            diagnostics += try commitActions(writer.catalog, with: actions)
            return writer.catalog.meetings
        }
        return RebuildReport(
            meetings: meetings.count, remarks: meetings.reduce(0) { $0 + $1.remarks }, diagnostics: diagnostics)
    }

    private func rebuildRecords(_ writer: ArchiveWriter, progress: (Int, Int) -> Void) throws -> [Diagnostic] {
        let processor = try processor
        var layouts = try BodyLayouts(archive, forgetsFound: true)
        let rebuild = try RecordRebuild(writer)
        var diagnostics: [Diagnostic] = []
        do {
            let originals = try archive.originals()
            for (index, original) in originals.enumerated() {
                do {
                    let source = SourceBytes(name: original.name, bytes: try archive.bytes(of: original))
                    for read in try processor.processAll(source, by: layouts) {
                        _ = layouts.learn(read.record, read.layout, document: original.name)
                        try rebuild.add(read.record, original: original)
                    }
                } catch let error as ReadingError {
                    diagnostics.append(Diagnostic(.error, code: "rebuild.unreadable", message: "\(error)"))
                }
                progress(index + 1, originals.count)
            }
            diagnostics += try rebuild.finish()
            try layouts.write(writer)
            return diagnostics
        } catch {
            try? rebuild.cancel()
            throw error
        }
    }
}

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

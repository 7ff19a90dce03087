import Foundation
import JapaneseText
import MinutesArchive
import MinutesModel
import MinutesParsing
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
    public func rebuild(progress: @escaping (Int, Int) -> Void = { _, _ in }) throws -> RebuildReport {
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

    /// An original, read and analysed.
    private struct Reread: Sendable {
        var original: StoredOriginal
        var content: Result<[(record: AnalyzedMeeting, layout: Layout, encoded: EncodedRecord)], any Error>
    }

    private func rebuildRecords(
        _ writer: ArchiveWriter, progress: @escaping (Int, Int) -> Void
    ) throws -> [Diagnostic] {
        let processor = try processor
        var layouts = try BodyLayouts(archive, forgetsFound: true)
        let reading = layouts
        let rebuild = try RecordRebuild(writer)
        let archive = archive
        var diagnostics: [Diagnostic] = []
        var done = 0
        do {
            let originals = try archive.originals()
            let work = OrderedWork<StoredOriginal, Reread>(threads: ProcessInfo.processInfo.activeProcessorCount) {
                original in
                var size = 0
                let content = Result {
                    let source = SourceBytes(name: original.name, bytes: try archive.bytes(of: original))
                    size = source.bytes.count * 8
                    return try processor.processAll(source, by: reading).map {
                        (
                            record: $0.record, layout: $0.layout,
                            encoded: try EncodedRecord($0.record, original: original)
                        )
                    }
                }
                return (Reread(original: original, content: content), size)
            } give: { read in
                do {
                    for meeting in try read.content.get() {
                        _ = layouts.learn(meeting.record, meeting.layout, document: read.original.name)
                        try rebuild.add(meeting.record, original: read.original, encoded: meeting.encoded)
                    }
                } catch let error as ReadingError {
                    diagnostics.append(Diagnostic(.error, code: "rebuild.unreadable", message: "\(error)"))
                }
                done += 1
                progress(done, originals.count)
            }
            try work.run(originals.makeIterator()) { originals in originals.next().map { ($0, 0) } }
            diagnostics += try rebuild.finish()
            try layouts.write(writer)
            return diagnostics
        } catch {
            try? rebuild.cancel()
            throw error
        }
    }
}

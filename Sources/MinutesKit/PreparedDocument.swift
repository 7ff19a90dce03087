import Foundation
import MinutesArchive
import MinutesModel
import MinutesParsing
import MinutesReading

/// A document that was read, with the records of the meetings in it and all that can be made of them before they are
/// put into the archive; or why it could not be read. Made on any thread.
struct PreparedDocument: Sendable {
    /// A document that was read and analysed.
    struct Read: Sendable {
        var document: DocumentPath
        var content: Result<Content, any Error>

        struct Content: Sendable {
            var records: [AnalyzedMeeting]
            var layouts: [Layout]
            var bytes: [UInt8]
        }

        init(_ document: DocumentPath, _ processor: MinutesProcessor, _ layouts: BodyLayouts) {
            self.document = document
            content = Result {
                let source = try SourceFile.read(document.url)
                let read = try processor.processAll(source, by: layouts)
                return Content(records: read.map(\.record), layouts: read.map(\.layout), bytes: source.bytes)
            }
        }

        /// Bytes that are kept for it, about: a record takes some times the bytes of its document.
        var size: Int { (try? content.get().bytes.count * 8) ?? 0 }
    }

    /// A meeting in it.
    struct Meeting: Sendable {
        var record: AnalyzedMeeting
        /// `nil` where it cannot be written; whoever puts it gets the error.
        var encoded: EncodedRecord?
        var actions: PreparedActions?
    }

    let document: DocumentPath
    let bytes: [UInt8]
    /// What it is called unless the archive has it already.
    let original: StoredOriginal
    private let meetingsRead: [Meeting]
    private let layouts: [Layout]
    private let problem: (any Error)?

    /// - Parameter maker: makes the actions; `nil` where nothing is going to be put.
    init(_ read: Read, actions maker: ActionMaker? = nil) {
        document = read.document
        switch read.content {
        case .failure(let error):
            (bytes, meetingsRead, layouts, problem) = ([], [], [], error)
            original = StoredOriginal(sha256: "", name: "")
        case .success(let content):
            (bytes, layouts, problem) = (content.bytes, content.layouts, nil)
            let original = StoredOriginal(content.bytes, name: read.document.url.lastPathComponent)
            self.original = original
            meetingsRead = content.records.map { record in
                guard let maker, let encoded = try? EncodedRecord(record, original: original) else {
                    return Meeting(record: record)
                }
                return Meeting(
                    record: record, encoded: encoded, actions: maker.actions(of: record, version: encoded.digest))
            }
        }
    }

    var path: String { document.url.path }
    var name: String { document.url.lastPathComponent }

    /// Ids of the meetings in the document.
    var meetings: Set<String> { Set(meetingsRead.map(\.record.id)) }

    /// Takes in the layouts of the meetings that were put, or were there; a change is told with the outcome.
    func learn(_ layouts: inout BodyLayouts, _ outcomes: inout ArraySlice<ImportReport.Outcome>) {
        for (read, layout) in zip(meetingsRead, self.layouts) {
            guard
                let index = outcomes.firstIndex(where: {
                    $0.meeting == read.record.id && $0.status != .skipped && $0.status != .failed
                })
            else { continue }
            let changed = layouts.learn(read.record, layout, document: name)
            if let changed { outcomes[index].diagnostics.append(changed) }
        }
    }

    private static let noTurns = "会議録と見分けられないため、取り込みませんでした（ファイルを名指しすれば取り込みます）。"

    /// The meetings to put; outcomes are added for what there is nothing to put of.
    func wanted(replacing replaced: String?, _ outcomes: inout [ImportReport.Outcome]) -> [Meeting] {
        if let problem {
            // A folder may hold other people's JSON and XML; a file that was named has to be read.
            var isForeign = false
            if case .unknownFormat? = problem as? ReadingError { isForeign = !document.isNamed }
            outcomes.append(.init(path: path, status: isForeign ? .skipped : .failed, problem: "\(problem)"))
            return []
        }
        guard replaced == nil || meetingsRead.count == 1 else {
            let problem = ReadingError.severalMeetings(name: path, count: meetingsRead.count)
            outcomes.append(.init(path: path, status: .failed, problem: "\(problem)"))
            return []
        }
        let wanted = meetingsRead.filter {
            document.isNamed || DocumentCheck.areMinutes($0.record.meeting.diagnostics)
        }
        for _ in wanted.count..<meetingsRead.count {
            outcomes.append(.init(path: path, status: .skipped, problem: Self.noTurns))
        }
        return wanted
    }
}

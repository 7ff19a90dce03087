import Foundation
import JapaneseText
import MinutesArchive
import MinutesModel

/// What the parts of an import that lie behind the archive cost, for benchmarks.
package struct ImportCost: Sendable {
    package var name: String
    /// Processor seconds.
    package var seconds: Double

    /// - Parameter scale: by what the times are multiplied.
    package static func measure(_ records: [AnalyzedMeeting], sources: [[UInt8]], scale: Double) -> [ImportCost] {
        var costs: [ImportCost] = []
        func part(_ name: String, _ work: () -> Void) {
            let before = clock()
            work()
            costs.append(ImportCost(name: name, seconds: Double(clock() - before) / Double(CLOCKS_PER_SEC) * scale))
        }
        part("hash originals") { for bytes in sources { _ = StoredOriginal(bytes, name: "a.txt") } }
        let original = StoredOriginal([], name: "a.txt")
        part("encode records") { for record in records { _ = try? EncodedRecord(record, original: original) } }
        let maker = ActionMaker(reviews: [], fold: { TextFolding.fold($0) })
        part("actions") { for record in records { _ = maker.actions(of: record, version: "") } }
        return costs
    }
}

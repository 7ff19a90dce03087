import MinutesModel

/// The texts of a meeting's remarks: only those asked for are expanded, with the others of their block.
package final class RecordTexts {
    private enum Source {
        case file(MappedPages, [RecordFile.Entry], RecordPlaces, path: String)
        case record([Remark])
    }

    private let source: Source
    /// Blocks that were expanded, by number.
    private var blocks: [Int: [UInt8]] = [:]

    /// - Throws: `ArchiveError.damaged`, `.tooNew`, `.notFound`.
    init(path: String) throws(ArchiveError) {
        do throws(RecordFileError) {
            let pages: MappedPages
            do throws(ActionIndexError) {
                pages = try MappedPages(path: path)
            } catch {
                guard case .damaged(let reason) = error else { throw .damaged("ファイルがありません") }
                throw .damaged(reason)
            }
            let entries = try RecordFile.entries(pages.bytes)
            let places = try RecordPlaces(
                RecordFile.content(.places, among: entries, of: pages.bytes),
                blocks: entries.filter { $0.kind == .texts })
            source = .file(pages, entries.filter { $0.kind == .texts }, places, path: path)
        } catch {
            throw error.archiveError(path)
        }
    }

    /// Of a record that was read whole.
    init(_ record: StoredRecord) { source = .record(record.analyzed.meeting.remarks) }

    /// Places of the remarks whose id begins with a word, from 0.
    package func places(ofID word: String) -> [Int] {
        switch source {
        case .record(let remarks): return remarks.indices.filter { remarks[$0].id.hasPrefix(word) }
        case .file(let pages, _, let places, let path):
            // Ids of another shape stand in a part of the record that is not read here.
            if places.ids.contains(PackedID.other) {
                let remarks = try? RecordDecoder.record(pages.bytes, path: path).analyzed.meeting.remarks
                return remarks.map { all in all.indices.filter { all[$0].id.hasPrefix(word) } } ?? []
            }
            guard let (value, shift) = PackedID.packed(beginning: word, prefix: UInt8(ascii: "r")) else { return [] }
            return places.ids.indices.filter { places.ids[$0] >> shift == value }
        }
    }

    /// Bytes of the text of every remark.
    package var lengths: [Int] {
        switch source {
        case .file(_, _, let places, path: _): places.lengths
        case .record(let remarks): remarks.map { $0.text.utf8.count }
        }
    }

    /// The text of a remark, UTF-8.
    /// - Parameters:
    ///   - place: its place among the remarks, from 0.
    ///   - id: its id; made of its text among other things, so that the same id is the same text.
    /// - Returns: `nil` where another remark stands there.
    /// - Throws: `ArchiveError.damaged`.
    package func text(at place: Int, id: String) throws(ArchiveError) -> [UInt8]? {
        switch source {
        case .record(let remarks):
            return remarks.indices.contains(place) && remarks[place].id == id ? Array(remarks[place].text.utf8) : nil
        case .file(let pages, let entries, let places, let path):
            guard places.ids.indices.contains(place) else { return nil }
            let packed = PackedID.packed(id, prefix: UInt8(ascii: "r")) ?? PackedID.other
            guard places.ids[place] == packed, let block = places.blocks.firstIndex(where: { $0.contains(place) })
            else { return nil }
            if packed == PackedID.other {
                let remarks = try RecordDecoder.record(pages.bytes, path: path).analyzed.meeting.remarks
                return remarks[place].id == id ? Array(remarks[place].text.utf8) : nil
            }
            if blocks[block] == nil {
                do throws(RecordFileError) {
                    blocks[block] = try RecordFile.content(entries[block], of: pages.bytes)
                } catch {
                    throw error.archiveError(path)
                }
            }
            let start = places.lengths[places.blocks[block].lowerBound..<place].reduce(0, +)
            return blocks[block].map { Array($0[start..<start + places.lengths[place]]) }
        }
    }
}

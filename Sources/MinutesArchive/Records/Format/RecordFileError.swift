/// Why a record file cannot be read. It is derived: `rebuild` makes it again.
enum RecordFileError: Error, Hashable, Sendable {
    /// Japanese phrase.
    case damaged(String)
    case tooNew(Int)

    func archiveError(_ path: String) -> ArchiveError {
        switch self {
        case .damaged(let reason): .damaged(path: path, reason: reason)
        case .tooNew(let format): .tooNew(path: path, version: format, known: RecordFile.knownFormat)
        }
    }
}

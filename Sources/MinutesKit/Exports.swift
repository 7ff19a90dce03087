// A program that uses the kit needs the model, the types its own readers and analyzers are made of, and the
// archive's errors; it imports MinutesKit and nothing else.
@_exported import JapaneseText
@_exported import MinutesAnalysis
import MinutesArchive
@_exported import MinutesModel
@_exported import MinutesReading
@_exported import MinutesSearch

public typealias ArchiveError = MinutesArchive.ArchiveError
public typealias BackupSummary = MinutesArchive.BackupSummary
public typealias LockOwner = MinutesArchive.LockOwner
public typealias WritingManner = MinutesArchive.WritingManner
public typealias MeetingChanges = MinutesArchive.MeetingChanges

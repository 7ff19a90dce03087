// A program that uses the kit needs the model, the types its own readers and analyzers are made of, and the
// archive's errors; it imports MinutesKit and nothing else.
import ClickHouseSearch
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
public typealias ClickHouseServer = ClickHouseSearch.ClickHouseServer
public typealias ClickHouseName = ClickHouseSearch.ClickHouseName
public typealias ClickHouseError = ClickHouseSearch.ClickHouseError
public typealias ClickHouseTransport = ClickHouseSearch.ClickHouseTransport
public typealias CarrierProgram = ClickHouseSearch.CarrierProgram
public typealias ServerRequest = ClickHouseSearch.ServerRequest
public typealias ServerAnswer = ClickHouseSearch.ServerAnswer
public typealias TransportProblem = ClickHouseSearch.TransportProblem

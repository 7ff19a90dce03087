import Foundation
import MinutesKit

/// Why a command could not do its work, in one sentence.
enum Failure {
    /// The rooms speak Japanese; English is laid over the cases a person meets.
    static func sentence(for error: any Error, language: Language) -> String {
        if language == .english, let english = english(error) { return english }
        if type(of: error) is NSError.Type || error is CocoaError {
            return Words("処理できませんでした：\(error.localizedDescription)", "Failed: \(error.localizedDescription)")(language)
        }
        return "\(error)"
    }

    private static func english(_ error: any Error) -> String? {
        switch error {
        case let problem as FileProblem: english(problem)
        case let problem as ReadingError: english(problem)
        case let problem as ArchiveError: english(problem)
        case let problem as RequestProblem: english(problem)
        case let problem as LayoutFileError: problem.englishDescription
        case let problem as ClickHouseError: problem.englishDescription
        case let problem as SearchQueryError: problem.englishDescription
        case let problem as SynonymSettingsError: problem.englishDescription
        case let problem as SavedSearchError: problem.englishDescription
        default: nil
        }
    }

    private static func english(_ problem: FileProblem) -> String {
        switch problem {
        case .missing(let path): "\(path): no such file."
        case .isFolder(let path): "\(path) is a folder; name a file."
        case .tooLarge(let path, let limit): "\(path) is larger than \(limit >> 20) MB; split it by meeting."
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)."
        case .unwritable(let path, let reason): "\(path) cannot be written: \(reason)."
        case .noDocuments(let path): "\(path) holds no document (.txt, .md)."
        }
    }

    private static func english(_ problem: ReadingError) -> String {
        switch problem {
        case .empty(let name): "\(name) is empty."
        case .binary(let name, let kind): "\(name) is not text (\(kind)); save it as text first."
        case .tooLarge(let name, let bytes, let limit): "\(name) is too large (\(bytes) bytes, limit \(limit))."
        default: "\(problem)"
        }
    }

    private static func english(_ problem: ArchiveError) -> String {
        switch problem {
        case .missing(let path): "\(path) holds no archive; check the place, or make one with gijiroku init."
        case .exists(let path): "\(path) already holds an archive."
        case .folderNotEmpty(let path): "\(path) holds other files; name an empty or new folder."
        case .damaged(let path, let reason): "\(path) cannot be understood (\(reason)); see gijiroku verify."
        case .tooNew(let path, let version, let known):
            "\(path) was written by a newer gijiroku (format \(version), this one knows \(known))."
        case .locked(_, let owner):
            "Another program is writing (\(owner?.english ?? "unknown")); try again when it is done, or give --wait SECONDS."
        case .lockedElsewhere(let path, let owner):
            "The archive is on a network share and another computer is writing, or has stopped half-way (\(owner.english)). Make sure that it does not run there, delete \(path), and try again."
        case .overQuota(let path):
            "\(path) cannot be written: your quota or the limit of a file's size is reached; nothing half-written was left."
        case .link(let path): "\(path) is a link; an archive holds none. Put what it leads to in its place."
        case .permissionDenied(let path): "\(path): permission denied."
        case .readOnly(let path): "\(path) is on a read-only place."
        case .diskFull(let path): "No space left to write \(path); nothing half-written was left."
        case .notFound(let path): "\(path): not found."
        case .system(let path, let reason): "\(path): \(reason)."
        case .fileExists(let path): "\(path) is there already; name another file, or give --force to replace it."
        case .badBackup(let path, let reason):
            "\(path) cannot be restored (\(reason)); nothing was written. Name another backup."
        case .unsafeName(let name): "\(name) cannot be a file name."
        case .unknownMeeting(let id): "There is no meeting \(id); see gijiroku list."
        }
    }

    private static func english(_ problem: RequestProblem) -> String {
        switch problem {
        case .unknownKind(let word): "There is no kind \"\(word)\"."
        case .unknownStatus(let word): "There is no status \"\(word)\"."
        case .unknownRole(let word): "There is no role \"\(word)\"."
        case .notADate(let word): "\"\(word)\" is not a date; write 2024-04-01 or 2024-04."
        case .noSuchThing(let id): "There is nothing with the id \(id)."
        case .ambiguous(let id, let ids): "Several ids begin with \(id): \(ids.prefix(5).joined(separator: ", "))."
        case .noMeeting(let word): "No meeting is called \"\(word)\"; see gijiroku list."
        case .severalBodies(let bodies):
            bodies.isEmpty
                ? "No minutes give both a body and a date; see gijiroku list."
                : "There are \(bodies.count) bodies; name one, or a meeting, with --meeting."
        case .noSuchPlugin(let id, let known): "There is no plugin \(id); known: \(known.joined(separator: ", "))."
        case .removed(let id, let meeting, let versions):
            "\(id) was taken out of the minutes (\(meeting)) by a correction; an older version has it: \(versions.joined(separator: ", "))."
        case .changedInto(let id, let remark):
            "\(id) is no item any more since its remark was corrected; see gijiroku show \(remark)."
        case .oneDocumentReplaces(let count): "--replaces takes one document, not \(count)."
        case .quoteNotFound(let quote, let remark):
            "The remark \(remark) does not hold \"\(quote)\"; copy the words from gijiroku show \(remark)."
        case .alreadyListed(let id): "These words are on the list as \(id); change it with actions set \(id)."
        case .notWhole(let id): "\(id) is no longer in the minutes and cannot be split; add what the remark says now."
        case .mergesOne: "Name two items or more; the others are merged into the first."
        case .splitsIntoOne: "Give two parts or more with --part."
        case .partOfAnother(let id, let target):
            "\(id) was merged into \(target); actions reset \(id) makes it an item of its own again."
        case .alreadySplit(let id):
            "\(id) is split; name one of its parts, or make it whole again with actions reset \(id)."
        case .sharesDocument(let title, let document, let others):
            "The document \(document) of \"\(title)\" holds other meetings, too (\(others.prefix(5).joined(separator: ", "))). Give --force to forget them all; what is to stay, import again from a document of its own."
        case .nobodyOwns(let owner): "No item is owned by \"\(owner)\"; see gijiroku actions --by owner."
        case .goldUnreadable(let reason): "The gold table cannot be read: \(reason)"
        case .noLayout(let body): "No layout is fixed for \"\(body)\"; see gijiroku archive layouts."
        case .ambiguousBody(let word, let bodies):
            "Several bodies are called \"\(word)\": \(bodies.prefix(5).joined(separator: ", "))."
        case .noTruth(let path): "\(path) holds no true turns (<document>.turns.tsv)."
        case .noRecordTruth(let path): "\(path) holds no true records (<document>.truth.json)."
        }
    }
}

import Foundation
import MinutesKit

/// Which archive a command works on: `--archive`, else `GIJIROKU_ARCHIVE`, else `./kaigiroku`.
struct ArchiveLocation {
    let url: URL
    private let manner: WritingManner

    /// - Parameters:
    ///   - verb: what the lock file tells others who want to write meanwhile.
    ///   - terminal: where to say whom `--wait` waits for.
    init(_ arguments: Arguments, verb: String? = nil, terminal: Terminal? = nil) throws {
        let environment = ProcessInfo.processInfo.environment["GIJIROKU_ARCHIVE"].flatMap { $0.isEmpty ? nil : $0 }
        url = URL(fileURLWithPath: arguments.value("--archive") ?? environment ?? "kaigiroku", isDirectory: true)
        let seconds = try arguments.integer("--wait", in: 0...86_400, default: 0)
        manner = WritingManner(
            program: (["gijiroku", verb].compactMap(\.self)).joined(separator: " "), patience: Double(seconds)
        ) { owner in
            terminal?.note(
                Words(
                    "ほかのプログラムが書き込み中です（\(owner?.japanese ?? "相手は不明")）。終わるのを待っています。",
                    "Another program is writing (\(owner?.english ?? "unknown")); waiting for it to end."))
        }
    }

    /// - Throws: when there is no archive, or it is damaged or of a newer version.
    func open() throws -> Secretariat { try Secretariat.open(at: url).writing(manner) }

    /// Makes the archive where there is none.
    func openOrCreate() throws -> Secretariat { try Secretariat.openOrCreate(at: url).writing(manner) }
}

extension Arguments {
    /// - Throws: `UsageError` when there are words the command has no use for.
    func refuseOperands() throws {
        guard let first = operands.first else { return }
        throw UsageError("「\(first)」は余分です。--help で使い方を確かめてください。", "\"\(first)\" is not expected here. See --help.")
    }
}

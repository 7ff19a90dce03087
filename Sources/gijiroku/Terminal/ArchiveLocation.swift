import Foundation
import MinutesKit

/// Which archive a command works on: `--archive`, else `GIJIROKU_ARCHIVE`, else `./kaigiroku`.
struct ArchiveLocation {
    let url: URL

    init(_ arguments: Arguments) {
        let environment = ProcessInfo.processInfo.environment["GIJIROKU_ARCHIVE"].flatMap { $0.isEmpty ? nil : $0 }
        url = URL(fileURLWithPath: arguments.value("--archive") ?? environment ?? "kaigiroku", isDirectory: true)
    }

    /// - Throws: when there is no archive, or it is damaged or of a newer version.
    func open() throws -> Secretariat { try Secretariat.open(at: url) }
}

extension Arguments {
    /// - Throws: `UsageError` when there are words the command has no use for.
    func refuseOperands() throws {
        guard let first = operands.first else { return }
        throw UsageError("「\(first)」は余分です。--help で使い方を確かめてください。", "\"\(first)\" is not expected here. See --help.")
    }
}

import MinutesKit

/// `gijiroku actions`: what was promised, asked and left open, and what people decided about it.
enum ActionsCommand: Command {
    static let name = "actions"

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        if let verb = arguments.operands.first {
            guard let review = ActionReviewCommand(verb) else {
                let known = ActionReviewCommand.allCases.map(\.rawValue).joined(separator: "、")
                throw UsageError(
                    "「actions \(verb)」という操作はありません。あるのは \(known) です。",
                    "There is no \"actions \(verb)\"; there are \(known).")
            }
            return try review.run(arguments, terminal: terminal)
        }
        if arguments.has("--carry-over") { return try carryOver(arguments, terminal: terminal) }
        let output = Output(arguments, terminal: terminal)
        if arguments.value("--format") == "xlsx" { try output.refuseScreen("xlsx") }
        let list = try ArchiveLocation(arguments).open().actions(filter(arguments))
        let grouping = try grouping(arguments)
        switch arguments.value("--format") {
        case let format? where format != "text": try output.write(Secretariat.export(list, as: "actions-" + format))
        default: try output.print(ActionText(list, by: grouping, terminal: terminal).text)
        }
        return .done
    }

    /// - Throws: `UsageError` for options that exclude each other, `RequestProblem`.
    static func filter(_ arguments: Arguments) throws -> ActionFilter {
        guard !arguments.has("--pending") || !arguments.has("--rejected") else {
            throw UsageError("--pending と --rejected は一緒に使えません。", "--pending and --rejected do not go together.")
        }
        return try ActionFilter(
            kind: arguments.value("--kind"), status: arguments.value("--status"), owner: arguments.value("--owner"),
            topic: arguments.value("--topic"), meeting: arguments.value("--meeting"),
            dueBy: arguments.value("--due-by"),
            scope: arguments.has("--pending") ? .pending : arguments.has("--rejected") ? .rejected : .listed)
    }

    private static func grouping(_ arguments: Arguments) throws -> ActionGrouping {
        guard let word = arguments.value("--by") else { return .kind }
        guard let grouping = ActionGrouping(rawValue: word) else {
            let known = ActionGrouping.allCases.map(\.rawValue).joined(separator: "、")
            throw UsageError(
                "--by に「\(word)」は使えません。一覧で使えるのは \(known) です。", "--by cannot be \"\(word)\"; a list takes \(known).")
        }
        return grouping
    }

    private static func carryOver(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        let unused = [
            "--kind", "--status", "--owner", "--topic", "--due-by", "--due", "--note", "--by", "--pending",
            "--rejected",
        ]
        if let option = unused.first(where: { arguments.has($0) }) {
            throw UsageError("--carry-over と \(option) は一緒に使えません。", "--carry-over and \(option) do not go together.")
        }
        let output = Output(arguments, terminal: terminal)
        if arguments.value("--format") == "xlsx" { try output.refuseScreen("xlsx") }
        let sheet = try ArchiveLocation(arguments).open().carryOver(for: arguments.value("--meeting"))
        switch arguments.value("--format") {
        case "json": try output.write(Secretariat.json(sheet))
        case "csv": try output.write(Secretariat.csv(sheet))
        case "markdown": try output.write(Secretariat.markdown(sheet))
        case "xlsx": try output.write(Secretariat.workbook(sheet))
        case "ics":
            try output.write(Secretariat.export(ActionList(items: sheet.points.map(\.item)), as: "actions-ics"))
        default: try output.print(CarryOverText(sheet: sheet, terminal: terminal).text)
        }
        return .done
    }
}

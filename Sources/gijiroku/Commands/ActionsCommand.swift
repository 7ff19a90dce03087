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
        if arguments.has("--explain") { return try explain(arguments, terminal: terminal) }
        if arguments.has("--carry-over") || arguments.has("--progress") {
            return try carryOver(arguments, terminal: terminal)
        }
        let output = Output(arguments, terminal: terminal)
        if arguments.value("--format") == "xlsx" { try output.refuseScreen("xlsx") }
        let grouping = try grouping(arguments)
        let format = arguments.value("--format") ?? "text"
        let limit = try arguments.integer("--limit", in: 0...10_000_000, default: format == "text" ? onScreen : 0)
        var filter = try filter(arguments)
        // What a calendar has and people rejected is to go from it.
        if format == "ics", filter.scope == .listed { filter.scope = .all }
        let listing = try ArchiveLocation(arguments).open().actionListing(filter, limit: limit == 0 ? nil : limit)
        listing.messages.forEach { terminal.note($0) }
        if format != "text" {
            try output.write(Secretariat.export(listing.list, as: "actions-" + format, by: grouping))
        } else {
            try output.print(ActionText(listing.list, by: grouping ?? .kind, terminal: terminal).text(of: listing))
        }
        return .done
    }

    /// Items shown on a screen unless it is said otherwise.
    private static let onScreen = 500

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

    private static func grouping(_ arguments: Arguments) throws -> ActionGrouping? {
        guard let word = arguments.value("--by") else { return nil }
        guard let grouping = ActionGrouping(rawValue: word) else {
            let known = ActionGrouping.allCases.map(\.rawValue).joined(separator: "、")
            throw UsageError(
                "--by に「\(word)」は使えません。一覧で使えるのは \(known) です。", "--by cannot be \"\(word)\"; a list takes \(known).")
        }
        return grouping
    }

    private static func explain(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        let own: Set = ["--explain", "--archive", "--format", "--output", "--lang"]
        if let option = help.options.map({ $0.names[0] }).first(where: { arguments.has($0) && !own.contains($0) }) {
            throw UsageError("--explain と \(option) は一緒に使えません。", "--explain and \(option) do not go together.")
        }
        let explained = try ArchiveLocation(arguments).open().explainAction(arguments.value("--explain") ?? "")
        let output = Output(arguments, terminal: terminal)
        switch arguments.value("--format") {
        case "json"?: try output.write(JSONBytes.encode(explained))
        case "text"?, nil: try output.print(ActionExplanationText(explained, terminal: terminal).text)
        case let format?:
            throw UsageError("--explain の形式に \(format) は使えません。", "--explain answers in text or json, not \(format).")
        }
        return .done
    }

    private static func carryOver(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        let unused = [
            "--kind", "--status", "--owner", "--topic", "--due-by", "--due", "--note", "--by", "--pending",
            "--rejected", "--limit",
        ]
        if let option = unused.first(where: { arguments.has($0) }) {
            let own = arguments.has("--progress") ? "--progress" : "--carry-over"
            throw UsageError("\(own) と \(option) は一緒に使えません。", "\(own) and \(option) do not go together.")
        }
        let output = Output(arguments, terminal: terminal)
        if arguments.value("--format") == "xlsx" { try output.refuseScreen("xlsx") }
        let sheet = try ArchiveLocation(arguments).open()
            .carryOver(for: arguments.value("--meeting"), includesSettled: arguments.has("--progress"))
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

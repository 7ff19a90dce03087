import MinutesKit

/// `gijiroku actions accept|reject|…`: what a person decides about items of the list.
enum ActionReviewCommand: String, CaseIterable {
    case accept, reject, set, merge, split, add, reassign, reset

    init?(_ word: String) { self.init(rawValue: word) }

    func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        try refuseWhatIsNotMeant(arguments)
        let words = Array(arguments.operands.dropFirst())
        guard words.count >= fewest, words.count <= most else { throw usage }
        let change = try change(arguments)
        if self == .set, change.isEmpty {
            throw UsageError(
                "変える内容を --status、--owner、--due、--summary、--kind、--note で指定してください。",
                "Say what to change with --status, --owner, --due, --summary, --kind or --note.")
        }
        let items = try carryOut(
            words, change, arguments, ArchiveLocation(arguments, verb: "actions \(rawValue)", terminal: terminal).open()
        )
        for word in words where self != .add && self != .reassign && self != .split {
            if let item = items.first(where: { !$0.id.hasPrefix(word) && $0.formerIDs.contains { $0.hasPrefix(word) } })
            {
                terminal.note(
                    Words(
                        "\(word) は会議録の訂正で \(item.id) になりました。", "\(word) is \(item.id) since the minutes were corrected."
                    ))
            }
        }
        if arguments.value("--format") == "json" {
            try terminal.write(bytes: Secretariat.export(ActionList(items: items), as: "actions-json"))
        } else {
            try terminal.print(done(items.count)(terminal.language))
            try terminal.print(ActionText(ActionList(items: items), terminal: terminal).items)
        }
        return .done
    }

    private func carryOut(
        _ words: [String], _ change: ActionChange, _ arguments: Arguments, _ secretariat: Secretariat
    ) throws -> [ActionItem] {
        switch self {
        case .accept: return try secretariat.acceptActions(words, change, asFound: arguments.has("--as-found"))
        case .reject: return try secretariat.rejectActions(words, change)
        case .set: return try secretariat.setActions(words, change)
        case .reset: return try secretariat.resetActions(words, by: change.by)
        case .merge: return [try secretariat.mergeActions(words, change)]
        case .split: return try secretariat.splitAction(words[0], into: arguments.all("--part"), by: change.by)
        case .reassign:
            return try secretariat.reassignActions(
                from: words[0], to: words[1],
                ActionFilter(
                    kind: arguments.value("--kind"), topic: arguments.value("--topic"),
                    meeting: arguments.value("--meeting"), dueBy: arguments.value("--due-by")), by: change.by)
        case .add:
            guard let quote = arguments.value("--quote"), let kind = arguments.value("--kind") else {
                throw UsageError(
                    "根拠になる発言の言葉を --quote で、種別を --kind で指定してください。",
                    "Give the words of the remark with --quote and the kind with --kind.")
            }
            var change = change
            change.kind = nil
            return [
                try secretariat.addAction(
                    AddedAction(remark: words[0], quote: quote, kind: ActionFilter.kind(kind), change: change))
            ]
        }
    }

    private func change(_ arguments: Arguments) throws -> ActionChange {
        ActionChange(
            status: arguments.value("--status").flatMap(ActionStatus.init), owner: arguments.value("--owner"),
            due: arguments.value("--due"), note: arguments.value("--note"), by: arguments.value("--by"),
            summary: arguments.value("--summary"),
            kind: self == .reassign ? nil : try arguments.value("--kind").map(ActionFilter.kind))
    }

    private var fewest: Int { self == .merge || self == .reassign ? 2 : 1 }

    private var most: Int {
        switch self {
        case .reassign: 2
        case .split, .add: 1
        default: 10_000
        }
    }

    /// Options of this verb, besides those of all.
    private var options: Set<String> {
        switch self {
        case .accept: ["--note", "--status", "--owner", "--due", "--summary", "--kind", "--as-found"]
        case .reject: ["--note"]
        case .reset: []
        case .set: ["--status", "--owner", "--due", "--summary", "--kind", "--note"]
        case .merge: ["--status", "--owner", "--due", "--summary", "--kind", "--note"]
        case .split: ["--part"]
        case .add: ["--quote", "--kind", "--summary", "--status", "--owner", "--due", "--note"]
        case .reassign: ["--kind", "--topic", "--meeting", "--due-by"]
        }
    }

    private func refuseWhatIsNotMeant(_ arguments: Arguments) throws {
        let own = options.union(["--by", "--format", "--archive", "--wait", "--lang", "--help"])
        let all = ActionsCommand.help.options.map { $0.names[0] }
        if let option = all.first(where: { arguments.has($0) && !own.contains($0) }) {
            throw UsageError(
                "actions \(rawValue) で \(option) は使えません。", "\(option) does not go with actions \(rawValue).")
        }
        if let format = arguments.value("--format"), !["text", "json"].contains(format) {
            throw UsageError(
                "actions \(rawValue) の結果は text か json です。", "actions \(rawValue) answers in text or json.")
        }
    }

    private var usage: UsageError {
        switch self {
        case .accept, .reject, .set, .reset:
            UsageError(
                "項目の番号を指定してください。例：gijiroku actions \(rawValue) f4k7w",
                "Name the items, for example: gijiroku actions \(rawValue) f4k7w")
        case .merge:
            UsageError(
                "まとめる項目の番号を二つ以上指定してください。例：gijiroku actions merge f4k7w f9x2c",
                "Name two items or more, for example: gijiroku actions merge f4k7w f9x2c")
        case .split:
            UsageError(
                "分ける項目の番号を一つ指定してください。例：gijiroku actions split f4k7w --part 名簿を作る --part 案内を送る",
                "Name one item, for example: gijiroku actions split f4k7w --part A --part B")
        case .add:
            UsageError(
                "発言の番号を一つ指定してください。例：gijiroku actions add r9x2c --quote 名簿を作り直します --kind 約束",
                "Name one remark, for example: gijiroku actions add r9x2c --quote 名簿を作り直します --kind commitment")
        case .reassign:
            UsageError(
                "今の担当と新しい担当を指定してください。例：gijiroku actions reassign 福祉係 地域福祉係",
                "Name the owner and the new one, for example: gijiroku actions reassign 福祉係 地域福祉係")
        }
    }

    private func done(_ count: Int) -> Words {
        switch self {
        case .accept: Words("\(count)件を確認済みにしました。", "Accepted: \(count).")
        case .reject:
            Words(
                "\(count)件を一覧から除きました。actions --rejected で見られ、actions reset で戻せます。",
                "Rejected: \(count). actions --rejected shows them, actions reset takes it back.")
        case .set: Words("\(count)件を直しました。", "Changed: \(count).")
        case .reset: Words("\(count)件の判断を取り消しました。", "Taken back: \(count).")
        case .merge: Words("一件にまとめました。", "Merged into one.")
        case .split: Words("\(count)件に分けました。", "Split into \(count).")
        case .add: Words("一覧に加えました。", "Added.")
        case .reassign: Words("\(count)件の担当を替えました。", "Reassigned: \(count).")
        }
    }
}

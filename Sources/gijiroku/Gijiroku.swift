import Foundation

/// `gijiroku <verb> …`
@main
struct Gijiroku {
    static let version = "0.1.0"

    /// Every verb, in the order of a secretariat's day.
    static let commands: [any Command.Type] = [
        DemoCommand.self, InitCommand.self, ImportCommand.self, ListCommand.self, ShowCommand.self,
        SearchCommand.self, SimilarCommand.self, SynonymsCommand.self, TopicsCommand.self, IndexCommand.self,
        ActionsCommand.self, DraftCommand.self,
        ExportCommand.self,
        ParseCommand.self, ProcessCommand.self, CheckCommand.self, PluginsCommand.self, EvaluateCommand.self,
        ArchiveCommand.self,
        VerifyCommand.self,
        RebuildCommand.self, BackupCommand.self, RestoreCommand.self, ForgetCommand.self,
    ]

    static func main() {
        signal(SIGPIPE, SIG_IGN)
        // Writing beyond the limit of a file's size is an error to be told, not the end.
        signal(SIGXFSZ, SIG_IGN)
        let words = Array(CommandLine.arguments.dropFirst())
        let environment = ProcessInfo.processInfo.environment
        let terminal = Terminal(
            language: .choose(arguments: words, environment: environment), environment: environment)
        exit(run(words, terminal: terminal).rawValue)
    }

    static func run(_ words: [String], terminal: Terminal) -> ExitCode {
        do {
            return try dispatch(words, terminal: terminal)
        } catch let error as UsageError {
            terminal.note(error.message)
            return .usage
        } catch Stop.closedOutput {
            return .done
        } catch Stop.unwritableOutput(let reason) {
            terminal.note(Words("結果を書き出せません：\(reason)", "Cannot write the result: \(reason)"))
            return .problems
        } catch {
            terminal.note(Failure.sentence(for: error, language: terminal.language))
            return .problems
        }
    }

    private static func dispatch(_ words: [String], terminal: Terminal) throws -> ExitCode {
        var rest = words
        while let first = rest.first, first == "--lang" || first.hasPrefix("--lang=") {
            rest.removeFirst(first == "--lang" ? min(2, rest.count) : 1)
        }
        guard let verb = rest.first else {
            try terminal.print(overview(terminal.language))
            return .usage
        }
        if ["--help", "-h", "help"].contains(verb) {
            if let command = command(named: rest.dropFirst().first) {
                try terminal.print(command.help.text(terminal.language))
            } else {
                try terminal.print(overview(terminal.language))
            }
            return .done
        }
        if ["--version", "-V", "version"].contains(verb) {
            try terminal.print("gijiroku \(version)")
            return .done
        }
        guard let command = command(named: verb) else {
            let near = commands.map { $0.name }.min { EditDistance.between($0, verb) < EditDistance.between($1, verb) }
            let hint = near.flatMap { EditDistance.between($0, verb) <= 2 ? $0 : nil }
            throw UsageError(
                "「\(verb)」という操作はありません。" + (hint.map { "\($0) の誤りではありませんか。" } ?? "gijiroku --help で一覧を確かめてください。"),
                "There is no verb \"\(verb)\"." + (hint.map { " Did you mean \($0)?" } ?? " See gijiroku --help."))
        }
        if rest.dropFirst().prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
            try terminal.print(command.help.text(terminal.language))
            return .done
        }
        let arguments = try Arguments(Array(rest.dropFirst()), options: command.help.options)
        return try command.run(arguments, terminal: terminal)
    }

    private static func command(named name: String?) -> (any Command.Type)? {
        commands.first { $0.name == name }
    }

    private static func overview(_ language: Language) -> String {
        var lines = [
            Words(
                "gijiroku \(version)　会議録を取り込み、発言を探し、約束と宿題を一覧にし、次期計画の素案をつくります。",
                "gijiroku \(version): imports Japanese minutes, searches remarks, lists what was promised and asked, drafts the next plan."
            )(language),
            "",
            Words("使い方：  gijiroku <操作> [オプション]", "Usage:  gijiroku <verb> [options]")(language),
            "",
            Words("操作：", "Verbs:")(language),
        ]
        for command in commands {
            lines.append("  \(Table.pad(command.name, to: 10))\(command.help.summary(language))")
        }
        lines += [
            "",
            Words(
                "まずは gijiroku demo をお試しください。各操作の説明は gijiroku <操作> --help です。",
                "Try gijiroku demo first. gijiroku <verb> --help explains a verb.")(language),
        ]
        return lines.joined(separator: "\n")
    }
}

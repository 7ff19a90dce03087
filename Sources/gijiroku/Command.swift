/// One verb of the command line; each is a file in `Commands/`.
protocol Command: Sendable {
    static var name: String { get }
    static var help: CommandHelp { get }

    /// - Returns: the exit code: `.done`, or `.problems` when the work found problems it has told.
    /// - Throws: `UsageError` (exit code 2), anything else is told and gives exit code 1.
    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode
}

enum ExitCode: Int32 {
    case done = 0
    case problems = 1
    case usage = 2
}

/// What `gijiroku VERB --help` shows.
struct CommandHelp {
    var summary: Words
    /// Without the program's name: `parse FILE [--format json]`.
    var usage: [String]
    var details: Words?
    var options: [Option]
    var examples: [(command: String, what: Words)]

    init(
        summary: Words, usage: [String], details: Words? = nil, options: [Option],
        examples: [(command: String, what: Words)]
    ) {
        self.summary = summary
        self.usage = usage
        self.details = details
        self.options = options + [.language, .help]
        self.examples = examples
    }

    func text(_ language: Language) -> String {
        var lines = [summary(language), "", Words("使い方：", "Usage:")(language)]
        lines += usage.map { "  gijiroku \($0)" }
        if let details { lines += ["", details(language)] }
        lines += ["", Words("オプション：", "Options:")(language)]
        let left = options.map { option in
            option.names.joined(separator: ", ") + (option.value.map { " " + $0 } ?? "")
        }
        let column = min(left.map(Table.width).max() ?? 0, 34)
        for (name, option) in zip(left, options) {
            if Table.width(name) > column {
                lines += ["  \(name)", "  " + String(repeating: " ", count: column + 2) + option.help(language)]
            } else {
                lines.append("  \(Table.pad(name, to: column))  \(option.help(language))")
            }
        }
        lines += ["", Words("例：", "Examples:")(language)]
        for example in examples { lines += ["  \(example.what(language))", "    gijiroku \(example.command)"] }
        return lines.joined(separator: "\n")
    }
}

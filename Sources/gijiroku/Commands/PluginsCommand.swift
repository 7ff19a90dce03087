import MinutesKit

/// `gijiroku plugins`: what reads, analyses and exports.
enum PluginsCommand: Command {
    static let name = "plugins"
    static let help = CommandHelp(
        summary: Words("読み取り・分析・書き出しの部品の一覧を表示する", "list readers, analyzers and exporters"),
        usage: ["plugins [list] [--format text|json]", "plugins show 名前"],
        options: [.format("text", "json")],
        examples: [
            ("plugins", Words("一覧", "list")),
            ("plugins show follow-ups", Words("説明と、拾う文・拾わない文の例", "one plugin with its examples")),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        let plugins = try Plugins()
        switch (arguments.operands.first ?? "list", arguments.operands.count) {
        case ("show", 2):
            try terminal.print(try plugins.page(of: arguments.operands[1]))
        case ("list", 0...1):
            if arguments.value("--format") == "json" {
                try terminal.write(bytes: JSONBytes.encode(["plugins": plugins.list]))
                return .done
            }
            let english = terminal.language == .english
            var table = Table(english ? ["Kind", "Id", "Version", "What it does"] : ["種類", "ID", "版", "はたらき"])
            for plugin in plugins.list {
                table.add([plugin.kind, plugin.id, plugin.version.map(String.init) ?? "", plugin.summary])
            }
            try terminal.print(table.text(terminal))
        default:
            throw UsageError("plugins list か plugins show 名前 を指定してください。", "Use plugins list or plugins show 名前.")
        }
        return .done
    }
}

import MinutesKit

/// `gijiroku init`: an empty archive.
enum InitCommand: Command {
    static let name = "init"
    static let help = CommandHelp(
        summary: Words("保管庫（会議録をためるフォルダ）を新しく作る", "make a new archive folder"),
        usage: ["init [--archive DIR] [--name NAME]"],
        options: [.archive, Option("--name", value: "NAME", help: Words("保管庫の名前", "name of the archive"))],
        examples: [("init --archive 推進委員会 --name 地域福祉活動計画推進委員会", Words("名前を付けて作る", "with a name"))])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        try arguments.refuseOperands()
        let location = try ArchiveLocation(arguments)
        _ = try Secretariat.create(at: location.url, name: arguments.value("--name"))
        try terminal.print(
            Words(
                "保管庫を作りました：\(location.url.path)\n次は gijiroku import で会議録を取り込んでください。",
                "Made an archive: \(location.url.path)\nNext: gijiroku import.")(terminal.language))
        return .done
    }
}

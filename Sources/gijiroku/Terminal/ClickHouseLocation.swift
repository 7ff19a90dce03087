import Foundation
import MinutesKit

/// Which ClickHouse a command asks: options, else the environment. The password comes from the environment or a file,
/// never from the command line, which others on the machine can read.
struct ClickHouseLocation {
    static let options = [
        Option(
            "--clickhouse-url", value: "URL",
            help: Words(
                "ClickHouse の HTTP の住所（省略時は GIJIROKU_CLICKHOUSE_URL）", "HTTP address (default: GIJIROKU_CLICKHOUSE_URL)"
            )),
        Option(
            "--clickhouse-database", value: "NAME",
            help: Words(
                "データベース名（省略時は GIJIROKU_CLICKHOUSE_DATABASE、なければ gijiroku）",
                "database (default: GIJIROKU_CLICKHOUSE_DATABASE, else gijiroku)")),
    ]

    static let credentials = Words(
        "利用者名は GIJIROKU_CLICKHOUSE_USER、パスワードは GIJIROKU_CLICKHOUSE_PASSWORD か、それを書いたファイルの場所を\nGIJIROKU_CLICKHOUSE_PASSWORD_FILE に設定します。",
        "The user is in GIJIROKU_CLICKHOUSE_USER, the password in GIJIROKU_CLICKHOUSE_PASSWORD or in the file that\nGIJIROKU_CLICKHOUSE_PASSWORD_FILE names."
    )

    private let arguments: Arguments
    private let environment: [String: String]

    init(_ arguments: Arguments) {
        self.arguments = arguments
        environment = ProcessInfo.processInfo.environment.filter { !$0.value.isEmpty }
    }

    /// - Throws: `UsageError` without an address or with a bad name; `ClickHouseError`, `FileProblem`.
    func server() throws -> SearchServer {
        guard let address = arguments.value("--clickhouse-url") ?? environment["GIJIROKU_CLICKHOUSE_URL"] else {
            throw UsageError(
                "ClickHouse の住所を --clickhouse-url で指定してください。例：--clickhouse-url http://localhost:8123",
                "Name the ClickHouse, for example: --clickhouse-url http://localhost:8123")
        }
        let shards = try arguments.all("--shard").map(server(at:))
        return SearchServer(try server(at: address), shards: shards, transport: try CarrierProgram(Self.carrier))
    }

    /// - Throws: `UsageError`.
    func cluster() throws -> ClickHouseName? { try arguments.value("--cluster").map { try name($0, of: "--cluster") } }

    private func server(at address: String) throws -> ClickHouseServer {
        let database =
            arguments.value("--clickhouse-database") ?? environment["GIJIROKU_CLICKHOUSE_DATABASE"] ?? "gijiroku"
        return try ClickHouseServer(
            address: address, database: try name(database, of: "--clickhouse-database"),
            user: environment["GIJIROKU_CLICKHOUSE_USER"], password: try password())
    }

    private func password() throws -> String? {
        if let password = environment["GIJIROKU_CLICKHOUSE_PASSWORD"] { return password }
        guard let path = environment["GIJIROKU_CLICKHOUSE_PASSWORD_FILE"] else { return nil }
        let text = String(decoding: try SourceFile.read(URL(fileURLWithPath: path)).bytes.prefix(4096), as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    }

    private func name(_ text: String, of option: String) throws -> ClickHouseName {
        guard let name = ClickHouseName(text) else {
            throw UsageError(
                "\(option) には英字・数字・下線だけの名前を指定してください（指定された値：\(text.prefix(100))）。",
                "\(option) takes a name of letters, digits and underscores, not \(text.prefix(100)).")
        }
        return name
    }

    /// Beside this program, wherever it was started from.
    private static var carrier: URL {
        let program =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("gijiroku-http")
    }
}

extension Option {
    static let backend = Option(
        "--backend", value: "embedded|clickhouse", choices: ["embedded", "clickhouse"],
        help: Words("どこで探すか（省略時は保管庫の索引）", "what searches (default: the archive's index)"))
}

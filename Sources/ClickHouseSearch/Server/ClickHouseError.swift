/// Why the work with a ClickHouse ended.
public enum ClickHouseError: Error, Hashable, Sendable {
    /// The sentence without its full stop.
    case badAddress(String)
    /// Nothing was heard from the server, or not all.
    case unreachable(server: String, reason: String)
    /// The server said no. `code` is its own, 0 when it gave none.
    case refused(server: String, code: Int, message: String)
    /// The answer is not what was asked for, or too large.
    case badAnswer(server: String, reason: String)
    /// The database holds no remarks of this program.
    case noTables(server: String, database: String)
    /// A later or earlier version of this program put the remarks there.
    case otherVersion(server: String, found: String)
    /// What of a query only the embedded index can answer.
    case untranslatable(String)
    /// The program that carries requests to servers is not there.
    case noCarrier(String)

    /// Whether the same request may succeed a little later.
    var isPassing: Bool {
        switch self {
        case .unreachable: true
        // Timeouts, too many queries, connections lost between servers, memory, too many parts, a shard that is away.
        case .refused(_, let code, _): [32, 99, 101, 159, 198, 202, 209, 210, 241, 242, 252, 279, 999].contains(code)
        default: false
        }
    }
}

extension ClickHouseError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badAddress(let reason): "\(reason)。"
        case .unreachable(let server, let reason):
            "\(server) に接続できません（\(reason)）。住所と、サーバーが動いているかを確かめてください。"
        case .refused(let server, let code, let message): "\(server) が断りました（\(code)）：\(message)"
        case .badAnswer(let server, let reason): "\(server) の応答を読めません（\(reason)）。ClickHouse の HTTP の住所かを確かめてください。"
        case .noTables(let server, let database):
            "\(server) のデータベース \(database) に会議録がありません。gijiroku index push で送ってください。"
        case .otherVersion(let server, let found):
            "\(server) にあるのは別の版の表（\(found)）です。gijiroku index push --fresh で作り直してください。"
        case .untranslatable(let what): "ClickHouse では検索できない条件です：\(what)。--backend を付けずに検索すると使えます。"
        case .noCarrier(let path): "\(path) がありません。gijiroku と同じフォルダに置いてください。"
        }
    }

    public var englishDescription: String {
        switch self {
        case .badAddress: "The address of the server cannot be used: http:// or https://, no user or password in it."
        case .unreachable(let server, let reason): "\(server) cannot be reached (\(reason)); check address and server."
        case .refused(let server, let code, let message): "\(server) refused (\(code)): \(message)"
        case .badAnswer(let server, let reason): "The answer of \(server) cannot be understood (\(reason))."
        case .noTables(let server, let database):
            "Database \(database) of \(server) holds no minutes; send them with gijiroku index push."
        case .otherVersion(let server, let found):
            "\(server) holds tables of another version (\(found)); gijiroku index push --fresh makes them again."
        case .untranslatable: "ClickHouse cannot answer this query; search without --backend. \(self)"
        case .noCarrier(let path): "\(path) is missing; put it into the folder of gijiroku."
        }
    }
}

import Foundation

/// Where a ClickHouse answers, and who asks.
public struct ClickHouseServer: Sendable {
    /// `https://search.example.jp:8443/`; without user and password.
    public let url: URL
    public let database: ClickHouseName
    public let user: String?
    let password: String?

    /// - Parameters:
    ///   - address: `http` or `https`, a host, and what else belongs to it, but no user, password or question mark.
    ///   - password: without line ends; it is sent to this address only.
    /// - Throws: `ClickHouseError.badAddress`.
    public init(
        address: String, database: ClickHouseName, user: String? = nil, password: String? = nil
    ) throws(ClickHouseError) {
        guard let parts = URLComponents(string: address), let url = parts.url,
            ["http", "https"].contains(parts.scheme?.lowercased() ?? ""), let host = parts.host, !host.isEmpty
        else { throw .badAddress("\(address.prefix(200)) は http:// か https:// で始まる住所ではありません") }
        guard parts.user == nil, parts.password == nil else {
            throw .badAddress("住所に利用者名やパスワードを書かないでください（履歴や一覧に残ります）。環境変数を使ってください")
        }
        guard parts.query == nil, parts.fragment == nil else {
            throw .badAddress("\(address.prefix(200)) の「?」「#」より後は要りません")
        }
        let isClean = { (text: String) in text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }
        guard isClean(user ?? ""), isClean(password ?? ""), !(user ?? "").contains(":") else {
            throw .badAddress("利用者名かパスワードに使えない文字があります")
        }
        self.url = url
        self.database = database
        self.user = user
        self.password = password
    }

    /// For messages: never the password.
    var name: String { url.absoluteString }

    /// In a header, which a server's list of queries and a proxy's log do not show, unlike an address.
    var authorization: String? {
        guard user != nil || password != nil else { return nil }
        return "Basic " + Data("\(user ?? "default"):\(password ?? "")".utf8).base64EncodedString()
    }
}

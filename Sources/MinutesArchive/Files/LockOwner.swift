import Foundation

/// Who holds the lock of an archive, as the lock file says it: four lines `pid`, `host`, `program`, `since`.
public struct LockOwner: Hashable, Sendable {
    public var process: Int
    public var host: String
    /// What the program called itself: `gijiroku import`.
    public var program: String
    /// ISO 8601, UTC.
    public var since: String

    init(process: Int, host: String, program: String, since: String) {
        (self.process, self.host, self.program, self.since) = (process, host, program, since)
    }

    /// This process.
    init(program: String) {
        self.init(
            process: Int(getpid()), host: Self.hostName, program: Self.plain(program),
            since: Date().formatted(.iso8601))
    }

    /// - Returns: `nil` for a file that says nothing: its owner is gone, or has only just begun.
    init?(_ bytes: [UInt8]) {
        var values: [String: String] = [:]
        let words = String(decoding: bytes.prefix(2000), as: UTF8.self)
        // The program before wrote one line: `pid 12 host name`.
        let parts = words.split(whereSeparator: \.isWhitespace)
        if parts.count == 4, parts[0] == "pid", parts[2] == "host" {
            values = ["pid": String(parts[1]), "host": String(parts[3])]
        } else {
            for line in words.split(whereSeparator: \.isNewline) {
                let pair = line.split(separator: " ", maxSplits: 1)
                if pair.count == 2 { values[String(pair[0])] = Self.plain(String(pair[1])) }
            }
        }
        guard let process = values["pid"].flatMap({ Int($0) }), let host = values["host"] else { return nil }
        self.init(process: process, host: host, program: values["program"] ?? "", since: values["since"] ?? "")
    }

    var bytes: [UInt8] {
        Array("pid \(process)\nhost \(host)\nprogram \(program)\nsince \(since)\n".utf8)
    }

    var isOfThisHost: Bool { host == Self.hostName }

    public var japanese: String {
        var words = ["コンピューター \(host)", "プロセス番号 \(process)"]
        if !program.isEmpty { words.insert(program, at: 0) }
        if !since.isEmpty { words.append("開始 \(since)") }
        return words.joined(separator: "、")
    }

    public var english: String {
        var words = ["computer \(host)", "process \(process)"]
        if !program.isEmpty { words.insert(program, at: 0) }
        if !since.isEmpty { words.append("since \(since)") }
        return words.joined(separator: ", ")
    }

    /// One line without control characters: it is shown on other people's terminals.
    private static func plain(_ words: String) -> String {
        String(
            String.UnicodeScalarView(words.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.prefix(120)))
    }

    static let hostName: String = {
        var buffer = [UInt8](repeating: 0, count: 256)
        let result = buffer.withUnsafeMutableBytes { raw in
            raw.baseAddress.map { gethostname($0.assumingMemoryBound(to: CChar.self), raw.count - 1) } ?? -1
        }
        let name = String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
        return result != 0 || name.isEmpty ? "localhost" : plain(name.replacing(" ", with: "-"))
    }()
}

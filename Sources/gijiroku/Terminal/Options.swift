/// One option of a command.
struct Option {
    /// `--format`; the first name is the one messages use.
    let names: [String]
    /// What stands for its value in the help (`DIR`); `nil` for a flag.
    let value: String?
    let help: Words
    /// The values it may have, when they are few.
    let choices: [String]

    init(_ names: String..., value: String? = nil, choices: [String] = [], help: Words) {
        self.names = names
        self.value = value
        self.choices = choices
        self.help = help
    }

    static let archive = Option(
        "--archive", "-a", value: "DIR",
        help: Words(
            "保管庫のフォルダ（省略時は GIJIROKU_ARCHIVE、なければ ./kaigiroku）",
            "archive folder (default: GIJIROKU_ARCHIVE, else ./kaigiroku)"))
    static let wait = Option(
        "--wait", value: "SECONDS",
        help: Words("ほかのプログラムが書き込み中なら、終わるまで待つ秒数", "seconds to wait while another program is writing"))
    static let language = Option(
        "--lang", value: "ja|en", choices: ["ja", "en"], help: Words("表示の言語", "language of messages"))
    static let help = Option("--help", "-h", help: Words("この説明を表示する", "show this help"))

    static func format(_ choices: String...) -> Option {
        Option(
            "--format", "-f", value: choices.joined(separator: "|"), choices: choices,
            help: Words("出力の形式（省略時は \(choices[0])）", "output format (default \(choices[0]))"))
    }

    static let layout = Option(
        "--layout", value: "FILE",
        help: Words("発言の書き方を自動で判断せず、このファイルに従う", "take the turns from this layout file, infer nothing"))

    static let output = Option(
        "--output", "-o", value: "FILE",
        help: Words("結果を書き込むファイル（省略時は画面）", "file to write to (default: standard output)"))
}

/// What was asked for in a way that cannot be carried out: exit code 2.
struct UsageError: Error {
    let message: Words

    init(_ japanese: String, _ english: String) { message = Words(japanese, english) }
}

/// The words of a command line, sorted into options and operands.
struct Arguments {
    private(set) var operands: [String] = []
    private var values: [String: [String]] = [:]

    /// - Throws: `UsageError` for an unknown option, a missing or unexpected value, or a value that is not a choice.
    init(_ words: [String], options: [Option]) throws {
        var byName: [String: Option] = [:]
        for option in options { for name in option.names { byName[name] = option } }
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                break
            }
            // No option has Japanese letters; `-予算` is a word of a query that is to be left out.
            guard word.hasPrefix("-"), word.count > 1, word.dropFirst().first?.isASCII == true else {
                operands.append(word)
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let option = byName[parts[0]] else { throw Self.unknown(parts[0], among: byName.keys.sorted()) }
            var value = parts.count == 2 ? parts[1] : nil
            if let placeholder = option.value {
                if value == nil { value = rest.popFirst() }
                guard value != nil else {
                    throw UsageError("\(word) には値（\(placeholder)）が必要です。", "\(word) needs a value (\(placeholder)).")
                }
            } else if value != nil {
                throw UsageError("\(parts[0]) は値を取りません。", "\(parts[0]) takes no value.")
            }
            if let value, !option.choices.isEmpty, !option.choices.contains(value) {
                let known = option.choices.joined(separator: ", ")
                throw UsageError(
                    "\(parts[0]) の値「\(value)」は使えません。使えるのは \(known) です。",
                    "\(parts[0]) cannot be \"\(value)\"; it can be \(known).")
            }
            values[option.names[0], default: []].append(value ?? "")
        }
    }

    func has(_ name: String) -> Bool { values[name] != nil }

    /// The last value given.
    func value(_ name: String) -> String? { values[name]?.last }

    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// - Throws: `UsageError` when the value is not a whole number in the range.
    func integer(_ name: String, in range: ClosedRange<Int>, default fallback: Int) throws -> Int {
        guard let text = value(name) else { return fallback }
        guard let number = Int(text), range.contains(number) else {
            throw UsageError(
                "\(name) には \(range.lowerBound) から \(range.upperBound) までの整数を指定してください（指定された値：\(text)）。",
                "\(name) takes a whole number from \(range.lowerBound) to \(range.upperBound), not \(text).")
        }
        return number
    }

    private static func unknown(_ name: String, among known: [String]) -> UsageError {
        let near = known.filter { EditDistance.between($0, name) <= 2 }
            .min { EditDistance.between($0, name) < EditDistance.between($1, name) }
        return UsageError(
            "オプション \(name) はありません。" + (near.map { "\($0) の誤りではありませんか。" } ?? "--help で使い方を確かめてください。"),
            "Unknown option \(name)." + (near.map { " Did you mean \($0)?" } ?? " See --help."))
    }
}

/// How many single-character edits lie between two short words.
enum EditDistance {
    /// - Complexity: O(n·m); both words are cut at 40 characters.
    static func between(_ first: String, _ second: String) -> Int {
        let a = Array(first.prefix(40)), b = Array(second.prefix(40))
        var row = Array(0...b.count)
        for i in 0..<a.count {
            var diagonal = row[0]
            row[0] = i + 1
            for j in 0..<b.count {
                let substituted = diagonal + (a[i] == b[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, diagonal + 1, row[j] + 1)
            }
        }
        return row[b.count]
    }
}

/// The language of messages. Japanese is the first; English is there for those who ask for it.
enum Language: String {
    case japanese = "ja"
    case english = "en"

    /// English when asked for with `--lang en`, or when `LANG` names a language other than Japanese.
    ///
    /// An empty `LANG`, `C` and `POSIX` (with or without `.UTF-8`) name no language: those stay Japanese, because the
    /// documents are.
    static func choose(arguments: [String], environment: [String: String]) -> Language {
        if let asked = value(of: "--lang", in: arguments) { return asked.hasPrefix("en") ? .english : .japanese }
        let locale =
            [environment["LC_ALL"], environment["LC_MESSAGES"], environment["LANG"]]
            .compactMap(\.self).first { !$0.isEmpty } ?? ""
        let name = locale.prefix { $0 != "." && $0 != "_" && $0 != "@" }.lowercased()
        return ["", "c", "posix", "ja"].contains(name) ? .japanese : .english
    }

    private static func value(of option: String, in arguments: [String]) -> String? {
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { return nil }
            if argument.hasPrefix(option + "=") { return String(argument.dropFirst(option.count + 1)) }
            if argument == option, index + 1 < arguments.count { return arguments[index + 1] }
        }
        return nil
    }
}

/// A sentence for people in both languages.
struct Words: ExpressibleByStringLiteral {
    var japanese: String
    var english: String

    init(_ japanese: String, _ english: String) {
        self.japanese = japanese
        self.english = english
    }

    /// The same in both languages: names, commands.
    init(stringLiteral value: String) { self.init(value, value) }

    func callAsFunction(_ language: Language) -> String { language == .japanese ? japanese : english }
}

import Foundation
import MinutesModel
import MinutesParsing

/// Reads layout files; every mistake is named with its place.
///
/// Keys: `layout` (version, required), `turns` (required: objects with `shape` and, for some shapes, `sign`),
/// `speakers`, `notSpeakers` (labels), `marks` (a mark and the role behind it), `wrapped` (whether lines are joined),
/// `about` (what `parse --explain` found; not read). Any other key is a mistake.
public enum TurnLayoutFile {
    /// Larger files are refused.
    static let sizeLimit = 1 << 20
    static let countLimit = 2000

    /// - Throws: `LayoutFileError`.
    public static func read(_ source: SourceBytes) throws -> TurnLayout {
        try Reading(file: source.name).layout(source.bytes)
    }

    /// - Throws: `LayoutFileError`, `FileProblem`.
    public static func read(_ url: URL) throws -> TurnLayout { try read(SourceFile.read(url)) }
}

/// One reading of a file.
private struct Reading {
    let file: String

    func problem(_ place: String, _ japanese: String, _ english: String) -> LayoutFileError {
        LayoutFileError(file: file, place: place, japanese: japanese, english: english)
    }

    func layout(_ bytes: [UInt8]) throws -> TurnLayout {
        guard bytes.count <= TurnLayoutFile.sizeLimit else {
            throw problem("", "大きすぎます（上限 1 MB）。", "larger than 1 MB.")
        }
        let value: Any
        do {
            value = try JSONSerialization.jsonObject(with: Data(bytes))
        } catch {
            throw problem(Self.place(of: error, in: bytes), "JSON として読めません。括弧やコンマ、引用符を確かめてください。", "this is not JSON.")
        }
        let root = try object(value, "", ["layout", "turns", "speakers", "notSpeakers", "marks", "wrapped", "about"])
        guard let version = root["layout"] as? Int else {
            throw problem("layout", "版の番号（今は \(TurnLayout.knownVersion)）がありません。", "the version is missing.")
        }
        guard version == TurnLayout.knownVersion else {
            throw problem(
                "layout", "この版の gijiroku が読めるのは \(TurnLayout.knownVersion) だけです（指定は \(version)）。",
                "version \(version) is not known.")
        }
        guard let turns = root["turns"] else {
            throw problem("turns", "発言の始まり方の一覧がありません。", "the ways in which turns begin are missing.")
        }
        let ways = try list(turns, "turns").enumerated().map { try way($0.element, "turns[\($0.offset)]") }
        guard !ways.isEmpty else { throw problem("turns", "一つ以上書いてください。", "name at least one way.") }
        var wrapped: Bool?
        if let value = root["wrapped"], !(value is NSNull) {
            guard let flag = value as? Bool else {
                throw problem("wrapped", "true か false を書いてください。", "true or false.")
            }
            wrapped = flag
        }
        return TurnLayout(
            turns: ways, speakers: try labels(root["speakers"], "speakers"),
            notSpeakers: try labels(root["notSpeakers"], "notSpeakers"), marks: try marks(root["marks"]),
            isWrapped: wrapped)
    }

    private func way(_ value: Any, _ place: String) throws -> TurnLayout.Way {
        let fields = try object(value, place, ["shape", "sign"])
        let known = TurnLayout.Shape.allCases.map(\.rawValue).joined(separator: ", ")
        guard let name = fields["shape"] as? String else {
            throw problem(place + ".shape", "書き方の種類がありません。使えるのは \(known) です。", "one of \(known).")
        }
        guard let shape = TurnLayout.Shape(rawValue: name) else {
            throw problem(place + ".shape", "「\(name)」という種類はありません。使えるのは \(known) です。", "one of \(known).")
        }
        let sign = try fields["sign"].flatMap { value -> String? in
            if value is NSNull { return nil }
            guard let text = value as? String else {
                throw problem(place + ".sign", "記号を引用符で囲んで書いてください。", "a string.")
            }
            return text
        }
        let way = TurnLayout.Way(shape, sign: sign)
        guard way.isReadable else {
            throw problem(
                place + ".sign",
                shape == .bracket || shape == .trailing
                    ? "始めの括弧を一字で書いてください（例：「（」「【」「［」）。" : "記号を一字で書いてください（例：「○」「：」）。",
                "one sign; for brackets the opening one.")
        }
        return way
    }

    private func marks(_ value: Any?) throws -> [String: Role] {
        guard let value else { return [:] }
        guard let fields = value as? [String: Any] else {
            throw problem("marks", "記号と役割の組を { } の中に書いてください。", "an object of marks and roles.")
        }
        let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
        var marks: [String: Role] = [:]
        for (mark, role) in fields.sorted(by: { $0.key < $1.key }) {
            guard mark.unicodeScalars.count == 1 else {
                throw problem("marks.\(mark)", "記号は一字で書いてください。", "one sign.")
            }
            guard let name = role as? String, let role = Role(rawValue: name) else {
                throw problem("marks.\(mark)", "役割は \(known) のどれかを書いてください。", "one of \(known).")
            }
            marks[mark] = role
        }
        return marks
    }

    private func labels(_ value: Any?, _ place: String) throws -> [String] {
        guard let value else { return [] }
        return try list(value, place).enumerated().map { index, element in
            guard let text = element as? String, !text.isEmpty, text.utf8.count <= 180 else {
                throw problem("\(place)[\(index)]", "発言者の表記を文字で書いてください（60字まで）。", "a label of up to 60 characters.")
            }
            return text
        }
    }

    private func list(_ value: Any, _ place: String) throws -> [Any] {
        guard let list = value as? [Any], list.count <= TurnLayoutFile.countLimit else {
            throw problem(
                place, "[ ] で囲んだ一覧を書いてください（\(TurnLayoutFile.countLimit)件まで）。",
                "a list of up to \(TurnLayoutFile.countLimit).")
        }
        return list
    }

    private func object(_ value: Any, _ place: String, _ known: [String]) throws -> [String: Any] {
        let names = known.joined(separator: ", ")
        guard let object = value as? [String: Any] else {
            throw problem(place, "{ } で囲んだ項目の組を書いてください（項目は \(names)）。", "an object with \(names).")
        }
        if let odd = object.keys.sorted().first(where: { !known.contains($0) }) {
            throw problem(
                place.isEmpty ? odd : "\(place).\(odd)", "「\(odd)」という項目はありません。使えるのは \(names) です。",
                "there is no key \(odd); known are \(names).")
        }
        return object
    }

    /// `3行5列` where the parser of JSON gives an offset or a line.
    private static func place(of error: any Error, in bytes: [UInt8]) -> String {
        let text = ((error as NSError).userInfo["NSDebugDescription"] as? String) ?? ""
        func number(after word: String) -> Int? {
            text.range(of: word).flatMap { Int(text[$0.upperBound...].prefix { $0.isNumber }) }
        }
        if let line = number(after: "line ") {
            return "\(line)行" + (number(after: "column ").map { "\($0)列" } ?? "")
        }
        guard let offset = number(after: "character ") else { return "" }
        let before = bytes.prefix(offset)
        let line = String(decoding: before.suffix(while: { $0 != 0x0A }), as: UTF8.self)
        return "\(before.count { $0 == 0x0A } + 1)行\(line.count + 1)列"
    }
}

extension ArraySlice<UInt8> {
    /// The bytes at the end that all fulfil a condition.
    fileprivate func suffix(while holds: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        var start = endIndex
        while start > startIndex, holds(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}

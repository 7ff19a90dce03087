import Foundation

/// Synonyms as JSON.
enum SynonymJSON {
    private struct Group: Decodable {
        var group: String?
        var category: String?
        var words: [Word]
    }

    private struct Word: Decodable {
        var word: String
        var expansion: String
        var category: String?

        private enum Keys: String, CodingKey { case word, expansion, category }

        init(from decoder: any Decoder) throws {
            if let word = try? decoder.singleValueContainer().decode(String.self) {
                self.word = word
                expansion = ""
                return
            }
            let container = try decoder.container(keyedBy: Keys.self)
            word = try container.decode(String.self, forKey: .word)
            category = try container.decodeIfPresent(String.self, forKey: .category)
            if let number = try? container.decodeIfPresent(Int.self, forKey: .expansion) {
                expansion = "\(number)"
            } else {
                expansion = try container.decodeIfPresent(String.self, forKey: .expansion) ?? ""
            }
        }
    }

    private struct File: Decodable {
        var groups: [Group]

        private enum Keys: String, CodingKey { case groups }

        init(from decoder: any Decoder) throws {
            if let container = try? decoder.container(keyedBy: Keys.self) {
                groups = try container.decode([Group].self, forKey: .groups)
            } else {
                groups = try [Group](from: decoder)
            }
        }
    }

    static func read(_ text: String) throws(SynonymFileError) -> SynonymDictionary {
        let file: File
        do {
            file = try JSONDecoder().decode(File.self, from: Data(text.utf8))
        } catch let error as DecodingError {
            throw problem(error, text)
        } catch {
            throw unreadable(line: 0, column: 0)
        }
        var entries: [SynonymDictionary.Entry] = []
        for (number, group) in file.groups.enumerated() {
            for word in group.words {
                do {
                    entries.append(
                        try SynonymFile.entry(
                            group: group.group ?? "\(number + 1)", word: word.word, expansion: word.expansion,
                            category: word.category ?? group.category ?? "", line: 0, wordColumn: 0,
                            expansionColumn: 0))
                } catch {
                    throw SynonymFileError(
                        line: 0, column: 0, reason: "\(number + 1)番目のグループ：\(error.reason)",
                        english: "group \(number + 1): \(error.english)")
                }
            }
        }
        return SynonymDictionary(entries)
    }

    private static func unreadable(line: Int, column: Int) -> SynonymFileError {
        SynonymFileError(
            line: line, column: column, reason: "JSON として読めません。括弧、引用符、カンマを確かめてください。",
            english: "this is no JSON; check brackets, quotation marks and commas.")
    }

    private static func problem(_ error: DecodingError, _ text: String) -> SynonymFileError {
        let path: [any CodingKey]
        switch error {
        case .dataCorrupted(let context):
            let (line, column) = place(context, text)
            return unreadable(line: line, column: column)
        case .keyNotFound(let key, let context): path = context.codingPath + [key]
        case .typeMismatch(_, let context), .valueNotFound(_, let context): path = context.codingPath
        @unknown default: path = []
        }
        let name = path.map { key in key.intValue.map { "[\($0 + 1)]" } ?? key.stringValue }.joined(separator: ".")
        return SynonymFileError(
            line: 0, column: 0,
            reason: "「\(name)」の書き方が違います。[{\"group\": \"1\", \"words\": [\"社協\", \"社会福祉協議会\"]}] の形にしてください。",
            english: "\(name) is not as it should be; write [{\"group\": \"1\", \"words\": [\"社協\", \"社会福祉協議会\"]}].")
    }

    /// Foundation tells line and column in words, if at all.
    private static func place(_ context: DecodingError.Context, _ text: String) -> (line: Int, column: Int) {
        guard let error = context.underlyingError else { return (0, 0) }
        let words = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String ?? "\(error)"
        func number(behind word: String) -> Int? {
            guard let range = words.range(of: word) else { return nil }
            return Int(words[range.upperBound...].drop { $0 == " " }.prefix { $0.isNumber })
        }
        guard let line = number(behind: "line") else { return (0, 0) }
        return (line, number(behind: "column") ?? 0)
    }
}

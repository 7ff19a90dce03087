import Foundation
import MinutesModel

/// Why an outline could not be read at all.
public enum PlanOutlineError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No line of the file is an item.
    case noItems
    /// The file begins like JSON and is none of the outline's form; the text says where.
    case json(String)

    public var description: String {
        switch self {
        case .noItems:
            "計画の項目が見つかりません。「# 基本目標１ …」「- （１）…」のように、見出しか箇条書きで項目を書いてください。"
        case .json(let reason): "計画の骨子（JSON）を読めません: \(reason)"
        }
    }
}

/// Reads an outline: Markdown headings and lists, plain text with printed numbers or indents, or the JSON form.
///
/// Depth comes from Markdown marks where there are any, else from the kind of the number (章 > 節 > 基本目標 > 基本施策 >
/// 施策 > １ > （１） > ① > ア) and the indent. `キーワード：` behind an item gives its keywords. Prose and chapter
/// headings (【現状と課題】) are left out and reported.
public enum PlanOutlineParser {
    /// - Throws: `PlanOutlineError`.
    /// - Complexity: O(n) in the text.
    public static func parse(_ text: String) throws -> Parsed<PlanOutline> {
        let first = text.unicodeScalars.first { !PlanHeading.isBlank($0) && $0 != "\n" && $0 != "\u{feff}" }
        if first == "{" { return Parsed(try json(text)) }
        var reader = OutlineReader()
        var number = 0
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            reader.read(String(decoding: line, as: UTF8.self), at: number)
        }
        let outline = PlanOutline(title: reader.title, items: reader.tree())
        guard !outline.items.isEmpty else { throw PlanOutlineError.noItems }
        return Parsed(outline, diagnostics: reader.diagnostics)
    }

    private static func json(_ text: String) throws -> PlanOutline {
        do {
            return try JSONDecoder().decode(PlanOutline.self, from: Data(text.utf8))
        } catch let error as DecodingError {
            throw PlanOutlineError.json(Self.reason(error))
        } catch {
            throw PlanOutlineError.json("JSON の形になっていません")
        }
    }

    private static func reason(_ error: DecodingError) -> String {
        func place(_ context: DecodingError.Context) -> String {
            context.codingPath.isEmpty ? "全体" : context.codingPath.map(\.stringValue).joined(separator: ".")
        }
        return switch error {
        case .keyNotFound(let key, let context): "\(place(context)) に \(key.stringValue) がありません"
        case .typeMismatch(_, let context), .valueNotFound(_, let context): "\(place(context)) の値の種類が違います"
        case .dataCorrupted(let context): "\(place(context)): \(context.debugDescription)"
        @unknown default: "JSON の形になっていません"
        }
    }
}

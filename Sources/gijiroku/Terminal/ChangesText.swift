import Foundation
import MinutesKit

/// What a newer version of a document changed, as a secretary reads it: counts, then one entry a change.
struct ChangesText {
    private let outcome: ImportReport.Outcome
    private let changes: MeetingChanges
    private let terminal: Terminal
    /// Changes shown in full; a document read anew by a better parser may have many.
    private static let mostShown = 200

    /// `nil` where nothing was replaced.
    init?(_ outcome: ImportReport.Outcome, terminal: Terminal) {
        guard let changes = outcome.changes else { return nil }
        self.outcome = outcome
        self.changes = changes
        self.terminal = terminal
    }

    private func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(terminal.language) }

    var text: String {
        let name = (outcome.path as NSString).lastPathComponent
        let replaced = outcome.replaces.map { say("（「\($0)」との違い）", " (against \($0))") } ?? ""
        let lines = changes.changes.prefix(Self.mostShown).flatMap(lines)
        let rest = changes.changes.count - Self.mostShown
        let more =
            rest > 0 ? [say("  ほか\(rest)件（--format json で全件）", "  and \(rest) more (--format json has all)")] : []
        return
            ([terminal.heading(say("■ \(name) の訂正", "■ Changes in \(name)")) + replaced, "  " + counts] + lines + more)
            .joined(separator: "\n")
    }

    private var counts: String {
        var parts = [say("発言：変わらず \(changes.unchanged)", "remarks: unchanged \(changes.unchanged)")]
        parts += MeetingChanges.Kind.allCases.compactMap { kind in
            let count = changes.count(kind)
            return count == 0 ? nil : "\(kind.words(terminal.language)) \(count)"
        }
        let agenda = changes.changes.count { $0.subject == .agenda }
        if agenda > 0 { parts.append(say("議題の変更 \(agenda)", "agenda items changed \(agenda)")) }
        return parts.joined(separator: say("、", ", "))
    }

    private func lines(_ change: MeetingChanges.Change) -> [String] {
        let subject = change.subject == .agenda ? say("議題 ", "agenda ") : ""
        let kind = change.kind.words(terminal.language)
        let (old, new) = (place(change.formerLine), place(change.line))
        let label = change.label ?? change.formerLabel ?? ""
        let ids = [change.formerID, change.id].compactMap(\.self)
        let shownIDs = ids.count == 2 && ids[0] == ids[1] ? ids[0] : ids.joined(separator: " → ")
        let head = "  \(kind)　\(subject)"
        switch change.kind {
        case .edited:
            let speaker =
                change.formerLabel == change.label ? label : "\(change.formerLabel ?? "") → \(change.label ?? "")"
            let words =
                change.formerText == change.text
                ? []
                : ["    \(say("旧", "old"))：\(change.formerText ?? "")", "    \(say("新", "new"))：\(change.text ?? "")"]
            return ["\(head)\(speaker)　\(old) → \(new)　\(shownIDs)"] + words
        case .moved:
            return ["\(head)\(label)　\(old) → \(new)　\(shownIDs)", "    \(change.text ?? "")"]
        case .merged:
            return [
                "\(head)\(change.formerLabel ?? "")　\(old) → \(new)（\(label)）　\(shownIDs)",
                "    \(change.formerText ?? "")",
            ]
        case .added: return ["\(head)\(label)　\(new)　\(shownIDs)", "    \(change.text ?? "")"]
        case .removed:
            return ["\(head)\(label)　\(say("旧", "old "))\(old)　\(shownIDs)", "    \(change.formerText ?? "")"]
        }
    }

    private func place(_ line: Int?) -> String { line.map { say("\($0)行目", "line \($0)") } ?? "" }
}

extension MeetingChanges.Kind {
    func words(_ language: Language) -> String {
        switch self {
        case .moved: Words("移動", "moved")(language)
        case .edited: Words("修正", "edited")(language)
        case .merged: Words("統合", "merged")(language)
        case .added: Words("追加", "added")(language)
        case .removed: Words("削除", "removed")(language)
        }
    }
}

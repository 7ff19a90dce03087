import Foundation
import MinutesKit

/// What the demo shows, part by part.
struct DemoText {
    let secretariat: Secretariat
    let terminal: Terminal

    private func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(terminal.language) }

    private func section(_ number: Int, _ japanese: String, _ english: String, _ command: String) -> String {
        "\n" + terminal.heading("【\(number)】\(say(japanese, english))") + "　\(command)\n"
    }

    func opening(samples: URL) -> String {
        say(
            "見本の会議録（\(samples.path)）を取り込みました。見本の団体・人物・発言はすべて架空のものです。",
            "Imported the sample minutes (\(samples.path)). Bodies, people and remarks are invented.")
    }

    func meetings(_ report: ImportReport) throws -> String {
        let list = try secretariat.meetings()
        var table = Table(
            terminal.language == .japanese ? ["開催日", "会議", "発言", "要対応"] : ["Date", "Meeting", "Remarks", "Actions"],
            limits: [0, 64])
        for meeting in list {
            table.add([meeting.date ?? "—", meeting.title, "\(meeting.remarks)", "\(meeting.actions)"])
        }
        let remarks = list.reduce(0) { $0 + $1.remarks }
        return section(
            1, "会議録 \(list.count)件、発言 \(remarks)件", "\(list.count) meetings, \(remarks) remarks", "gijiroku list")
            + table.text(terminal)
    }

    func topics() throws -> String {
        let topics = try secretariat.topics().topics
        let shown = topics.prefix(12).map { "\($0.topic) \($0.remarks)" }
        return section(2, "よく出た話題（発言数）", "Topics (remarks)", "gijiroku topics") + "  " + shown.joined(separator: "　")
    }

    func actions() throws -> String {
        let list = try secretariat.actions()
        let counts = FindingKind.actions.map { kind in
            let count = list.items.count { $0.type == kind }
            return "\(terminal.language == .japanese ? kind.japaneseName : kind.rawValue) \(count)"
        }
        let committee = list.items.filter { $0.meetingTitle.contains(SampleFolder.committee) }
        let withDue = committee.filter { $0.due != nil }.prefix(4)
        let others = FindingKind.actions.compactMap { kind in
            committee.first { item in item.type == kind && !withDue.contains { $0.id == item.id } }
        }
        let shown = ActionList(items: Array(withDue) + others)
        return section(
            3, "対応が必要な発言 \(list.items.count)件（\(counts.joined(separator: "、"))）の一部",
            "\(list.items.count) to follow up (\(counts.joined(separator: ", "))), some of them", "gijiroku actions")
            + ActionText(shown, terminal: terminal).groups
    }

    func search(_ query: String) throws -> String {
        let request = SearchRequest(query, limit: 40)
        var results = try secretariat.search(request).results
        let answered = results.hits.first { $0.answer != nil }
        let rest = results.hits.filter { $0.remark != answered?.remark }
        results.hits = Array(([answered].compactMap(\.self) + rest).prefix(3))
        return section(4, "「\(query)」を探す", "Search for \(query)", "gijiroku search \(query)")
            + SearchText(results: results, request: SearchRequest(query, limit: 3), terminal: terminal).text
    }

    func draft(_ draft: CheckedDraft) -> String {
        let lines = draft.markdown.split(separator: "\n", omittingEmptySubsequences: false)
        let start = lines.firstIndex { $0.hasPrefix("### ") } ?? 0
        let head = lines.first.map(String.init) ?? ""
        return section(
            5, "次期計画の素案（出典 \(draft.sourceCount)件）の書き出し",
            "Draft of the next plan (\(draft.sourceCount) sources), beginning",
            "gijiroku draft --outline samples/plan-outline.md")
            + ([head, ""] + lines[start...].prefix(24).map(String.init)).joined(separator: "\n")
    }

    func closing(archive: URL, files: [(URL, Words)]) -> String {
        var lines = [
            section(6, "できたもの", "What was made", ""), "  \(archive.path)", "    " + say("保管庫（原本、記録、索引）", "the archive"),
        ]
        for (url, what) in files { lines += ["  \(url.path)", "    " + what(terminal.language)] }
        lines += [
            "",
            say("続けて試すには：", "To go on:"),
            "  gijiroku search 居場所 --archive \(archive.path)",
            "  gijiroku actions --status open --archive \(archive.path)",
        ]
        return lines.joined(separator: "\n")
    }
}

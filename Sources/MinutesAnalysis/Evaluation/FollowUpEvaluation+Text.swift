import JapaneseText
import MinutesModel

extension FollowUpEvaluation {
    /// The report for people, Japanese.
    package var text: String {
        var lines = [
            "■ \(title)",
            "対象 \(sentences)文（正解 \(rows)行、うち読み手の判断が分かれた \(splitRows)行は採点から除く）",
        ]
        if !lostRows.isEmpty { lines.append("本文に見当たらない正解の行: \(lostRows.joined(separator: ", "))") }
        if findingsBeyond > 0 { lines.append("正解の最後の行より後にある検出 \(findingsBeyond)件は採点しない") }
        lines.append("")
        lines.append(Self.row("", ["適合率", "再現率", "F1", "一致", "誤検出", "見落とし"]))
        lines.append(Self.row("対応が必要な文か（５種）", detection))
        lines.append(Self.row("　種類まで一致", strict))
        for kind in FindingKind.followUps {
            guard let score = kinds[kind.rawValue], score != Score() else { continue }
            lines.append(Self.row("　" + kind.japaneseName, score))
        }
        lines.append("")
        lines.append("担当 " + Self.told(owner))
        lines.append("期限 " + Self.told(due))
        for (title, list) in [
            ("誤検出", falseAlarms), ("見落とし", misses), ("種類の違い", otherKind), ("担当・期限の違い", fieldDifferences),
            ("意見・課題の違い", otherDifferences),
        ] where !list.isEmpty {
            lines.append("")
            lines.append("□ \(title) \(list.count)件")
            lines += list.map(Self.told)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func told(_ difference: Difference) -> String {
        func name(_ raw: String) -> String {
            raw.isEmpty ? "なし" : FindingKind(rawValue: raw).japaneseName
        }
        let cues = difference.cues.isEmpty ? "" : "〔\(difference.cues)〕"
        return
            "・正解 \(name(difference.gold)) → 検出 \(name(difference.found))\(cues) \(difference.speaker)「\(difference.sentence)」"
    }

    private static func told(_ score: FieldScore) -> String {
        "正しい \(score.right)、違う \(score.wrong)、抜け \(score.absent)、余分 \(score.invented)"
    }

    private static func row(_ head: String, _ score: Score) -> String {
        row(
            head,
            [
                percent(score.precision), percent(score.recall), percent(score.f1), "\(score.hits)",
                "\(score.falseAlarms)",
                "\(score.misses)",
            ])
    }

    private static func row(_ head: String, _ cells: [String]) -> String {
        ([DisplayWidth.pad(head, to: 26)] + cells.map { DisplayWidth.pad($0, to: 9, alignment: .right) }).joined()
    }

    private static func percent(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        return "\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst())"
    }
}

extension Layout {
    /// What was found and why, in Japanese sentences, for `parse --explain`.
    package var explanation: String {
        var lines = ["話者の書き方（確からしさ \(Self.percent(confidence))、発言 \(turns)件）"]
        for shape in evidence.prefix(12) {
            lines.append(
                "  \(shape.isChosen ? "採用" : "不採用")　\(shape.shape)：\(shape.lines)行"
                    + "（話者と見えるもの \(shape.strong)、どちらとも取れるもの \(shape.weak)、見出しなど \(shape.refused)、"
                    + "異なる話者 \(shape.distinctLabels)、評点 \(Self.tenths(shape.score))）")
        }
        if evidence.isEmpty { lines.append("  行の初めに話者を示す書き方が見つかりません。") }
        lines.append(
            isWrapped ? "行の折返し：あり（約 \(wrapColumns / 2)字で改行）。つないで読みました。" : "行の折返し：なし（一行が一段落）")
        if blankLinesBetween > 0 { lines.append("行間の空行：どの行の間にも \(blankLinesBetween)行。段落の切れ目とは見ません。") }
        if isInline { lines.append("一行の中に複数の発言が続けて書かれています。") }
        if confidence < Self.threshold { lines.append("確からしさが低いため、結果を会議録と見比べてください。") }
        return lines.joined(separator: "\n")
    }

    private static func percent(_ value: Double) -> String { "\(Int((value * 100).rounded()))%" }

    private static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths) % 10)"
    }
}

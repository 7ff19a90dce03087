extension Layout {
    /// What was found and why, in Japanese sentences, for `parse --explain`.
    package var explanation: String {
        let chosen = evidence.filter(\.isChosen)
        let rivals = evidence.filter { !$0.isChosen && $0.strong + $0.weak > 0 }
        var lines = [
            isFixed
                ? "発言の始まりは、指定された書き方に従って読みました（発言 \(turns)件）。"
                : "この会議録の発言は次の書き方で始まると判断しました（発言 \(turns)件、確からしさ \(Self.percent(confidence))）。"
        ]
        if chosen.isEmpty { lines.append("  行の初めに話者を示す書き方が見つかりません。") }
        lines += chosen.map { "  採用　\(Self.told($0))" }
        for (mark, role) in legend.sorted(by: { $0.key < $1.key }) {
            let sign = Unicode.Scalar(mark).map { String(Character($0)) } ?? ""
            lines.append("  凡例　「\(sign)」は\(role.japaneseName)の発言")
        }
        if !rivals.isEmpty {
            lines.append("ほかに考えられる書き方（採用しなかったもの）")
            lines += rivals.prefix(8).map { "  　　　\(Self.told($0))" }
        }
        lines.append(
            isWrapped ? "行の折返し：あり（約 \(wrapColumns / 2)字で改行）。つないで読みました。" : "行の折返し：なし（一行が一段落）")
        if blankLinesBetween > 0 { lines.append("行間の空行：どの行の間にも \(blankLinesBetween)行。段落の切れ目とは見ません。") }
        if isInline { lines.append("一行の中に複数の発言が続けて書かれています。") }
        if !leftOut.isEmpty {
            lines.append("発言の始まりに見えるが、前の発言の続きとした行：" + Self.list(leftOut.map { "\($0)行目" }))
        }
        if !unlike.isEmpty {
            lines.append(
                "発言者かどうか名前だけでは決められず、前後の書き方から発言とした行："
                    + Self.list(unlike.map { "\($0.line)行目「\($0.label)」" }))
        }
        if confidence < Self.threshold, !isFixed { lines.append("確からしさが低いため、結果を会議録と見比べてください。") }
        if !isFixed, !leftOut.isEmpty || !unlike.isEmpty || confidence < Self.threshold {
            lines.append(
                "違うところがあれば、parse --explain --format json で書き方のファイルを作り、直して --layout で指定してください。")
        }
        return lines.joined(separator: "\n")
    }

    private static func told(_ shape: Evidence) -> String {
        var parts = ["\(shape.lines)行"]
        if shape.strong > 0 { parts.append("発言者とわかるもの \(shape.strong)") }
        if shape.weak > 0 { parts.append("どちらとも取れるもの \(shape.weak)") }
        if shape.refused > 0 { parts.append("見出しなど \(shape.refused)") }
        parts.append("異なる発言者 \(shape.distinctLabels)")
        return "\(shape.shape)：\(parts.joined(separator: "、"))"
    }

    private static func list(_ places: [String]) -> String {
        places.prefix(20).joined(separator: "、") + (places.count > 20 ? "、ほか\(places.count - 20)行" : "")
    }

    private static func percent(_ value: Double) -> String { "\(Int((value * 100).rounded()))%" }
}

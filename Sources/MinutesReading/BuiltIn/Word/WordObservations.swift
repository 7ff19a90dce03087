import MinutesModel

/// What was left out of a Word document's text or changed in it, counted for the diagnostics.
struct WordObservations {
    var insertions = 0
    var deletions = 0
    var comments = 0
    var hiddenRuns = 0
    var pictures = 0
    var embedded = 0
    var placeholders = 0
    var unknownSymbols = 0
    var notes = 0
    /// The first line of each text box.
    var textBoxes: [String] = []
    /// Different texts of headers and footers.
    var runningTexts: [String] = []
    var isFieldUnclosed = false

    private static let quoteLength = 40

    /// In a fixed order.
    var diagnostics: [Diagnostic] {
        var list: [Diagnostic] = []
        func report(_ severity: Diagnostic.Severity, _ code: String, _ message: String) {
            list.append(Diagnostic(severity, code: code, message: message))
        }
        if insertions + deletions > 0 {
            report(
                .warning, "docx.tracked-changes",
                "変更履歴が残っています（挿入\(insertions)か所、削除\(deletions)か所）。すべて承諾した状態で読みました。公開前のものでないか確かめてください。")
        }
        if !runningTexts.isEmpty {
            report(.note, "docx.header-footer", "ヘッダー・フッターの文字は本文に入れていません：\(Self.quoted(runningTexts))。")
        }
        if !textBoxes.isEmpty {
            report(
                .note, "docx.text-box",
                "テキストボックス\(textBoxes.count)個の文字を、置かれた段落のすぐ後に入れました：\(Self.quoted(textBoxes))。")
        }
        if notes > 0 { report(.note, "docx.footnotes", "脚注・文末脚注\(notes)件を、印のある段落のすぐ後に〔注…〕として入れました。") }
        if comments > 0 { report(.note, "docx.comments", "コメントが\(comments)件付いています。本文に入れていません。") }
        if hiddenRuns > 0 { report(.note, "docx.hidden", "隠し文字が\(hiddenRuns)か所あります。本文に入れていません。") }
        if placeholders > 0 { report(.note, "docx.placeholder", "入力されていない入力欄が\(placeholders)か所あります。") }
        if pictures > 0 { report(.note, "docx.picture", "図や画像が\(pictures)個あります。その中の文字は読み取れません。") }
        if unknownSymbols > 0 {
            report(.note, "docx.symbol", "対応する文字のない記号フォントの記号が\(unknownSymbols)か所あり、「〓」に置き換えました。")
        }
        if embedded > 0 {
            report(
                .warning, "docx.embedded",
                "別の文書の埋め込みが\(embedded)か所あり、読み取れません。Wordで開き、埋め込みを本文に貼り付けて保存し直してください。")
        }
        if isFieldUnclosed {
            report(.warning, "docx.field", "終わりのないフィールドがあります。フィールドの指示の文字が本文に混じっていないか確かめてください。")
        }
        return list
    }

    private static func quoted(_ texts: [String]) -> String {
        let shown = texts.prefix(4).map { text in
            let flat = text.split(whereSeparator: \.isNewline).joined(separator: " ")
            return "「\(flat.count > quoteLength ? flat.prefix(quoteLength) + "…" : flat[...])」"
        }
        return shown.joined() + (texts.count > 4 ? "ほか\(texts.count - 4)件" : "")
    }
}

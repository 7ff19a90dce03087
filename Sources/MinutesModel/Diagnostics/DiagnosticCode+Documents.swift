extension DiagnosticCode {
    /// What the readers and the parser notice in a document.
    static let documents: [DiagnosticCode] = [
        .init(
            .error, "reading.refused", "文書を読めない（空、文字でない、大きすぎる など）", do: "示された理由に従い、別の形式で保存し直す",
            "the document cannot be read (empty, not text, too large)", do: "save it anew as the message says"),
        .init(
            .warning, "encoding.uncertain", "文字コードがはっきりしない", do: "文字化けしていれば UTF-8 で保存し直す",
            "the encoding is not certain", do: "if characters are wrong, save as UTF-8"),
        .init(
            .warning, "encoding.replaced", "読めない文字があり、「\u{FFFD}」に置き換えた", do: "その行を原本で確かめる",
            "bytes that are no character became U+FFFD", do: "look at the line in the original"),
        .init(
            .note, "html.wrong-charset", "ページに書かれた文字コードと中身が違う", do: "文字化けがないか確かめる",
            "the page is not in the encoding it declares", do: "look for wrong characters"),
        .init(
            .warning, "docx.tracked-changes", "変更履歴が残っている。承諾した状態で読んだ", do: "公開前の版でないか確かめる",
            "tracked changes are in the document; read as if all were accepted",
            do: "make sure it is the version to be kept"),
        .init(
            .note, "docx.header-footer", "ヘッダー・フッターの文字を本文に入れていない", do: "本文に要る文字がないか見る",
            "headers and footers are left out", do: "see whether the text needs any of it"),
        .init(
            .note, "docx.text-box", "テキストボックスの文字を、置かれた段落の後に入れた", do: "発言に混じっていないか見る",
            "text boxes stand behind the paragraph they are anchored in", do: "see that none became part of a remark"),
        .init(
            .note, "docx.footnotes", "脚注を、印のある段落の後に〔注…〕として入れた", do: "そのままでよい",
            "footnotes stand in brackets behind their paragraph", do: "nothing"),
        .init(
            .note, "docx.comments", "コメントを本文に入れていない", do: "要る内容でないか見る",
            "comments are left out", do: "see whether they matter"),
        .init(
            .note, "docx.hidden", "隠し文字を本文に入れていない", do: "要る内容でないか見る",
            "hidden text is left out", do: "see whether it matters"),
        .init(
            .note, "docx.placeholder", "入力されていない入力欄がある", do: "書き忘れでないか確かめる",
            "a form field was never filled in", do: "see whether something is missing"),
        .init(
            .note, "docx.picture", "図や画像がある。その中の文字は読めない", do: "会議録の本文が画像でないか確かめる",
            "pictures, whose text cannot be read", do: "see whether they hold minutes"),
        .init(
            .note, "docx.symbol", "記号フォントの記号を「〓」に置き換えた", do: "原本で記号を確かめる",
            "symbols of a font without Unicode became 〓", do: "look at them in the original"),
        .init(
            .warning, "docx.embedded", "別の文書の埋め込みがあり、読めない", do: "本文に貼り付けて保存し直す",
            "an embedded document cannot be read", do: "paste its text and save"),
        .init(
            .warning, "docx.field", "終わりのないフィールドがある", do: "指示の文字が混じっていないか確かめる",
            "a field never ends", do: "look for its instruction in the text"),
        .init(
            .warning, "pdf.empty-pages", "文字のないページがある", do: "画像だけのページでないか確かめる",
            "pages without text", do: "see whether they are pictures"),
        .init(
            .note, "ndl.more-results", "国会会議録 API の答えに続きがある", do: "startRecord を変えて残りを取る",
            "the answer of the Diet's API goes on", do: "fetch the rest with startRecord"),
        .init(
            .warning, "ndl.no-speech", "発言の本文がない会議を除いた", do: "会議録の本文を取り直す",
            "a meeting without any speech was left out", do: "fetch its text"),
        .init(
            .warning, "ndl.partial", "会議の一部の発言だけが入っている", do: "API の meeting に issueID を指定して全体を取る",
            "only some speeches of the meeting are there", do: "fetch the whole with its issueID"),
        .init(
            .error, "text.several-meetings", "文書に複数の会議があり、最初の会議だけを読んだ", do: "会議ごとに読む",
            "several meetings in one document, the first was read", do: "read them one by one"),
        .init(
            .warning, "text.empty", "文書が空", do: "ファイルの中身を確かめる", "the document is empty", do: "check the file"),
        .init(
            .warning, "text.unknown", "見出しとも発言とも判断できない行", do: "原文を確かめる",
            "lines that are neither heading nor turn for all one can tell", do: "look at the lines"),
        .init(
            .warning, "turn.none", "発言の始まりが見つからない", do: "発言者の書き方がある文書か確かめる",
            "no turn was found", do: "check that the document marks its speakers"),
        .init(
            .warning, "turn.low-confidence", "発言の区切りに確信が持てない", do: "発言者の区切りを原文と見比べる",
            "the turns are uncertain", do: "compare the turns with the document"),
        .init(
            .warning, "turn.near-miss", "発言の始まりに見えるが、前の発言の続きとした行", do: "発言者が変わる所でないか確かめる",
            "a line that looks like a turn and was not taken as one", do: "see whether the speaker changes there"),
        .init(
            .warning, "turn.embedded", "注記の後が別の人の発言と思われる", do: "原文を確かめる",
            "what follows a note was probably said by somebody else", do: "look at the line"),
        .init(
            .note, "turn.unsure", "発言者として扱ったが、見出しかもしれない", do: "見出しでないか確かめる",
            "taken as a speaker, and may be a heading", do: "see that it is no heading"),
        .init(
            .note, "turn.unnamed", "発言者名のない発言を一件ずつに分けた", do: "区切りを確かめる",
            "remarks without speakers were told apart", do: "check the divisions"),
        .init(
            .note, "turn.empty", "発言者の後に発言がない", do: "原文を確かめる", "a speaker without a word", do: "look at the line"),
        .init(
            .warning, "layout.unused", "指定した書き方で始まる発言がない", do: "書き方のファイルを確かめる",
            "no turn begins in a way that was fixed", do: "check the layout file"),
        .init(
            .warning, "layout.changed", "会議体の発言の書き方が前回と違う", do: "読み違いでないか確かめる",
            "a body's turns begin otherwise than last time", do: "see that they are read right"),
        .init(
            .warning, "header.no-date", "開催日が見つからない", do: "日付の行を確かめる",
            "no date of the meeting was found", do: "check the line with the date"),
        .init(
            .note, "header.no-title", "会議の名称が見つからない", do: "表題の行を確かめる",
            "no name of the meeting was found", do: "check the title lines"),
        .init(
            .note, "agenda.repeated-number", "議題に同じ番号が続く（原文のまま）", do: "誤りなら会議録を直す",
            "an agenda number stands twice (kept as printed)", do: "correct the minutes if it is a mistake"),
        .init(
            .note, "agenda.number-gap", "議題の番号が続かない（原文のまま）", do: "誤りなら会議録を直す",
            "agenda numbers leave one out (kept as printed)", do: "correct the minutes if it is a mistake"),
        .init(
            .note, "agenda.number-restart", "議題の番号が１に戻る（原文のまま）", do: "誤りなら会議録を直す",
            "agenda numbers begin again (kept as printed)", do: "correct the minutes if it is a mistake"),
        .init(
            .note, "agenda.not-listed", "本文の見出しに当たる項目が次第にない（議題として残した）", do: "見出しが議題かを確かめる",
            "a heading stands for no item of the list (kept as an item)", do: "see that it is an item"),
        .init(
            .note, "agenda.called", "見出しのない議題の始まりを、司会の発言から読んだ", do: "引用した発言を確かめる",
            "an item without a heading begins where the chair calls it", do: "check the words that are quoted"),
        .init(
            .note, "people.ambiguous", "発言者に当たる人が出席者に複数いる（氏名は補わない）", do: "必要なら発言者名を姓名で書く",
            "a speaker's label fits several people of the attendance list", do: "print the full name if it matters"),
    ]

    /// What `check` says besides.
    static let publication: [DiagnosticCode] = [
        .init(
            .note, "publication.phone", "電話番号と思われる", do: "個人の番号なら伏せる",
            "probably a telephone number", do: "black it out if it is a private one"),
        .init(
            .note, "publication.postal-code", "郵便番号と思われる", do: "個人の住所なら伏せる",
            "probably a postal code", do: "black it out if it is a private address"),
        .init(
            .note, "publication.address", "番地までの住所と思われる", do: "個人の住所なら伏せる",
            "probably a full address", do: "black it out if it is a private one"),
        .init(
            .note, "publication.mail", "メールアドレスと思われる", do: "個人のものなら伏せる",
            "probably an e-mail address", do: "black it out if it is a private one"),
        .init(
            .note, "publication.name", "出席者名簿にない人の名前と思われる", do: "公表してよいか確かめる",
            "probably the name of somebody who did not attend", do: "make sure it may be published"),
    ]
}

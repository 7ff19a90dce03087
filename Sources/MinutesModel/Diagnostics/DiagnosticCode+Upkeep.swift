extension DiagnosticCode {
    /// Analysis, import, archive, decisions, index.
    static let upkeep: [DiagnosticCode] = [
        .init(
            .error, "analyzer.failed", "アナライザーが途中で止まった", do: "作成者に知らせる（ほかの結果は使える）",
            "an analyzer stopped", do: "tell its author; the other results stand"),
        .init(
            .warning, "finding.bad-evidence", "根拠が本文と合わない結果を除いた", do: "アナライザーの作成者に知らせる",
            "findings whose evidence does not hold were left out", do: "tell the analyzer's author"),
        .init(
            .warning, "finding.undeclared-kind", "アナライザーが宣言していない種類を出した", do: "produces に加える",
            "an analyzer gave a kind it does not declare", do: "add it to `produces`"),
        .init(
            .warning, "import.same-remarks", "取込み済みの別の会議と、発言がほとんど同じ", do: "日付などの訂正なら --replaces を付けて取り込む",
            "another meeting holds nearly the same remarks", do: "if a date was corrected, import with --replaces"),
        .init(
            .error, "process.bad-line", "process の入力の行が読めない", do: "行の書き方を直し、その行だけもう一度渡す",
            "a line of process's input cannot be understood", do: "correct the line and give it again"),
        .init(
            .error, "process.unreadable", "process で文書を読めない", do: "message に従って直し、その文書だけもう一度渡す",
            "process cannot read a document", do: "do as the message says and give the document again"),
        .init(
            .error, "rebuild.unreadable", "作り直しで原本を読めない", do: "元のファイルを取り込み直す",
            "an original cannot be read", do: "import the file again"),
        .init(
            .warning, "archive.versions-unordered", "同じ会議の原本のどれが新しいか分からない", do: "正しいものを取り込み直す",
            "which document of a meeting is newer is unknown", do: "import the right one again"),
        .init(
            .warning, "archive.interrupted", "前回の取込みや forget が途中で終わった", do: "verify か次に書き込む操作が残りを整える",
            "the last import or forget was cut short", do: "verify, or whatever writes next, completes it"),
        .init(
            .note, "archive.busy", "調べている間、ほかのプログラムが書き込み中だった", do: "終わってから、もう一度 verify を実行する",
            "another program was writing meanwhile", do: "run verify again when it is done"),
        .init(
            .note, "archive.settled", "途中で終わった作業の残りや、記録より古い索引を整えた", do: "することはない",
            "what an interrupted program left was completed, an index that was behind was made again",
            do: "nothing to do"),
        .init(
            .error, "archive.catalog-damaged", "会議の一覧が壊れている", do: "rebuild を実行する",
            "the list of meetings is damaged", do: "run rebuild"),
        .init(
            .error, "archive.record-damaged", "会議の記録が壊れている", do: "rebuild を実行する", "a record is damaged",
            do: "run rebuild"),
        .init(
            .error, "archive.record-inconsistent", "会議の記録に食い違いがある", do: "rebuild を実行する",
            "a record contradicts itself or its original", do: "run rebuild"),
        .init(
            .error, "archive.record-unlisted", "一覧にない記録がある", do: "rebuild を実行する",
            "a record is not on the list", do: "run rebuild"),
        .init(
            .error, "archive.original-damaged", "原本が保存したときと違う", do: "元のファイルを取り込み直す",
            "an original is not as it was stored", do: "import the file again"),
        .init(
            .error, "archive.original-missing", "原本がない", do: "元のファイルを取り込み直す", "an original is gone",
            do: "import the file again"),
        .init(
            .error, "archive.layouts-damaged", "固定した発言の書き方が読めない", do: "控えから戻すか、もう一度固定する",
            "the layouts people fixed cannot be read", do: "restore the file, or fix them again"),
        .init(
            .warning, "archive.original-unused", "原本から作った記録がない", do: "rebuild を実行する",
            "no record comes from an original", do: "run rebuild"),
        .init(
            .warning, "archive.stray-file", "原本のフォルダに関係のないファイルがある", do: "別の場所へ移す",
            "a file that does not belong there", do: "move it elsewhere"),
        .init(
            .warning, "reviews.orphan", "確認済みの項目が今の会議録に見当たらない", do: "一覧に残る。該当する発言を確かめ、必要なら確認し直す",
            "a decision's sentence is no longer there",
            do: "the item stays on the list; look for it and decide again if need be"),
        .init(
            .note, "reviews.corrected", "確認済みの項目の文が会議録の訂正で変わった", do: "確認の内容が今の文に合うか確かめる",
            "a decision's sentence was corrected", do: "see that the decision still fits"),
        .init(
            .note, "reviews.kept", "確認済みの項目が、今の読み取りでは拾われない", do: "確認のとおり一覧に残る。要らなければ reject で除く",
            "a decided item is no longer found", do: "it stays as decided; reject it if it is not wanted"),
        .init(
            .note, "reviews.differs", "確認済みの項目の担当・期限・要旨が、今の読み取りでは違う", do: "確認のとおり残る。直すときは actions set を使う",
            "owner, due or short form of a decided item would be others now",
            do: "they stay as decided; actions set changes them"),
        .init(
            .warning, "reviews.torn-line", "確認記録の最後の行が途切れている", do: "直前の確認をやり直す",
            "the last decision was cut short", do: "make it again"),
        .init(
            .note, "reviews.set-aside", "書きかけの確認記録を reviews.torn に移した", do: "直前の確認が一覧にあるか確かめ、要らなければ削除する",
            "a half-written decision was moved to reviews.torn",
            do: "see whether the last decision is on the list; delete the file"),
        .init(
            .error, "reviews.damaged-line", "確認記録に読めない行か、検査値の合わない行がある", do: "控えの同じ行と置き換える",
            "a line of the decisions cannot be read or has another checksum",
            do: "put the line of a backup in its place"),
        .init(
            .error, "reviews.newer-line", "新しい版の gijiroku が書いた確認記録がある", do: "gijiroku を新しくする",
            "a decision of a newer gijiroku", do: "update gijiroku"),
        .init(
            .warning, "index.outdated", "索引が会議録と合っていない", do: "rebuild を実行する", "the index is behind the records",
            do: "run rebuild"),
        .init(
            .note, "actions.outdated", "項目の索引が会議録や確認の記録より古い", do: "次に actions を実行すると整う",
            "the index of actions is behind", do: "the next actions puts it right"),
        .init(
            .note, "actions.unusable", "項目の索引を読めない", do: "次に actions を実行すると作り直す",
            "the index of actions cannot be read", do: "the next actions makes it again"),
        .init(
            .error, "index.unusable", "索引を読めない", do: "rebuild を実行する", "the index cannot be read", do: "run rebuild"),
        .init(
            .error, "search.synonyms-unreadable", "保管庫の synonyms.csv を読めない", do: "示された行と列を直すか、synonyms import で入れ替える",
            "the archive's synonyms.csv cannot be read", do: "correct the line and column, or synonyms import"),
        .init(
            .error, "search.saved-unreadable", "保管庫の searches.json を読めない", do: "JSON として直すか、控えから戻す",
            "the archive's searches.json cannot be read", do: "correct the JSON, or put a backup in its place"),
    ]

    /// The outline of a plan and the draft made along it.
    static let drafting: [DiagnosticCode] = [
        .init(
            .note, "outline.not-an-item", "骨子の、項目ではない行を読み飛ばした", do: "項目なら番号か見出しの印を付ける",
            "a line of the outline is no item", do: "number it if it is one"),
        .init(
            .note, "outline.prose", "骨子の文章を読み飛ばした", do: "項目なら短い見出しにする", "prose in the outline was passed over",
            do: "make it a heading if it is an item"),
        .init(
            .note, "outline.preface", "骨子の項目より前の説明を読み飛ばした", do: "項目なら番号を付ける",
            "text before the first item was passed over", do: "number it if it is an item"),
        .init(
            .warning, "outline.not-understood", "骨子の行を項目として読めない", do: "番号か字下げを付ける",
            "a line of the outline is not understood", do: "number or indent it"),
        .init(
            .warning, "outline.too-deep", "骨子の入れ子が深すぎる", do: "段を減らす", "the outline is nested too deep",
            do: "use fewer levels"),
        .init(
            .warning, "outline.keywords", "どの項目のキーワードか分からない", do: "項目の下に書く", "keywords without an item",
            do: "put them under an item"),
        .init(
            .error, "draft.no-source", "素案の行に出典がない", do: "プログラムの不具合として知らせる", "a line of the draft has no source",
            do: "report it as a defect"),
        .init(
            .error, "draft.source-missing", "素案の出典が会議録にない", do: "プログラムの不具合として知らせる",
            "a source of the draft is not in the records", do: "report it as a defect"),
        .init(
            .error, "draft.quote-differs", "素案の引用が発言と違う", do: "プログラムの不具合として知らせる",
            "a quote of the draft differs from the remark", do: "report it as a defect"),
        .init(
            .error, "draft.finding-missing", "素案のどこにもない発言がある", do: "プログラムの不具合として知らせる",
            "a finding stands nowhere in the draft", do: "report it as a defect"),
        .init(
            .warning, "draft.name-in-quote", "引用に出席者の氏名と思われる語がある", do: "公表の前に確かめる",
            "a quote seems to hold an attendee's name", do: "look at it before publishing"),
    ]
}

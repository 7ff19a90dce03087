extension ActionsCommand {
    static let help = CommandHelp(
        summary: Words("約束・要望・宿題などの一覧を作り、人の判断を記録する", "list what must be followed up; record decisions"),
        usage: [
            "actions [--kind K] [--status S] [--owner O] [--topic T] [--meeting M] [--due-by DATE] [--limit N]",
            "actions --pending|--rejected [--by owner|due|kind|topic|meeting|status]",
            "actions --explain ID",
            "actions --carry-over|--progress [--meeting NEXT]",
            "actions accept ID… | reject ID… | reset ID…   [--note TEXT] [--by NAME]",
            "actions set ID… [--status open|done|dropped] [--owner NAME] [--due DATE] [--summary TEXT] [--kind K] [--note TEXT]",
            "actions merge ID ID… [--summary TEXT] | split ID --part TEXT --part TEXT…",
            "actions add REMARK --quote TEXT --kind K [--summary TEXT] [--owner NAME] [--due DATE]",
            "actions reassign OLD NEW [--meeting M] [--kind K]",
        ],
        details: Words(
            """
            accept（確認済みにする）、reject（一覧から除く）、set（直す）、merge（先頭の項目にまとめる）、split（分ける）、
            add（手で加える）、reassign（担当をまとめて替える）、reset（判断を取り消す）は、だれがいつ決めたかとともに
            reviews.jsonl に書き足されます。会議録を取り込み直しても、読み取りが変わっても、人の判断が優先されます。
            除いた項目と同じ言い方のものは、次から「以前に除外した表現」として一覧の終わりに並びます。
            担当と期限は、会議録に書かれているときだけ入ります。--owner "" のように空にすると消えます。
            """,
            """
            accept, reject, set (edit), merge (into the first), split, add (by hand), reassign (an owner's open items) and
            reset (take back) are appended to reviews.jsonl with who and when. They survive re-import and go before whatever
            the analyzers say later. What is put like something rejected is marked and listed last.
            Owner and due are filled in only where the minutes say them; an empty value takes them away.
            """
        ),
        options: [
            .archive, .wait,
            Option(
                "--kind", value: "KIND",
                help: Words(
                    "種別（約束、要望、次期計画、宿題、決定）", "commitment, request, plan_input, decision, open_question"
                )),
            Option(
                "--status", value: "open|done|dropped", choices: ["open", "done", "dropped"],
                help: Words("状況（未了・完了・取下げ）", "status")),
            Option("--owner", value: "NAME", help: Words("担当", "owner")),
            Option("--topic", value: "TOPIC", help: Words("話題", "topic")),
            Option("--meeting", value: "MEETING", help: Words("会議の番号か名前の一部", "id or part of the title")),
            Option("--due-by", value: "DATE", help: Words("期限がこの日までのもの", "due on or before")),
            Option("--pending", help: Words("まだだれも確認していないもの", "what nobody has looked at")),
            Option("--rejected", help: Words("一覧から除いたもの", "what was rejected")),
            Option(
                "--by", value: "FIELD|NAME",
                help: Words(
                    "一覧のまとめ方（owner 担当、due 期限、kind 種別、topic 話題、meeting 会議、status 状況）。判断の記録では、記録した人（省略時はパソコンの利用者名）",
                    "group the list by owner, due, kind, topic, meeting or status; with a decision: who decides")),
            Option(
                "--explain", value: "ID",
                help: Words(
                    "その項目を拾った理由（手がかり、話し手、担当と期限の根拠、原文の位置、判断の記録）",
                    "why it is on the list: cues, speaker, rules of owner and due, place, decisions")),
            Option(
                "--limit", value: "N",
                help: Words(
                    "新しい会議から N件まで（省略時は画面では500件、ファイルの形式ではすべて。0 ですべて）",
                    "the newest N (default 500 on the screen, all in other formats; 0 for all)")),
            Option(
                "--carry-over",
                help: Words(
                    "前回からの継続事項（前の会議で残った項目と、その後の報告）", "what earlier meetings left open, with later reports on it")),
            Option(
                "--progress",
                help: Words(
                    "進行管理表（完了・取下げも含め、項目ごとに最終報告と次の対応）", "the progress table: as --carry-over, with what is settled")),
            Option("--due", value: "DATE", help: Words("期限（set、add）", "due date (set, add)")),
            Option("--note", value: "TEXT", help: Words("メモ（次の対応、除いた理由など）", "note (next step, why it was rejected)")),
            Option("--summary", value: "TEXT", help: Words("要旨（set、merge、add）", "short form (set, merge, add)")),
            Option(
                "--quote", value: "TEXT", help: Words("根拠になる発言の言葉。原文どおりに（add）", "words of the remark, verbatim (add)")),
            Option(
                "--part", value: "TEXT",
                help: Words("分けたあとの項目。発言の一部か、要旨（split）", "a part: words of the quote, or a short form (split)")),
            Option(
                "--as-found",
                help: Words("今の読み取りの内容で確認し直す（accept）", "accept what the analyzers say now (accept)")),
            .format("text", "json", "csv", "markdown", "xlsx", "ics"), .output,
        ],
        examples: [
            ("actions --status open", Words("まだ終わっていないもの", "what is still open")),
            ("actions --pending", Words("まだ確認していないもの", "what nobody has looked at")),
            ("actions --explain f4k7w", Words("拾った理由を確かめる", "why it is on the list")),
            ("actions --by owner --status open", Words("担当ごと", "by owner")),
            ("actions --format xlsx -o 対応一覧.xlsx", Words("Excel のブック", "an Excel workbook")),
            (
                "actions --carry-over --format markdown -o 継続事項.md",
                Words("次回の会議に出す継続事項", "carried over to the next meeting")
            ),
            ("actions --progress --format xlsx -o 進行管理表.xlsx", Words("進行管理表", "the progress table")),
            ("actions --status open --format ics -o 対応.ics", Words("予定表のタスクにする", "tasks for a calendar")),
            ("actions set f4k7w --status done --note 9月の会議で報告済み", Words("完了を記録する", "record that it is done")),
            ("actions reject f4k7w --note 進行上の発言", Words("拾いすぎを除く", "throw out a false alarm")),
            (
                "actions add r9x2c --quote 名簿を作り直します --kind 約束 --owner 事務局",
                Words("拾い漏れを加える", "add what was missed")
            ),
        ])
}

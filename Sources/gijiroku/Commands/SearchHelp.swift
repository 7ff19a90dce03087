/// What `gijiroku search --help` says besides its examples.
enum SearchHelp {
    static let japanese = """
        検索式の書き方：
          居場所 担い手            どちらも含む（空白の代わりに AND、かつ も可）
          居場所 OR 担い手         どちらかを含む（または、| も可）
          居場所 -予算             予算を含むものを除く（NOT も可）
          "出張 相談"              続いている語句そのまま（「」も可。言い換えも表記の違いも探さない）
          居場所 近傍/20 担い手    間が20文字以内（NEAR/20 も可。順は問わない）
          出張*                    語の始まりが一致する
          (居場所 OR サロン) 担い手   括弧でまとめる
          役割:事務局 発言者:山田 話題:居場所 種別:要望 会議:推進委員会 年度:令和5 日付:2023-04..2024-03
          議題:振り返り 回答:あり    絞り込み。値は 、 か OR で並べる（役割:事務局、説明員）。- で除く（-役割:委員）
          範囲:問答                語がそろう範囲（発言、問答、議題、会議）。見つかるのは語を含む発言
        全角・半角、字体（髙・高）、送り仮名（取組・取り組み）などの表記の違いと、保管庫の同義語（gijiroku synonyms）は
        区別せずに探し、どの語で見つかったかを示します。--exact で入力したとおりに探します。
        質問が見つかれば回答を、回答が見つかれば質問を併せて示します。
        """

    static let english = """
        The query:
          居場所 担い手            both (AND may stand between)
          居場所 OR 担い手         one of them (または and | do as well)
          居場所 -予算             without 予算 (NOT does as well)
          "出張 相談"              these characters in a row, no other spelling and no synonym
          居場所 NEAR/20 担い手    at most 20 characters between, in any order
          出張*                    a word begins with it
          (居場所 OR サロン) 担い手   brackets
          role:secretariat speaker:… topic:… kind:request meeting:… year:2023 date:2023-04..2024-03 agenda:… answer:yes
                                   filters; values with commas or OR (role:secretariat,official), - excludes
          scope:exchange           the words stand together in: remark, exchange, agenda or meeting; hits hold a word
        Widths, variant characters, okurigana and the archive's synonyms (gijiroku synonyms) are all found, and the
        result says which; --exact looks for what is typed. A question is shown with its answer and the other way round.
        """

    static let options: [Option] =
        [
            .archive,
            Option("--topic", value: "TOPIC", help: Words("話題", "topic")),
            Option("--role", value: "ROLE", help: Words("発言者の立場（委員長、委員、事務局など）", "role of the speaker")),
            Option("--speaker", value: "NAME", help: Words("発言者の氏名や職名の一部", "part of the speaker's label")),
            Option("--kind", value: "KIND", help: Words("拾った種別（約束、要望、宿題、課題など）", "kind of finding in the remark")),
            Option("--meeting", value: "MEETING", help: Words("会議の番号か名前の一部", "id or part of the title")),
            Option("--agenda", value: "TITLE", help: Words("議題の一部", "part of the agenda item")),
            Option("--year", value: "YEAR", help: Words("年度（令和5、2023）", "fiscal year (2023)")),
            Option("--from", value: "DATE", help: Words("この日から（2024-04-01、2024-04、令和6年4月1日）", "on or after")),
            Option("--to", value: "DATE", help: Words("この日まで（この日を含む）", "on or before")),
            Option(
                "--scope", value: "remark|exchange|agenda|meeting",
                choices: ["remark", "exchange", "agenda", "meeting"],
                help: Words("語がそろう範囲（発言、問答、議題、会議）", "where the words stand together")),
            Option("--exact", help: Words("入力したとおりに探す（表記の違い・同義語を使わない）", "as typed: no other spellings, no synonyms")),
            Option(
                "--fields", value: "label,agenda,title",
                help: Words("発言者名・議題・会議名の中も探す（カンマ区切り）", "look into these as well")),
            Option(
                "--sort", value: "relevance|newest|oldest|meeting",
                choices: ["relevance", "newest", "oldest", "meeting"],
                help: Words("並び順（関連の深い順、新しい順、古い順、会議体ごと）", "order")),
            Option("--recent", help: Words("関連の深い順で、新しい会議を上に", "by relevance, later meetings count for more")),
            Option(
                "--group", value: "meeting|topic", choices: ["meeting", "topic"],
                help: Words("会議か話題ごとにまとめ、件数と主な発言を示す", "by meeting or topic: counts and best hits")),
            Option("--facets", help: Words("立場・年度・会議・話題・種別ごとの件数も示す", "counts by role, year, meeting, topic, kind")),
            Option("--limit", "-n", value: "N", help: Words("表示する件数（省略時 20）", "hits to show (default 20)")),
            Option("--offset", value: "N", help: Words("読み飛ばす件数", "hits to skip")),
            Option("--page", value: "N", help: Words("何ページ目か（1から）", "page, from 1")),
            Option("--save", value: "NAME", help: Words("この検索を名前を付けて保存する", "keep this search under a name")),
            Option("--saved", value: "NAME", help: Words("保存した検索を使う", "use a saved search")),
            Option("--list-saved", help: Words("保存した検索の一覧", "list saved searches")),
            Option("--forget-saved", value: "NAME", help: Words("保存した検索を消す", "forget a saved search")),
            .backend,
        ] + ClickHouseLocation.options + [.format("text", "json", "csv", "markdown"), .output]
}

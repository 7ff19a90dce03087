extension VerbForms {
    /// The verbs whose て-form does not tell their class.
    enum Lexicon {
        /// Verbs of one class by what stands before って or んで.
        struct Row: Sendable {
            /// The kana before ます.
            var stem: String
            /// The kana of the dictionary form.
            var dictionary: String
            var heads: [String]
        }

        static let doubled: [Row] = [
            Row(
                stem: "い", dictionary: "う",
                heads: [
                    "使", "担", "思", "言", "違", "習", "払", "扱", "願", "拾", "歌", "買", "伺", "誘", "救", "補", "整", "伴", "失", "賄",
                    "追", "負", "添", "沿", "行な", "おこな", "つか", "にな", "もら", "向か", "むか", "味わ", "語り合", "話し合", "支え合", "助け合",
                    "学び合", "見守り合", "出会", "関わり合", "しあ", "いあ", "えあ", "けあ", "りあ", "せあ", "めあ", "びあ", "を行", "を言", "寄り添",
                    "知り合", "付き合", "間に合",
                ]),
            Row(
                stem: "ち", dictionary: "つ",
                heads: ["持", "待", "立", "育", "打", "勝", "保", "放", "役立", "目立", "受け持", "たも", "をも"]),
            Row(
                stem: "り", dictionary: "る",
                heads: [
                    "作", "つく", "取", "残", "のこ", "配", "くば", "図", "はか", "守", "まも", "送", "おく", "集ま", "あつま", "関わ", "かかわ",
                    "変わ", "かわ", "伝わ", "つたわ", "広が", "ひろが", "つなが", "繋が", "な", "知", "がんば", "頑張", "回", "まわ", "戻", "もど",
                    "入", "はい", "上が", "下が", "始ま", "決ま", "高ま", "深ま", "広ま", "終わ", "加わ", "携わ", "至", "渡", "わた", "乗", "語",
                    "かた", "練", "巡", "めぐ", "絞", "しぼ", "探", "さぐ", "測", "謀", "盛", "張", "貼", "振り返", "くく", "贈", "実", "移",
                    "写",
                    "映", "減", "切", "区切", "限", "走", "座", "参", "教わ", "預か", "分か", "わか", "当た", "あた", "留ま", "止ま", "見守",
                    "受け取",
                    "聞き取", "読み取", "くみ取", "とりまとま", "まとま", "改ま", "帰", "足", "起こ", "あ", "もらえるようにな", "根ざ",
                ]),
            // いく is the one verb in く with って; に行って may be いって or おこなって.
            Row(stem: "き", dictionary: "く", heads: ["てい", "でい", "て行", "へ行", "出て行", "持って行"]),
        ]

        static let nasal: [Row] = [
            Row(
                stem: "び", dictionary: "ぶ", heads: ["学", "呼", "結", "選", "遊", "並", "運", "喜", "及", "浮か", "飛", "まな", "むす"]),
            Row(
                stem: "み", dictionary: "む",
                heads: [
                    "組", "込", "こ", "読", "進", "すす", "住", "頼", "望", "含", "積", "包", "踏", "挟", "悩", "休", "楽し", "親し",
                    "育", "編", "生", "営", "励", "歩", "汲", "囲", "刻", "臨", "取組", "りく",
                ]),
        ]

        /// Verbs in ぐ by what stands before いで; the negative ないで is none of them.
        static let verbsInGu = [
            "つな", "繋", "防", "急", "稼", "注", "継", "受け継", "引き継", "泳", "しの", "凌", "研", "いそ", "ふせ", "そそ",
        ]

        /// 一段 verbs in いる, whose て-form looks like that of a verb in く.
        static let verbsInI = ["用い", "率い", "報い", "老い"]

        /// Stems that are one kanji: 見る, 得る, 出る, ….
        static let kanjiStems = Set("見得出経着似煮寝居来診観看".unicodeScalars)

        /// Verbs in す by what stands before して. An empty one would mean: undecided.
        static let verbsInSu = [
            "話", "出", "活か", "生か", "いか", "増や", "減ら", "示", "目指", "めざ", "残", "見直", "過ご", "探", "回", "渡", "移", "直", "起こ",
            "果た", "照ら", "促", "外", "落と", "広め直", "伸ば", "動か", "届け出", "見出", "見い出", "引き出", "洗い出", "打ち出", "掘り起こ", "踏み出",
            "取り戻", "くり返", "繰り返", "貸", "伝え直", "表", "現", "通", "試", "押", "指", "差", "尽く", "許", "正", "写", "隠", "壊", "返",
        ]

        /// Verbs in る of the 五段 class that look like 一段.
        static let godanInRu = [
            "しゃべ", "すべ", "切", "区切", "限", "知", "帰", "入", "走", "要", "参", "減", "滑", "遮", "かえ", "はい", "まい",
        ]

        /// う → い: the ending of a dictionary form and that before ます.
        static let iRow: [Unicode.Scalar: String] = [
            "う": "い", "く": "き", "ぐ": "ぎ", "す": "し", "つ": "ち", "ぬ": "に", "ぶ": "び", "む": "み", "る": "り",
        ]
    }
}

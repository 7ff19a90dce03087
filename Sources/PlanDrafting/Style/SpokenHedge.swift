/// 〜と思います and its kin: what a speaker wraps a view in.
enum SpokenHedge {
    /// The clause without its wrappings, and how it was wrapped.
    struct Peeled {
        var clause: String
        /// The view in the speaker's words, with what makes it a question: it can stand before との意見.
        var asSaid: String
        /// Whether there was a wrapping: then the clause is in plain form and was the speaker's view.
        var wasView = false
        /// Whether the view was put as a question (〜ではないかと思います, 〜かと思います).
        var wasTentative = false
    }

    static func peel(_ sentence: String) -> Peeled {
        var result = Peeled(clause: sentence, asSaid: sentence)
        // Each round takes at least six bytes away; three wrappings are more than people use.
        for _ in 0..<3 {
            guard let rest = result.clause.before(anyOf: endings) else { break }
            result = Peeled(clause: rest, asSaid: rest, wasView: true)
        }
        if let rest = result.clause.before(anyOf: ["ではないでしょうか", "じゃないでしょうか"]) {
            result = Peeled(clause: rest + "ではないか", asSaid: rest + "ではないか", wasView: true)
        }
        if let rest = result.clause.before(anyOf: ["のではないか", "んじゃないか"]) {
            result = Peeled(clause: rest, asSaid: rest + "のではないか", wasView: true, wasTentative: true)
        } else if result.wasView, !result.clause.ends(in: "どうか"), !result.clause.ends(in: "ではないか"),
            let rest = result.clause.before("か")
        {
            let plain = rest.ends(in: "よい") || rest.ends(in: "いい") || rest.ends(in: "良い")
            result = Peeled(clause: rest, asSaid: plain ? rest : result.asSaid, wasView: true, wasTentative: true)
        }
        return result
    }

    private static let endings: [String] = {
        let verbs = [
            "思います", "思いました", "思っています", "思っております", "思っています", "思うところです", "思っているところです", "思うのですが", "思うんですが",
            "思いますが", "思いますけれども", "思いますけど", "思いますので", "思うんですけれども", "思う", "思った", "思っている", "考えます", "考えています", "考えております",
            "考えました", "考えているところです", "考えております", "考える", "考えている", "感じます", "感じました", "感じています", "感じております", "感じたところです",
            "存じます", "認識しています", "認識しております",
        ]
        return ["と", "というふうに", "という風に", "というように"].flatMap { joint in verbs.map { joint + $0 } }
            + ["ように思います", "ように思いました", "ように感じます", "ように感じました", "ような気がします", "ような気がしています"]
    }()
}

import Foundation
import JapaneseText

/// What a passage is about, without a dictionary: neighbouring letters and digits of its words. Hiragana, which carries
/// the grammar, is left out.
struct ContentPairs {
    /// Two folded scalars in one number, each pair once, ascending.
    let pairs: [UInt64]

    /// - Complexity: O(n log n) in the letters of the text.
    init(folded bytes: UnsafeBufferPointer<UInt8>) {
        var found: [UInt64] = []
        var previous: UInt64 = 0
        var number: UInt64?
        var place = 0
        while place < bytes.count {
            let (value, length) = bytes.scalar(at: place)
            place += length
            if (0x30...0x39).contains(value) {
                number = ((number ?? 0) &* 10 &+ UInt64(value - 0x30)) & 0xf_ffff
                previous = 0
            } else if Self.isContent(value) {
                // A number counts with its unit: 10月, 604人. Above all scalars, so that it is no letter's pair.
                if let number { previous = 0x20_0000 + number }
                number = nil
                if previous != 0, !Self.common.contains(previous << 32 | UInt64(value)) {
                    found.append(previous << 32 | UInt64(value))
                }
                previous = UInt64(value)
            } else {
                previous = 0
                number = nil
            }
        }
        found.sort()
        pairs = found.reduce(into: []) { kept, pair in if kept.last != pair { kept.append(pair) } }
    }

    /// Words of every meeting: that two passages share them says nothing.
    private static let common: Set<UInt64> = {
        let list = """
            次回 前回 今回 回答 回目 報告 検討 実施 予定 資料 確認 会議 委員 員会 推進 進委 意見 今後 年度 令和 本日 説明 事務 務局 対応 質問 指摘 要望 議論 結果 \
            内容 準備 開催 送付 配付 提出 作成 可能 必要 状況 場合 部分 以上 現在 皆様 市民 住民 地域 福祉 活動 計画 事業 支援 取組 課題
            """
        let pairs = list.split(whereSeparator: \.isWhitespace).map { word -> UInt64 in
            let scalars = Array(word.unicodeScalars)
            return UInt64(scalars[0].value) << 32 | UInt64(scalars[1].value)
        }
        return Set(pairs)
    }()

    init(_ parts: [ContentPairs]) {
        pairs = Array(Set(parts.flatMap(\.pairs))).sorted()
    }

    init(_ text: String) {
        let folded = text.withUTF8Bytes { TextFolding.fold($0, AnalysisContext.folding) }
        self = folded.text.withUTF8Bytes { Self(folded: $0) }
    }

    private static func isContent(_ value: UInt32) -> Bool {
        switch value {
        case 0x61...0x7a, 0x3005, 0x30a1...0x30fa, 0x30fc, 0x3400...0x9fff, 0x20000...0x3ffff: true
        default: false
        }
    }
}

/// How much a pair says: the fewer remarks of a body hold it, the more.
struct PairWeights {
    private var remarks: [UInt64: Int] = [:]
    private var count = 0

    mutating func add(_ pairs: [UInt64]) {
        count += 1
        for pair in pairs { remarks[pair, default: 0] += 1 }
    }

    /// In a handful of remarks every word is rare and none is common; from about this many on the counts mean something.
    private static let leastRemarks = 50

    /// Natural logarithm of the inverse share; 0 for what stands in most remarks.
    func weight(_ pair: UInt64) -> Double {
        let holding = Double(remarks[pair] ?? 0)
        return max(0, log((Double(max(count, Self.leastRemarks)) + 1) / (holding + 0.5)))
    }

    func weight(of pairs: [UInt64]) -> Double { pairs.reduce(0) { $0 + weight($1) } }
}

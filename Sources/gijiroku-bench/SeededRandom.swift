import Foundation

/// The same numbers from the same seed on every machine (splitmix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    /// An index below `count` with a Zipf-like distribution: small ones often, large ones seldom.
    mutating func zipf(_ count: Int) -> Int {
        let unit = Double(next() >> 11) / 9_007_199_254_740_992
        return min(count - 1, max(0, Int(pow(Double(count), unit)) - 1))
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// The SHA-256 hash of FIPS 180-4, over bytes that may come in pieces.
package struct SHA256: Sendable {
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    /// Bytes that do not fill a block yet.
    private var rest: [UInt8] = []
    private var length: UInt64 = 0

    package init() {}

    /// - Complexity: O(n), about 200 MB/s.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        length &+= UInt64(bytes.count)
        var bytes = bytes[...]
        if !rest.isEmpty {
            let missing = min(64 - rest.count, bytes.count)
            rest.append(contentsOf: bytes.prefix(missing))
            bytes = bytes.dropFirst(missing)
            guard rest.count == 64 else { return }
            rest.withUnsafeBytes { digest($0) }
            rest.removeAll(keepingCapacity: true)
        }
        let whole = bytes.count & ~63
        if whole > 0 { digest(UnsafeRawBufferPointer(rebasing: bytes.prefix(whole))) }
        rest.append(contentsOf: bytes.dropFirst(whole))
    }

    package mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

    /// The digest in 64 small hexadecimal digits. The value can be updated further.
    package var hexDigest: String {
        var copy = self
        let bits = length &* 8
        var padding: [UInt8] = [0x80]
        let used = (rest.count + 1) % 64
        padding.append(contentsOf: [UInt8](repeating: 0, count: used <= 56 ? 56 - used : 120 - used))
        for shift in stride(from: 56, through: 0, by: -8) { padding.append(UInt8(truncatingIfNeeded: bits >> shift)) }
        copy.update(padding)
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        for word in copy.state {
            for shift in stride(from: 28, through: 0, by: -4) {
                let nibble = UInt8(truncatingIfNeeded: word >> UInt32(shift)) & 15
                digits.append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble)
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    package static func hexDigest(of bytes: [UInt8]) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return hash.hexDigest
    }

    package static func hexDigest(of bytes: UnsafeRawBufferPointer) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return hash.hexDigest
    }

    private mutating func digest(_ blocks: UnsafeRawBufferPointer) {
        Self.roundConstants.withUnsafeBufferPointer { constants in
            guard let constants = constants.baseAddress else { return }
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
                guard let words = words.baseAddress else { return }
                state.withUnsafeMutableBufferPointer { state in
                    for start in stride(from: 0, to: blocks.count, by: 64) {
                        Self.prepare(words, blocks, start, constants)
                        Self.digestBlock(words, state)
                    }
                }
            }
        }
    }

    /// The 64 words of a block, each with its constant added.
    @inline(__always)
    private static func prepare(
        _ words: UnsafeMutablePointer<UInt32>, _ blocks: UnsafeRawBufferPointer, _ start: Int,
        _ constants: UnsafePointer<UInt32>
    ) {
        for place in 0..<16 {
            words[place] = blocks.loadUnaligned(fromByteOffset: start &+ place &* 4, as: UInt32.self).bigEndian
        }
        var place = 16
        while place < 64 {
            let (near, far) = (words[place &- 2], words[place &- 15])
            let small1 = rotated(near, 17) ^ rotated(near, 19) ^ (near &>> 10)
            let small0 = rotated(far, 7) ^ rotated(far, 18) ^ (far &>> 3)
            words[place] = small1 &+ words[place &- 7] &+ small0 &+ words[place &- 16]
            place &+= 1
        }
        for place in 0..<64 { words[place] = words[place] &+ constants[place] }
    }

    @inline(__always)
    private static func digestBlock(
        _ words: UnsafePointer<UInt32>, _ state: UnsafeMutableBufferPointer<UInt32>
    ) {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        var place = 0
        // Eight rounds bring every name back to its place, so that nothing is moved about.
        while place < 64 {
            round(a, b, c, &d, e, f, g, &h, words[place])
            round(h, a, b, &c, d, e, f, &g, words[place &+ 1])
            round(g, h, a, &b, c, d, e, &f, words[place &+ 2])
            round(f, g, h, &a, b, c, d, &e, words[place &+ 3])
            round(e, f, g, &h, a, b, c, &d, words[place &+ 4])
            round(d, e, f, &g, h, a, b, &c, words[place &+ 5])
            round(c, d, e, &f, g, h, a, &b, words[place &+ 6])
            round(b, c, d, &e, f, g, h, &a, words[place &+ 7])
            place &+= 8
        }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
        state[5] &+= f
        state[6] &+= g
        state[7] &+= h
    }

    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ word: UInt32
    ) {
        let first = h &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ (g ^ (e & (f ^ g))) &+ word
        d = d &+ first
        h = first &+ (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ ((a & b) | (c & (a | b)))
    }

    @inline(__always)
    private static func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 { word &>> bits | word &<< (32 &- bits) }

    /// First 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let roundConstants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}

/// How much a reading of bytes as UTF-16 looks like Japanese text.
struct UnitScore {
    /// Share of units that minutes are made of.
    var plausible = 0.0
    var kana = 0.0
    /// As `plausible`, a kanji counting half.
    var value = 0.0
    var hasZeros = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, high: Int, low: Int) {
        var counts = (sure: 0, kana: 0, kanji: 0, zeros: 0, units: 0)
        var offset = 0
        while offset + 1 < bytes.count {
            let unit = UInt16(bytes[offset + high]) << 8 | UInt16(bytes[offset + low])
            switch unit {
            case 0x09...0x0D, 0x20...0x7E:
                counts.sure += 1
                counts.zeros += 1
            case 0x3041...0x30FE: counts.kana += 1
            case 0x2010...0x203B, 0x2160...0x217F, 0x2460...0x24FF, 0x2500...0x25FF, 0x3000...0x3020, 0x3200...0x32FF,
                0xFF01...0xFF9F:
                counts.sure += 1
            case 0x4E00...0x9FFF: counts.kanji += 1
            default: break
            }
            counts.units += 1
            offset += 2
        }
        guard counts.units > 0 else { return }
        let units = Double(counts.units)
        plausible = Double(counts.sure + counts.kana + counts.kanji) / units
        kana = Double(counts.kana) / units
        value = plausible - 0.5 * Double(counts.kanji) / units
        hasZeros = counts.zeros > 0
    }
}

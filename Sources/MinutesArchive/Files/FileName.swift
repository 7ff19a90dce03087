import Foundation

/// Names that may become files of the archive.
package enum FileName {
    /// UTF-8 bytes of a name at most; Linux and Windows file systems take 255.
    static let longest = 200

    /// The last part of a path as a safe file name: NFC, without control characters and what Windows refuses,
    /// never empty, never `.` or `..`, no reserved device name, at most `longest` bytes (the extension is kept).
    package static func sanitized(_ name: String) -> String {
        let composed = name.precomposedStringWithCanonicalMapping
        let last = composed.unicodeScalars.split(omittingEmptySubsequences: true) { $0 == "/" || $0 == "\\" }.last
        var scalars = String.UnicodeScalarView()
        for scalar in last.map(Array.init) ?? [] {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
            default: scalars.append(":*?\"<>|".unicodeScalars.contains(scalar) ? "_" : scalar)
            }
        }
        while let first = scalars.first, first == "." || first == " " || first == "\u{3000}" { scalars.removeFirst() }
        while let end = scalars.last, end == "." || end == " " { scalars.removeLast() }
        let shortened = shortened(String(scalars))
        if shortened.isEmpty { return "original" }
        return isReserved(shortened) ? "_" + shortened : shortened
    }

    /// Whether an id can be a file name as it stands: letters, digits, `-` and `_`, at most 64.
    static func isSafe(id: String) -> Bool {
        !id.isEmpty && id.utf8.count <= 64
            && id.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x2D
                    || $0 == 0x5F
            }
    }

    /// Whether it is 64 small hexadecimal digits.
    static func isDigest(_ name: String) -> Bool {
        name.utf8.count == 64
            && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    private static func shortened(_ name: String) -> String {
        guard name.utf8.count > longest else { return name }
        var ending = ""
        if let dot = name.lastIndex(of: "."), name[dot...].utf8.count <= 16 { ending = String(name[dot...]) }
        var kept = String.UnicodeScalarView()
        var bytes = ending.utf8.count
        for scalar in name.unicodeScalars {
            bytes += UTF8.width(scalar)
            if bytes > longest { break }
            kept.append(scalar)
        }
        return String(kept) + ending
    }

    private static func isReserved(_ name: String) -> Bool {
        let stem = name.split(separator: ".", omittingEmptySubsequences: false).first.map { $0.uppercased() } ?? ""
        if ["CON", "PRN", "AUX", "NUL"].contains(stem) { return true }
        return stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT")) && stem.last?.isNumber == true
    }
}

/// Names of entries: their encoding and what they may be.
enum ZipEntryName {
    /// Decodes a name: UTF-8 where the flag says so or the bytes allow it, code page 437 otherwise (APPNOTE, appendix D).
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, isUTF8: Bool) -> String {
        let name =
            String(validating: bytes, as: UTF8.self)
            ?? (isUTF8 ? String(decoding: bytes, as: UTF8.self) : codePage437(bytes))
        // Some programs on Windows write the separator of their system.
        return name.contains("\\") ? String(name.map { $0 == "\\" ? "/" : $0 }) : name
    }

    /// Whether a name stays inside the folder it would be unpacked in.
    static func isSafe(_ name: String) -> Bool {
        guard !name.isEmpty, !name.hasPrefix("/"), !name.utf8.contains(0) else { return false }
        if name.utf8.count >= 2, name.utf8.dropFirst().first == UInt8(ascii: ":") { return false }
        return name.split(separator: "/").allSatisfy { $0 != ".." }
    }

    private static func codePage437(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var name = String.UnicodeScalarView()
        for byte in bytes {
            name.append(byte < 0x80 ? Unicode.Scalar(byte) : upperHalf[Int(byte) - 0x80])
        }
        return String(name)
    }

    private static let upperHalf = Array(
        ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
            + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}").unicodeScalars)
}

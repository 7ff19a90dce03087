import Foundation
import MinutesModel

/// JSON as every file and answer of this program is written: sorted keys, slashes as they are, a line end last.
public enum JSONBytes {
    public static func encode(_ value: some Encodable, pretty: Bool = true) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
        return try [UInt8](encoder.encode(value)) + [0x0a]
    }
}

import Foundation

/// Paths whose kana are composed (が, U+304C) or decomposed (か and U+3099): two names for a file system, one for people.
/// Folders that were copied from a Mac often have the other spelling than the one that is typed.
package enum PathSpelling {
    /// The path as it stands on the disk, where it stands there in another spelling; otherwise as it is given.
    /// - Complexity: one look where the path is there; otherwise each folder above the first difference is listed.
    package static func existing(_ path: String) -> String {
        if FilePlace.exists(path) || path.utf8.allSatisfy({ $0 < 0x80 }) { return path }
        var found = path.utf8.first == 0x2F ? "/" : ""
        var rest = path.split(separator: "/")[...]
        while let name = rest.first {
            let below = found.isEmpty || found.hasSuffix("/") ? found + name : found + "/" + name
            if FilePlace.exists(below) {
                found = below
            } else {
                // Two strings are equal for Swift when they are canonically equivalent (Unicode Annex 15).
                let here = (try? FilePlace.names(in: found.isEmpty ? "." : found)) ?? []
                let same = here.filter { $0 == name }
                guard same.count == 1 else { return path }
                found = found.isEmpty || found.hasSuffix("/") ? found + same[0] : found + "/" + same[0]
            }
            rest.removeFirst()
        }
        return found
    }
}

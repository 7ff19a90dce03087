import Foundation

/// Lines of a stream, none longer than a limit, read as they come.
struct BoundedLines {
    enum Line: Hashable {
        case whole([UInt8])
        /// The beginning of a line that is longer than the limit; the rest was passed over.
        case tooLong([UInt8])
    }

    private let descriptor: Int32
    private let end: UInt8
    private let limit: Int
    private var buffer: [UInt8] = []
    private var place = 0
    private var isAtEnd = false
    private static let chunk = 1 << 16

    /// - Parameters:
    ///   - end: what ends a line: a line feed, or NUL.
    ///   - limit: bytes of a line without its end.
    init(_ descriptor: Int32, end: UInt8, limit: Int) {
        self.descriptor = descriptor
        self.end = end
        self.limit = limit
    }

    /// - Returns: the next line that is not empty; a carriage return before a line feed belongs to its end.
    /// - Throws: `FileProblem` when the stream cannot be read.
    mutating func next() throws -> Line? {
        var line: [UInt8] = []
        var isTooLong = false
        while true {
            if place == buffer.count {
                if !isAtEnd { try fill() }
                if isAtEnd { break }
            }
            let rest = buffer[place...]
            let stop = rest.firstIndex(of: end)
            let part = rest[..<(stop ?? rest.endIndex)]
            if line.count + part.count > limit + 1 { isTooLong = true }
            line += part.prefix(max(0, limit + 1 - line.count))
            place = stop.map { $0 + 1 } ?? buffer.count
            guard stop != nil else { continue }
            if let finished = finish(&line, isTooLong) { return finished }
            isTooLong = false
        }
        return finish(&line, isTooLong)
    }

    /// - Returns: `nil` for an empty line; `line` is empty behind it.
    private func finish(_ line: inout [UInt8], _ isTooLong: Bool) -> Line? {
        if !isTooLong, end == 0x0A, line.last == 0x0D { line.removeLast() }
        defer { line = [] }
        if isTooLong || line.count > limit { return .tooLong(Array(line.prefix(200))) }
        return line.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? nil : .whole(line)
    }

    private mutating func fill() throws {
        var bytes = [UInt8](repeating: 0, count: Self.chunk)
        while true {
            let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                buffer = Array(bytes[..<count])
                place = 0
                return
            }
            if count == 0 {
                isAtEnd = true
                return
            }
            guard errno == EINTR else {
                throw FileProblem.unreadable("標準入力", reason: String(cString: strerror(errno)))
            }
        }
    }
}

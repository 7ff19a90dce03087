import Foundation

/// How the program and its carrier speak over pipes: a length of four bytes, little-endian, and so many bytes of JSON;
/// then a length of eight and the body. The body is not in the JSON: it would be read and written twice.
public enum CarrierFrames {
    /// What stands before the body.
    public struct Head: Codable, Sendable {
        public var request: ServerRequest?
        public var status: Int?
        public var problem: String?
        public var isLasting: Bool?

        public init(request: ServerRequest? = nil, status: Int? = nil, problem: String? = nil, isLasting: Bool? = nil) {
            self.request = request
            self.status = status
            self.problem = problem
            self.isLasting = isLasting
        }
    }

    static let largestHead = 64 << 20
    public static let largestBody = 1 << 30

    /// - Throws: `TransportProblem` when the other side has gone.
    public static func write(_ head: Head, body: [UInt8], to descriptor: Int32) throws(TransportProblem) {
        guard let json = try? JSONEncoder().encode(head) else { throw TransportProblem("書き出せません", isLasting: true) }
        var bytes: [UInt8] = []
        withUnsafeBytes(of: UInt32(json.count).littleEndian) { bytes += $0 }
        bytes += json
        withUnsafeBytes(of: UInt64(body.count).littleEndian) { bytes += $0 }
        for part in [bytes, body] {
            var done = 0
            while done < part.count {
                let count = part[done...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
                if count > 0 { done += count } else if errno != EINTR { throw TransportProblem("通信の部品が終了しました") }
            }
        }
    }

    /// - Returns: `nil` at the end of the stream.
    /// - Throws: `TransportProblem` for a frame that is cut short, too large or not understood.
    public static func read(from descriptor: Int32) throws(TransportProblem) -> (head: Head, body: [UInt8])? {
        guard let length = try number(UInt32.self, from: descriptor) else { return nil }
        guard length <= largestHead, let json = try bytes(Int(length), from: descriptor),
            let head = try? JSONDecoder().decode(Head.self, from: Data(json)),
            let size = try number(UInt64.self, from: descriptor), size <= largestBody,
            let body = try bytes(Int(size), from: descriptor)
        else { throw TransportProblem("通信の部品が終了しました") }
        return (head, body)
    }

    private static func number<Number: FixedWidthInteger>(
        _ type: Number.Type, from descriptor: Int32
    ) throws(TransportProblem) -> Number? {
        try bytes(MemoryLayout<Number>.size, from: descriptor)?.reversed().reduce(0) { $0 << 8 | Number($1) }
    }

    /// - Returns: `nil` when the stream ends before the first of them.
    private static func bytes(_ count: Int, from descriptor: Int32) throws(TransportProblem) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let read = bytes.withUnsafeMutableBytes {
                Foundation.read(descriptor, $0.baseAddress?.advanced(by: done), count - done)
            }
            if read > 0 {
                done += read
            } else if read == 0 {
                if done == 0 { return nil }
                throw TransportProblem("通信の部品が終了しました")
            } else if errno != EINTR {
                throw TransportProblem("通信の部品が終了しました")
            }
        }
        return bytes
    }
}

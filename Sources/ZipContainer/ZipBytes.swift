/// The bytes of a ZIP file: an array, or memory that somebody else holds, such as a mapped file.
package struct ZipBytes: @unchecked Sendable {
    private enum Storage {
        case array([UInt8])
        /// Never written to while it is held.
        case held(UnsafeRawBufferPointer, by: AnyObject)
    }

    private let storage: Storage

    package init(_ bytes: [UInt8]) { storage = .array(bytes) }

    /// - Parameter owner: keeps the memory readable and unchanged as long as it lives.
    package init(_ bytes: UnsafeRawBufferPointer, heldBy owner: AnyObject & Sendable) {
        storage = .held(bytes, by: owner)
    }

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        switch storage {
        case .array(let bytes): bytes.withUnsafeBufferPointer(body)
        case .held(let bytes, let owner):
            withExtendedLifetime(owner) { body(bytes.assumingMemoryBound(to: UInt8.self)) }
        }
    }
}

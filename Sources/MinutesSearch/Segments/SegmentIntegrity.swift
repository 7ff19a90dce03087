import Synchronization

/// Compares a segment with its checksums piece by piece, each when it is first read.
///
/// Damage is remembered and told by `Segment.check`: columns are read in places that cannot throw.
final class SegmentIntegrity: @unchecked Sendable {
    private let file: MappedFile
    /// Of each piece of the body; empty when the sums themselves are damaged.
    private let sums: UnsafeRawBufferPointer
    /// 1 for a piece that was compared.
    private let compared: UnsafeMutablePointer<Atomic<UInt8>>
    private let pieces: Int
    private let body: Range<Int>
    private let damage = Atomic<Bool>(false)

    /// - Parameters:
    ///   - body: the bytes of the file that the sums are of.
    ///   - sums: eight bytes for each piece of it.
    init(_ file: MappedFile, body: Range<Int>, sums: UnsafeRawBufferPointer) {
        self.file = file
        self.body = body
        self.sums = sums
        pieces = (body.count + SegmentLayout.pieceLength - 1) / SegmentLayout.pieceLength
        compared = .allocate(capacity: max(1, pieces))
        for piece in 0..<pieces { (compared + piece).initialize(to: Atomic(0)) }
    }

    deinit {
        compared.deinitialize(count: pieces)
        compared.deallocate()
    }

    var isDamaged: Bool { damage.load(ordering: .relaxed) }

    /// Remembers damage of another kind.
    func report() { damage.store(true, ordering: .relaxed) }

    /// Has what is about to be read compared.
    /// - Parameter range: bytes of the file.
    @inline(__always)
    func touch(_ range: Range<Int>) {
        guard !range.isEmpty, range.lowerBound >= body.lowerBound else { return }
        var piece = (range.lowerBound - body.lowerBound) / SegmentLayout.pieceLength
        let last = min((range.upperBound - 1 - body.lowerBound) / SegmentLayout.pieceLength, pieces - 1)
        while piece <= last {
            if compared[piece].load(ordering: .relaxed) == 0 { compare(piece) }
            piece += 1
        }
    }

    private func compare(_ piece: Int) {
        let start = body.lowerBound + piece * SegmentLayout.pieceLength
        let end = min(start + SegmentLayout.pieceLength, body.upperBound)
        let sum = Checksum.of(UnsafeRawBufferPointer(rebasing: file.bytes[start..<end]))
        if sum != sums.number64(piece * 8) { damage.store(true, ordering: .relaxed) }
        compared[piece].store(1, ordering: .relaxed)
    }
}

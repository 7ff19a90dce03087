/// Where each remark begins in the characters of a segment, and back from a character to its remark.
///
/// Holds pointers: use it while what they point to lives.
struct RemarkStarts {
    /// One more than remarks; the last is the end.
    private let starts: UnsafePointer<UInt32>
    /// For each page of positions the remark at its beginning.
    private let pages: UnsafePointer<UInt32>
    private let pageCount: Int
    let count: Int

    /// - Parameters:
    ///   - starts: `count + 1` numbers.
    ///   - pages: one number at least.
    init(starts: UnsafePointer<UInt32>, count: Int, pages: UnsafePointer<UInt32>, pageCount: Int) {
        self.starts = starts
        self.count = count
        self.pages = pages
        self.pageCount = pageCount
    }

    @inline(__always)
    func start(_ remark: Int) -> UInt32 { UInt32(littleEndian: starts[remark]) }

    /// One past the place kept free behind its text.
    @inline(__always)
    func end(_ remark: Int) -> UInt32 { UInt32(littleEndian: starts[remark &+ 1]) }

    /// Characters of its text.
    @inline(__always)
    func characters(_ remark: Int) -> UInt32 { end(remark) &- start(remark) &- 1 }

    /// The remark a position lies in; the last one for what lies beyond.
    @inline(__always)
    func remark(at position: UInt32) -> Int {
        let page = min(Int(position &>> SegmentLayout.pageShift), pageCount &- 1)
        var remark = min(Int(UInt32(littleEndian: pages[page])), count &- 1)
        while remark &+ 1 < count, end(remark) <= position { remark &+= 1 }
        return remark
    }

    /// The section `pages` for remarks that begin so.
    static func pages(of starts: [UInt32]) -> [UInt32] {
        let end = Int(starts.last ?? 0)
        var pages: [UInt32] = []
        pages.reserveCapacity(end >> Int(SegmentLayout.pageShift) + 1)
        var remark = 0
        for page in 0...(end >> Int(SegmentLayout.pageShift)) {
            let first = UInt32(page) << SegmentLayout.pageShift
            while remark + 2 < starts.count, starts[remark + 1] <= first { remark += 1 }
            pages.append(UInt32(truncatingIfNeeded: remark))
        }
        return pages
    }
}

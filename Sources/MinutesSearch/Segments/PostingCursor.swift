/// Walks over the places of one term. Holds pointers into the segment and a buffer: use it while both live.
struct PostingCursor {
    let list: PostingList
    private let buffer: UnsafeMutablePointer<UInt32>
    private var filled = 0
    private var index = 0
    private(set) var block = -1
    /// Not below the impact of any remark with a place in the block it stands in.
    private(set) var mostImpact: UInt8 = .max
    /// The occurrence it stands at; `.max` when there are no more.
    private(set) var place: UInt32 = 0

    /// - Parameter buffer: room for a block.
    init(_ list: PostingList, buffer: UnsafeMutablePointer<UInt32>) {
        self.list = list
        self.buffer = buffer
        read(0)
    }

    @inline(__always)
    var isAtEnd: Bool { place == .max }

    @inline(__always)
    var position: UInt32 { Occurrence.position(place) }

    private mutating func read(_ next: Int) {
        block = next
        index = 0
        filled = next < list.blockCount ? list.read(next, into: buffer) : 0
        mostImpact = next < list.blockCount ? list.mostImpact(next) : 0
        place = filled > 0 ? buffer[0] : .max
    }

    /// Goes to the next place.
    @inline(__always)
    mutating func next() {
        index &+= 1
        if index < filled {
            place = buffer[index]
        } else if place != .max {
            read(block &+ 1)
        }
    }

    /// Goes on to the first place at or behind a position.
    @inline(__always)
    mutating func advance(to target: UInt32) {
        guard Occurrence.position(place) < target else { return }
        if filled > 0, Occurrence.position(buffer[filled &- 1]) >= target {
            var next = index &+ 1
            while next < filled, Occurrence.position(buffer[next]) < target { next &+= 1 }
            index = next
            place = buffer[next]
        } else {
            leap(to: target)
        }
    }

    /// Beyond the block.
    private mutating func leap(to target: UInt32) {
        guard block &+ 1 < list.blockCount else { return read(list.blockCount) }
        let low = list.block(of: target, from: block &+ 1)
        read(low)
        if Occurrence.position(place) >= target { return }
        guard filled > 0, Occurrence.position(buffer[filled &- 1]) >= target else { return read(low &+ 1) }
        var (from, to) = (0, filled &- 1)
        while from < to {
            let middle = (from &+ to) / 2
            if Occurrence.position(buffer[middle]) < target { from = middle &+ 1 } else { to = middle }
        }
        index = from
        place = buffer[from]
    }

}

/// Room for the blocks of several cursors.
final class PostingBuffers {
    private let base: UnsafeMutablePointer<UInt32>
    private let count: Int

    init(_ count: Int) {
        self.count = count
        base = .allocate(capacity: max(1, count) * PostingEncoder.blockSize)
        base.initialize(repeating: 0, count: max(1, count) * PostingEncoder.blockSize)
    }

    deinit { base.deallocate() }

    subscript(number: Int) -> UnsafeMutablePointer<UInt32> {
        precondition(number >= 0 && number < count)
        return base + number * PostingEncoder.blockSize
    }
}

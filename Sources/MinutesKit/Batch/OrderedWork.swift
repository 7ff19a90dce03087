import Foundation

/// Work on a stream of things by several threads, its results handed on in the order of the stream, as soon as that
/// order allows.
///
/// Bounded: no more than a few things a thread, nor more than `mostBytes` of things and results, are kept at a time,
/// whatever the stream holds.
final class OrderedWork<Thing: Sendable, Result: Sendable>: @unchecked Sendable {
    typealias Sized<Value> = (value: Value, bytes: Int)

    /// Bytes of things and results that wait, beyond the one that is looked at.
    static var mostBytes: Int { 256 << 20 }

    private let threads: Int
    private let work: @Sendable (Thing) -> Sized<Result>
    private let give: (Result) throws -> Void

    /// Guards everything below.
    private let condition = NSCondition()
    private var waiting: [(number: Int, thing: Sized<Thing>)] = []
    private var done: [Int: Sized<Result>] = [:]
    private var taken = 0
    private var given = 0
    private var bytes = 0
    private var isRead = false
    private var isStopped = false
    private var problem: (any Error)?

    /// - Parameters:
    ///   - work: done on several threads at once.
    ///   - give: gets the results in order, on the thread that calls `run`; throwing ends the work.
    init(
        threads: Int, work: @escaping @Sendable (Thing) -> Sized<Result>, give: @escaping (Result) throws -> Void
    ) {
        self.threads = max(1, threads)
        self.work = work
        self.give = give
    }

    /// - Parameters:
    ///   - source: read on a thread of its own.
    ///   - next: takes the next thing from it; `nil` ends them.
    /// - Throws: what `next` or `give` throws; after an error of `next` what was read before it is still given.
    func run<Source: Sendable>(
        _ source: Source, next: @escaping @Sendable (inout Source) throws -> Sized<Thing>?
    ) throws {
        start {
            var source = source
            self.readAll { try next(&source) }
        }
        for _ in 0..<threads { start { self.workOn() } }
        defer {
            condition.withLock {
                isStopped = true
                waiting = []
                condition.broadcast()
            }
        }
        while let result = nextResult() { try give(result) }
        if let problem = condition.withLock({ problem }) { throw problem }
    }

    private func start(_ block: @escaping @Sendable () -> Void) {
        let thread = Thread(block: block)
        thread.stackSize = 8 << 20
        thread.start()
    }

    private func readAll(_ next: () throws -> Sized<Thing>?) {
        do {
            while hasRoom(), let thing = try next() {
                condition.withLock {
                    waiting.append((taken, thing))
                    taken += 1
                    bytes += thing.bytes
                    condition.broadcast()
                }
            }
        } catch {
            condition.withLock { problem = error }
        }
        condition.withLock {
            isRead = true
            condition.broadcast()
        }
    }

    private func hasRoom() -> Bool {
        condition.withLock {
            while !isStopped, taken > given, taken - given >= threads * 4 || bytes > Self.mostBytes { condition.wait() }
            return !isStopped
        }
    }

    private func workOn() {
        while true {
            condition.lock()
            while waiting.isEmpty, !isRead, !isStopped { condition.wait() }
            guard !waiting.isEmpty, !isStopped else { return condition.unlock() }
            let (number, thing) = waiting.removeFirst()
            condition.unlock()
            let result = work(thing.value)
            condition.withLock {
                done[number] = result
                bytes += result.bytes - thing.bytes
                condition.broadcast()
            }
        }
    }

    private func nextResult() -> Result? {
        condition.withLock {
            while true {
                if let result = done.removeValue(forKey: given) {
                    given += 1
                    bytes -= result.bytes
                    condition.broadcast()
                    return result.value
                }
                if isRead, given == taken { return nil }
                condition.wait()
            }
        }
    }
}

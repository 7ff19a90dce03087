import Foundation
import Testing

@testable import MinutesKit

/// Lines come whole and bounded, work is handed on in order.
@Suite struct BatchStreamTests {
    private func lines(_ text: [UInt8], end: UInt8 = 0x0A, limit: Int = 100) throws -> [BoundedLines.Line] {
        let pipe = Pipe()
        let writer = pipe.fileHandleForWriting
        let thread = Thread {
            try? writer.write(contentsOf: Data(text))
            try? writer.close()
        }
        thread.start()
        var lines = BoundedLines(pipe.fileHandleForReading.fileDescriptor, end: end, limit: limit)
        var found: [BoundedLines.Line] = []
        while let line = try lines.next() { found.append(line) }
        return found
    }

    @Test func endsBlanksAndTheLastLine() throws {
        let found = try lines(Array("a\r\n\n \t\nb c\nd".utf8))
        #expect(found == ["a", "b c", "d"].map { .whole(Array($0.utf8)) })
        #expect(try lines(Array("a\nb\0\0c\r".utf8), end: 0) == ["a\nb", "c\r"].map { .whole(Array($0.utf8)) })
        #expect(try lines([]) == [])
    }

    /// Also where a line and its end lie in different reads.
    @Test func aLineThatIsTooLongIsPassedOver() throws {
        let long = [UInt8](repeating: 0x78, count: 200_000)
        let exact = [UInt8](repeating: 0x79, count: 100)
        let text = exact + [0x0A] + long + [0x0A] + exact + [0x0D, 0x0A] + exact + [0x79, 0x0A] + [0x7A]
        let found = try lines(text)
        #expect(
            found == [
                .whole(exact), .tooLong(Array(long.prefix(101))), .whole(exact), .tooLong(exact + [0x79]),
                .whole([0x7A]),
            ])
    }

    @Test(arguments: [1, 2, 7]) func resultsKeepTheOrder(threads: Int) throws {
        var given: [Int] = []
        let work = OrderedWork<Int, Int>(threads: threads) { number in
            // The later ones are ready first.
            if number % 5 == 0 { Thread.sleep(forTimeInterval: 0.002) }
            return (number * 2, 8)
        } give: {
            given.append($0)
        }
        try work.run(0) { next in
            guard next < 300 else { return nil }
            next += 1
            return (next - 1, 8)
        }
        #expect(given == (0..<300).map { $0 * 2 })
    }

    /// A sender that waits for the answer to its last line gets it.
    @Test func aResultIsGivenBeforeTheNextThingComes() throws {
        let answered = DispatchSemaphore(value: 0)
        let work = OrderedWork<Int, Int>(threads: 3) {
            ($0, 8)
        } give: { _ in
            answered.signal()
        }
        try work.run(0) { next in
            if next > 0, answered.wait(timeout: .now() + 20) == .timedOut { throw CancellationError() }
            guard next < 5 else { return nil }
            next += 1
            return (next, 8)
        }
    }

    @Test func whatIsTooMuchWaits() throws {
        let most = OrderedWork<Int, Int>.mostBytes
        let running = Counter()
        let work = OrderedWork<Int, Int>(threads: 4) { number in
            running.enter()
            Thread.sleep(forTimeInterval: 0.003)
            running.leave()
            return (number, 0)
        } give: { _ in
        }
        try work.run(0) { next in
            guard next < 12 else { return nil }
            next += 1
            return (next, most + 1)
        }
        #expect(running.most == 1)
    }

    @Test func anErrorOfTheReaderComesLastAndOneOfTheWriterEndsTheWork() {
        struct Broken: Error {}
        var given: [Int] = []
        let work = OrderedWork<Int, Int>(threads: 2) {
            ($0, 8)
        } give: {
            given.append($0)
        }
        #expect(throws: Broken.self) {
            try work.run(0) { next in
                guard next < 9 else { throw Broken() }
                next += 1
                return (next, 8)
            }
        }
        #expect(given == Array(1...9))
        let closed = OrderedWork<Int, Int>(threads: 2) {
            ($0, 8)
        } give: { _ in
            throw Broken()
        }
        #expect(throws: Broken.self) { try closed.run(0) { next in (next, 8) } }
    }

    private final class Counter: @unchecked Sendable {
        private let lock = NSLock()
        private var now = 0
        private(set) var most = 0

        func enter() {
            lock.withLock {
                now += 1
                most = max(most, now)
            }
        }

        func leave() { lock.withLock { now -= 1 } }
    }
}

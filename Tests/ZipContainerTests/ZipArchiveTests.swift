import Testing

@testable import ZipContainer

@Suite struct ZipArchiveTests {
    private static let text = Array(String(repeating: "会議録の本文です。", count: 40).utf8)

    private static func sample() throws -> [UInt8] {
        var writer = ZipWriter()
        try writer.add("本文/document.xml", text)
        try writer.add("mimetype", Array("text".utf8), isStored: true)
        try writer.add("empty", [])
        return writer.finished()
    }

    /// The first place of a signature.
    private func place(_ signature: [UInt8], in file: [UInt8], from start: Int = 0) throws -> Int {
        let found = file.indices.dropFirst(start).first { file[$0...].starts(with: signature) }
        return try #require(found)
    }

    @Test func whatIsWrittenIsRead() throws {
        let archive = try ZipArchive(Self.sample())
        #expect(archive.entries.map(\.name) == ["本文/document.xml", "mimetype", "empty"])
        #expect(archive.entries.map(\.method) == [.deflate, .stored, .stored])
        #expect(try archive.contents(named: "本文/document.xml") == Self.text)
        #expect(try archive.contents(named: "mimetype") == Array("text".utf8))
        #expect(try archive.contents(named: "empty") == [])
        #expect(throws: ZipError.missing(entry: "x")) { try archive.contents(named: "x") }
    }

    @Test func theSameEntriesGiveTheSameBytes() throws { #expect(try Self.sample() == Self.sample()) }

    @Test func anEmptyArchiveIsOne() throws {
        #expect(try ZipArchive(ZipWriter().finished()).entries.isEmpty)
    }

    @Test func whatStandsInFrontDoesNotMatter() throws {
        let archive = try ZipArchive(Array("#!/bin/sh\n".utf8) + Self.sample())
        #expect(try archive.contents(named: "mimetype") == Array("text".utf8))
    }

    @Test(arguments: ["../a", "a/../../b", "/a", "C:/a", "a/..", ""])
    func namesThatLeadOutAreRefused(name: String) throws {
        var writer = ZipWriter()
        #expect(throws: ZipError.self) { try writer.add(name, []) }
        // A file of somebody else: the same length of name, both times.
        try writer.add("Q" + String(repeating: "q", count: max(name.utf8.count, 1) - 1), [1, 2, 3])
        var file = writer.finished()
        guard !name.isEmpty else { return }
        let local = try place([0x51] + [UInt8](repeating: 0x71, count: name.utf8.count - 1), in: file)
        file.replaceSubrange(local..<local + name.utf8.count, with: name.utf8)
        let central = try place([0x51] + [UInt8](repeating: 0x71, count: name.utf8.count - 1), in: file)
        file.replaceSubrange(central..<central + name.utf8.count, with: name.utf8)
        #expect(throws: ZipError.unsafeName(entry: name)) { try ZipArchive(file) }
    }

    @Test func aNameIsTakenOnce() throws {
        var writer = ZipWriter()
        try writer.add("a", [1])
        #expect(throws: ZipError.duplicateName(entry: "a")) { try writer.add("a", [2]) }
        try writer.add("b", [2])
        var file = writer.finished()
        for place in file.indices where file[place] == 0x62 { file[place] = 0x61 }
        #expect(throws: ZipError.duplicateName(entry: "a")) { try ZipArchive(file) }
    }

    @Test func aWrongChecksumIsRefused() throws {
        var file = try Self.sample()
        let data = try place(Array("mimetypetext".utf8), in: file) + 8
        file[data] = 0x54
        let archive = try ZipArchive(file)
        #expect(throws: ZipError.wrongChecksum(entry: "mimetype")) { try archive.contents(named: "mimetype") }
        #expect(try archive.contents(named: "empty") == [])
    }

    @Test func encryptedEntriesAreRefused() throws {
        var file = try Self.sample()
        let central = try place([0x50, 0x4B, 0x01, 0x02], in: file)
        file[central + 8] |= 1
        let archive = try ZipArchive(file)
        let error = #expect(throws: ZipError.encrypted(entry: "本文/document.xml")) {
            try archive.contents(named: "本文/document.xml")
        }
        #expect(error?.description.contains("パスワード") == true)
    }

    @Test func otherMethodsAreRefused() throws {
        var file = try Self.sample()
        let central = try place([0x50, 0x4B, 0x01, 0x02], in: file)
        file[central + 10] = 12
        let archive = try ZipArchive(file)
        #expect(throws: ZipError.unsupportedMethod(entry: "本文/document.xml", method: 12)) {
            try archive.contents(of: archive.entries[0])
        }
    }

    @Test func entriesThatOverlapAreRefused() throws {
        var writer = ZipWriter()
        try writer.add("a", Self.text, isStored: true)
        try writer.add("b", Self.text, isStored: true)
        var file = writer.finished()
        // Both entries of the directory lead to the same place, as in a bomb of overlapping files.
        let first = try place([0x50, 0x4B, 0x01, 0x02], in: file)
        let second = try place([0x50, 0x4B, 0x01, 0x02], in: file, from: first + 4)
        file.replaceSubrange(second + 42..<second + 46, with: [0, 0, 0, 0])
        file[second + 46] = 0x61
        #expect(throws: ZipError.overlapping(entry: "a")) { try ZipArchive(file) }
    }

    @Test func limits() throws {
        let file = try Self.sample()
        #expect(throws: ZipError.tooManyEntries(count: 3, limit: 2)) {
            try ZipArchive(file, limits: ZipLimits(entries: 2))
        }
        let together = Self.text.count + 4
        #expect(throws: ZipError.tooLargeTogether(bytes: together, limit: together - 1)) {
            try ZipArchive(file, limits: ZipLimits(totalBytes: together - 1))
        }
        let small = try ZipArchive(file, limits: ZipLimits(entryBytes: 100))
        #expect(throws: ZipError.tooLarge(entry: "本文/document.xml", bytes: Self.text.count, limit: 100)) {
            try small.contents(of: small.entries[0])
        }
    }

    @Test func aBombIsRefusedBeforeItExpands() throws {
        var writer = ZipWriter()
        try writer.add("bomb.xml", [UInt8](repeating: 0x20, count: 8 << 20))
        let archive = try ZipArchive(writer.finished())
        let error = #expect(throws: ZipError.self) { try archive.contents(named: "bomb.xml") }
        guard case .suspiciousRatio("bomb.xml", let ratio, 250)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(ratio > 800)
    }

    @Test func aSizeThatLiesIsRefused() throws {
        let file = try Self.sample()
        let central = try place([0x50, 0x4B, 0x01, 0x02], in: file)
        for change in [-1, 1] {
            var changed = file
            let size = Self.text.count + change
            changed.replaceSubrange(central + 24..<central + 28, with: [UInt8(size & 0xFF), UInt8(size >> 8), 0, 0])
            let archive = try ZipArchive(changed)
            #expect(throws: ZipError.self) { try archive.contents(of: archive.entries[0]) }
        }
    }

    @Test func everyTruncationIsRefused() throws {
        let file = try Self.sample()
        for length in file.indices {
            #expect(throws: ZipError.self) { try ZipArchive(Array(file[..<length])) }
        }
    }

    /// Whatever is flipped: refused, or the contents are right.
    @Test func flippedBitsAreNeverBelieved() throws {
        let file = try Self.sample()
        var random = SeededGenerator(seed: 20_240_221)
        var read = 0
        var refused = 0
        for _ in 0..<6_000 {
            var broken = file
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                broken[Int.random(in: broken.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
            guard let archive = try? ZipArchive(broken) else {
                refused += 1
                continue
            }
            for entry in archive.entries {
                guard let contents = try? archive.contents(of: entry) else {
                    refused += 1
                    continue
                }
                read += 1
                // A checksum that was changed with its contents is out of reach of three flipped bits.
                #expect([Self.text, Array("text".utf8), []].contains(contents))
            }
        }
        #expect(read > 1_000)
        #expect(refused > 1_000)
    }

    @Test func messagesSayWhatToDo() {
        let errors: [ZipError] = [
            .notZip, .broken(entry: "a", reason: "b"), .badStream(entry: "a", reason: "b"), .wrongChecksum(entry: "a"),
            .wrongSize(entry: "a"), .encrypted(entry: "a"), .unsupportedMethod(entry: "a", method: 12),
            .unsafeName(entry: "../a"), .duplicateName(entry: "a"), .overlapping(entry: "a"),
            .tooManyEntries(count: 2, limit: 1), .tooLarge(entry: "a", bytes: 2, limit: 1),
            .tooLargeTogether(bytes: 2, limit: 1), .suspiciousRatio(entry: "a", ratio: 1000, limit: 250), .severalDisks,
            .missing(entry: "a"), .unwritable(entry: "a", reason: "b"),
        ]
        for error in errors {
            #expect(error.description.hasSuffix("ください。"), "\(error.description)")
        }
    }
}

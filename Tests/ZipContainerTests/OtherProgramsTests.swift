import Foundation
import Testing

@testable import ZipContainer

/// Files of Python's zipfile are read here, and ours by Python and unzip.
@Suite struct OtherProgramsTests {
    private static let names = ["a.txt", "会議/録.xml", "noise.bin", "long.txt"]

    /// Python that writes an archive in each manner, with the contents as files beside it.
    private static let writing = """
        import io, os, random, zipfile
        random.seed(7)
        files = {
            'a.txt': b'abc', '会議/録.xml': '居場所づくりについて。'.encode() * 500,
            'noise.bin': random.randbytes(70000), 'long.txt': bytes(range(97, 123)) * 20000,
        }
        class Unseekable(io.RawIOBase):
            # Without seeking, sizes come behind the data, in a descriptor.
            def __init__(self, path): self.file = open(path, 'wb')
            def writable(self): return True
            def write(self, data): return self.file.write(data)
            def close(self): self.file.close()
        def make(target, method, level, zip64=False):
            with zipfile.ZipFile(target, 'w', method, compresslevel=level) as archive:
                for name, data in files.items():
                    with archive.open(name, 'w', force_zip64=zip64) as entry:
                        entry.write(data)
        make('stored.zip', zipfile.ZIP_STORED, None)
        for level in (1, 6, 9): make(f'deflate{level}.zip', zipfile.ZIP_DEFLATED, level)
        make('zip64.zip', zipfile.ZIP_DEFLATED, 6, True)
        make(Unseekable('stream.zip'), zipfile.ZIP_DEFLATED, 6)
        for number, data in enumerate(files.values()): open(f'{number}.raw', 'wb').write(data)
        """

    @Test(.enabled(if: ExternalTool.python != nil, "python3 がないため、Python の zipfile との照合を省きます"))
    func archivesOfPythonAreRead() throws {
        try ExternalTool.withFolder { folder in
            let made = try ExternalTool.run(try #require(ExternalTool.python), ["-c", Self.writing], in: folder)
            try #require(made.status == 0, "\(made.output)")
            for file in ["stored", "deflate1", "deflate6", "deflate9", "zip64", "stream"] {
                let url = folder.appendingPathComponent("\(file).zip")
                let archive = try ZipArchive([UInt8](Data(contentsOf: url)))
                #expect(archive.entries.map(\.name) == Self.names, "\(file)")
                for (number, name) in Self.names.enumerated() {
                    let raw = try Data(contentsOf: folder.appendingPathComponent("\(number).raw"))
                    #expect(try archive.contents(named: name) == [UInt8](raw), "\(file) \(name)")
                }
            }
        }
    }

    private static func ours() throws -> [UInt8] {
        var writer = ZipWriter()
        for (index, input) in DeflateTests.inputs.enumerated() { try writer.add("会議/\(index).bin", input) }
        try writer.add("stored.bin", DeflateTests.inputs[6], isStored: true)
        return writer.finished()
    }

    @Test(.enabled(if: ExternalTool.python != nil, "python3 がないため、Python の zipfile との照合を省きます"))
    func pythonReadsOurs() throws {
        try ExternalTool.withFolder { folder in
            try Data(Self.ours()).write(to: folder.appendingPathComponent("ours.zip"))
            for (index, input) in DeflateTests.inputs.enumerated() {
                try Data(input).write(to: folder.appendingPathComponent("\(index).raw"))
            }
            let reading = """
                import zipfile
                with zipfile.ZipFile('ours.zip') as archive:
                    assert archive.testzip() is None
                    for number in range(\(DeflateTests.inputs.count)):
                        assert archive.read(f'会議/{number}.bin') == open(f'{number}.raw', 'rb').read(), number
                    assert archive.read('stored.bin') == open('6.raw', 'rb').read()
                    print(len(archive.namelist()))
                """
            let read = try ExternalTool.run(try #require(ExternalTool.python), ["-c", reading], in: folder)
            #expect(read.status == 0 && read.output == "\(DeflateTests.inputs.count + 1)\n", "\(read.output)")
        }
    }

    @Test(.enabled(if: ExternalTool.unzip != nil, "unzip がないため、unzip との照合を省きます"))
    func unzipReadsOurs() throws {
        try ExternalTool.withFolder { folder in
            try Data(Self.ours()).write(to: folder.appendingPathComponent("ours.zip"))
            let tested = try ExternalTool.run(try #require(ExternalTool.unzip), ["-t", "ours.zip"], in: folder)
            #expect(tested.status == 0, "\(tested.output)")
            #expect(tested.output.contains("No errors detected"))
        }
    }
}

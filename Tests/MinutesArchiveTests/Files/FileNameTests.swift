import Testing

@testable import MinutesArchive

@Suite struct FileNameTests {
    @Test(arguments: [
        ("議事録.txt", "議事録.txt"),
        ("../../etc/passwd", "passwd"),
        ("..", "original"), (".", "original"), ("", "original"), ("///", "original"), ("...", "original"),
        ("C:\\会議\\第1回.docx", "第1回.docx"),
        ("a\u{0}b\nc\u{7F}\u{202E}.txt", "abc.txt"),
        ("か\u{3099}議録.txt", "が議録.txt"),
        ("第1回: 資料?.pdf", "第1回_ 資料_.pdf"),
        ("NUL.txt", "_NUL.txt"), ("com1", "_com1"), ("コンソール.txt", "コンソール.txt"),
        (".隠し.txt", "隠し.txt"), ("末尾. . ", "末尾"),
    ])
    func namesBecomeSafe(name: String, expected: String) {
        #expect(Array(FileName.sanitized(name).utf8) == Array(expected.utf8))
    }

    @Test func longNamesKeepTheirEnding() {
        let name = FileName.sanitized(String(repeating: "会", count: 500) + ".docx")
        #expect(name.utf8.count <= FileName.longest)
        #expect(name.hasSuffix("会.docx"))
        #expect(FileName.sanitized(name) == name)
    }

    @Test(arguments: ["", "../m1", "m/1", "m.1", "会議", String(repeating: "a", count: 65)])
    func idsThatAreNoFileNames(id: String) { #expect(!FileName.isSafe(id: id)) }
}

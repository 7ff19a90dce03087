import MinutesKit

/// `gijiroku check FILE…`: what to look at before a document is imported or published.
enum CheckCommand: Command {
    static let name = "check"
    static let help = CommandHelp(
        summary: Words("取込みや公表の前に、会議録の気になる箇所を洗い出す", "list what to look at before minutes are imported or published"),
        usage: ["check FILE|DIR… [--format text|json]", "check - < FILE"],
        details: Words(
            "読み取れない行、発言者か見出しか判断に迷う行、電話番号・住所・メールアドレス・出席者以外の氏名を、行の順に示します。\n注意か誤りがあれば終了コードは 1、参考だけか何もなければ 0 です。会議録は変えません。",
            "Lists by line what could not be placed, lines that may be turns or headings, and phone numbers,\naddresses and names of people who are not on the attendance list. Exit code 1 if there are warnings or\nerrors, 0 with notes only or nothing. Nothing is changed."
        ),
        options: [.format("text", "json"), .output],
        examples: [
            ("check 会議要録.txt", Words("一つ調べる", "one file")),
            ("check 原稿 --format json", Words("フォルダを調べ、JSON で受け取る", "a folder, as JSON")),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        guard !arguments.operands.isEmpty else {
            throw UsageError(
                "調べるファイルかフォルダを指定してください。例：gijiroku check 会議要録.txt",
                "Name the files or folders to check, for example: gijiroku check minutes.txt")
        }
        let processor = try MinutesProcessor()
        var check = DocumentCheck()
        if arguments.operands == ["-"] {
            check.files.append(.init(path: "-", diagnostics: processor.check(try InputFile(path: "-").read())))
        } else {
            let documents = try DocumentFolder.documents(at: arguments.operands)
            let progress = Progress(Words("確認中", "checking"), terminal: terminal)
            for (count, document) in documents.enumerated() {
                let diagnostics = processor.check(try SourceFile.read(document.url))
                // As import does.
                if document.isNamed || DocumentCheck.areMinutes(diagnostics) {
                    check.files.append(.init(path: document.url.path, diagnostics: diagnostics))
                } else {
                    terminal.note(
                        Words(
                            "\(document.url.path): 会議録と見分けられないため、対象外としました（ファイルを名指しすれば調べます）。",
                            "\(document.url.path): skipped, it does not look like minutes (name the file to check it).")
                    )
                }
                progress.report(count + 1, of: documents.count)
            }
            progress.finish()
        }
        let output = Output(arguments, terminal: terminal)
        if arguments.value("--format") == "json" {
            try output.write(JSONBytes.encode(check))
        } else {
            try output.print(text(of: check, terminal: terminal))
        }
        return check.hasProblems ? .problems : .done
    }

    private static func text(of check: DocumentCheck, terminal: Terminal) -> String {
        var lines: [String] = []
        for file in check.files {
            lines += file.diagnostics.map {
                RecordText.line(for: $0, name: file.path, language: terminal.language)
            }
        }
        if !lines.isEmpty { lines.append("") }
        let counts = [
            Words("誤り \(check.count(.error))", "\(check.count(.error)) errors"),
            Words("注意 \(check.count(.warning))", "\(check.count(.warning)) warnings"),
            Words("参考 \(check.count(.note))", "\(check.count(.note)) notes"),
        ].map { $0(terminal.language) }
        lines.append(
            Words("\(check.files.count)件の文書：", "\(check.files.count) documents: ")(terminal.language)
                + counts.joined(separator: Words("、", ", ")(terminal.language)))
        return lines.joined(separator: "\n")
    }
}

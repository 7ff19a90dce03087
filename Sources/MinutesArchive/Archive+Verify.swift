import MinutesModel

/// What `verify` needs from other rooms.
package struct VerificationRules: Sendable {
    /// The decoded text of an original, for checking that remarks stand in it word for word; `nil`: cannot be read.
    package var decode: (@Sendable (_ bytes: [UInt8], _ name: String) -> String?)?
    /// What the search says about its index.
    package var index: (@Sendable (Catalog) -> [Diagnostic])?
    /// Makes spellings alike, for reviews.
    package var fold: @Sendable (String) -> String

    package init(
        decode: (@Sendable ([UInt8], String) -> String?)? = nil,
        index: (@Sendable (Catalog) -> [Diagnostic])? = nil,
        fold: @escaping @Sendable (String) -> String = { $0 }
    ) {
        self.decode = decode
        self.index = index
        self.fold = fold
    }
}

extension Archive {
    /// Checks everything that can be checked; nothing found gives an empty list. Each diagnostic says what to do.
    /// - Throws: only when the archive's folders cannot be listed.
    package func verify(_ rules: VerificationRules = VerificationRules()) throws(ArchiveError) -> [Diagnostic] {
        var check = ArchiveCheck(archive: self, rules: rules)
        try check.run()
        return check.diagnostics
    }
}

/// One run of `verify`.
private struct ArchiveCheck {
    let archive: Archive
    let rules: VerificationRules
    var diagnostics: [Diagnostic] = []
    /// Originals whose bytes are as they were stored.
    private var soundOriginals: Set<String> = []

    init(archive: Archive, rules: VerificationRules) {
        self.archive = archive
        self.rules = rules
    }

    mutating func run() throws(ArchiveError) {
        if FilePlace.exists(archive.recordsFolder + "/" + Archive.pendingName) {
            report(.warning, "archive.interrupted", "前回の書き込みが途中で終わっています。gijiroku verify か、次に書き込む操作が残りを整えます。")
        }
        if FilePlace.exists(archive.forgettingFile) {
            report(.warning, "archive.interrupted", "会議を消す作業（forget）が途中で終わっています。次に書き込む操作のときに最後まで行います。")
        }
        checkLayouts()
        let originals = try checkOriginals()
        let catalog: Catalog
        do throws(ArchiveError) {
            catalog = try archive.catalog()
        } catch {
            report(.error, "archive.catalog-damaged", "\(error) gijiroku rebuild で原本から作り直せます。")
            catalog = try archive.catalogFromRecords(in: archive.recordsInUse)
        }
        let reviews = try archive.reviews()
        let meetings = try checkRecords(catalog, decided: Set(reviews.value.map(\.meeting)))
        let used = Set(catalog.meetings.flatMap { [$0.original.sha256] + $0.supersedes.map(\.sha256) })
        for original in originals where !used.contains(original.sha256) {
            report(
                .warning, "archive.original-unused",
                "原本「\(original.name)」から作った会議録がありません。gijiroku rebuild で読み直してください。")
        }
        diagnostics += reviews.diagnostics
        if FilePlace.exists(archive.tornReviewsFile) {
            report(
                .note, "reviews.set-aside",
                "書きかけで途切れた確認記録の行を \(archive.tornReviewsFile) に移してあります。直前に行った確認が一覧にあるか確かめ、要らなければ削除してください。")
        }
        diagnostics += ReviewReconciliation(reviews.value, meetings: meetings, fold: rules.fold).diagnostics
        if let index = rules.index { diagnostics += index(catalog) }
    }

    private mutating func checkLayouts() {
        do throws(ArchiveError) {
            _ = try archive.fixedLayouts()
        } catch {
            report(.error, "archive.layouts-damaged", "固定した発言の書き方が読めません。\(error)")
        }
    }

    private mutating func checkOriginals() throws(ArchiveError) -> [StoredOriginal] {
        var originals: [StoredOriginal] = []
        for name in try FilePlace.names(in: archive.originalsFolder) {
            guard FileName.isDigest(name) else {
                if !name.hasSuffix(".tmp") {
                    report(.warning, "archive.stray-file", "originals フォルダに関係のない「\(name)」があります。必要なら別の場所へ移してください。")
                }
                continue
            }
            do throws(ArchiveError) {
                let path = try archive.path(of: StoredOriginal(sha256: name, name: ""))
                let original = StoredOriginal(
                    sha256: name, name: FilePlace.name(of: path))
                originals.append(original)
                _ = try archive.bytes(of: original)
                soundOriginals.insert(name)
            } catch {
                report(.error, "archive.original-damaged", "\(error) 元のファイルを取り込み直してください。")
            }
        }
        return originals
    }

    /// - Parameter decided: meetings that people decided something about, by the ids they had then.
    /// - Returns: the records that decisions may belong to: all of them do not fit into memory.
    private mutating func checkRecords(
        _ catalog: Catalog, decided: Set<String>
    ) throws(ArchiveError) -> [AnalyzedMeeting] {
        var meetings: [AnalyzedMeeting] = []
        var homeless = decided
        let folder = archive.recordsInUse
        for entry in catalog.meetings {
            let former = archive.formerRecordFile(entry.id, in: folder)
            let today = archive.recordFile(entry.id, in: folder)
            let path = !FilePlace.exists(today) && FilePlace.exists(former) ? former : today
            do throws(ArchiveError) {
                let bytes = try FilePlace.bytes(of: path)
                let record = try archive.record(from: bytes, path: path)
                if SHA256.hexDigest(of: bytes) != entry.record {
                    throw .damaged(path: path, reason: "内容が一覧の控えと違います")
                }
                if record.analyzed.id != entry.id { throw .damaged(path: path, reason: "会議の番号が違います") }
                check(record)
                let names = [entry.id] + record.analyzed.formerIDs.successors.keys
                if names.contains(where: decided.contains) { meetings.append(record.analyzed) }
                homeless.subtract(names)
            } catch {
                report(.error, "archive.record-damaged", "\(error) gijiroku rebuild で原本から作り直せます。")
            }
            for original in [entry.original] + entry.supersedes
            where !FilePlace.exists(archive.originalFolder(original.sha256)) {
                report(
                    .error, "archive.original-missing",
                    "\(entry.title)の原本「\(original.name)」がありません。元のファイルを取り込み直してください。")
            }
        }
        let listed = Set(catalog.meetings.map(\.id))
        for name in try FilePlace.names(in: folder) {
            guard let id = Archive.recordID(name) ?? Archive.formerRecordID(name), !listed.contains(id) else {
                continue
            }
            report(.error, "archive.record-unlisted", "会議録「\(name)」が一覧にないか、読み取れません。gijiroku rebuild で作り直してください。")
        }
        // A decision about a meeting that is gone may belong to any other.
        return homeless.isEmpty ? meetings : catalog.meetings.compactMap { try? archive.record($0.id).analyzed }
    }

    private mutating func check(_ record: StoredRecord) {
        let problems = RecordCheck(record.analyzed, text: decodedText(record.provenance)).problems
        if let first = problems.first {
            let more = problems.count > 1 ? "ほか\(problems.count - 1)件。" : ""
            report(
                .error, "archive.record-inconsistent",
                "\(record.analyzed.meeting.header.displayTitle)の記録に食い違いがあります（\(first)）。\(more)gijiroku rebuild で原本から作り直してください。"
            )
        }
    }

    private func decodedText(_ original: StoredOriginal) -> String? {
        guard let decode = rules.decode, soundOriginals.contains(original.sha256),
            let bytes = try? archive.bytes(of: original)
        else { return nil }
        return decode(bytes, original.name)
    }

    private mutating func report(_ severity: Diagnostic.Severity, _ code: String, _ message: String) {
        diagnostics.append(Diagnostic(severity, code: code, message: message))
    }
}

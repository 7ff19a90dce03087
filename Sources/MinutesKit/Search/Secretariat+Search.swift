import MinutesArchive
import MinutesModel
import MinutesSearch

extension Secretariat {
    /// Finds remarks. An index that is missing, damaged or behind the records is put right first; where the archive
    /// cannot be written just now, the old index answers as long as it can be read. The messages say so.
    /// - Throws: `SearchQueryError` when the query cannot be understood; `SynonymSettingsError` when the archive's synonyms
    ///   are wanted and cannot be read; `ArchiveError`, `SearchIndexError`.
    public func search(_ request: SearchRequest) throws -> (results: SearchResults, messages: [String]) {
        try SearchIndex.check(request)
        let synonyms = request.isExact ? SynonymDictionary() : try synonyms()
        let texts = ArchiveTexts(archive: archive)
        let found = try withIndex { try $0.search(request, synonyms: synonyms, texts: texts) }
        return (found.answer, found.messages)
    }

    /// Remarks like another.
    /// - Parameter id: of a remark, a finding in it, or its beginning; also of an older version of the document.
    /// - Throws: `RequestProblem` when there is no such remark; `ArchiveError`, `SearchIndexError`.
    public func similar(
        to id: String, limit: Int = 10, filters: SearchFilters = SearchFilters()
    ) throws -> (remarks: SimilarRemarks, messages: [String]) {
        let texts = ArchiveTexts(archive: archive)
        var (found, messages) = try withIndex {
            try $0.similar(to: id, limit: limit, filters: filters, texts: texts)
        }
        if found == nil {
            // The slow way knows findings and former ids, and says what is wrong with the others.
            guard let remark = try find(id).remark else { throw RequestProblem.noSuchThing(id) }
            (found, messages) = try withIndex {
                try $0.similar(to: remark.id, limit: limit, filters: filters, texts: texts)
            }
        }
        guard let found else { throw RequestProblem.noSuchThing(id) }
        return (found, messages)
    }

    /// Asks the index, which is put right first where it has to be.
    func withIndex<Answer>(
        _ ask: (SearchIndex) throws -> Answer
    ) throws -> (answer: Answer, messages: [String]) {
        let expected = archive.isIndexed ? nil : Self.versions(try archive.catalog())
        var old: Answer?
        var flaw: SearchIndexError?
        do {
            let index = try SearchIndex.open(archive.indexFolder)
            let answer = try ask(index)
            guard let expected else { return (answer, []) }
            if index.differences(from: expected).isEmpty {
                // Somebody copied the archive: the next one need not read the list of meetings.
                try? archive.locked { archive throws(ArchiveError) in try archive.noteIndexed() }
                return (answer, [])
            }
            old = answer
        } catch let error as SearchIndexError {
            if case .system = error { throw error }
            flaw = error
        }
        do {
            try archive.write { writer in
                if flaw != nil { try rebuildIndex(writer.catalog) } else { try updateIndex(writer.catalog) }
            }
        } catch {
            guard let old else { throw error }
            return (old, ["索引が会議録より古いままです（\(error)）。新しく取り込んだ分は含まれていないことがあります。"])
        }
        return (try ask(try SearchIndex.open(archive.indexFolder)), [Self.message(flaw)])
    }

    /// What was done about the index.
    private static func message(_ flaw: SearchIndexError?) -> String {
        switch flaw {
        case nil, .missing, .system: "索引を会議録に合わせて整えました。"
        case .otherVersion: "索引が別の版の形式だったため、会議録から作り直しました。"
        case .damaged: "索引が壊れていたため、会議録から作り直しました。会議録は無事です。"
        }
    }

    /// Brings the index up to the records; makes it anew when it cannot be read. The caller holds the lock.
    func updateIndex(_ catalog: Catalog) throws {
        let expected = Self.versions(catalog)
        let differences: IndexDifferences
        do {
            let index = try SearchIndex.open(archive.indexFolder)
            differences = index.differences(from: expected)
        } catch {
            if case .system = error { throw error }
            return try rebuildIndex(catalog)
        }
        guard !differences.isEmpty else { return try archive.noteIndexed() }
        let writer = try SearchIndexWriter(archive.indexFolder)
        for id in differences.surplus { writer.remove(id) }
        for id in differences.outdated { try writer.add(try archive.record(id).analyzed, version: expected[id] ?? "") }
        try writer.commit()
        try archive.noteIndexed()
    }

    /// Makes the whole index from the records. The caller holds the lock.
    /// - Parameter also: gets every record that was read, with its version.
    func rebuildIndex(_ catalog: Catalog, also: (AnalyzedMeeting, String) throws -> Void = { _, _ in }) throws {
        let writer = try SearchIndexWriter(archive.indexFolder, fromScratch: true)
        for entry in catalog.meetings {
            let record = try archive.record(entry.id).analyzed
            try writer.add(record, version: entry.record)
            try also(record, entry.record)
        }
        try writer.commit()
        try archive.noteIndexed()
    }

    /// What `verify` says about the index.
    func indexProblems(_ catalog: Catalog) -> [Diagnostic] {
        do {
            let index = try SearchIndex.open(archive.indexFolder)
            try index.verify()
            return index.differences(from: Self.versions(catalog)).diagnostics
        } catch {
            if case .missing = error, catalog.meetings.isEmpty { return [] }
            return [Diagnostic(.error, code: "index.unusable", message: "\(error)")]
        }
    }

    static func versions(_ catalog: Catalog) -> [String: String] {
        Dictionary(catalog.meetings.map { ($0.id, $0.record) }, uniquingKeysWith: { first, _ in first })
    }
}

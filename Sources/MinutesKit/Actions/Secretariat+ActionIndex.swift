import JapaneseText
import MinutesArchive
import MinutesModel

extension Secretariat {
    /// The index of actions, up to date; `nil` where it cannot be made just now. While somebody else is writing, the
    /// state before that answers, and a message says so.
    func actionIndex() throws -> (index: ActionIndex?, messages: [String]) {
        let old = try? ActionIndex(archive)
        if let old, old.isCurrent {
            // Somebody copied the archive: the dates are put right, so that the next one need not read the files again.
            if old.isCopied { _ = try? archive.locked { _ throws(ArchiveError) in try commitActions(nil) } }
            return (old, [])
        }
        do {
            _ = try archive.locked { _ throws(ArchiveError) in try commitActions(nil) }
        } catch {
            if case .locked = error, let old {
                return (old, ["ほかのプログラムが書き込み中のため、その前の状態を示しています。終わってからもう一度確かめてください。"])
            }
            return (nil, ["項目の索引を整えられないため、会議録を一件ずつ読みました（\(error)）。"])
        }
        guard let index = try? ActionIndex(archive), index.isCurrent else { return (nil, []) }
        return (index, ["項目の索引を会議録に合わせて整えました。"])
    }

    /// Brings the index of actions up to the archive; makes it anew when it is damaged. The caller holds the lock.
    /// - Parameter writer: one that has meetings put in already.
    /// - Returns: what became of decisions about the meetings that changed.
    @discardableResult
    func commitActions(
        _ catalog: Catalog?, with writer: ActionIndexWriter? = nil
    ) throws(ArchiveError) -> [Diagnostic] {
        do throws(ArchiveError) {
            let writer = if let writer { writer } else { try actionWriter() }
            try writer.commit(catalog)
            return writer.diagnostics
        } catch {
            guard case .damaged = error else { throw error }
            let writer = try actionWriter(fromScratch: true)
            try writer.commit(catalog)
            return writer.diagnostics
        }
    }

    func actionWriter(fromScratch: Bool = false) throws(ArchiveError) -> ActionIndexWriter {
        try ActionIndexWriter(archive, fromScratch: fromScratch, fold: { TextFolding.fold($0) })
    }

    /// Appends decisions and brings the index up to them. The decisions stand even where the index cannot be written.
    func keep(_ reviews: [Review]) throws {
        try archive.locked { archive throws(ArchiveError) in
            try archive.appendLines(reviews)
            _ = try? commitActions(nil)
        }
    }

    /// What `verify` says about the index of actions.
    func actionIndexProblems(_ catalog: Catalog) -> [Diagnostic] {
        do throws(ActionIndexError) {
            let index = try ActionIndex(archive)
            try index.check()
            guard !index.isCurrent else { return [] }
            return [
                Diagnostic(
                    .note, code: "actions.outdated",
                    message: "項目の索引が会議録や確認の記録より古いままです。次に gijiroku actions を実行すると整います。")
            ]
        } catch {
            if error == .missing, catalog.meetings.isEmpty { return [] }
            let reason =
                switch error {
                case .missing: "ありません"
                case .otherFormat: "別の版の gijiroku が作ったものです"
                case .damaged(let reason): "壊れています（\(reason)）"
                }
            return [
                Diagnostic(
                    .note, code: "actions.unusable", message: "項目の索引が\(reason)。次に gijiroku actions を実行すると作り直します。")
            ]
        }
    }
}

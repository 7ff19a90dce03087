extension Archive {
    /// Removes what an interrupted writer left, and completes a rebuild that had all its records.
    func tidy() throws(ArchiveError) {
        if FilePlace.exists(nextRecordsFolder) {
            if !FilePlace.exists(recordsFolder) {
                try FilePlace.move(nextRecordsFolder, to: recordsFolder)
            } else {
                try FilePlace.remove(nextRecordsFolder)
            }
        }
        try FilePlace.remove(formerRecordsFolder)
        try FilePlace.remove(unfinishedRecordsFolder)
        try FilePlace.makeFolder(recordsFolder)
        try FilePlace.makeFolder(originalsFolder)
        for folder in [path, originalsFolder, recordsFolder, layoutsFolder, actionsFolder]
        where FilePlace.exists(folder) {
            for name in try FilePlace.names(in: folder) where name.hasSuffix(".tmp") {
                try FilePlace.remove(folder + "/" + name)
            }
        }
    }
}

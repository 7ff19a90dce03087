/// How a program writes to an archive to which others write as well.
public struct WritingManner: Sendable {
    /// What the lock file tells the others: `gijiroku import`.
    public var program: String
    /// Seconds to wait for another writer to end before giving up.
    public var patience: Double
    /// Told once when the waiting begins.
    public var onWait: (@Sendable (LockOwner?) -> Void)?

    public init(
        program: String = "gijiroku", patience: Double = 0, onWait: (@Sendable (LockOwner?) -> Void)? = nil
    ) {
        self.program = program
        self.patience = patience
        self.onWait = onWait
    }

    /// The same, with at least some patience.
    func waiting(atLeast seconds: Double) -> WritingManner {
        var manner = self
        manner.patience = max(patience, seconds)
        return manner
    }
}

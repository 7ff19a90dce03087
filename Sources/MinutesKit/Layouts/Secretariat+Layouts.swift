import MinutesArchive
import MinutesModel

/// How turns begin in the minutes of one body.
public struct BodyLayout: Encodable, Sendable {
    public var body: String
    /// What a person fixed; `nil` where the parser finds it out from each document.
    public var fixed: TurnLayout?
    /// What the last minutes showed, the commonest way first; empty before the first import.
    public var found: [TurnLayout.Way]
    /// Date and file name of those minutes.
    public var date: String?
    public var document: String?
}

extension Secretariat {
    /// What each body used last time, and what people fixed, by body.
    /// - Throws: `ArchiveError`.
    public func layouts() throws -> [BodyLayout] {
        let fixed = try archive.fixedLayouts()
        let found = archive.foundLayouts()
        return Set(fixed.keys).union(found.keys).sorted().map { body in
            BodyLayout(
                body: body, fixed: fixed[body], found: found[body]?.turns ?? [], date: found[body]?.date,
                document: found[body]?.document)
        }
    }

    /// Fixes how turns begin in the minutes of a body, from the next import or rebuild on.
    /// - Returns: the body it is kept for.
    /// - Throws: `ArchiveError`, `RequestProblem` when several bodies go by that name.
    public func fix(_ layout: TurnLayout, for body: String) throws -> String {
        try archive.write { writer in
            var fixed = try archive.fixedLayouts()
            // A body of which nothing was imported yet may be named in full.
            let name = try self.body(named: body) ?? body.filter { !$0.isWhitespace }
            fixed[name] = layout
            try writer.put(fixedLayouts: fixed)
            return name
        }
    }

    /// Lets the parser find out again how turns begin in the minutes of a body.
    /// - Throws: `RequestProblem.noLayout` when nothing is fixed for it, `ArchiveError`.
    public func forgetLayout(of body: String) throws -> String {
        try archive.write { writer in
            var fixed = try archive.fixedLayouts()
            guard let name = try self.body(named: body), fixed.removeValue(forKey: name) != nil else {
                throw RequestProblem.noLayout(body)
            }
            try writer.put(fixedLayouts: fixed)
            return name
        }
    }

    /// The body of that name, or the only one whose name holds it.
    private func body(named word: String) throws -> String? {
        let word = word.filter { !$0.isWhitespace }
        let bodies = try layouts().map(\.body)
        if bodies.contains(word) { return word }
        let holding = bodies.filter { !word.isEmpty && $0.contains(word) }
        guard holding.count <= 1 else { throw RequestProblem.ambiguousBody(word, holding) }
        return holding.first
    }
}

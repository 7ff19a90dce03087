import MinutesSearch

/// A query as a condition on rows of remarks: the set of remarks that `SearchQuery` says it stands for.
struct QueryTranslation: Sendable {
    /// Holds for hits; rows that do not count any more are not left out yet.
    let condition: SQLText
    /// The words that a hit is ranked and shown by.
    let wanted: WantedWords

    /// - Throws: `ClickHouseError.untranslatable`.
    init(_ query: SearchQuery, tables: ClickHouseTables) throws(ClickHouseError) {
        wanted = WantedWords(query.expression)
        let walk = Walk(scope: query.scope, tables: tables)
        var parts = [try walk.sql(query.expression)]
        // Under a wide scope a hit is what has one of the words itself.
        if query.scope != .remark, !wanted.phrases.isEmpty {
            parts.append(SQLText(any: wanted.phrases.map(PhraseCondition.sql)))
        }
        condition = parts.count == 1 ? parts[0] : SQLText(all: parts)
    }

    /// The depth of the expression is bounded by the parser.
    private struct Walk {
        let scope: SearchScope
        let tables: ClickHouseTables

        func sql(_ expression: SearchExpression) throws(ClickHouseError) -> SQLText {
            switch expression {
            case .phrase(let phrase): return widened(PhraseCondition.sql(phrase))
            case .near(let near): return widened(try PhraseCondition.sql(near))
            case .filter(let filter): return FilterCondition.sql(filter)
            case .not(let inner): return "NOT (\(try sql(inner)))"
            case .all(let inner): return SQLText(all: try all(inner))
            case .any(let inner): return SQLText(any: try all(inner))
            }
        }

        private func all(_ inner: [SearchExpression]) throws(ClickHouseError) -> [SQLText] {
            var parts: [SQLText] = []
            for expression in inner { parts.append(try sql(expression)) }
            return parts
        }

        /// All remarks of the units in which the condition holds once. A meeting and all its units lie on one shard, so
        /// that each shard answers for itself.
        private func widened(_ condition: SQLText) -> SQLText {
            switch scope {
            case .remark: condition
            case .exchange:
                "(load, exchange_unit) IN (SELECT load, exchange_unit FROM \(tables.remarks) WHERE \(condition))"
            case .agenda:
                "(load, agenda_unit) IN (SELECT load, agenda_unit FROM \(tables.remarks) WHERE \(condition))"
            case .meeting: "load IN (SELECT load FROM \(tables.remarks) WHERE \(condition))"
            }
        }
    }
}

extension Finding {
    /// One that was stored, as it was. `quote` is not held against the remark here.
    package init(
        storedID id: String, kind: FindingKind, analyzer: String, version: Int, remark: String, range: TextRange,
        quote: String, fields: FindingFields, confidence: Double
    ) {
        self.id = id
        self.kind = kind
        self.analyzer = analyzer
        self.version = version
        self.remark = remark
        self.range = range
        self.quote = quote
        self.fields = fields
        self.confidence = confidence
    }
}

/// A remark as it stands in a draft.
public struct PlanWording: Codable, Hashable, Sendable {
    /// How the words came about.
    public enum Form: String, Codable, Sendable {
        /// A wish or promise in the future form of a plan: 〜を検討します。
        case action
        /// What is so, or ought to be: 〜ことが大切です。
        case statement
        /// Somebody's view, told as such: 〜との意見がありました。
        case report
        /// The words as they were said, in 「」: no rule was sure.
        case quotation
    }

    public var text: String
    public var form: Form
    /// Name of the rule, for the tables of the tests and for whoever doubts a line.
    public var rule: String
}

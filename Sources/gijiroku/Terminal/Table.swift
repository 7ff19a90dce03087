import MinutesKit

/// A plain-text table whose columns stay aligned with East Asian wide characters.
struct Table {
    var headers: [String]
    /// Columns wider than this are cut with `…`; 0 keeps them whole.
    var limits: [Int]
    var rows: [[String]] = []

    init(_ headers: [String], limits: [Int] = []) {
        self.headers = headers
        self.limits = limits + Array(repeating: 0, count: max(0, headers.count - limits.count))
    }

    mutating func add(_ cells: [String]) {
        rows.append(cells.map { $0.replacing("\n", with: " ") })
    }

    func text(_ terminal: Terminal) -> String {
        let cut = rows.map { row in
            row.enumerated().map {
                limits[$0.offset] > 0 ? Self.truncate($0.element, to: limits[$0.offset]) : $0.element
            }
        }
        let widths = headers.indices.map { column in
            max(Self.width(headers[column]), cut.map { Self.width($0[column]) }.max() ?? 0)
        }
        func line(_ cells: [String]) -> String {
            let padded = zip(cells, widths).map { Self.pad($0, to: $1) }.joined(separator: "  ")
            return String(padded.reversed().drop { $0 == " " }.reversed())
        }
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        return ([terminal.heading(line(headers)), rule] + cut.map(line)).joined(separator: "\n")
    }

    static func width(_ text: String) -> Int { DisplayWidth.columns(of: text) }

    static func pad(_ text: String, to columns: Int) -> String { DisplayWidth.pad(text, to: columns) }

    static func truncate(_ text: String, to columns: Int) -> String { DisplayWidth.truncate(text, to: columns) }
}

import Foundation

/// Reads XML piece by piece from UTF-8 bytes: elements with their namespaces, attributes, text.
///
/// Comments and processing instructions are passed over; document types and entities of their own are refused; start
/// and end tags have to match. Nothing is copied.
/// - Complexity: O(n), about 300 MB/s.
struct XMLTokenizer {
    enum Event {
        case start, end, text
    }

    struct Attribute {
        /// Without its prefix.
        var name: Range<Int>
        /// As it stands, entities unresolved.
        var value: Range<Int>
    }

    static let depthLimit = 512
    private static let bindingLimit = 256

    let bytes: UnsafeBufferPointer<UInt8>
    /// Name of the element that starts or ends here, without its prefix.
    private(set) var name = 0..<0
    /// Which of the known namespaces the element is in; 0 for any other.
    private(set) var namespace: UInt8 = 0
    /// The attributes of the element that starts here, without namespace declarations.
    private(set) var attributes: [Attribute] = []
    /// The text of a text event, entities unresolved.
    private(set) var text = 0..<0
    /// Character data holds no entities, whatever it looks like.
    private(set) var isCharacterData = false

    private struct Open {
        var qualified: Range<Int>
        var local: Range<Int>
        var namespace: UInt8
        /// How many bindings there were before it.
        var bindings: Int
    }

    private struct Binding {
        var prefix: Range<Int>
        var namespace: UInt8
    }

    private var position = 0
    private var open: [Open] = []
    private var bindings: [Binding] = []
    private var closesItself = false
    private var isOver = false
    private let known: [[UInt8]: UInt8]

    /// - Parameter known: the namespaces to tell apart, each with its number from 1.
    init(_ bytes: UnsafeBufferPointer<UInt8>, known: [[UInt8]: UInt8]) {
        self.bytes = bytes
        self.known = known
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        open.reserveCapacity(32)
        attributes.reserveCapacity(32)
    }

    var depth: Int { open.count }

    /// - Returns: `nil` behind the root element.
    mutating func next() throws(XMLProblem) -> Event? {
        if closesItself {
            closesItself = false
            try close(expecting: nil)
            return .end
        }
        while position < bytes.count {
            if bytes[position] != 0x3C {
                let start = position
                let end = endOfText()
                position = end
                if open.isEmpty {
                    guard bytes[start..<end].allSatisfy(Self.isSpace) else { throw .malformed(offset: start) }
                    continue
                }
                text = start..<end
                isCharacterData = false
                return .text
            }
            guard position + 1 < bytes.count else { throw .truncated }
            switch bytes[position + 1] {
            case 0x2F:
                try endTag()
                return .end
            case 0x21:
                if try declaration() { return .text }
            case 0x3F: try skip(past: [0x3F, 0x3E])
            default:
                if isOver { throw .malformed(offset: position) }
                try startTag()
                return .start
            }
        }
        guard open.isEmpty, isOver else { throw .truncated }
        return nil
    }

    /// Passes over the rest of the element that has just started.
    mutating func skipElement() throws(XMLProblem) {
        let depth = open.count
        while open.count >= depth {
            guard try next() != nil else { return }
        }
    }

    /// Whether the current element or the attribute's name is this one.
    @inline(__always) func holds(_ range: Range<Int>, _ name: StaticString) -> Bool {
        range.count == name.utf8CodeUnitCount
            && memcmp(bytes.baseAddress! + range.lowerBound, name.utf8Start, range.count) == 0
    }

    /// An attribute's value, entities resolved.
    func attribute(_ name: StaticString) throws(XMLProblem) -> String? {
        for attribute in attributes where holds(attribute.name, name) {
            var value: [UInt8] = []
            try XMLText.append(bytes, attribute.value, to: &value)
            return String(decoding: value, as: UTF8.self)
        }
        return nil
    }

    // MARK: Tags

    private func endOfText() -> Int {
        guard let found = memchr(bytes.baseAddress! + position, 0x3C, bytes.count - position) else {
            return bytes.count
        }
        return UnsafeRawPointer(bytes.baseAddress!).distance(to: UnsafeRawPointer(found))
    }

    private mutating func startTag() throws(XMLProblem) {
        guard open.count < Self.depthLimit else { throw .tooDeep(limit: Self.depthLimit) }
        let start = position + 1
        let (end, colon) = endOfName(start)
        guard end > start else { throw .malformed(offset: position) }
        position = end
        let before = bindings.count
        attributes.removeAll(keepingCapacity: true)
        while true {
            let afterName = position
            skipSpace()
            guard position < bytes.count else { throw .truncated }
            if bytes[position] == 0x3E {
                position += 1
                break
            }
            if bytes[position] == 0x2F {
                guard position + 1 < bytes.count else { throw .truncated }
                guard bytes[position + 1] == 0x3E else { throw .malformed(offset: position) }
                position += 2
                closesItself = true
                break
            }
            guard position > afterName else { throw .malformed(offset: position) }
            try attribute()
        }
        let qualified = start..<end
        let local = (colon.map { $0 + 1 } ?? start)..<end
        guard !local.isEmpty else { throw .malformed(offset: start) }
        namespace = resolve(start..<(colon ?? start))
        name = local
        open.append(Open(qualified: qualified, local: local, namespace: namespace, bindings: before))
    }

    private mutating func attribute() throws(XMLProblem) {
        let start = position
        let (end, colon) = endOfName(start)
        guard end > start else { throw .malformed(offset: start) }
        position = end
        skipSpace()
        guard position < bytes.count else { throw .truncated }
        guard bytes[position] == 0x3D else { throw .malformed(offset: position) }
        position += 1
        skipSpace()
        guard position < bytes.count else { throw .truncated }
        let quote = bytes[position]
        guard quote == 0x22 || quote == 0x27 else { throw .malformed(offset: position) }
        let valueStart = position + 1
        var valueEnd = valueStart
        while valueEnd < bytes.count, bytes[valueEnd] != quote {
            if bytes[valueEnd] == 0x3C { throw .malformed(offset: valueEnd) }
            valueEnd += 1
        }
        guard valueEnd < bytes.count else { throw .truncated }
        position = valueEnd + 1
        let prefix = start..<(colon ?? start)
        let local = (colon.map { $0 + 1 } ?? start)..<end
        if holds(prefix, "xmlns") {
            try bind(local, to: valueStart..<valueEnd)
        } else if colon == nil, holds(local, "xmlns") {
            try bind(start..<start, to: valueStart..<valueEnd)
        } else {
            attributes.append(Attribute(name: local, value: valueStart..<valueEnd))
        }
    }

    private mutating func endTag() throws(XMLProblem) {
        let start = position + 2
        let (end, _) = endOfName(start)
        position = end
        skipSpace()
        guard position < bytes.count else { throw .truncated }
        guard bytes[position] == 0x3E else { throw .malformed(offset: position) }
        position += 1
        try close(expecting: start..<end)
    }

    private mutating func close(expecting qualified: Range<Int>?) throws(XMLProblem) {
        guard let last = open.popLast() else { throw .malformed(offset: position) }
        if let qualified {
            guard qualified.count == last.qualified.count,
                memcmp(
                    bytes.baseAddress! + qualified.lowerBound, bytes.baseAddress! + last.qualified.lowerBound,
                    qualified.count) == 0
            else { throw .malformed(offset: qualified.lowerBound) }
        }
        name = last.local
        namespace = last.namespace
        if bindings.count > last.bindings { bindings.removeLast(bindings.count - last.bindings) }
        if open.isEmpty { isOver = true }
    }

    // MARK: Namespaces

    private mutating func bind(_ prefix: Range<Int>, to address: Range<Int>) throws(XMLProblem) {
        guard bindings.count < Self.bindingLimit else { throw .tooManyNamespaces }
        bindings.append(Binding(prefix: prefix, namespace: known[Array(bytes[address])] ?? 0))
    }

    private func resolve(_ prefix: Range<Int>) -> UInt8 {
        let base = bytes.baseAddress!
        var index = bindings.count - 1
        while index >= 0 {
            let binding = bindings[index]
            if binding.prefix.count == prefix.count,
                memcmp(base + binding.prefix.lowerBound, base + prefix.lowerBound, prefix.count) == 0
            {
                return binding.namespace
            }
            index -= 1
        }
        return 0
    }

    // MARK: Small pieces

    /// Comments and character data. Whether it was character data, which is text.
    private mutating func declaration() throws(XMLProblem) -> Bool {
        let rest = UnsafeBufferPointer(rebasing: bytes[position...])
        if rest.starts(with: "<!--".utf8) {
            position += 4
            try skip(past: [0x2D, 0x2D, 0x3E])
            return false
        }
        if rest.starts(with: "<![CDATA[".utf8), !open.isEmpty {
            let start = position + 9
            position = start
            try skip(past: [0x5D, 0x5D, 0x3E])
            text = start..<position - 3
            isCharacterData = true
            return true
        }
        if rest.starts(with: "<!DOCTYPE".utf8) { throw .documentType }
        throw .malformed(offset: position)
    }

    private mutating func skip(past end: [UInt8]) throws(XMLProblem) {
        while position + end.count <= bytes.count {
            if bytes[position] == end[0], bytes[position..<position + end.count].elementsEqual(end) {
                position += end.count
                return
            }
            position += 1
        }
        throw .truncated
    }

    private mutating func skipSpace() {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    }

    @inline(__always) private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }

    /// Where a name ends, and where its first colon stands.
    private func endOfName(_ start: Int) -> (end: Int, colon: Int?) {
        var end = start
        var colon: Int?
        while end < bytes.count {
            switch bytes[end] {
            case 0x20, 0x0A, 0x09, 0x0D, 0x3E, 0x2F, 0x3D, 0x22, 0x27, 0x3C, 0x26: return (end, colon)
            case 0x3A: if colon == nil { colon = end }
            default: break
            }
            end += 1
        }
        return (end, colon)
    }
}

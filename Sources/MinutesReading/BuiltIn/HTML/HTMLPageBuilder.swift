/// Makes the tree of a page from its tags, closing what HTML closes without an end tag.
struct HTMLPageBuilder {
    /// Blocks nested deeper are taken as one.
    private static let depthLimit = 400
    /// Elements that show that the head is over although nothing closed it.
    private static let headEnders: Set<String> = [
        "div", "p", "table", "h1", "h2", "h3", "pre", "ul", "center", "hr", "br",
    ]

    private(set) var page: HTMLPage
    private var open: [HTMLPage.Node] = []
    /// How many blocks of a name are open, so that stray end tags cost nothing.
    private var openNames: [String: Int] = [:]
    private var tooDeep: [String: Int] = [:]
    private var linkDepth = 0
    private var dropName = ""
    private var dropDepth = 0

    init(page: HTMLPage) { self.page = page }

    mutating func run() {
        push("html", .block, attributes: nil)
        var tokens = MarkupTokenizer(page.bytes)
        while let token = tokens.next() {
            switch token {
            case .text(let range), .cdata(let range):
                guard dropDepth == 0 else { continue }
                page.events.append(
                    .text(range, isLink: linkDepth > 0, isVerbatim: isVerbatim))
            case .declaration: break
            case .start(let name, let attributes, let isEmpty):
                start(page.bytes.tagName(name), name, attributes, isEmpty, &tokens)
            case .end(let name): end(page.bytes.tagName(name))
            }
        }
        while !open.isEmpty { pop() }
    }

    private var isVerbatim: Bool { verbatimDepth > 0 }
    private var verbatimDepth = 0

    private mutating func start(
        _ name: String, _ range: Range<Int>, _ attributes: Range<Int>, _ isEmpty: Bool,
        _ tokens: inout MarkupTokenizer
    ) {
        let kind = HTMLElement.kind(name)
        if dropDepth > 0 {
            if kind == .raw {
                _ = tokens.skipRaw(until: range)
            } else if kind == .title, page.title.isEmpty {
                takeTitle(range, &tokens)
            } else if name == "body" || name == "frameset", dropName == "head" {
                dropDepth = 0
                start(name, range, attributes, isEmpty, &tokens)
            } else if dropName == "head", Self.headEnders.contains(name) {
                dropDepth = 0
                start(name, range, attributes, isEmpty, &tokens)
            } else if dropName == "rt" || dropName == "rp", name == "rt" || name == "rp" {
                dropName = name
            } else if name == dropName, !HTMLElement.void.contains(name), !isEmpty, name != "option" {
                dropDepth += 1
            }
            return
        }
        switch kind {
        case .raw:
            if name == "script" { page.hasScripts = true }
            _ = tokens.skipRaw(until: range)
        case .title: takeTitle(range, &tokens)
        case .dropped:
            guard !isEmpty else { return }
            // A label holds words of a form, an option may lack its end.
            dropName = name
            dropDepth = 1
        case .lineBreak: page.events.append(.lineBreak)
        case .rule: page.events.append(.rule)
        case .frame:
            if let source = page.bytes.attribute("src", in: attributes), page.frames.count < 20 {
                page.frames.append(page.bytes.string(source.prefix(200)))
            }
        case .image: image(attributes)
        case .link:
            // Links do not nest, and an anchor that is only a place is no link.
            let isLink = page.bytes.attribute("href", in: attributes) != nil
            linkDepth = isLink ? 1 : 0
            if isLink { page.blocks[open[open.count - 1]].links += 1 }
        case .inline: break
        case .block, .heading, .table, .row, .cell, .list, .item, .preformatted:
            closeImplied(by: name, kind)
            if isEmpty, kind == .block, name != "p" { return }
            push(name, kind, attributes: attributes)
        }
    }

    private mutating func takeTitle(_ range: Range<Int>, _ tokens: inout MarkupTokenizer) {
        let content = tokens.skipRaw(until: range)
        if page.title.isEmpty, content.count < 2000 {
            page.title = CharacterReferences.string(content, of: page.bytes)
        }
    }

    /// Characters outside of the encoding used to be shown as images: `<img alt="髙">`.
    private mutating func image(_ attributes: Range<Int>) {
        guard let alt = page.bytes.attribute("alt", in: attributes), alt.count <= 40 else { return }
        var text: [UInt8] = []
        CharacterReferences.append(alt, of: page.bytes, to: &text)
        let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
        guard scalars.count == 1, let only = scalars.first,
            (0x3400...0x9FFF).contains(only.value) || (0xF900...0xFAFF).contains(only.value)
                || only.value > 0x1FFFF
        else { return }
        page.events.append(.characters(text))
    }

    private mutating func end(_ name: String) {
        if dropDepth > 0 {
            if name == dropName { dropDepth -= 1 }
            // A ruby text ends with its ruby, what is dropped with the page.
            if dropName == "rt" || dropName == "rp", name == "ruby" { dropDepth = 0 }
            if dropName == "option", name == "select" { dropDepth = 0 }
            return
        }
        if name == "a" {
            linkDepth = 0
            return
        }
        if name == "br" {
            page.events.append(.lineBreak)
            return
        }
        if let deep = tooDeep[name], deep > 0 {
            tooDeep[name] = deep - 1
            return
        }
        guard openNames[name, default: 0] > 0 else { return }
        // An end tag reaches out of a cell only when it ends the table.
        let isPartOfTable = ["table", "tr", "tbody", "thead", "tfoot", "html", "body"].contains(name)
        for place in open.indices.reversed() where place > 0 {
            let block = page.blocks[open[place]]
            if block.name == name {
                while open.count > place { pop() }
                return
            }
            if block.kind == .cell, !isPartOfTable { return }
            if block.kind == .table, name != "html", name != "body" { return }
        }
    }

    /// Closes what HTML closes without an end tag.
    private mutating func closeImplied(by name: String, _ kind: HTMLElement.Kind) {
        closeParagraph()
        switch kind {
        case .item: close(to: ["li"], inside: ["ul", "ol", "dir", "menu", "td", "th", "table"])
        case .row: close(to: ["tr"], inside: ["table"])
        case .cell: close(to: ["td", "th"], inside: ["tr", "table"])
        case .block where name == "dt" || name == "dd": close(to: ["dt", "dd"], inside: ["dl", "td", "th", "table"])
        case .block where name == "tbody" || name == "thead" || name == "tfoot":
            close(to: ["tbody", "thead", "tfoot"], inside: ["table"])
        default: break
        }
    }

    private mutating func closeParagraph() {
        guard openNames["p", default: 0] > 0, let top = open.last, page.blocks[top].name == "p" else { return }
        pop()
    }

    private mutating func close(to names: Set<String>, inside walls: Set<String>) {
        guard names.contains(where: { openNames[$0, default: 0] > 0 }) else { return }
        for place in open.indices.reversed() where place > 0 {
            let name = page.blocks[open[place]].name
            if names.contains(name) {
                while open.count > place { pop() }
                return
            }
            if walls.contains(name) { return }
        }
    }

    private mutating func push(_ name: String, _ kind: HTMLElement.Kind, attributes: Range<Int>?) {
        // A link that was never closed ends with its block.
        if kind == .cell || kind == .table || kind == .row { linkDepth = 0 }
        guard open.count < Self.depthLimit else {
            tooDeep[name, default: 0] += 1
            page.events.append(.lineBreak)
            return
        }
        let node = page.blocks.count
        var block = HTMLPage.Block(
            kind: kind, name: name, parent: open.last ?? 0, events: page.events.count..<page.events.count)
        var verbatim = kind == .preformatted
        if let attributes, attributes.count > 5 {
            if page.bytes.attribute("hidden", in: attributes) != nil { block.isHidden = true }
            if let style = page.bytes.attribute("style", in: attributes), style.count < 2000 {
                let text = page.bytes.string(style).lowercased().filter { !$0.isWhitespace }
                if text.contains("display:none") { block.isHidden = true }
                if text.contains("white-space:pre") { verbatim = true }
            }
        }
        if verbatim { block.kind = block.kind == .block ? .preformatted : block.kind }
        if block.kind == .preformatted { verbatimDepth += 1 }
        page.blocks.append(block)
        page.events.append(.open(node))
        open.append(node)
        openNames[name, default: 0] += 1
    }

    private mutating func pop() {
        guard let node = open.popLast() else { return }
        let block = page.blocks[node]
        if block.kind == .preformatted { verbatimDepth -= 1 }
        openNames[block.name, default: 1] -= 1
        page.events.append(.close(node))
        page.blocks[node].events = block.events.lowerBound..<page.events.count
    }
}

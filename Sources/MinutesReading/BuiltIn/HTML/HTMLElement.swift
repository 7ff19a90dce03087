/// What an element is to the text of a page.
enum HTMLElement {
    enum Kind {
        /// Stands on lines of its own.
        case block
        case heading, table, row, cell, list, item, preformatted
        /// Flows with the text around it; unknown elements do too.
        case inline
        case lineBreak, rule, image, link
        /// Not shown, or not part of what the page says: dropped with everything in it.
        case dropped
        /// Holds characters, not elements, and is dropped: `<script>`.
        case raw
        /// `<title>`: kept aside.
        case title
        case frame
    }

    static func kind(_ name: String) -> Kind { kinds[name] ?? .inline }

    /// Elements that hold nothing and have no end tag.
    static let void: Set<String> = [
        "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr", "bgsound", "keygen",
    ]

    /// Parts of a page that usually are no minutes; dropped unless they hold a good part of the sentences.
    static let asides: Set<String> = [
        "nav", "aside", "footer", "header", "form", "menu", "address", "dialog", "search",
    ]

    private static let kinds: [String: Kind] = {
        var kinds: [String: Kind] = [:]
        func add(_ kind: Kind, _ names: String) {
            for name in names.split(separator: " ") { kinds[String(name)] = kind }
        }
        add(
            .block,
            "html body div section article main p blockquote center form fieldset nav aside footer header menu address "
                + "dl dt dd figure figcaption details summary hgroup dialog search noscript caption legend frameset noframes"
        )
        add(.heading, "h1 h2 h3 h4 h5 h6")
        add(.table, "table")
        add(.row, "tr")
        add(.cell, "td th")
        add(.block, "tbody thead tfoot")
        add(.list, "ul ol dir")
        add(.item, "li")
        add(.preformatted, "pre xmp listing plaintext")
        add(.lineBreak, "br")
        add(.rule, "hr")
        add(.image, "img")
        add(.link, "a")
        add(
            .dropped,
            "head select option optgroup datalist button rt rp rtc object applet audio video map svg math canvas template "
                + "label")
        add(.raw, "script style iframe noembed textarea")
        add(.title, "title")
        add(.frame, "frame")
        return kinds
    }()
}

/// A page as a tree of its blocks with the text between them, made tolerantly: no input is an error.
///
/// Inline elements are not kept; of links only whether text stands in one.
struct HTMLPage {
    /// Index of a block.
    typealias Node = Int

    enum Event {
        case open(Node)
        case close(Node)
        case text(Range<Int>, isLink: Bool, isVerbatim: Bool)
        /// Characters that no text of the page holds: what an image stands for.
        case characters([UInt8])
        case lineBreak
        case rule
    }

    struct Block {
        var kind: HTMLElement.Kind
        var name: String
        var parent: Node
        /// Index of the opening event, and of the closing one.
        var events: Range<Int>
        var isHidden = false
        /// Bytes of text in it, and of these inside links.
        var text = 0
        var link = 0
        /// Bytes of text in whole sentences outside of links.
        var sentences = 0
        /// Pieces of text outside of links that begin with a speaker's mark.
        var marks = 0
        var links = 0
    }

    let bytes: UnsafeBufferPointer<UInt8>
    /// Block 0 is the page; a parent comes before its children.
    var blocks: [Block] = []
    var events: [Event] = []
    var title = ""
    /// Addresses of the frames of a frame set.
    var frames: [String] = []
    var hasScripts = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        var builder = HTMLPageBuilder(page: self)
        builder.run()
        blocks = builder.page.blocks
        events = builder.page.events
        title = builder.page.title
        frames = builder.page.frames
        hasScripts = builder.page.hasScripts
        addUp()
    }

    /// Counts text, links, sentences and marks of every block, its children's included.
    /// - Complexity: O(bytes + blocks).
    private mutating func addUp() {
        var inside: [Node] = []
        for event in events {
            switch event {
            case .open(let node): inside.append(node)
            case .close: inside.removeLast()
            case .text(let range, let isLink, _):
                guard let node = inside.last else { continue }
                let ink = ink(range)
                blocks[node].text += ink.count
                if isLink {
                    blocks[node].link += ink.count
                } else if hasSentence(ink) {
                    blocks[node].sentences += ink.count
                }
                if !isLink, PageWords.beginsWithMark(bytes, ink) { blocks[node].marks += 1 }
            case .characters(let text): if let node = inside.last { blocks[node].text += text.count }
            case .lineBreak, .rule: break
            }
        }
        for node in blocks.indices.reversed() where node > 0 {
            let parent = blocks[node].parent
            blocks[parent].text += blocks[node].text
            blocks[parent].link += blocks[node].link
            blocks[parent].sentences += blocks[node].sentences
            blocks[parent].marks += blocks[node].marks
            blocks[parent].links += blocks[node].links
        }
    }

    private func ink(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, bytes[start].isMarkupBlank || bytes.matches("　", at: start) {
            start += bytes[start] < 0x80 ? 1 : 3
        }
        while end > start, bytes[end - 1].isMarkupBlank { end -= 1 }
        return min(start, end)..<end
    }

    /// Holds 。
    private func hasSentence(_ range: Range<Int>) -> Bool {
        var cursor = range.lowerBound
        while cursor + 2 < range.upperBound {
            if bytes[cursor] == 0xE3, bytes[cursor + 1] == 0x80, bytes[cursor + 2] == 0x82 { return true }
            cursor += 1
        }
        return false
    }
}

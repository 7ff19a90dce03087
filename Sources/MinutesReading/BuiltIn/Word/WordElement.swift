import Foundation

/// The elements of WordprocessingML that the reader acts on.
enum WordElement: UInt8, CaseIterable {
    case other
    case body, p, pPr, pStyle, numPr, ilvl, numId, rPr, rStyle, rFonts, vanish, pageBreakBefore, sectPr, type
    case r, t, tab, br, cr, sym, ptab, noBreakHyphen, softHyphen, lastRenderedPageBreak
    case instrText, delText, delInstrText, fldChar
    case ins, del, moveFrom, moveTo, pPrChange, rPrChange, sectPrChange, tblPrChange, trPrChange, tcPrChange
    case numberingChange
    case tbl, tblPr, tblGrid, tr, trPr, tc, tcPr, gridBefore, cellDel
    case sdtPr, sdtEndPr, sdtContent, showingPlcHdr
    case txbxContent, ruby, rubyPr, rt
    case footnoteReference, endnoteReference, footnote, endnote, commentReference, comment
    case altChunk, pict, drawing, object
    // Compatibility: one of several ways to show the same thing.
    case alternateContent, choice, fallback
    // numbering.xml and styles.xml
    case abstractNum, num, lvl, lvlOverride, startOverride, start, numFmt, lvlText, lvlRestart, isLgl, suff
    case abstractNumId, numStyleLink, styleLink
    case style, basedOn, docDefaults, hdr, ftr

    /// The local name as the format writes it: like the case, but for the three of markup compatibility.
    var name: String {
        switch self {
        case .alternateContent: "AlternateContent"
        case .choice: "Choice"
        case .fallback: "Fallback"
        default: "\(self)"
        }
    }

    /// The namespaces told apart by number.
    enum Namespace {
        static let word: UInt8 = 1
        static let compatibility: UInt8 = 2
        static let math: UInt8 = 3
        static let known: [[UInt8]: UInt8] = [
            Array("http://schemas.openxmlformats.org/wordprocessingml/2006/main".utf8): word,
            Array("http://purl.oclc.org/ooxml/wordprocessingml/main".utf8): word,
            Array("http://schemas.openxmlformats.org/markup-compatibility/2006".utf8): compatibility,
            Array("http://schemas.openxmlformats.org/officeDocument/2006/math".utf8): math,
            Array("http://purl.oclc.org/ooxml/officeDocument/math".utf8): math,
        ]
    }
}

/// Finds the element of a name by its bytes.
struct WordElementTable: Sendable {
    private static let slots = 1024
    private let table: [(name: [UInt8], element: WordElement)?]

    static let shared = WordElementTable()

    private init() {
        var table = [(name: [UInt8], element: WordElement)?](repeating: nil, count: Self.slots)
        for element in WordElement.allCases where element != .other {
            let name = Array(element.name.utf8)
            var slot = name.withUnsafeBufferPointer { Self.slot($0) }
            while table[slot] != nil { slot = (slot + 1) % Self.slots }
            table[slot] = (name, element)
        }
        self.table = table
    }

    @inline(__always) private static func slot(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        for byte in name { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return Int((hash ^ hash >> 15) % UInt32(slots))
    }

    /// The element that starts or ends at the tokenizer's place.
    @inline(__always) func element(_ xml: borrowing XMLTokenizer) -> WordElement {
        let name = UnsafeBufferPointer(rebasing: xml.bytes[xml.name])
        switch xml.namespace {
        case WordElement.Namespace.word: break
        case WordElement.Namespace.compatibility: break
        case WordElement.Namespace.math: return name.count == 1 && name[0] == 0x74 ? .t : .other
        default: return .other
        }
        var slot = Self.slot(name)
        while let entry = table[slot] {
            if entry.name.count == name.count, entry.name.elementsEqual(name) { return entry.element }
            slot = (slot + 1) % Self.slots
        }
        return .other
    }
}

import ZipContainer

/// Writes an XLSX file (ECMA-376): real cells, a header row that stays in sight and filters, wrapped text, dates as dates,
/// A3 pages as wide as the
/// table with the header on each.
///
/// Text goes into inline strings and is never read as a formula, whatever it begins with.
struct SpreadsheetWriter {
    let spreadsheet: Spreadsheet

    /// - Throws: `ZipError` when the file would be larger than the format allows.
    func bytes() throws -> [UInt8] {
        var zip = ZipWriter()
        try add("[Content_Types].xml", contentTypes, to: &zip)
        try add("_rels/.rels", packageRelations, to: &zip)
        try add("xl/workbook.xml", workbook, to: &zip)
        try add("xl/_rels/workbook.xml.rels", workbookRelations, to: &zip)
        try add("xl/styles.xml", Self.styles, to: &zip)
        for (index, sheet) in spreadsheet.sheets.enumerated() {
            try zip.add("xl/worksheets/sheet\(index + 1).xml", worksheet(sheet))
        }
        return zip.finished()
    }

    private func add(_ name: String, _ body: String, to zip: inout ZipWriter) throws {
        try zip.add(name, Array((Self.declaration + body).utf8))
    }

    private static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    // MARK: Parts of the package

    private var contentTypes: String {
        let base = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let sheets = spreadsheet.sheets.indices.map {
            #"<Override PartName="/xl/worksheets/sheet\#($0 + 1).xml" ContentType="\#(base).worksheet+xml"/>"#
        }
        return #"<Types xmlns="\#(Self.package)/content-types">"#
            + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
            + #"<Default Extension="xml" ContentType="application/xml"/>"#
            + #"<Override PartName="/xl/workbook.xml" ContentType="\#(base).sheet.main+xml"/>"#
            + #"<Override PartName="/xl/styles.xml" ContentType="\#(base).styles+xml"/>"# + sheets.joined() + "</Types>"
    }

    private var packageRelations: String {
        #"<Relationships xmlns="\#(Self.package)/relationships"><Relationship Id="rId1" "#
            + #"Type="\#(Self.office)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    }

    private var workbook: String {
        let sheets = spreadsheet.sheets.enumerated().map { index, sheet in
            #"<sheet name="\#(SpreadsheetXML.escaped(sheet.name))" sheetId="\#(index + 1)" r:id="rId\#(index + 1)"/>"#
        }
        let names = spreadsheet.sheets.enumerated().map { index, sheet -> String in
            let name = "'" + SpreadsheetXML.escaped(sheet.name) + "'!"
            return #"<definedName name="_xlnm._FilterDatabase" localSheetId="\#(index)" hidden="1">"#
                + name + Self.area(sheet, absolute: true) + "</definedName>"
                + #"<definedName name="_xlnm.Print_Titles" localSheetId="\#(index)">\#(name)$1:$1</definedName>"#
        }
        return #"<workbook xmlns="\#(Self.main)" xmlns:r="\#(Self.office)"><sheets>\#(sheets.joined())</sheets>"#
            + "<definedNames>\(names.joined())</definedNames></workbook>"
    }

    private var workbookRelations: String {
        let sheets = spreadsheet.sheets.indices.map {
            #"<Relationship Id="rId\#($0 + 1)" Type="\#(Self.office)/worksheet" "#
                + #"Target="worksheets/sheet\#($0 + 1).xml"/>"#
        }
        return #"<Relationships xmlns="\#(Self.package)/relationships">"# + sheets.joined()
            + #"<Relationship Id="rId\#(sheets.count + 1)" Type="\#(Self.office)/styles" Target="styles.xml"/>"#
            + "</Relationships>"
    }

    /// Cell formats by number: 0 plain, 1 header, 2 wrapped text, 3 date, 4 number.
    private static let styles =
        #"<styleSheet xmlns="\#(main)"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy/mm/dd"/></numFmts>"#
        + #"<fonts count="2"><font><sz val="10"/><name val="游ゴシック"/></font>"#
        + #"<font><b/><sz val="10"/><name val="游ゴシック"/></font></fonts>"#
        + #"<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/>"#
        + #"</fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDE6F0"/></patternFill></fill></fills>"#
        + #"<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>"#
        + ##"<border><left style="thin"><color rgb="FFB0B0B0"/></left><right style="thin"><color rgb="FFB0B0B0"/></right>"##
        + ##"<top style="thin"><color rgb="FFB0B0B0"/></top><bottom style="thin"><color rgb="FFB0B0B0"/></bottom>"##
        + #"<diagonal/></border></borders>"#
        + #"<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>"#
        + #"<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>"#
        + format(font: 1, fill: 2, "horizontal=\"center\" vertical=\"center\" wrapText=\"1\"")
        + format("vertical=\"top\" wrapText=\"1\"") + format(number: 164, "horizontal=\"center\" vertical=\"top\"")
        + format("horizontal=\"right\" vertical=\"top\"") + "</cellXfs>"
        + #"<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#

    private static func format(number: Int = 0, font: Int = 0, fill: Int = 0, _ alignment: String) -> String {
        #"<xf numFmtId="\#(number)" fontId="\#(font)" fillId="\#(fill)" borderId="1" xfId="0" applyNumberFormat="1" "#
            + #"applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment \#(alignment)/></xf>"#
    }

    // MARK: A sheet

    /// The header and all rows: `A1:Q12`.
    private static func area(_ sheet: Spreadsheet.Sheet, absolute: Bool = false) -> String {
        let last = SpreadsheetXML.columnName(max(0, sheet.columns.count - 1))
        let row = sheet.rows.count + 1
        return absolute ? "$A$1:$\(last)$\(row)" : "A1:\(last)\(row)"
    }

    private func worksheet(_ sheet: Spreadsheet.Sheet) -> [UInt8] {
        var xml =
            Self.declaration + #"<worksheet xmlns="\#(Self.main)"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>"#
            + #"<dimension ref="\#(Self.area(sheet))"/><sheetViews><sheetView workbookViewId="0">"#
            + #"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>"#
        for (index, column) in sheet.columns.enumerated() {
            xml += #"<col min="\#(index + 1)" max="\#(index + 1)" width="\#(column.width)" customWidth="1"/>"#
        }
        xml += "</cols><sheetData>"
        xml += row(1, sheet.columns.map { .text($0.title) }, sheet.columns, header: true)
        for (index, cells) in sheet.rows.enumerated() { xml += row(index + 2, cells, sheet.columns, header: false) }
        xml += #"</sheetData><autoFilter ref="\#(Self.area(sheet))"/>"#
        xml += #"<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>"#
        xml += #"<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/>"#
        xml += "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>"
        return Array(xml.utf8)
    }

    private func row(
        _ number: Int, _ cells: [Spreadsheet.Cell], _ columns: [Spreadsheet.Column], header: Bool
    ) -> String {
        // Not every program finds the height of wrapped text by itself.
        let lines = zip(cells, columns).map { cell, column in
            if case .text(let text) = cell { Self.lines(text, width: column.width) } else { 1 }
        }
        let height = min(Self.tallest, Double(lines.max() ?? 1) * Self.lineHeight + 3)
        var xml = #"<row r="\#(number)" ht="\#(height)" customHeight="1">"#
        for (index, cell) in cells.enumerated() {
            let place = SpreadsheetXML.columnName(index) + String(number)
            switch cell {
            case .empty: xml += #"<c r="\#(place)" s="2"/>"#
            case .number(let value): xml += #"<c r="\#(place)" s="4"><v>\#(value)</v></c>"#
            case .day(let iso):
                if let serial = SpreadsheetXML.serial(ofDay: iso) {
                    xml += #"<c r="\#(place)" s="3"><v>\#(serial)</v></c>"#
                } else {
                    xml += text(iso, place, style: 2)
                }
            case .text(let text): xml += self.text(text, place, style: header ? 1 : 2)
            }
        }
        return xml + "</row>"
    }

    /// Points; the first is the limit of the format.
    private static let tallest = 409.0
    private static let lineHeight = 13.5

    private static func lines(_ text: String, width: Double) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { count, line in
            let letters = line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
            return count + max(1, Int((Double(letters) / max(2, width - 1)).rounded(.up)))
        }
    }

    private func text(_ text: String, _ place: String, style: Int) -> String {
        #"<c r="\#(place)" s="\#(style)" t="inlineStr"><is><t xml:space="preserve">"# + SpreadsheetXML.escaped(text)
            + "</t></is></c>"
    }
}

#!/usr/bin/env python3
"""Makes the Word documents of this folder with python-docx and LibreOffice. See README.md.

    python3 make_fixtures.py PATH-TO-gijiroku

The program is only asked for the records of the plain-text samples, which become two-column tables.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import docx
from docx.oxml import parse_xml

HERE = pathlib.Path(__file__).parent
SAMPLES = HERE.parents[2] / "samples"
W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
     'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
     'xmlns:v="urn:schemas-microsoft-com:vml"')


def decoded(data):
    if b"\x1b$" in data:
        return data.decode("iso2022_jp_3")
    for encoding in ("utf-8-sig", "cp932", "euc_jp", "utf-16"):
        try:
            return data.decode(encoding)
        except UnicodeError:
            pass
    raise SystemExit("unknown encoding")


def blank():
    """python-docx's own template without the picture in it, to keep the files small."""
    document = docx.Document()
    for relationship in list(document.part.package.rels.values()):
        if relationship.reltype.endswith("/thumbnail"):
            del document.part.package.rels[relationship.rId]
    return document


def libreoffice(source, target, infilter=None):
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(source)]
        if infilter:
            command.insert(2, "--infilter=" + infilter)
        subprocess.run(command, check=True, capture_output=True)
        made = pathlib.Path(folder) / (source.stem + ".docx")
        target.write_bytes(made.read_bytes())


def lines(text, target):
    document = blank()
    for line in text.replace("\r\n", "\n").split("\n"):
        first, *pages = line.split("\f")
        document.add_paragraph(first)
        for page in pages:
            paragraph = document.add_paragraph(page)
            paragraph.paragraph_format.page_break_before = True
    document.save(target)


def table(program, text, target):
    """Header lines as paragraphs, then one row a remark: speaker, speech. Headings and notes span both columns."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "minutes.txt"
        source.write_text(text, newline="")
        record = json.loads(subprocess.run([program, "parse", source, "--format", "json"], capture_output=True).stdout)
        data = source.read_bytes()
    remarks = {remark["span"]["start"]: remark for remark in record["remarks"]}
    document = blank()
    rows = None
    for segment in record["segments"]:
        part = data[segment["start"]:segment["end"]].decode().strip()
        if segment["kind"] == "furniture" or not part:
            continue
        if segment["kind"] == "remark":
            remark = next((r for start, r in remarks.items() if segment["start"] <= start < segment["end"]), None)
            if remark is None:
                continue
            if rows is None:
                rows = document.add_table(rows=0, cols=2, style="Table Grid")
            speaker, speech = rows.add_row().cells
            speaker.text = remark["label"]
            first, *others = remark["text"].split("\n")
            speech.text = first
            for other in others:
                speech.add_paragraph(other)
        elif rows is not None:
            left, right = rows.add_row().cells
            left.merge(right).text = part
        else:
            for line in part.replace("\r\n", "\n").replace("\f", "\n").split("\n"):
                document.add_paragraph(line)
    document.save(target)


LISTS = [
    # id, levels as (format, pattern, extras)
    (60, [("decimalFullWidth", "%1", ""), ("decimalFullWidth", "（%2）", ""), ("decimalEnclosedCircle", "%3", ""),
          ("aiueoFullWidth", "%4", ""), ("irohaFullWidth", "（%5）", "")]),
    (61, [("japaneseCounting", "第%1", ""), ("decimal", "%1－%2", '<w:isLgl/>'), ("ideographTraditional", "%3", "")]),
    (62, [("upperRoman", "%1", '<w:suff w:val="space"/>'), ("aiueo", "%2)", ""), ("iroha", "%3", "")]),
    (63, [("bullet", "\uf06c", '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>')]),
    (64, [("decimalFullWidth", "議題%1", '<w:pStyle w:val="Heading2"/>')]),
]


def level_xml(index, level):
    kind, pattern, extra = level
    before = extra if extra.startswith("<w:pStyle") or extra.startswith("<w:isLgl") else ""
    suffix = extra if extra.startswith("<w:suff") else ""
    after = extra if extra.startswith("<w:rPr") else ""
    return (f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{before}{suffix}'
            f'<w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/>{after}</w:lvl>')


def features(target):
    document = blank()
    numbering = document.part.numbering_part.element
    for position, (number, levels) in enumerate(LISTS):
        body = "".join(level_xml(index, level) for index, level in enumerate(levels))
        numbering.insert(position, parse_xml(f'<w:abstractNum {W} w:abstractNumId="{number}">{body}</w:abstractNum>'))
        numbering.append(parse_xml(
            f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
    numbering.append(parse_xml(
        f'<w:num {W} w:numId="70"><w:abstractNumId w:val="60"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'))
    style = document.styles["Heading 2"].element
    style.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:numId w:val="64"/></w:numPr>'))

    body = document.element.body
    end = body.sectPr

    def add(xml):
        end.addprevious(parse_xml(xml))

    def p(runs, properties=""):
        add(f'<w:p {W}><w:pPr>{properties}</w:pPr>{runs}</w:p>')

    def r(text, properties=""):
        return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

    def item(number, level, text):
        p(r(text), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')

    header = document.sections[0].header
    header.paragraphs[0].text = "風待市見守り協議会　会議録（案）"
    item(60, 0, "開会")
    item(60, 0, "議題")
    item(60, 1, "報告事項")
    item(60, 2, "北部")
    item(60, 2, "南部")
    item(60, 1, "協議事項")
    item(60, 2, "日程")
    item(60, 3, "場所")
    item(60, 4, "駐車場")
    item(60, 0, "閉会")
    item(61, 0, "総則")
    item(61, 1, "目的")
    item(61, 2, "甲の項")
    item(61, 0, "細則")
    item(61, 1, "委任")
    item(62, 0, "ローマ")
    item(62, 1, "半角")
    item(62, 2, "いろは")
    item(63, 0, "黒丸")
    item(70, 0, "五から")
    item(70, 0, "六")
    document.add_heading("様式の番号", 2)
    document.add_heading("二つ目", 2)
    document.add_paragraph("番号のない段落")
    p(r("○会長　") + '<w:del w:id="1" w:author="係"><w:r><w:delText>昨日</w:delText></w:r></w:del>'
      + '<w:ins w:id="2" w:author="係">' + r("本日") + '</w:ins>' + r("は")
      + '<w:moveFrom w:id="3" w:author="係">' + r("移した元") + '</w:moveFrom>'
      + '<w:moveTo w:id="4" w:author="係">' + r("移した先") + '</w:moveTo>' + r("です。"))
    p(r("前の段落と"), '<w:rPr><w:del w:id="5" w:author="係"/></w:rPr>')
    p(r("一つになった。"))
    p('<w:del w:id="6" w:author="係"><w:r><w:delText>全部消した</w:delText></w:r></w:del>',
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="60"/></w:numPr><w:rPr><w:del w:id="7" w:author="係"/></w:rPr>')
    p(r("隠し文字", "<w:vanish/>") + r("見える文字") + r("取消し", '<w:vanish w:val="0"/>'))
    p('<w:r><w:ruby><w:rubyPr/><w:rt>' + r("かざまち") + '</w:rt><w:rubyBase>' + r("風待") + '</w:rubyBase></w:ruby></w:r>'
      + r("市"))
    p(r("A") + '<w:r><w:noBreakHyphen/></w:r>' + r("B") + '<w:r><w:softHyphen/></w:r>' + r("C")
      + '<w:r><w:tab/></w:r>' + r("D") + '<w:r><w:br/></w:r>' + r("E")
      + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r("\uf06e", '<w:rFonts w:ascii="Wingdings"/>'))
    p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE \\@ "ggge年"</w:instrText></w:r>'
      '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("令和７年１月") +
      '<w:r><w:fldChar w:fldCharType="end"/></w:r>' +
      '<w:fldSimple w:instr="PAGE">' + r("３") + '</w:fldSimple>' + r("頁"))
    box = '<w:txbxContent><w:p>' + r("枠の一行目") + '</w:p><w:p>' + r("枠の二行目") + '</w:p></w:txbxContent>'
    p(r("枠の") + '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>' + box +
      '</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>' + box +
      '</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>' + r("前後"))
    add(f'<w:sdt {W}><w:sdtPr><w:alias w:val="日付"/></w:sdtPr><w:sdtContent><w:p>' + r("入力欄の文字") +
        '</w:p></w:sdtContent></w:sdt>')
    add(f'<w:sdt {W}><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>' + r("ここに入力") +
        '</w:p></w:sdtContent></w:sdt>')
    p('<w:smartTag w:uri="x" w:element="y">' + r("札の") + '</w:smartTag><w:hyperlink w:anchor="z">' + r("中") +
      '</w:hyperlink>')
    grid = document.add_table(rows=4, cols=2)
    grid.cell(0, 0).text = "会長"
    grid.cell(0, 1).text = "一段落目。"
    grid.cell(0, 1).add_paragraph("二段落目。")
    grid.cell(1, 0).text = "委員"
    grid.cell(1, 0).add_paragraph("（北部）")
    grid.cell(1, 1).text = "はい。"
    grid.cell(2, 0).merge(grid.cell(2, 1)).text = "（２）協議事項"
    grid.cell(3, 0).text = "会長"
    nested = grid.cell(3, 1).add_table(rows=2, cols=2)
    for row in range(2):
        for column in range(2):
            nested.cell(row, column).text = f"中{row}{column}"
    document.add_paragraph("おわり")
    document.core_properties.author = ""
    document.save(target)


def main():
    program = sys.argv[1]
    features(HERE / "features-python-docx.docx")
    libreoffice(HERE / "features.fodt", HERE / "features-libreoffice.docx")
    for sample in sorted(SAMPLES.glob("0*")):
        number = sample.name[:4]
        text = decoded(next(sample.glob("*.txt")).read_bytes())
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder) / f"{number}.txt"
            source.write_text(text.replace("\r\n", "\n"), newline="")
            libreoffice(source, HERE / f"{number}-lines-libreoffice.docx", "Text (encoded):UTF8,LF,,,")
        if number in ("0003", "0005"):
            lines(text, HERE / f"{number}-lines-python-docx.docx")
        if number in ("0004", "0005", "0007", "0009"):
            table(program, text, HERE / f"{number}-table-python-docx.docx")


main()

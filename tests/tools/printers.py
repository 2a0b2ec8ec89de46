"""Prints invoices with typst and with WeasyPrint, and says how long each took.

Reads one JSON object from standard input:
  fonts     files of the typeface, regular first, then bold
  invoices  what to print, one after another; the first only warms up
            seller, buyer, head: lists of lines; columns: names; lines: rows of texts; sums: pairs of texts; note
Writes one JSON object: for each printer the milliseconds of each invoice but the first, and the bytes of the last.
"""

import html
import json
import sys
import tempfile
import time
from pathlib import Path

import typst
import weasyprint
from weasyprint.text.fonts import FontConfiguration

TYPST = """
#let invoice = json(bytes(sys.inputs.invoice))
#set document(title: invoice.head.first())
#set page(paper: "a4", margin: 18mm, footer: context align(right, counter(page).display("1 / 1", both: true)))
#set text(font: "Noto Sans", size: 9pt, lang: "en")
#grid(columns: (1fr, 1fr), invoice.seller.map(line => [#line]).join(linebreak()), align(right, invoice.head.map(line => [#line]).join(linebreak())))
#v(8mm)
#invoice.buyer.map(line => [#line]).join(linebreak())
#v(8mm)
#table(
  columns: (1fr, auto, auto, auto, auto),
  align: (left, right, right, right, right),
  stroke: (x: none, y: 0.4pt),
  table.header(..invoice.columns.map(name => strong(name))),
  ..invoice.lines.flatten().map(cell => [#cell]),
)
#align(right, table(columns: 2, align: (left, right), stroke: none, ..invoice.sums.flatten().map(cell => [#cell])))
#invoice.note
"""

STYLE = """
@font-face { font-family: Paper; src: url("%s") }
@font-face { font-family: Paper; font-weight: bold; src: url("%s") }
@page { size: A4; margin: 18mm; @bottom-right { content: counter(page) " / " counter(pages) } }
body { font: 9pt Paper }
header { display: flex; justify-content: space-between; margin-bottom: 8mm }
table { border-collapse: collapse; width: 100%% }
td, th { text-align: right; border-bottom: 0.4pt solid; padding: 1mm; break-inside: avoid }
td:first-child, th:first-child { text-align: left }
.sums { width: auto; margin-left: auto }
.sums td { border: 0 }
"""


def with_typst(fonts, invoices):
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "invoice.typ"
        template.write_text(TYPST)
        compiler = typst.Compiler(
            str(template), font_paths=sorted({str(Path(font).parent) for font in fonts}), ignore_system_fonts=True
        )
        yield from (compiler.compile(sys_inputs={"invoice": json.dumps(invoice)}) for invoice in invoices)


def with_weasyprint(fonts, invoices):
    config = FontConfiguration()
    style = weasyprint.CSS(string=STYLE % tuple(Path(font).as_uri() for font in fonts), font_config=config)
    for invoice in invoices:
        page = weasyprint.HTML(string=as_html(invoice))
        yield page.write_pdf(stylesheets=[style], font_config=config)


def as_html(invoice):
    def stacked(lines):
        return "<br>".join(map(html.escape, lines))

    def row(cells, tag="td"):
        return "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in cells) + "</tr>"

    return (
        f"<!doctype html><html lang=en><title>{html.escape(invoice['head'][0])}</title>"
        f"<header><div>{stacked(invoice['seller'])}</div><div>{stacked(invoice['head'])}</div></header>"
        f"<p>{stacked(invoice['buyer'])}</p>"
        f"<table><thead>{row(invoice['columns'], 'th')}</thead><tbody>{''.join(map(row, invoice['lines']))}</tbody></table>"
        f"<table class=sums>{''.join(map(row, invoice['sums']))}</table><p>{html.escape(invoice['note'])}</p>"
    )


def timed(papers):
    times, size = [], 0
    while True:
        begin = time.perf_counter()
        paper = next(papers, None)
        if paper is None:
            return {"ms": times[1:], "bytes": size}
        times.append((time.perf_counter() - begin) * 1000)
        if not paper.startswith(b"%PDF-"):
            raise SystemExit("what was printed is no PDF")
        size = len(paper)


asked = json.load(sys.stdin)
printers = {"typst": with_typst, "weasyprint": with_weasyprint}
print(json.dumps({name: timed(printer(asked["fonts"], asked["invoices"])) for name, printer in printers.items()}))

#!/usr/bin/env python3
"""Makes the PDF files beside this folder from the articles in it (all events are made up).

  apt-get install -y chromium libreoffice-writer texlive-latex-base fonts-noto-core qpdf
  python3 make.py

Chromium prints HTML; LibreOffice exports flat OpenDocument with real footnotes, hyphenation, a picture with a caption, running heads and
page numbers; pdfLaTeX sets two columns in bitmap fonts without any text map; qpdf packs objects into streams and encrypts (pdf-locked opens
without a password, pdf-password with "secret").
"""
import html, os, re, shutil, subprocess, sys, tempfile
HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.dirname(HERE)

def article(name):
    blocks = [" ".join(b.split()) for b in open(os.path.join(HERE, name), encoding="utf-8").read().split("\n\n") if b.strip()]
    heads = {"Notes", "Примечания"}
    cut = next((i for i, b in enumerate(blocks) if b in heads), len(blocks))
    return blocks[:cut], blocks[cut:]

def head(b):
    return len(b) < 60 and b[-1] not in ".)]؟" and not b.startswith("By ")

def sup(b, raise_powers=False):
    b = html.escape(b, quote=False)
    b = re.sub(r"((?:\[\d+\])+)", lambda m: "<sup>" + m.group(1).replace("][", ", ").strip("[]") + "</sup>", b)
    b = re.sub(r"(https://\S+[a-z])", r'<a href="\1">\1</a>', b)
    if raise_powers:
        for c, d in zip("²³⁴", "234"):
            b = b.replace(c, f"<sup>{d}</sup>")
        b = b.replace("₂", "<sub>2</sub>").replace("27th", "27<sup>th</sup>")
    return b

def page(name, css, lang, rtl=False, **kw):
    body, notes = article(name)
    out = [f'<!doctype html><html lang="{lang}"{" dir=rtl" if rtl else ""}><meta charset="utf-8"><title>{html.escape(body[0])}</title><style>{css}</style>', f"<h1>{html.escape(body[0])}</h1>"]
    rest = body[1:]
    if not rtl:
        out.append(f"<p class=by>{html.escape(rest[0])}</p>")
        rest = rest[1:]
    out.append("<main>")
    for b in rest:
        out.append(f"<h2>{html.escape(b)}</h2>" if head(b) else f"<p>{sup(b, **kw)}</p>")
    if notes:
        out.append(f"<h2>{notes[0]}</h2>")
        out += ["<p class=note>" + re.sub("^<sup>(.*?)</sup>", r"[\1]", sup(n)) + "</p>" for n in notes[1:]]
    return "\n".join(out + ["</main>"])

def issue(*names):
    """Several articles one after the other in columns, each with its own notes."""
    parts = [page(n, "", "en", raise_powers=True) for n in names]
    mains = [x[x.index("<h1>"):].replace("<main>", "").replace("</main>", "") for x in parts]
    css = TWO.replace("h1{font-size:22pt;text-align:center}", "h1{font-size:17pt;margin:1em 0 .3em;line-height:1.15}").replace(".by{text-align:center}", ".by{text-indent:0!important;margin-bottom:.6em!important}")
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Issue</title><style>{css}</style><main>' + "".join(mains) + "</main>"

def chromium(folder, source, header=False):
    with tempfile.TemporaryDirectory() as d:
        p = os.path.join(d, "a.html")
        open(p, "w", encoding="utf-8").write(source)
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={d}/u"] + ([] if header else ["--no-pdf-header-footer"]) +
                       [f"--print-to-pdf={OUT}/{folder}/input.pdf", "file://" + p], check=True, stderr=subprocess.DEVNULL, timeout=90)

ONE = "@page{size:A4;margin:22mm} body{font:11pt/1.45 'Liberation Serif'} h1{font-size:20pt} h2{font-size:13pt} .note{font-size:9pt} sup{font-size:60%} sub{font-size:60%}"
TWO = "@page{size:A4;margin:18mm} body{font:10pt/1.35 'Liberation Serif'} h1{font-size:22pt;text-align:center} .by{text-align:center} main{columns:2;column-gap:8mm;text-align:justify;hyphens:auto} main p{margin:0;text-indent:1.2em} h2{font-size:11pt;margin:.8em 0 .3em} .note{font-size:8pt;text-indent:0!important} sup{font-size:60%}"
DEFAULT = "@page{size:A5;margin:15mm} body{font:10.5pt/1.5 'DejaVu Sans'}"

def picture(w=300, h=160):
    """A grey PNG with a stripe, in base64."""
    import base64, struct, zlib
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes((y * 2 % 256 if x % 50 else 0) for x in range(w)) for y in range(h))
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")).decode()

CAPTION = "Guards had been locked into the grain store behind the second pier on the night of March 15, 2019."

def fodt(name, issue=False):
    """issue sets all of a small page in two columns, with the notes at the foot of each column and a picture."""
    body, notes = article(name)
    by = {re.match(r"\[(\d+)\] ", n).group(1): html.escape(re.sub(r"^\[\d+\] ", "", n), quote=False) for n in notes[1:]}
    def note(m):
        return "".join(f'<text:note text:note-class="footnote"><text:note-citation>{k}</text:note-citation><text:note-body><text:p text:style-name="Footnote">{by[k]}</text:p></text:note-body></text:note>' for k in re.findall(r"\d+", m.group(0)))
    ps = [f'<text:p text:style-name="Title">{html.escape(body[0])}</text:p>', f'<text:p text:style-name="By">{html.escape(body[1])}</text:p>', '<text:section text:style-name="Cols" text:name="s">']
    for i, b in enumerate(body[2:]):
        if issue and i == 5:
            ps.append('<text:p text:style-name="Pic"><draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" text:anchor-type="as-char" svg:width="50mm" svg:height="27mm"><draw:image><office:binary-data>' + picture() + '</office:binary-data></draw:image></draw:frame></text:p>')
            ps.append(f'<text:p text:style-name="Cap">{CAPTION}</text:p>')
        if head(b):
            ps.append(f'<text:h text:style-name="H" text:outline-level="2">{html.escape(b)}</text:h>')
        else:
            ps.append('<text:p text:style-name="B">' + re.sub(r"(?:\[[0-9]+\])+", note, html.escape(b, quote=False)) + "</text:p>")
    ps.append("</text:section>")
    columns = '<style:columns fo:column-count="2" fo:column-gap="6mm"><style:column style:rel-width="1*" fo:end-indent="3mm"/><style:column style:rel-width="1*" fo:start-indent="3mm"/></style:columns>' if issue else ""
    if issue:
        ps = [x for x in ps if "text:section" not in x]
    return f'''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.2">
<office:meta><dc:title>{html.escape(body[0])}</dc:title><meta:initial-creator>Miriam Oduya</meta:initial-creator></office:meta>
<office:font-face-decls><style:font-face style:name="F" style:font-family-generic="roman" svg:font-family="Liberation Serif" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"/></office:font-face-decls>
<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties/><style:text-properties style:font-name="F" fo:font-size="11pt" fo:language="en" fo:country="US" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:default-style>
<style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:margin-bottom="4mm"/><style:text-properties fo:font-size="20pt" fo:font-weight="bold" fo:hyphenate="false"/></style:style>
<style:style style:name="By" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:margin-bottom="4mm"/></style:style>
<style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:margin-top="3mm" fo:margin-bottom="1mm" fo:keep-with-next="always"/><style:text-properties fo:font-size="12pt" fo:font-weight="bold"/></style:style>
<style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:text-indent="4mm" fo:hyphenation-ladder-count="no-limit"/></style:style>
<style:style style:name="Footnote" style:family="paragraph"><style:paragraph-properties fo:margin-left="4mm" fo:text-indent="-4mm"/><style:text-properties fo:font-size="9pt"/></style:style>
<style:style style:name="Pic" style:family="paragraph"><style:paragraph-properties fo:margin-top="2mm" fo:keep-with-next="always"/></style:style><style:style style:name="Cap" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="3mm" fo:keep-together="always"/><style:text-properties fo:font-size="8pt" fo:font-style="italic"/></style:style>
<style:style style:name="Head" style:family="paragraph"><style:text-properties fo:font-size="9pt" fo:font-style="italic"/></style:style>
<text:notes-configuration text:note-class="footnote" style:num-format="1" text:footnotes-position="page" text:start-numbering-at="document" text:citation-body-style-name="FA" text:citation-style-name="FC"/><style:style style:name="FA" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:name="FC" style:family="text"/></office:styles>
<office:automatic-styles><style:style style:name="Cols" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns fo:column-count="2" fo:column-gap="7mm"><style:column style:rel-width="1*" fo:end-indent="3.5mm"/><style:column style:rel-width="1*" fo:start-indent="3.5mm"/></style:columns></style:section-properties></style:style>
<style:page-layout style:name="P"><style:page-layout-properties fo:page-width="{130 if issue else 170}mm" fo:page-height="{180 if issue else 240}mm" fo:margin-top="15mm" fo:margin-bottom="15mm" fo:margin-left="{12 if issue else 18}mm" fo:margin-right="{12 if issue else 18}mm">{columns}<style:footnote-sep style:width="0.2mm" style:rel-width="25%" style:distance-before-sep="2mm" style:distance-after-sep="1mm"/></style:page-layout-properties><style:header-style><style:header-footer-properties fo:min-height="8mm" fo:margin-bottom="4mm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="4mm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"><style:header><text:p text:style-name="Head">Great Lakes Quarterly | Volume 7, Issue 2 | April 2019</text:p></style:header><style:footer><text:p text:style-name="By"><text:page-number text:select-page="current">1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>{"".join(ps)}</office:text></office:body></office:document>'''

def libreoffice(folder, source):
    with tempfile.TemporaryDirectory() as d:
        open(f"{d}/a.fodt", "w", encoding="utf-8").write(source)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{d}/p", "--headless", "--convert-to", "pdf", "--outdir", d, f"{d}/a.fodt"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
        shutil.copy(f"{d}/a.pdf", f"{OUT}/{folder}/input.pdf")

def latex(folder, name):
    body, notes = article(name)
    by = {re.match(r"\[(\d+)\] ", n).group(1): re.sub(r"^\[\d+\] ", "", n) for n in notes[1:]}
    def esc(s):
        s = re.sub(r"([&%$#_])", r"\\\1", s)
        s = re.sub(r'"([^"]*)"', r"``\1''", s)
        return s.replace("²", r"\textsuperscript{2}")
    def par(b):
        return re.sub(r"\[(\d+)\]", lambda m: r"\footnote{" + esc(by[m.group(1)]) + "}", esc(b))
    tex = [r"\documentclass[10pt,twocolumn]{article}\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\pdfinfo{/Title (x)}\title{" + esc(body[0]) + r"}\author{" + esc(body[1][3:]) + r"}\date{}\begin{document}\maketitle"]
    tex += [r"\section*{" + esc(b) + "}" if head(b) else par(b) + "\n" for b in body[2:]]
    with tempfile.TemporaryDirectory() as d:
        open(f"{d}/a.tex", "w", encoding="utf-8").write("\n".join(tex + [r"\end{document}"]))
        for _ in range(2):
            subprocess.run(["pdflatex", "-interaction=batchmode", "a.tex"], cwd=d, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.copy(f"{d}/a.pdf", f"{OUT}/{folder}/input.pdf")

def qpdf(folder, password):
    extra = [] if password else ["--object-streams=generate"]
    subprocess.run(["qpdf", f"{OUT}/pdf-superscripts/input.pdf", *extra, "--encrypt", password, "owner", "256", "--", f"{OUT}/{folder}/input.pdf"], check=True)

jobs = {
    "pdf-chromium-one-column": lambda f: chromium(f, page("harbour.txt", ONE, "en"), header=True),
    "pdf-chromium-two-columns": lambda f: chromium(f, page("harbour.txt", TWO, "en")),
    "pdf-chromium-issue": lambda f: chromium(f, issue("harbour.txt", "units.txt")),
    "pdf-libreoffice-footnotes": lambda f: libreoffice(f, fodt("harbour.txt")),
    "pdf-libreoffice-issue": lambda f: libreoffice(f, fodt("harbour.txt", issue=True)),
    "pdf-superscripts": lambda f: chromium(f, page("units.txt", DEFAULT, "en", raise_powers=True)),
    "pdf-russian": lambda f: chromium(f, page("russian.txt", TWO.replace("Liberation Serif", "DejaVu Serif").replace("A4", "A5"), "ru")),
    "pdf-arabic": lambda f: chromium(f, page("arabic.txt", DEFAULT.replace("DejaVu Sans", "Noto Naskh Arabic"), "ar", rtl=True)),
    "pdf-locked": lambda f: qpdf(f, ""),
    "pdf-password": lambda f: qpdf(f, "secret"),
    "pdf-latex-footnotes": lambda f: latex(f, "harbour.txt"),
}
for folder in sys.argv[1:] or jobs:
    os.makedirs(f"{OUT}/{folder}", exist_ok=True)
    jobs[folder](folder)
    print(folder, os.path.getsize(f"{OUT}/{folder}/input.pdf"))

#!/bin/sh
# Makes the documents beside this script from the articles (article.md): pages with pandoc, docx and odt with pandoc and LibreOffice, PDF with
# Chromium's print and with LibreOffice. The articles are made up, as are the events in them. Run it where pandoc, soffice, chromium and iconv are:
#   apt-get install -y pandoc libreoffice-writer chromium
set -eu
cd "$(dirname "$0")"
export SOURCE_DATE_EPOCH=1700000000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

office() { soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$1" --outdir "$work" "$2" >/dev/null 2>&1; }

# html NAME LANG SITE COOKIES [CHARSET-DECLARED]
html() {
	pandoc -f markdown-implicit_figures "$1/article.md" -t html5 --template page.html -V lang="$2" -V site="$3" -V cookies="$4" -V charset="${5:-}" \
		-V pagetitle="$(sed -n 's/^# //p;T;q' "$1/article.md")" --metadata pagetitle=x | sed "s/↩︎/\&#8617;/g" >"$work/$1.html"
}

html harbour en "The Harbour Monitor" "We use cookies to make this site better for you, for us and for our partners. Read our policy to learn more." utf-8
cp "$work/harbour.html" harbour/article.html
html river en "The Water Letter" "This site uses cookies. By going on you agree to our use of them, as laid down in our terms of use and policy." utf-8
cp "$work/river.html" river/article.html
html tabelle de "Der Sundbote" "Wir verwenden Cookies, um Inhalte und Anzeigen zu personalisieren und die Zugriffe auf unsere Website zu messen." windows-1252
iconv -f utf-8 -t windows-1252 "$work/tabelle.html" >tabelle/article.html
html arabic ar "جريدة الساحل" "نستخدم ملفات تعريف الارتباط لتحسين تجربتكم على هذا الموقع، ويمكنكم تغيير الإعدادات في أي وقت تريدون ذلك." windows-1256
iconv -f utf-8 -t windows-1256 "$work/arabic.html" >arabic/article.html
html cyrillic ru "Портовые вести" "Мы используем файлы cookie, чтобы сделать сайт удобнее. Продолжая работу с сайтом, вы соглашаетесь с этим." # declares no charset
iconv -f utf-8 -t windows-1251 "$work/cyrillic.html" >cyrillic/article.html
html links en "The Valley Letter" "We and our partners store cookies on your device. Choose what you allow, now or at any time in your settings." utf-8
cp "$work/links.html" links/article.html
html cjk zh "港口周报" "本网站使用小型文本文件以改善您的浏览体验。继续浏览即表示您同意我们的使用条款和隐私政策，详情请阅读说明。" gb18030
iconv -f utf-8 -t gb18030 "$work/cjk.html" >cjk/article.html
cp endnotes/page.html endnotes/article.html

# Word processors: pandoc's own files, and LibreOffice's made of them.
for name in harbour river tabelle arabic cyrillic links cjk; do
	pandoc -f markdown "$name/article.md" -o "$name/article.odt"
	pandoc -f markdown "$name/article.md" -o "$name/article.docx"
done
pandoc -f markdown --shift-heading-level-by=-1 river/article.md -o river/article.docx # the title as a title
cp river/article.odt "$work/river.odt" && office "docx:MS Word 2007 XML" "$work/river.odt" && cp "$work/river.docx" river/libreoffice.docx
cp tabelle/article.docx "$work/tabelle.docx" && office odt "$work/tabelle.docx" && cp "$work/tabelle.odt" tabelle/article.odt
cp cyrillic/article.odt "$work/cyrillic.odt" && office "docx:MS Word 2007 XML" "$work/cyrillic.odt" && cp "$work/cyrillic.docx" cyrillic/article.docx

# Notes typed by hand: raised numbers in the text, a numbered list at the end.
sed -e '/<figure/d' -e '/class="advert/d' -e '/Read more/d' -e '/<aside/d' -e '/sharedaddy/d' endnotes/page.html |
	sed -n '/<h1/p; /entry-meta/{s/<\/span>/<\/p><p>/;s/<div[^>]*>/<p>/;s/<\/div>/<\/p>/;s/<span[^>]*>//;p}; /entry-content/,/^<\/ol>/p' |
	sed -E 's/<a (id="ref[0-9]+" )?href="#(note|ref)[^"]*"[^>]*>([^<]*)<\/a>/\3/g; s/ ?&#8617;//; s/<header[^>]*>//' >"$work/endnotes.html"
pandoc -f html "$work/endnotes.html" -o endnotes/article.docx
pandoc -f html "$work/endnotes.html" -o endnotes/article.odt

# What each of two programs writes: pandoc from the article, LibreOffice from the odt.
for name in harbour river endnotes tabelle arabic cyrillic links cjk; do
	source="$name/article.md"
	[ "$name" != endnotes ] || source="$work/endnotes.html"
	pandoc "$source" -o "$name/article.epub" --metadata title="" 2>/dev/null
	pandoc -s "$source" -o "$name/article.rtf"
	cp "$name/article.odt" "$work/$name.odt"
	for kind in epub rtf; do office "$kind" "$work/$name.odt" && cp "$work/$name.$kind" "$name/libreoffice.$kind"; done
	office "docx:MS Word 2007 XML" "$work/$name.odt" && cp "$work/$name.docx" "$name/libreoffice.docx"
done
rm cyrillic/libreoffice.docx && pandoc -f markdown cyrillic/article.md -o cyrillic/pandoc.docx # its article.docx is LibreOffice's

# PDF: printed by Chromium from the page's text, in one column and in two, and by LibreOffice from the odt.
for name in harbour river endnotes tabelle arabic cyrillic links cjk; do
	rtl=""
	[ "$name" != arabic ] || rtl="-M dir=rtl -M lang=ar"
	pandoc -f markdown -s "$name/article.md" $rtl --metadata pagetitle="$name" -t html5 -o "$work/print.html"
	chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$name/chromium.pdf" "file://$work/print.html" >/dev/null 2>&1
	sed 's/<body>/<body><style>@page{size:A5;margin:12mm}body{columns:2;column-gap:6mm;font:9pt serif;max-width:none;padding:0}h1{font-size:14pt}h2{font-size:11pt}<\/style>/' "$work/print.html" >"$work/columns.html"
	chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$name/columns.pdf" "file://$work/columns.html" >/dev/null 2>&1
	cp "$name/article.odt" "$work/$name.odt" && office pdf "$work/$name.odt" && cp "$work/$name.pdf" "$name/libreoffice.pdf"
done
pandoc -f markdown -M dir=rtl -M lang=ar arabic/article.md -o "$work/arabic.docx" && office pdf "$work/arabic.docx" && cp "$work/arabic.pdf" arabic/libreoffice.pdf

# Plain text, as pandoc sets it: notes as [1], no addresses of links.
for name in harbour river endnotes tabelle arabic cyrillic links cjk; do
	pandoc -f markdown -t plain --wrap=none "$name/article.md" -o "$name/article.txt"
done

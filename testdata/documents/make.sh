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
cp endnotes/page.html endnotes/article.html

# Word processors: pandoc's own files, and LibreOffice's made of them.
for name in harbour river tabelle arabic cyrillic; do
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

# PDF: printed by Chromium from the page's text, and by LibreOffice from the odt.
for name in harbour river endnotes tabelle arabic cyrillic; do
	pandoc -f markdown -s "$name/article.md" --metadata pagetitle="$name" -t html5 -o "$work/print.html"
	chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$name/chromium.pdf" "file://$work/print.html" >/dev/null 2>&1
	cp "$name/article.odt" "$work/$name.odt" && office pdf "$work/$name.odt" && cp "$work/$name.pdf" "$name/libreoffice.pdf"
done

# Plain text, as pandoc sets it: notes as [1], no addresses of links.
for name in harbour river endnotes tabelle arabic cyrillic; do
	pandoc -f markdown -t plain --wrap=none "$name/article.md" -o "$name/article.txt"
done

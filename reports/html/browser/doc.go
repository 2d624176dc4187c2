// Package browser holds the tests of the HTML report that need a real browser: Chromium, driven by chromedp, and axe-core for WCAG 2.2 AA.
// It is a module of its own, so that nobody who builds verify downloads a browser driver. Where Chromium is missing, its tests are skipped
// and say so; axe-core comes from `npm install` in this folder, or from the file that $AXE_CORE names.
//
//	cd reports/html/browser && npm install && go test ./...
package browser

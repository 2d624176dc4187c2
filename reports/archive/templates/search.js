"use strict";
(() => {
  document.documentElement.classList.add("js");
  const directory = JSON.parse(document.getElementById("directory").textContent);
  const form = document.getElementById("search"), input = document.getElementById("q"), said = document.getElementById("said");
  const list = document.getElementById("results"), more = document.getElementById("more");
  const shown = 25, filesMost = 12, wordMost = 32;

  // Files: scripts beside this page, each of which calls shard with its name and what it holds.
  const name = /^[cw][0-9]+$/;
  const rules = { createScriptURL: (s) => { if (!name.test(s)) throw new TypeError(s); return `${directory.build}/${s}.js`; } };
  const policy = self.trustedTypes ? trustedTypes.createPolicy("shards", rules) : rules;
  const kept = new Map(), waiting = new Map();
  self.shard = (file, data) => waiting.get(file)?.(data);
  const load = (file) => {
    if (kept.has(file)) return kept.get(file);
    const part = new Promise((resolve, reject) => {
      waiting.set(file, resolve);
      const script = document.createElement("script");
      script.src = policy.createScriptURL(file);
      script.onload = () => { waiting.delete(file); script.remove(); };
      script.onerror = () => { waiting.delete(file); kept.delete(file); script.remove(); reject(new Error(file)); };
      document.head.append(script);
    });
    kept.set(file, part);
    if (kept.size > 200) kept.delete(kept.keys().next().value);
    return part;
  };

  // Words: as searchwords.go makes them.
  const typed = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ŋ: "n", ı: "i", ς: "σ" };
  const fold = (s) => s.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase().replace(/[ßæœøłđðþħŋıς]/gu, (c) => typed[c]).normalize("NFC");
  const unblanked = "ー\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
  const runs = new RegExp(`([${unblanked}]+)|((?:(?![${unblanked}])[\\p{L}\\p{N}\\p{Mc}])+)`, "gu");
  const wordsOf = (s) => {
    const words = new Set();
    for (const [, dense, word] of fold(s).matchAll(runs)) {
      if (word) { words.add([...word].slice(0, wordMost).join("")); continue; }
      const signs = [...dense];
      if (signs.length === 1) words.add(dense);
      for (let i = 0; i + 1 < signs.length; i++) words.add(signs[i] + signs[i + 1]);
    }
    return [...words];
  };
  self.verifySearch = { fold, wordsOf }; // for tests

  // before compares by code points, the order of the files.
  const before = (a, b) => {
    const s = [...a], t = [...b];
    for (let i = 0; i < s.length && i < t.length; i++) {
      if (s[i] !== t[i]) return s[i].codePointAt(0) < t[i].codePointAt(0);
    }
    return s.length < t.length;
  };
  // filesOf are the files that may have words that begin with w, or w itself.
  const filesOf = (w, whole) => {
    const starts = directory.words;
    let low = 0, high = starts.length;
    while (low < high) { const mid = (low + high) >> 1; if (before(starts[mid], w)) low = mid + 1; else high = mid; }
    let end = low;
    while (end < starts.length && (whole ? starts[end] === w : starts[end].startsWith(w))) end++;
    const files = [];
    for (let i = Math.max(0, low - 1); i < end; i++) files.push(`w${i}`);
    return files;
  };

  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const claimsOf = (steps, into) => {
    let at = 0, step = 0, scale = 1;
    for (const c of steps) {
      const d = digits.indexOf(c);
      step += (d % 32) * scale;
      scale *= 32;
      if (d >= 32) continue;
      at += step;
      into.add(at);
      step = 0;
      scale = 1;
    }
  };

  // withWord are the numbers of the claims that have a word that begins with w; of w itself where too many files begin with it.
  const withWord = async (w) => {
    let files = filesOf(w, false);
    const whole = files.length > filesMost;
    if (whole) files = filesOf(w, true);
    const claims = new Set();
    for (const part of await Promise.all(files.map(load))) {
      for (let i = 0; i < part.length; i += 2) {
        if (whole ? part[i] === w : part[i].startsWith(w)) claimsOf(part[i + 1], claims);
      }
    }
    return { claims, whole };
  };

  const query = async (words) => {
    let found = null;
    const whole = [];
    for (const w of words) {
      const one = await withWord(w);
      if (one.whole) whole.push(w);
      found = found ? found.filter((n) => one.claims.has(n)) : [...one.claims].sort((a, b) => a - b);
      if (found.length === 0) break;
    }
    return { found: found || [], whole };
  };

  // claim is the claim of a number, with its document.
  const claim = async (n) => {
    let low = 0, high = directory.claims.length;
    while (high - low > 1) { const mid = (low + high) >> 1; if (directory.claims[mid] <= n) low = mid; else high = mid; }
    let left = n - directory.claims[low];
    for (const [title, href, published, file, claims] of await load(`c${low}`)) {
      if (left < claims.length) return { title, href, published, file, claim: claims[left] };
      left -= claims.length;
    }
    throw new Error(`claim ${n}`);
  };

  const make = (tag, props, ...inside) => {
    const e = Object.assign(document.createElement(tag), props);
    e.append(...inside);
    return e;
  };

  const seen = new RegExp(`([${unblanked}])|(?:(?![${unblanked}])[\\p{L}\\p{N}\\p{M}])+`, "gu");
  // marked is a text with the words that were looked for marked.
  const marked = (text, words) => {
    const out = document.createDocumentFragment();
    let last = 0;
    const mark = (from, to) => {
      if (from > last) out.append(text.slice(last, from));
      out.append(make("mark", { textContent: text.slice(from, to) }));
      last = to;
    };
    for (const m of text.matchAll(seen)) {
      const end = m.index + m[0].length, w = fold(m[0]);
      const pairs = m[1] ? [(/.$/u.exec(text.slice(Math.max(0, m.index - 2), m.index)) || [""])[0] + m[0], m[0] + (/^./u.exec(text.slice(end, end + 2)) || [""])[0], m[0]].map(fold) : [];
      if (words.some((x) => (m[1] ? pairs.includes(x) : w.startsWith(x)))) mark(m.index, end);
    }
    out.append(text.slice(last));
    return out;
  };

  const rests = ([, origins, grade]) => (origins < 0 ? "no source given" : origins === 0 ? "no origin that stands" : origins === 1 ? "1 origin" : `${origins} origins`) + (grade ? `, grade ${grade}` : "");

  const item = (hit, words) => {
    const text = hit.href
      ? make("a", { href: `${hit.href}#${hit.claim[0]}`, dir: "auto" }, marked(hit.claim[3], words))
      : make("span", { dir: "auto" }, marked(hit.claim[3], words));
    const where = make("p", { className: "note" });
    const title = hit.href ? make("a", { href: hit.href, textContent: hit.title }) : make("span", { textContent: hit.title });
    title.dir = "auto";
    where.append(title);
    if (hit.published) where.append(" · ", make("span", { className: "day", textContent: hit.published }));
    if (hit.title !== hit.file) where.append(" · ", make("bdi", { textContent: hit.file }));
    return make("li", {}, text, " ", make("small", { textContent: rests(hit.claim) }), where);
  };

  const number = (n) => n.toLocaleString("en").replaceAll(",", "\u202f");
  let turn = 0, state = null;

  const show = async (mine) => {
    const next = state.found.slice(state.at, state.at + shown);
    const hits = await Promise.all(next.map(claim));
    if (mine !== turn) return null;
    const items = hits.map((h) => item(h, state.words));
    list.append(...items);
    state.at += next.length;
    more.hidden = state.at >= state.found.length;
    const n = state.found.length;
    said.textContent = (n === 1 ? "1 claim" : `${number(n)} claims`) + (more.hidden ? "" : `, the first ${number(state.at)} of them shown`) + "." +
      (state.whole.length ? ` Very many words begin with ${state.whole.join(" and with ")}: only the whole word was looked for.` : "");
    return items[0];
  };

  const failed = (mine) => {
    if (mine === turn) said.textContent = "A file of the search is missing. The archive may have been audited again: load this page once more.";
  };

  const search = async () => {
    const mine = ++turn;
    const words = wordsOf(input.value);
    list.replaceChildren();
    more.hidden = true;
    if (words.length === 0) {
      said.textContent = input.value.trim() ? "No word and no figure is in that." : "";
      return;
    }
    said.textContent = "Looking …";
    try {
      const result = await query(words);
      if (mine !== turn) return;
      state = { ...result, words, at: 0 };
      if (result.found.length === 0) said.textContent = "No claim has all of that.";
      else await show(mine);
    } catch { failed(mine); }
  };

  more.addEventListener("click", async () => {
    const mine = turn;
    try { (await show(mine))?.querySelector("a")?.focus(); } catch { failed(mine); }
  });
  const address = () => new URLSearchParams(location.hash.slice(1)).get("q") || "";
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    const to = `#${new URLSearchParams({ q: input.value })}`;
    if (location.hash === to) search();
    else location.hash = to; // so that a search can be gone back to and sent on
  });
  addEventListener("hashchange", () => { input.value = address(); search(); });
  document.addEventListener("keydown", (e) => {
    if (e.key === "/" && e.target !== input && !e.ctrlKey && !e.metaKey && !e.altKey) { e.preventDefault(); input.focus(); }
  });

  form.hidden = false;
  input.value = address();
  if (input.value) search();
  else input.focus({ preventScroll: true });
})();

"use strict";
(() => {
  document.documentElement.classList.add("js");
  const size = 200;
  const order = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

  // A cell is text, [text, number], {t: text, h: address} or {t: lines to copy, c: true}.
  const text = (c) => (typeof c === "string" ? c : Array.isArray(c) ? c[0] : c.t);
  const compare = (a, b) => (Array.isArray(a) ? a[1] - b[1] : order.compare(text(a), text(b)));

  const printed = (row) => [...row.cells].map((td) => {
    const a = td.querySelector("a");
    if (a) return { t: a.textContent, h: a.getAttribute("href") };
    const pre = td.querySelector("pre");
    if (pre) return { t: pre.textContent, c: true };
    return td.dataset.v === undefined ? td.textContent : [td.textContent, Number(td.dataset.v)];
  });

  const make = (name, props, ...inside) => {
    const e = Object.assign(document.createElement(name), props);
    e.append(...inside);
    return e;
  };

  // Lines with a button that takes them to the clipboard, or where that may not be, selects them.
  const copied = (lines) => {
    const pre = make("pre", { textContent: lines });
    const b = make("button", { type: "button", textContent: "Copy" });
    b.addEventListener("click", async () => {
      try { await navigator.clipboard.writeText(lines); b.textContent = "Copied"; }
      catch { getSelection().selectAllChildren(pre); b.textContent = "Selected"; }
    });
    return [pre, b];
  };

  const drawn = (cells, heads) => {
    const tr = document.createElement("tr");
    for (const [k, c] of cells.entries()) {
      const td = make("td", { dir: heads[k].dataset.ours === undefined ? "auto" : "ltr" });
      if (Array.isArray(c)) { td.className = "num"; td.textContent = c[0]; }
      else if (typeof c === "string") td.textContent = c;
      else if (c.c) td.append(...copied(c.t));
      else td.append(make("a", { href: c.h, textContent: c.t }));
      tr.append(td);
    }
    return tr;
  };

  for (const table of document.querySelectorAll("table.sort")) {
    const body = table.tBodies[0];
    const data = document.getElementById(table.id.replace("table-", "data-"));
    const all = data ? JSON.parse(data.textContent) : [...body.rows].map(printed);
    const state = { rows: all, at: 0, column: -1, down: false };
    const heads = table.tHead.rows[0].cells;
    const box = table.parentElement;
    const said = make("span", { role: "status" });
    const back = make("button", { type: "button", textContent: "← Back" });
    const on = make("button", { type: "button", textContent: "Next →" });
    const pager = make("p", { className: "pager" }, back, said, on);

    const draw = () => {
      body.replaceChildren(...state.rows.slice(state.at, state.at + size).map((row) => drawn(row, heads)));
      const n = state.rows.length;
      said.textContent = n > size ? `${state.at + 1}–${Math.min(n, state.at + size)} of ${n}` : n < all.length ? `${n} of ${all.length}` : "";
      pager.hidden = n <= size && n === all.length;
      back.hidden = on.hidden = n <= size;
      back.disabled = state.at === 0;
      on.disabled = state.at + size >= n;
    };
    const move = (by) => { state.at += by; draw(); box.scrollTop = 0; box.scrollIntoView({ block: "nearest" }); };
    back.addEventListener("click", () => move(-size));
    on.addEventListener("click", () => move(size));

    const sort = () => {
      if (state.column < 0) return;
      const k = state.column, sign = state.down ? -1 : 1;
      state.rows = [...state.rows].sort((a, b) => sign * compare(a[k], b[k]));
    };
    [...heads].forEach((th, k) => {
      const b = make("button", { type: "button" }, th.firstElementChild.textContent);
      th.replaceChildren(b);
      b.addEventListener("click", () => {
        state.down = state.column === k ? !state.down : th.classList.contains("num");
        state.column = k;
        for (const o of heads) o.removeAttribute("aria-sort");
        th.setAttribute("aria-sort", state.down ? "descending" : "ascending");
        state.at = 0;
        sort();
        draw();
      });
    });

    if (all.length > 12) {
      const input = make("input", { type: "search", placeholder: "Only rows with …" });
      input.setAttribute("aria-label", "Only rows with these words");
      input.addEventListener("input", () => {
        const want = input.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
        state.rows = all.filter((row) => { const s = row.map(text).join(" ").toLocaleLowerCase(); return want.every((w) => s.includes(w)); });
        state.at = 0;
        sort();
        draw();
      });
      box.before(make("p", { className: "tools" }, input));
    }
    if (all.length > 12) box.after(pager);
    if (all.length > 12 || body.querySelector("pre")) draw();
  }
})();

// What the page can do besides being read: sort, filter, walk by keys, show the claim behind a link. Everything that it needs is on the
// page; it makes no markup from text, stores nothing and asks nobody.
(() => {
  "use strict";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  document.documentElement.classList.add("js");

  // The claim that is selected: its card by the address, its text by a class. In the text a claim's pieces stand before its badge.
  function pieces(badge) {
    const list = [];
    for (let e = badge.previousElementSibling; e && !e.matches(".b"); e = e.previousElementSibling) if (e.matches(".c")) list.unshift(e);
    return list;
  }
  function badgeOf(piece) {
    let e = piece;
    while (e && !e.matches(".b")) e = e.nextElementSibling;
    return e;
  }
  const target = () => byId(decodeURIComponent(location.hash.slice(1)));

  function select() {
    all(".on").forEach((e) => e.classList.remove("on"));
    const at = target();
    if (!at) return;
    const finding = at.closest(".find");
    if (finding) finding.removeAttribute("hidden");
    const card = at.closest(".card");
    if (!card) return;
    card.removeAttribute("hidden");
    const mark = byId("t." + card.id);
    if (mark) {
      const claim = [...pieces(mark), mark];
      claim.forEach((e) => e.classList.add("on"));
      const box = claim[0].getBoundingClientRect();
      if (box.top < 0 || box.bottom > innerHeight * 0.35) claim[0].scrollIntoView({ block: "start", behavior: "instant" });
    }
    inPane(card);
  }

  // A card at the top of its pane, where the pane scrolls by itself; at the end of the article a part of the pane is out of sight.
  function inPane(card) {
    const pane = card.closest(".pane");
    if (getComputedStyle(pane).overflowY !== "auto") return;
    const top = Math.max(pane.getBoundingClientRect().top, 0) + 56;
    pane.scrollTop += card.getBoundingClientRect().top - top;
  }

  function go(e) {
    if (!e) return;
    location.hash = e.id;
    const link = e.matches("a") ? e : e.querySelector("a");
    if (link) link.focus();
  }

  addEventListener("hashchange", select);
  addEventListener("load", () => requestAnimationFrame(select)); // after the browser's own scrolling
  document.addEventListener("click", (event) => {
    const part = event.target.closest(".text span.c");
    const badge = part && String(getSelection()) === "" && badgeOf(part);
    if (badge) location.hash = badge.hash;
  });

  // Keys, as long as the box at the foot is ticked and nothing is being typed.
  const visibleOnes = (selector) => all(selector).filter((e) => !e.hidden);
  function step(selector, by) {
    const list = visibleOnes(selector);
    const at = target();
    const now = list.indexOf(at && at.closest(selector));
    go(list[Math.min(Math.max(now + by, 0), list.length - 1)]);
  }
  const keys = { j: [".card", 1], k: [".card", -1], n: [".find", 1], p: [".find", -1] };
  document.addEventListener("keydown", (event) => {
    if (!byId("keys").checked || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, textarea")) return;
    if (keys[event.key]) {
      event.preventDefault();
      step(...keys[event.key]);
    } else if (event.key === "Escape" && target()) {
      const card = target().closest(".card");
      if (card) go(byId("t." + card.id));
    }
  });

  // The cards of a pane, by order and level.
  all(".pane").forEach((pane) => {
    const list = pane.querySelector(".cards");
    const cards = all(".card", list);
    const sort = pane.querySelector(".sort"), show = pane.querySelector(".show");
    sort.addEventListener("change", () => {
      const order = sort.value ? [...cards].sort((a, b) => b.dataset.p - a.dataset.p) : cards;
      list.append(...order);
      pane.scrollTop = 0;
    });
    show.addEventListener("change", () => {
      cards.forEach((c) => (c.hidden = show.value !== "" && !c.classList.contains(show.value)));
      pane.scrollTop = 0;
    });
  });

  // The findings, by severity, rule and state.
  all(".findings").forEach((section) => {
    const form = section.querySelector("form");
    if (!form) return;
    const list = all(".find", section);
    const value = (name) => form.querySelector(name).value;
    form.addEventListener("change", () => {
      const sign = value(".by-sign"), rule = value(".by-rule"), state = value(".by-state");
      list.forEach((f) => (f.hidden = [sign && !f.classList.contains(sign), rule && f.dataset.rule !== rule, state && !f.classList.contains(state)].some(Boolean)));
      form.querySelector("output").value = list.filter((f) => !f.hidden).length + " of " + list.length;
    });
  });

  // A table by any of its columns: once up, once down.
  const inOrder = new Intl.Collator("en-u-kn"); // kn: numbers by their value
  all("table.sort").forEach((table) => {
    const body = table.tBodies[0];
    const key = (row, i) => row.cells[i].dataset.v ?? row.cells[i].textContent.trim();
    all("thead th", table).forEach((head, i) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        all("thead th", table).forEach((h) => h.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const rows = [...body.rows].sort((a, b) => {
          const x = key(a, i), y = key(b, i);
          if (x === "" || y === "") return (x === "") - (y === "");
          return (down ? -1 : 1) * inOrder.compare(x, y);
        });
        body.append(...rows);
      });
    });
  });

  // Copying, also where the clipboard is closed to files: then the entry is selected.
  all(".copy").forEach((button) => button.addEventListener("click", () => {
    const entry = button.parentElement.querySelector("pre");
    const said = (words) => (byId("said").textContent = words);
    getSelection().selectAllChildren(entry);
    if (!navigator.clipboard) return said("The entry is selected; copy it with your keys.");
    navigator.clipboard.writeText(entry.textContent).then(() => said("Copied."), () => said("The entry is selected; copy it with your keys."));
  }));

  // Paper shows what is folded away.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all(".figs details:not([open])");
    closed.forEach((d) => d.setAttribute("open", ""));
  });
  addEventListener("afterprint", () => closed.forEach((d) => d.removeAttribute("open")));

  select();
})();

"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const search = document.getElementById("search");
  const only = document.getElementById("only");
  const shown = () => new Set(all("[data-show]").filter((box) => box.checked).map((box) => box.dataset.show));
  const texts = new Map(all(".form").map((form) => [form, form.textContent.toLowerCase()]));

  function filter() {
    const words = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const severities = shown();
    let visible = 0;
    for (const item of all(".finding")) item.hidden = !severities.has(item.dataset.severity);
    for (const [form, text] of texts) {
      const findings = all(".finding", form).filter((item) => !item.hidden).length;
      form.hidden = !words.every((word) => text.includes(word)) || (only.checked && findings === 0);
      if (!form.hidden) visible += 1;
    }
    document.getElementById("nothing").hidden = visible > 0 || texts.size === 0;
  }

  function step(by) {
    const items = all(".finding").filter((item) => !item.closest("[hidden], details:not([open])"));
    if (items.length === 0) return;
    const now = items.indexOf(document.activeElement);
    const next = now < 0 ? (by > 0 ? 0 : items.length - 1) : (now + by + items.length) % items.length;
    items[next].focus();
    items[next].scrollIntoView({ block: "center" });
  }

  function turn() {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  }

  window.addEventListener("beforeprint", () => { for (const notes of all(".notes > details")) notes.open = true; });
  search.addEventListener("input", filter);
  only.addEventListener("change", filter);
  for (const box of all("[data-show]")) box.addEventListener("change", filter);
  document.getElementById("theme").addEventListener("click", turn);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.badge");
    if (!link) return;
    const target = document.querySelector(link.getAttribute("href"));
    if (target) { event.preventDefault(); target.focus(); target.scrollIntoView({ block: "center" }); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === search) { if (event.key === "Escape") { search.value = ""; filter(); search.blur(); } return; }
    if (event.key === "/") { event.preventDefault(); search.focus(); }
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });
})();

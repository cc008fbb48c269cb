// Keys: / search, j and k through the records, Enter opens, c cites, s keeps, ? shows them. Never in a field.
const STORED = "shortcuts";
const RECORDS = "[data-hit], main .records > li";
const inField = (target) => target.closest?.("input, textarea, select, [contenteditable]");

export const isOff = () => localStorage.getItem(STORED) === "off";
export const switchTo = (state) => localStorage.setItem(STORED, state);

const move = (step) => {
  const records = [...document.querySelectorAll(RECORDS)].filter((one) => one.offsetParent);
  if (!records.length) return;
  const at = records.findIndex((one) => one.classList.contains("selected"));
  const next = Math.min(Math.max(at + step, 0), records.length - 1);
  records[at]?.classList.remove("selected");
  records[next].classList.add("selected");
  records[next].querySelector("h3 a, a.title")?.focus();
};

const follow = (selector) => document.querySelector(selector)?.click();

const search = () => {
  const box = document.querySelector("input[role=combobox]");
  if (box) box.focus();
  else location.assign(`${document.querySelector("[data-search]").href}#q`);
};

const actions = {
  "/": search,
  j: () => move(1),
  k: () => move(-1),
  c: () => follow("[data-cite]"),
  s: () => follow("[data-keep]"),
  "?": async () => (await import("./key-help.js")).default(document.querySelector("[data-shortcuts-help]")),
};

export default () => {
  if (location.hash === "#q") search();
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target) || isOff()) return;
    const action = actions[event.key];
    if (!action || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    action();
  });
};

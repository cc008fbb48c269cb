// Keys: / search, j and k through the results, Enter opens, c cites, ? help. Never inside a field.
const STORED = "shortcuts";
const inField = (target) => target.closest?.("input, textarea, select, [contenteditable]");

export const isOff = () => localStorage.getItem(STORED) === "off";
export const switchTo = (state) => localStorage.setItem(STORED, state);

const move = (step) => {
  const hits = [...document.querySelectorAll("[data-hit]")];
  if (!hits.length) return;
  const at = hits.findIndex((hit) => hit.classList.contains("selected"));
  const next = Math.min(Math.max(at + step, 0), hits.length - 1);
  hits[at]?.classList.remove("selected");
  hits[next].classList.add("selected");
  hits[next].querySelector("h3 a").focus();
};

const follow = (selector) => document.querySelector(selector)?.click();

const actions = {
  "/": () => document.querySelector("input[role=combobox]")?.focus(),
  j: () => move(1),
  k: () => move(-1),
  c: () => follow("[data-cite]"),
  s: () => follow("[data-keep]"),
  "?": () => follow("[data-shortcuts-help]"),
};

export default () => {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target) || isOff()) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
};

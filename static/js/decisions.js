// Decides by key: y accept, n reject, h leave for later, j next, k back, u undo. The next is there already.
const inField = (target) => target.closest?.("input, textarea, select, [contenteditable]");

export default (list) => {
  const items = () => [...list.querySelectorAll("[data-decision]:not([hidden])")];
  const undo = document.querySelector("[data-undo]");
  const waiting = document.querySelector("[data-waiting]");
  const done = [];
  let current = 0;

  const show = (index) => {
    const all = items();
    current = Math.max(0, Math.min(index, all.length - 1));
    all.forEach((item, at) => item.classList.toggle("selected", at === current));
    all[current]?.focus();
  };

  const send = async (form, values = {}) => {
    const body = new FormData(form);
    for (const [name, value] of Object.entries(values)) body.set(name, value);
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    if (!answer.ok) return false;
    if (waiting) waiting.textContent = (await answer.json()).waiting;
    return true;
  };

  const decide = async (verb) => {
    const item = items()[current];
    if (!item || !(await send(item.querySelector("form"), { do: verb }))) return;
    item.hidden = true;
    done.push(item);
    if (items().length) show(current);
    else location.reload();
  };

  const actions = {
    y: () => decide("accept"),
    n: () => decide("reject"),
    h: () => show(current + 1),
    j: () => show(current + 1),
    k: () => show(current - 1),
    u: async () => {
      if (!(await send(undo))) return;
      const item = done.pop();
      if (!item) return location.reload();
      item.hidden = false;
      show(items().indexOf(item));
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    action();
  }, { capture: true });
  show(0);
};

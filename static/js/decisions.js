// Decides by key: y, n or a number presses the item's button of that key, h leaves for later, j next, k back, u undo.
// The next item is on the page already. Keys are obeyed one after the other: none is lost while one is being sent.
const inField = (target) => target.closest?.("input, textarea, select, [contenteditable]");

export default (list) => {
  const items = () => [...list.querySelectorAll("[data-decision]:not([hidden])")];
  const undo = document.querySelector("[data-undo]");
  const counted = document.querySelector("[data-waiting]");
  const done = [];
  let current = 0;
  let before = Promise.resolve();
  let isOver = false;

  const show = (index) => {
    const all = items();
    current = Math.max(0, Math.min(index, all.length - 1));
    all.forEach((item, at) => item.classList.toggle("selected", at === current));
    all[current]?.focus();
  };

  const startAnew = () => {
    isOver = true;
    location.reload();
  };

  const send = async (form, button) => {
    try {
      const body = new FormData(form, button);
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      const told = answer.ok ? await answer.json() : {};
      if (counted && "waiting" in told) counted.textContent = told.waiting;
      if (!answer.ok || told.reload) startAnew();
      return answer.ok && !told.reload;
    } catch {
      startAnew();
      return false;
    }
  };

  const decide = async (key) => {
    const item = items()[current];
    const first = key === "y" ? ', button[data-key="1"]' : "";
    const button = item?.querySelector(`button[data-key="${key}"]${first}`);
    if (!button || !(await send(button.form, button))) return;
    item.hidden = true;
    done.push(item);
    if (items().length) show(current);
    else startAnew();
  };

  const actions = {
    h: () => show(current + 1),
    j: () => show(current + 1),
    k: () => show(current - 1),
    u: async () => {
      if (!(await send(undo))) return;
      const item = done.pop();
      if (!item) return startAnew();
      item.hidden = false;
      show(items().indexOf(item));
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) return;
    const action = /^[yn1-9]$/.test(event.key) ? () => decide(event.key) : actions[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.repeat && !"hjk".includes(event.key)) return; // a key held down is one decision
    before = before.then(() => isOver || action());
  }, { capture: true });
  show(0);
};

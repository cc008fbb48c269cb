// Suggestions under the search box, after the ARIA combobox pattern with a grouped list box.
import { forget, recall, remember } from "./past.js";

const MOST = 8;
const PAST_BESIDE_OTHERS = 2;

const option = (row, at, selected) => {
  const item = document.createElement("li");
  item.id = `suggestion-${at}`;
  item.role = "option";
  item.ariaSelected = String(selected);
  item.dataset.at = at;
  const text = document.createElement("span");
  text.textContent = row.text;
  const note = document.createElement("small");
  note.textContent = row.note;
  item.append(text, note);
  return item;
};

const group = (name, items) => {
  const box = document.createElement("ul");
  box.role = "group";
  box.ariaLabel = name;
  const head = document.createElement("li");
  head.ariaHidden = "true"; // the group has the same name as its label
  head.className = "group";
  head.textContent = name;
  box.append(head, ...items);
  const holder = document.createElement("li");
  holder.role = "presentation";
  holder.append(box);
  return holder;
};

export default (input) => {
  const list = document.getElementById(input.getAttribute("aria-controls"));
  const words = input.dataset;
  let rows = [];
  let at = -1;
  let timer;
  let asked = 0;

  const past = (typed, most) =>
    recall(typed, most).map((text) => ({
      group: words.past,
      text,
      note: "",
      address: `${input.form.action}?q=${encodeURIComponent(text)}`,
    }));

  const draw = () => {
    const items = rows.map((row, index) => option(row, index, index === at));
    const names = [...new Set(rows.map((row) => row.group))];
    list.replaceChildren(
      ...names.map((name) => group(name, items.filter((_item, index) => rows[index].group === name))),
    );
    list.hidden = rows.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (at >= 0) input.setAttribute("aria-activedescendant", `suggestion-${at}`);
    else input.removeAttribute("aria-activedescendant");
    if (at >= 0) items[at].scrollIntoView({ block: "nearest" });
  };
  const show = (found) => {
    const chosen = rows[at];
    rows = found.slice(0, MOST);
    // Rows that come late take no choice away.
    at = chosen ? rows.findIndex((row) => row.text === chosen.text && row.address === chosen.address) : -1;
    draw();
  };
  const close = () => {
    asked++; // an answer on its way opens nothing any more
    clearTimeout(timer);
    show([]);
  };

  const showPast = () => {
    const found = past("", MOST - 1);
    show(found.length ? [...found, { group: words.past, text: words.forget, note: "", forgets: true }] : []);
  };
  const ask = async () => {
    const turn = ++asked;
    const text = input.value.trim();
    if (!text) return showPast();
    let found = [];
    try {
      const answer = await fetch(`${words.suggestions}?q=${encodeURIComponent(text)}`, {
        headers: { Accept: "application/json" },
      });
      if (answer.ok) found = (await answer.json()).rows;
    } catch {
      // Without the server the past searches are still offered.
    }
    if (turn === asked) show([...past(text, PAST_BESIDE_OTHERS), ...found]);
  };
  const go = (index) => {
    const row = rows[index];
    if (row.forgets) {
      forget();
      return close();
    }
    location.assign(row.address);
  };

  remember(input.value.trim());
  input.form.addEventListener("submit", () => {
    remember(input.value.trim());
    close();
  });
  input.addEventListener("input", () => {
    at = -1; // what is typed counts, not what was chosen before
    draw();
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  input.addEventListener("focus", () => input.value.trim() || showPast());
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // an input method for Chinese uses the same keys
    if (event.key === "Escape" && rows.length) {
      event.preventDefault(); // a second Escape empties the box, as browsers do
      return close();
    }
    if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      return go(at);
    }
    if (!["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    if (!rows.length) return ask();
    const step = event.key === "ArrowDown" ? 1 : -1;
    at = (at + step + rows.length + (at < 0 && step < 0 ? 1 : 0)) % rows.length;
    draw();
  });
  input.addEventListener("blur", () => setTimeout(() => document.activeElement === input || close(), 150));
  list.addEventListener("mousedown", (event) => {
    const item = event.target.closest("[role=option]");
    if (!item) return;
    event.preventDefault();
    go(Number(item.dataset.at));
  });
};

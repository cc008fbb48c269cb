// Suggestions under the search box, after the ARIA combobox pattern with a list box.
const option = (row, at, selected) => {
  const item = document.createElement("li");
  item.id = `suggestion-${at}`;
  item.role = "option";
  item.ariaSelected = String(selected);
  item.dataset.address = row.address;
  const text = document.createElement("span");
  text.textContent = row.text;
  const note = document.createElement("small");
  note.textContent = row.note;
  item.append(text, note);
  return item;
};

export default (input) => {
  const list = document.getElementById(input.getAttribute("aria-controls"));
  let rows = [];
  let at = -1;
  let timer;
  let asked = 0;

  const draw = () => {
    list.replaceChildren(...rows.map((row, index) => option(row, index, index === at)));
    list.hidden = rows.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (at >= 0) input.setAttribute("aria-activedescendant", `suggestion-${at}`);
    else input.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    rows = [];
    at = -1;
    draw();
  };
  const ask = async () => {
    const turn = ++asked;
    const text = input.value.trim();
    if (!text) return close();
    const address = `${input.dataset.suggestions}?q=${encodeURIComponent(text)}`;
    const answer = await fetch(address, { headers: { Accept: "application/json" } });
    if (!answer.ok || turn !== asked) return;
    rows = (await answer.json()).rows;
    at = -1;
    draw();
  };
  const go = (index) => location.assign(rows[index].address);

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && rows.length) {
      event.preventDefault(); // a second Escape empties the box, as browsers do
      return close();
    }
    if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      return go(at);
    }
    if (!rows.length || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    at = (at + step + rows.length + (at < 0 && step < 0 ? 1 : 0)) % rows.length;
    draw();
  });
  input.addEventListener("blur", () => setTimeout(close, 150));
  list.addEventListener("mousedown", (event) => {
    const item = event.target.closest("li");
    if (item) location.assign(item.dataset.address);
  });
};

// Adds an empty row to a list of rows; without this, saving gives one more empty row.
export default (rows) => {
  const button = rows.querySelector("[data-add]");
  const total = rows.querySelector(`[name="${rows.dataset.prefix}-TOTAL_FORMS"]`);
  const template = rows.querySelector("template");
  button.hidden = false;
  button.addEventListener("click", () => {
    const holder = document.createElement("div");
    holder.append(template.content.cloneNode(true));
    holder.innerHTML = holder.innerHTML.replaceAll("__prefix__", total.value);
    total.value = String(Number(total.value) + 1);
    const row = holder.firstElementChild;
    template.before(row);
    row.querySelector("input, select, textarea")?.focus();
  });
};

// Carries what a reader has opened and is typing from the results that go over to those that come.
const TYPED = "input[id]:not([type=checkbox])";

// What the fields said when the results were asked for.
export const noteFields = (results) =>
  new Map([...results.querySelectorAll(TYPED)].filter((field) => field.name).map((field) => [field.id, field.value]));

const fillIn = ({ id, value, from, to }) => {
  const field = document.getElementById(id);
  if (!field) return;
  field.value = value;
  field.setSelectionRange(from, to);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  // The browser does not know that a reader typed this, and so would not tell of a change.
  if (field.name) field.addEventListener("blur", () => field.dispatchEvent(new Event("change", { bubbles: true })), { once: true });
};

// Returns what to do as soon as the other results are there.
export const carry = (results, noted) => {
  const folds = [...results.querySelectorAll("details[id][open]")].map((fold) => fold.id);
  const typed = [...results.querySelectorAll(TYPED)]
    .filter((field) => field.value !== (field.name ? noted.get(field.id) : ""))
    .map(({ id, value, selectionStart, selectionEnd }) => ({ id, value, from: selectionStart, to: selectionEnd }));
  const focused = results.contains(document.activeElement) ? document.activeElement.id : "";
  return () => {
    for (const id of folds) document.getElementById(id)?.setAttribute("open", "");
    typed.forEach(fillIn);
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  };
};

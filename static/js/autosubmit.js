// Sends a form when a filter changes; without this file its button does.
const DELAY = 150;

// What was changed before this file came was not heard: then the button stays.
const isChanged = (field) => {
  if (field.matches("input")) return field.checked !== field.defaultChecked;
  const given = [...field.options].findIndex((option) => option.defaultSelected);
  return field.selectedIndex !== Math.max(given, 0);
};

export default (form) => {
  const hideButtons = () => {
    for (const button of form.querySelectorAll("[data-only-without-script]")) button.hidden = true;
  };
  if (![...form.querySelectorAll("select, [type=checkbox]:not(.fold)")].some(isChanged)) hideButtons();
  form.addEventListener("htmx:afterSettle", hideButtons);
  // Empty fields and defaults stay out of the address.
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
  });
  let timer;
  let isLeaving = false; // the next page is on its way; what changes now has to overtake it
  addEventListener("submit", (event) => {
    if (event.target !== form) return;
    clearTimeout(timer); // whatever was changed goes along
    isLeaving = !event.defaultPrevented;
  });
  form.addEventListener("change", (event) => {
    if (event.target.matches("input[role=combobox], .fold")) return;
    form.dispatchEvent(new Event("kb:changed"));
    clearTimeout(timer);
    timer = setTimeout(() => form.requestSubmit(), isLeaving ? 0 : DELAY);
  });
};
